"""Undo goes back one step at a time, and never past what it cannot take back."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import QObject, Qt
from sqlalchemy import func, select
from window_walk import Window, at_work, settle

from advisor_app.bootstrap import Services
from advisor_app.domain.keys import new_key
from advisor_app.storage.schema.contacts import touchpoint
from advisor_app.ui.dialogs.client_record import ClientDialog
from advisor_app.ui.dialogs.contact import ContactDialog
from advisor_app.ui.window.desktop import Desktop
from advisor_app.ui.window.history import History, Step
from advisor_app.ui.window.pages import CLIENT, TODAY
from advisor_app.ui.window.routes import Route

SUBJECT = "The roof of the old barn"


class Told:
    """A history over a list of what is done, and all that it told."""

    def __init__(self) -> None:
        self.parent = QObject()
        self.history = History(self.parent)
        self.done: list[str] = []
        self.said: list[tuple[str, str]] = []
        for name in ("undone", "for_good", "not_again"):
            getattr(self.history, name).connect(
                lambda told, name=name: self.said.append((name, told))
            )

    def do(self, name: str, *, undo: bool = True, redo: bool = True) -> None:
        self.done.append(name)
        again = (lambda: self.do(name, undo=undo, redo=redo)) if redo else None
        self.history.did(Step(name, (lambda: self.done.remove(name)) if undo else None, again))


@pytest.fixture
def told() -> Iterator[Told]:
    made = Told()
    yield made
    made.parent.deleteLater()


def test_nothing_is_undone_behind_what_cannot_be(told: Told) -> None:
    told.do("client")
    told.do("erasure", undo=False)
    for _press in range(3):
        told.history.undo()
    assert told.done == ["client", "erasure"]
    assert told.said == [("for_good", "erasure")] * 3


def test_what_cannot_be_undone_cuts_off_what_was_undone_before(told: Told) -> None:
    told.do("project")
    told.history.undo()
    told.do("erasure", undo=False)
    assert not told.history.can_redo()
    told.history.redo()
    assert told.done == ["erasure"]


def test_nothing_older_is_done_again_in_place_of_what_cannot_be(told: Told) -> None:
    told.do("client", redo=False)
    told.do("project")
    told.history.undo()
    told.history.undo()
    told.history.redo()
    assert told.done == []
    assert told.said[-1] == ("not_again", "client")


def test_several_steps_are_done_again_in_their_order(told: Told) -> None:
    for name in ("one", "two", "three"):
        told.do(name)
    for _press in range(3):
        told.history.undo()
    for _press in range(3):
        told.history.redo()
    assert told.done == ["one", "two", "three"]


def test_a_new_step_after_a_refusal_cuts_off_what_was_undone(told: Told) -> None:
    told.do("one")
    told.history.did(Step("two", lambda: None, lambda: None))
    told.history.undo()
    told.history.undo()
    told.history.redo()
    told.history.redo()
    told.history.refused()
    assert not told.history.can_redo()
    told.do("three")
    told.history.undo()
    assert told.done == ["one"]


def _pressed(opened: Any, key: Qt.Key) -> None:
    with opened.qtbot.waitActive(opened.shell):
        opened.shell.activateWindow()
    opened.qtbot.keyClick(opened.shell, key, Qt.KeyboardModifier.ControlModifier)
    settle(opened)


def _noted(opened: Any, whom: Any) -> None:
    opened.desktop._requests.note_contact.emit(whom)
    opened.until(lambda: opened.find(ContactDialog) is not None)
    dialog = opened.find(ContactDialog)
    dialog._subject.field.setText(SUBJECT)
    dialog.accept()
    settle(opened)


def _asked(opened: Any, work: Callable[[Services], Any]) -> Any:
    answers: list[Any] = []
    opened.desktop._ask(opened.shell, work, answers.append)
    opened.until(lambda: answers)
    return answers[0]


def _noted_about(services: Services, subject: str) -> int:
    with services._desk.reading() as transaction:
        its = select(func.count()).where(touchpoint.c.subject == subject)
        return int(transaction.execute(its).scalar_one())


def test_a_noted_contact_is_taken_back_and_noted_again_by_keys(window: Window) -> None:
    opened = at_work(window("A01"))
    counted = partial(_noted_about, subject=SUBJECT)
    _noted(opened, opened.desktop.page().whom())
    present = _asked(opened, counted)
    assert present
    assert opened.shell.toast._back.isVisible()
    _pressed(opened, Qt.Key.Key_Z)
    assert _asked(opened, counted) == 0
    assert opened.shell.toast.accessibleName().startswith("Undone.")
    _pressed(opened, Qt.Key.Key_Y)
    assert _asked(opened, counted) == present
    _pressed(opened, Qt.Key.Key_Z)
    assert _asked(opened, counted) == 0


def test_ctrl_z_after_what_cannot_be_undone_says_so_and_undoes_nothing_older(
    window: Window,
) -> None:
    opened = at_work(window("A01"))
    counted = partial(_noted_about, subject=SUBJECT)
    _noted(opened, opened.desktop.page().whom())
    present = _asked(opened, counted)
    opened.desktop._requests.say_final("The file is erased")
    _pressed(opened, Qt.Key.Key_Z)
    assert _asked(opened, counted) == present
    assert opened.shell.toast.accessibleName() == "This cannot be undone: “The file is erased”"
    opened.desktop.discretion.toggle()
    _pressed(opened, Qt.Key.Key_Z)
    assert opened.shell.toast.accessibleName() == "What was done last cannot be undone."


def test_an_added_client_is_taken_away_and_brought_back_by_keys(window: Window) -> None:
    opened = at_work(window("A01"))
    opened.desktop.add_client()
    dialog = opened.find(ClientDialog)
    dialog.cells["first_name"].setText("Hortensia")
    dialog.cells["last_name"].setText("Vasseurdeau")
    dialog.accept()
    settle(opened)

    def known() -> int:
        return len(_asked(opened, lambda services: services.search.find("Vasseurdeau").clients))

    assert known() == 1
    _pressed(opened, Qt.Key.Key_Z)
    assert known() == 0
    _pressed(opened, Qt.Key.Key_Y)
    assert known() == 1


def test_another_language_says_that_undo_ends_there(window: Window) -> None:
    opened = at_work(window("A01"))
    before = opened.desktop
    opened.desktop._requests.say("Done.", lambda: None)
    opened.session.redress()
    opened.until(lambda: opened.find(Desktop) is not None and opened.desktop is not before)
    said = "What was done before can no longer be undone: the window has been made anew."
    opened.until(lambda: opened.shell.toast.accessibleName() == said)
    assert not opened.desktop.history.can_undo()


def test_the_way_back_names_the_client_that_it_leads_to(window: Window) -> None:
    opened = at_work(window("A01"))
    one, other = opened.desktop.page().order()[:2]
    for key in (one, other):
        opened.desktop.go(Route(CLIENT, key))
        settle(opened)
    names = {key: opened.desktop._pages.title(CLIENT, key) for key in (one, other)}
    assert len(set(names.values())) == 2
    assert opened.shell.top.back.text() == names[one]
    opened.desktop.go(Route(TODAY))
    opened.desktop.step(-1)
    settle(opened)
    assert opened.shell.top.back.text() == names[one]
    opened.desktop.step(-1)
    settle(opened)
    assert names[one] in opened.shell.windowTitle()


def test_a_client_who_is_gone_lends_the_page_no_other_name(window: Window) -> None:
    opened = at_work(window("A01"))
    opened.desktop.go(Route(CLIENT, opened.desktop.page().order()[0]))
    settle(opened)
    opened.desktop.go(Route(CLIENT, new_key()))
    settle(opened)
    assert "This client is not here any more" in opened.shell.windowTitle()


def test_the_rail_counts_the_clients_anew_when_they_change(window: Window) -> None:
    opened = at_work(window("A01"))
    shown = opened.shell.rail._buttons["portfolio"]
    opened.desktop._count()
    settle(opened)
    before = shown._count
    opened.desktop.add_client()
    dialog = opened.find(ClientDialog)
    dialog.cells["last_name"].setText("Vasseurdeau")
    dialog.accept()
    settle(opened)
    assert shown._count == before + 1
    opened.desktop.history.undo()
    settle(opened)
    assert shown._count == before
