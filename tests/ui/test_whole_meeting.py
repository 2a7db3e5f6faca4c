"""A meeting from the suggestion to the word of the day after, in one window; each page shows it."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar, cast

import icalendar
import pypdfium2
import pytest
import shiboken6
from PySide6.QtWidgets import QFileDialog
from window_walk import Window, at_work, settle

from advisor_app.bootstrap import Services, services_of
from advisor_app.domain.agenda import PlannedMeeting
from advisor_app.domain.codes import AppointmentStatus, Flag
from advisor_app.storage.cipher import StoreKey
from advisor_app.storage.store import open_store_with_key
from advisor_app.ui.dialogs.follow_up import FollowUpDialog
from advisor_app.ui.dialogs.outcome import OutcomeDialog
from advisor_app.ui.dialogs.propose import ProposeDialog
from advisor_app.ui.pages.agenda.page import AgendaPage
from advisor_app.ui.pages.client.cards import FollowUpBox
from advisor_app.ui.pages.sheets.page import SheetsPage
from advisor_app.ui.pages.today.owed import OwedRow
from advisor_app.ui.pages.today.page import TodayPage
from advisor_app.ui.pages.today.words import SuggestionWords
from advisor_app.ui.parts.buttons import Button
from advisor_app.ui.parts.requests import Whom
from advisor_app.ui.window.routes import Route

T = TypeVar("T")
D = TypeVar("D")


class Advisor:
    """Works in the window; asks the services only to see what they say."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self.open()

    def open(self) -> None:
        self.opened = at_work(self._window("A01"))
        self.opened.shell.resize(1440, 900)

    def ask(self, work: Callable[[Services], T]) -> T:
        found: list[T] = []
        self.opened.desktop._ask(self.opened.shell, work, found.append)
        self.opened.until(lambda: found)
        return found[0]

    def go(self, *route: Any) -> Any:
        self.opened.desktop.go(Route(*route))
        settle(self.opened)
        return self.opened.desktop.page()

    def dialog(self, kind: type[D]) -> D:
        settle(self.opened)
        shown = [one for one in self.opened.shell.findChildren(kind) if one.isVisible()]
        assert len(shown) == 1
        return cast("D", shown[0])

    def today(self) -> TodayPage:
        page = self.go("today")
        page.reload()
        settle(self.opened)
        return cast("TodayPage", page)

    def flags(self, ref: str) -> set[Flag]:
        """What the portfolio says of a client."""
        (found,) = self.ask(lambda services: list(services.presence.flags(client=ref)))
        return {one.flag for one in found.flags}

    def at(self, moment: datetime) -> None:
        """Close the window, and open it at another moment."""
        settle(self.opened)
        self.opened.session.end()
        self.opened.shell.hide()
        store = open_store_with_key(self.opened.path, StoreKey(b"k" * 32, b"s" * 16))
        services_of(store, None).setup.live_at(moment)
        store.close()
        self.open()


@pytest.fixture
def advisor(window: Window) -> Advisor:
    return Advisor(window)


def test_a_suggested_meeting_is_booked_held_and_followed_up(
    advisor: Advisor, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    row, whom = to_meet(advisor)
    (client,) = whom.refs
    ref, start = book(advisor, row, whom)
    show_the_letter(advisor, ref, start)
    save_the_invitation(advisor, ref, start, monkeypatch, tmp_path / "meeting.ics")
    hold(advisor, ref, start)
    assert Flag.FOLLOW_UP_DUE not in advisor.flags(client)
    advisor.at((start + timedelta(days=5)).replace(hour=18, minute=0))
    assert Flag.FOLLOW_UP_DUE in advisor.flags(client)
    send_the_word(advisor, ref)
    assert Flag.FOLLOW_UP_DUE not in advisor.flags(client)
    page = advisor.go("client", whom.key)
    assert not [one for one in page.findChildren(FollowUpBox) if one.isVisible()]


def to_meet(advisor: Advisor) -> tuple[SuggestionWords, Whom]:
    """The first of the list who is met at the branch, alone."""
    page = advisor.today()
    page._show_all()
    settle(advisor.opened)
    listing = page.answers.listing
    assert listing is not None
    pairs = [(row, listing.whom[row.key]) for row in listing.words.rows]
    return next(
        (row, whom)
        for row, whom in pairs
        if row.ritual == "branch_meeting" and len(whom.people) == 1
    )


def book(advisor: Advisor, row: SuggestionWords, whom: Whom) -> tuple[str, datetime]:
    """By the row's button, at the first time that is proposed; the list and the agenda show it."""
    page = cast("TodayPage", advisor.opened.desktop.page())
    page._asked.act(row)
    dialog = advisor.dialog(ProposeDialog)
    start = dialog.wish().start
    dialog.accept()
    advisor.opened.until(lambda: not shiboken6.isValid(dialog) or not dialog.isVisible())
    settle(advisor.opened)
    assert whom.key not in page.order()
    agenda = advisor.go("agenda")
    assert isinstance(agenda, AgendaPage)
    agenda.go_to(start.date())
    settle(advisor.opened)
    every = [one for day in agenda.week.plan().days for one in day.meetings]
    (kept,) = [one.visit for one in every if one.visit.start.replace(tzinfo=None) == start]
    assert (kept.household, kept.status) == (whom.key, AppointmentStatus.CONFIRMED)
    return kept.ref, start


def in_agenda(advisor: Advisor, ref: str, start: datetime) -> tuple[AgendaPage, PlannedMeeting]:
    agenda = cast("AgendaPage", advisor.go("agenda"))
    agenda.go_to(start.date())
    settle(advisor.opened)
    found = agenda.week.plan().find(ref)
    assert found is not None
    return agenda, found


def show_the_letter(advisor: Advisor, ref: str, start: datetime) -> None:
    agenda, one = in_agenda(advisor, ref, start)
    agenda._deeds(one).letter()
    settle(advisor.opened)
    page = advisor.opened.desktop.page()
    assert isinstance(page, SheetsPage)
    advisor.opened.until(lambda: page._press.made_of(0) is not None)
    made = page._press.made_of(0)
    assert made is not None
    letter = pypdfium2.PdfDocument(made.pdf)
    name = one.visit.people[0].last_name
    assert name is not None
    assert name in letter[0].get_textpage().get_text_range()
    letter.close()


def save_the_invitation(
    advisor: Advisor, ref: str, start: datetime, monkeypatch: pytest.MonkeyPatch, path: Path
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_about: (str(path), ""))
    agenda, one = in_agenda(advisor, ref, start)
    agenda._deeds(one).invitation()
    advisor.opened.until(path.exists)
    settle(advisor.opened)
    (event,) = icalendar.Calendar.from_ical(path.read_bytes()).walk("VEVENT")
    assert event["DTSTART"].dt.replace(tzinfo=None) == start
    name = one.visit.people[0].last_name
    assert name is not None
    assert name not in str(event["SUMMARY"])


def hold(advisor: Advisor, ref: str, start: datetime) -> None:
    """In the evening it stands on top of the day until it is written up."""
    advisor.at(start.replace(hour=19, minute=0))
    owed_row(advisor, ref).click()
    dialog = advisor.dialog(OutcomeDialog)
    dialog._text.set_text("They would rather wait for the autumn.")
    dialog.accept()
    advisor.opened.until(lambda: not shiboken6.isValid(dialog) or not dialog.isVisible())
    _agenda, one = in_agenda(advisor, ref, start)
    assert one.visit.status is AppointmentStatus.HELD


def send_the_word(advisor: Advisor, ref: str) -> None:
    owed_row(advisor, ref).click()
    dialog = advisor.dialog(FollowUpDialog)
    assert dialog.text.toPlainText()
    dialog.accept()
    advisor.opened.until(lambda: not shiboken6.isValid(dialog) or not dialog.isVisible())


def owed_row(advisor: Advisor, ref: str) -> Button:
    """The button of what is owed for an appointment, on the page of the day."""
    page = advisor.today()
    page.board.show_owed(shown=True)
    page.board.owed._show_all()
    place = [one.ref for one in page.board.owed._owed].index(ref)
    item = page.board.owed._rows.itemAt(place)
    assert item is not None
    row = item.widget()
    assert isinstance(row, OwedRow)
    assert row.tell is not None
    return row.tell
