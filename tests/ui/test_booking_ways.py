"""The boxes below a booking do what they say: the letter, the mail, the wish for a reminder."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog
from window_walk import Window, at_work, settle

from advisor_app.bootstrap import Services
from advisor_app.domain.appointments import ReminderWish
from advisor_app.domain.codes import ConsentUse
from advisor_app.domain.day_before import ReminderWay
from advisor_app.domain.letters import LetterKind
from advisor_app.domain.working_plan import AbsenceDraft
from advisor_app.ui.dialogs.booking_ways import ConfirmBy, Reach
from advisor_app.ui.dialogs.propose import ProposeDialog
from advisor_app.ui.pages.sheets.page import SheetsPage
from advisor_app.ui.parts.papers_asked import LetterAsked
from advisor_app.ui.tasks import Asked
from advisor_app.ui.window.counter import Counter
from advisor_app.ui.window.routes import Route

FREE = datetime.fromisoformat("2026-04-24T15:30")


@pytest.fixture
def opened(window: Window) -> Any:
    """A window on the page of a couple of whom both have an address and a number."""
    opened = at_work(window("A01"))
    found: list[Any] = []

    def key(services: Services) -> Any:
        return services.search.find("fournier").clients[0].key

    opened.desktop._ask(opened.shell, key, found.append)
    opened.until(lambda: found)
    opened.desktop.go(Route("client", found[0]))
    settle(opened)
    return opened


def agree(opened: Any, **words: bool) -> None:
    """The client in front says yes or no to some uses."""
    refs, told = opened.desktop.page().whom().refs, []

    def say(services: Services) -> bool:
        for use, given in words.items():
            for ref in refs:
                services.consents.say(ref, ConsentUse(use), given=given)
        return True

    opened.desktop._ask(opened.shell, say, told.append)
    opened.until(lambda: told)


def dialog_of(opened: Any) -> ProposeDialog:
    opened.desktop._requests.propose.emit(opened.desktop.page().whom())
    opened.until(lambda: opened.find(ProposeDialog) is not None)
    settle(opened)
    dialog = opened.find(ProposeDialog)
    assert isinstance(dialog, ProposeDialog)
    dialog._take_wall(FREE)
    return dialog


def test_letter_and_mail_are_drafted_and_a_call_is_wished(
    opened: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    agree(opened, email=True, phone=True, letter=True)
    path, shown = tmp_path / "mail.eml", []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_about: (str(path), ""))
    monkeypatch.setattr(QDesktopServices, "openUrl", shown.append)
    dialog = dialog_of(opened)
    ways = dialog.form.ways
    assert ways.call.isChecked()
    for tick in (ways.letter, ways.mail):
        assert tick.isEnabled()
        tick.setChecked(True)
    dialog.accept()
    opened.until(lambda: shown)
    settle(opened)
    mail = path.read_bytes()
    assert b"text/calendar" in mail
    assert b"application/pdf" in mail
    assert isinstance(opened.desktop.page(), SheetsPage)
    about = opened.desktop.route().about
    assert isinstance(about, LetterAsked)
    assert about.kind is LetterKind.APPOINTMENT
    found: list[Any] = []
    opened.desktop._ask(opened.shell, lambda services: services.days_before.of(), found.append)
    opened.until(lambda: found)
    (one,) = (one for one in found[0].reminders if one.appointment == about.appointment)
    assert (one.way, one.start) == (ReminderWay.CALL, FREE)


def test_the_day_that_stands_first_is_one_that_the_advisor_works(
    opened: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Any] = []

    def be_away(services: Services) -> date:
        away = date(2026, 4, 30)
        services.working_plans.add_absence(AbsenceDraft(away, away))
        return services.agenda.first_try().date()

    opened.desktop._ask(opened.shell, be_away, asked.append)
    opened.until(lambda: asked)
    # What the slot finder answers would stand in the fields at once.
    monkeypatch.setattr(Counter, "_find", lambda *_asked: Asked())
    opened.desktop._requests.propose.emit(opened.desktop.page().whom())
    opened.until(lambda: opened.find(ProposeDialog) is not None)
    dialog = opened.find(ProposeDialog)
    assert dialog.form.start() == datetime.fromisoformat("2026-05-02T10:00")
    assert asked == [date(2026, 5, 2)]
    dialog.reject()


def test_what_nobody_agreed_to_cannot_be_ticked(opened: Any) -> None:
    agree(opened, email=False, phone=False, letter=False)
    dialog = dialog_of(opened)
    ways = dialog.form.ways
    assert not any(tick.isEnabled() for tick in (ways.letter, ways.mail, ways.call))
    assert dialog.wish().reminder is None
    dialog.reject()


@pytest.mark.parametrize(
    ("called", "ticked", "wish"),
    [
        (True, True, ReminderWish.CALL),
        (True, False, ReminderWish.NONE),
        (False, True, ReminderWish.CALL),
        (False, False, None),
    ],
)
def test_an_unticked_call_is_refused_only_where_one_was_agreed_to(
    qtbot: Any, *, called: bool, ticked: bool, wish: ReminderWish | None
) -> None:
    ways = ConfirmBy(Reach(call=True, called=called))
    qtbot.addWidget(ways)
    assert ways.call.isChecked() is called
    ways.call.setChecked(ticked)
    assert ways.reminder() is wish
