"""Every question that reads before it is asked: slow, stopped, failed, left, and fast."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtWidgets import QDialog
from slow_worker import Failing, Held, said, settled_in_vain
from window_walk import Window, at_work, past_meeting, settle

from advisor_app.ui.dialogs.coming import ComingFrame, _Coming
from advisor_app.ui.pages.client.project_editing import edit_project
from advisor_app.ui.pages.client.record_editing import correct_file, erase_file, say_standing
from advisor_app.ui.theme import sizes
from advisor_app.ui.window.routes import Route

Provoke = Callable[[], object]


@pytest.fixture
def opened(window: Window) -> Any:
    return at_work(window("A01"))


@pytest.fixture
def fails(monkeypatch: pytest.MonkeyPatch) -> Failing:
    return Failing(monkeypatch)


def of_window(opened: Any) -> Iterator[tuple[str, Provoke]]:
    """What the window asks about whoever is in front."""
    requests, whom = opened.desktop._requests, opened.desktop.page().whom()
    meeting, household = past_meeting(opened)
    yield "booking", lambda: requests.propose.emit(whom)
    yield "note", lambda: requests.note_contact.emit(whom)
    yield "later", lambda: requests.later.emit(whom)
    yield "outcome", lambda: requests.write_up.emit(meeting, household)
    yield "how", lambda: requests.explain_row.emit(whom, 3)


def of_client(opened: Any) -> Iterator[tuple[str, Provoke]]:
    """What the client's page asks."""
    meeting, _household = past_meeting(opened)
    opened.desktop.go(Route("client", opened.desktop.page().whom().key))
    settle(opened)
    page = opened.desktop.page()
    edits, shown = page._edits, page._shown
    person = shown.people[0]
    yield "companion", lambda: edits.company.ask(meeting, person.name)
    yield "file", lambda: correct_file(edits, shown, person)
    yield "standing", lambda: say_standing(edits, shown, person)
    yield "erasure", lambda: erase_file(edits, shown, person)
    card = shown.page.projects[0]
    yield "project", lambda: edit_project(edits, shown, card)


def of_lists(opened: Any) -> Iterator[tuple[str, Provoke]]:
    """What the portfolio, the agenda and the papers ask."""
    opened.desktop.go(Route("sheets"))
    settle(opened)
    sheets = opened.desktop.page()
    yield "report", sheets._asking.ask_report
    opened.desktop.go(Route("portfolio"))
    settle(opened)
    portfolio = opened.desktop.page()
    keys = portfolio.order()[:3]
    yield "put off", lambda: portfolio._ticked.bulk.put_off(keys, opened.desktop._today)
    yield "invitations", lambda: portfolio._ticked._papers.invitations(keys)


def standing(opened: Any) -> QDialog:
    (dialog,) = [one for one in opened.shell.findChildren(QDialog) if one.isVisible()]
    return dialog


def coming(opened: Any) -> Any:
    """The one question on its way, of which nothing shows in the first 300 ms: those never end."""
    assert not [one for one in opened.shell.findChildren(QDialog) if one.isVisible()]
    (one,) = [one for one in opened.shell.findChildren(_Coming) if one._slow.isActive()]
    assert one._slow.interval() == sizes.SKELETON_MS
    one._slow.stop()
    return one


def patient(opened: Any) -> ComingFrame:
    """The frame of a question that is not there after 300 ms."""
    coming(opened)._slow.timeout.emit()
    frame = standing(opened)
    assert isinstance(frame, ComingFrame)
    assert frame.stage._skeleton.isVisible()
    return frame


def held(opened: Any) -> Held:
    holding = Held(opened.desktop._ask, opened.shell)
    opened.until(holding._reached.is_set)
    return holding


def close(opened: Any, title: str) -> None:
    """The question itself stands alone, with the title of its frame; Esc leaves it."""
    settle(opened)
    dialog = standing(opened)
    assert not isinstance(dialog, ComingFrame)
    assert dialog.windowTitle() == title
    dialog.reject()
    settle(opened)


def is_slow(opened: Any, provoke: Provoke) -> None:
    """Bars, the way to stop, stopped, asked again: then the question opens."""
    holding = held(opened)
    provoke()
    frame = patient(opened)
    title = frame.windowTitle()
    frame.stage._long.timeout.emit()
    assert frame.stage._slow.stop.isVisible()
    frame.stage._slow.stop.click()
    assert "Stopped" in said(frame)
    frame.stage._error.button.click()
    holding.let_go()
    close(opened, title)


def is_left(opened: Any, provoke: Provoke) -> None:
    """Esc while it comes: nothing opens any more."""
    holding = held(opened)
    provoke()
    patient(opened).reject()
    holding.let_go()
    settle(opened)
    assert not [one for one in opened.shell.findChildren(QDialog) if one.isVisible()]


def has_failed(opened: Any, provoke: Provoke, fails: Failing) -> None:
    """It cannot be read: the sentence, the way to try again, then the question."""
    fails.on = True
    provoke()
    settled_in_vain(opened)
    fails.on = False
    frame = standing(opened)
    assert isinstance(frame, ComingFrame)
    assert "This could not be read" in said(frame)
    assert "cannot be used" in said(frame)
    # All of it is seen, without scrolling.
    assert not frame.body.verticalScrollBar().isVisible()
    error = frame.stage._error
    assert error.minimumSizeHint().height() <= error.height()
    frame.stage._error.button.click()
    close(opened, frame.windowTitle())


@pytest.mark.parametrize("asked", [of_window, of_client, of_lists])
def test_every_question_that_reads_first_is_seen_to_come(
    opened: Any, fails: Failing, asked: Callable[[Any], Iterator[tuple[str, Provoke]]]
) -> None:
    for _name, provoke in asked(opened):
        is_slow(opened, provoke)
        is_left(opened, provoke)
        has_failed(opened, provoke, fails)


def test_a_question_that_comes_at_once_shows_no_frame(
    opened: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    frames: list[object] = []
    shown = _Coming._shown
    monkeypatch.setattr(_Coming, "_shown", lambda one: frames.append(one) or shown(one))
    for _name, provoke in of_window(opened):
        provoke()
        coming(opened)
        settle(opened)
        standing(opened).reject()
        settle(opened)
    assert not frames


def test_what_a_rule_refuses_is_said_in_passing_and_its_frame_goes(opened: Any) -> None:
    told: list[str] = []
    opened.desktop._requests.refused.connect(told.append)
    holding = held(opened)
    # Nobody wrote yet how it went, and so there is no word of thanks.
    opened.desktop._requests.follow_up.emit(*past_meeting(opened))
    assert patient(opened).windowTitle().startswith("A word to")
    holding.let_go()
    opened.until(lambda: told)
    assert not [one for one in opened.shell.findChildren(QDialog) if one.isVisible()]


def test_what_is_on_its_way_does_not_come_over_the_locked_window(opened: Any) -> None:
    holding = held(opened)
    opened.desktop._requests.propose.emit(opened.desktop.page().whom())
    one = coming(opened)
    gone: list[object] = []
    one.destroyed.connect(lambda: gone.append(None))
    opened.session.lock()
    holding.let_go()
    opened.until(lambda: gone)
    assert not [one for one in opened.shell.findChildren(QDialog) if one.isVisible()]
