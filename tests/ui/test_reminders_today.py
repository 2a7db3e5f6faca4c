"""Reminders of the day before, on "Today": given and taken back, printed, folded while discreet."""

from collections.abc import Callable
from datetime import datetime
from typing import Any, TypeVar

import pytest
from window_walk import Window, at_work, settle

from advisor_app.bootstrap import Services
from advisor_app.domain.codes import ConsentUse
from advisor_app.domain.letters import LetterKind
from advisor_app.services.booking import BookingOrder
from advisor_app.ui.pages.sheets.page import SheetsPage
from advisor_app.ui.pages.today.page import TodayPage
from advisor_app.ui.pages.today.reminders import ReminderRow
from advisor_app.ui.parts.papers_asked import LetterAsked

FREE = datetime.fromisoformat("2026-04-24T15:30")
T = TypeVar("T")


def asked(opened: Any, work: Callable[[Services], T]) -> T:
    """What the services answer, asked as the window asks them."""
    found: list[T] = []
    opened.desktop._ask(opened.shell, work, found.append)
    opened.until(lambda: found)
    return found[0]


@pytest.fixture
def opened(window: Window) -> Any:
    """A window whose advisor sees tomorrow somebody who wants no calls."""
    opened = at_work(window("A01"))
    ref = opened.desktop.page().whom().refs[0]

    def book(services: Services) -> str:
        services.consents.say(ref, ConsentUse.PHONE, given=False)
        services.consents.say(ref, ConsentUse.LETTER, given=True)
        return services.appointments.book(BookingOrder((ref,), FREE, 30)).ref

    opened.booked = asked(opened, book)
    today_of(opened).reload()
    settle(opened)
    return opened


def today_of(opened: Any) -> TodayPage:
    page = opened.find(TodayPage)
    assert isinstance(page, TodayPage)
    return page


def row_of(opened: Any) -> ReminderRow:
    """The row of the meeting that was booked."""
    card = today_of(opened).board.reminders
    names = [one.id for one in card._shown]
    place = next(number for number, name in enumerate(names) if name.startswith(opened.booked))
    item = card._rows.itemAt(place)
    row = item.widget() if item is not None else None
    assert isinstance(row, ReminderRow)
    return row


def left(opened: Any) -> set[str]:
    found = asked(opened, lambda services: services.days_before.of())
    return {one.appointment for one in found.reminders}


def test_the_link_leads_to_the_reminders(opened: Any) -> None:
    board = today_of(opened).board
    assert board.remind.isVisible()
    assert not board.reminders.isVisible()
    board.remind.click()
    assert board.reminders.isVisible()
    opened.desktop.discretion.turn(on=True)
    assert not board.remind.isVisible()
    assert not board.reminders.isVisible()
    opened.desktop.discretion.turn(on=False)
    assert board.remind.isVisible()


def test_a_reminder_is_ticked_and_the_tick_undone(opened: Any) -> None:
    board = today_of(opened).board
    before = board.reminders._shown
    tick = row_of(opened).tick
    assert tick is not None
    tick.click()
    opened.until(lambda: len(board.reminders._shown) == len(before) - 1)
    assert opened.booked not in left(opened)
    opened.desktop.history.undo()
    opened.until(lambda: board.reminders._shown == before)
    assert opened.booked in left(opened)


def test_who_wants_no_call_gets_a_paper(opened: Any) -> None:
    button = row_of(opened).print
    assert button is not None
    button.click()
    settle(opened)
    page = opened.desktop.page()
    assert isinstance(page, SheetsPage)
    about = opened.desktop.route().about
    assert isinstance(about, LetterAsked)
    assert (about.kind, about.appointment) == (LetterKind.REMINDER, opened.booked)
    (paper,) = page._papers
    made = page._press.made_of(0)
    assert made is not None
    assert made.pdf.startswith(b"%PDF")
    assert paper.wanted
