"""The pane of the calendars, with a real Radicale and a keyring of the test's own."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import pytest
from memory_keyring import Memory, remembering
from radicale_server import ACCOUNT, PASSWORD, Radicale, radicale
from window_walk import at_work, settle

from advisor_app.bootstrap import Services
from advisor_app.domain.codes import AppointmentStatus
from advisor_app.ui.dialogs.calendar_account import (
    CalendarAccountDialog,
    CalendarPasswordDialog,
)
from advisor_app.ui.pages.settings.calendars import CalendarsPane
from advisor_app.ui.parts.requests import SettingsAt
from advisor_app.ui.parts.text import Text as _Text
from advisor_app.ui.window.routes import Route

T = TypeVar("T")
Open = Callable[[str | None], Any]


@pytest.fixture
def memory() -> Iterator[Memory]:
    with remembering() as made:
        yield made


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Radicale]:
    with radicale(tmp_path) as running:
        running.make_calendar()
        yield running


class Calendars:
    """The pane in a window at work."""

    def __init__(self, opened: Any) -> None:
        self.opened = at_work(opened)
        self.said: list[str] = []
        self.refused: list[str] = []
        requests = self.opened.desktop._requests
        requests.notify.connect(lambda text, _undo, _redo: self.said.append(text))
        requests.refused.connect(self.refused.append)
        self.opened.desktop.go(Route("settings", SettingsAt("calendars")))
        found = self.opened.shell.findChild(CalendarsPane)
        assert isinstance(found, CalendarsPane)
        self.pane = found
        self.opened.until(lambda: self.pane.held is not None)

    def ask(self, work: Callable[[Services], T]) -> T:
        answers: list[T] = []
        self.opened.desktop._ask(self.opened.shell, work, answers.append)
        self.opened.until(lambda: answers)
        return answers[0]

    def dialog(self, kind: type[T]) -> T:
        self.opened.until(lambda: self.opened.shell.findChildren(kind))
        found: T = self.opened.shell.findChildren(kind)[-1]
        return found

    def connect(self, server: Radicale) -> None:
        """Connect by the dialog, and wait for the first synchronisation."""
        self.pane.main_action()
        dialog = self.dialog(CalendarAccountDialog)
        dialog.address.setText(server.address)
        dialog.account.setText(ACCOUNT)
        dialog.password.setText(PASSWORD)
        dialog.action.click()
        self.opened.until(dialog.calendar.count)
        dialog.action.click()
        self.synchronised(1)

    def synchronise(self) -> None:
        so_far = len(self.said)
        self.pane.main_action()
        self.synchronised(so_far + 1)

    def synchronised(self, count: int) -> None:
        self.opened.until(lambda: len(self.said) >= count and not self.busy())
        settle(self.opened)

    def busy(self) -> bool:
        return self.pane.account.syncing.running

    def shown(self) -> Any:
        assert self.pane.held is not None
        return self.pane.held


@pytest.fixture
def calendars(window: Open, memory: Memory) -> Callable[[], Calendars]:
    assert memory.kept == {}
    return lambda: Calendars(window("A01"))


def test_a_calendar_is_found_connected_and_brought_up_to_date(
    calendars: Callable[[], Calendars], server: Radicale, memory: Memory
) -> None:
    pane = calendars()
    assert pane.shown().standing is None
    pane.connect(server)
    assert list(memory.kept.values()) == [PASSWORD]
    standing = pane.shown().standing
    assert standing.account.calendar == server.calendar
    assert (standing.waiting, standing.conflicts) == (0, ())
    assert standing.read_at is not None
    assert len(server.entries()) > 1
    assert pane.pane.server is not None
    assert pane.refused == []


def test_a_change_there_is_shown_side_by_side_until_one_side_is_chosen(
    calendars: Callable[[], Calendars], server: Radicale
) -> None:
    pane = calendars()
    pane.connect(server)
    names = sorted(server.entries())[:2]
    for name in names:
        server.ask("DELETE", f"{ACCOUNT}/own/{name}")
    pane.synchronise()
    card = pane.pane.server
    assert card is not None
    assert len(card.conflicts) == len(names)
    assert [one.their_start for one in pane.shown().standing.conflicts] == [None, None]
    first, second = (one.mine.ref for one in pane.shown().standing.conflicts)

    card.conflicts[0].theirs.click()
    settle(pane.opened)
    assert len(pane.shown().standing.conflicts) == 1
    pane.opened.desktop.history.undo()
    settle(pane.opened)
    assert len(pane.shown().standing.conflicts) == len(names)
    pane.pane.server.conflicts[0].mine.click()  # type: ignore[union-attr] # made anew
    settle(pane.opened)
    pane.pane.server.conflicts[0].theirs.click()  # type: ignore[union-attr] # made anew
    settle(pane.opened)
    assert pane.shown().standing.conflicts == ()
    pane.synchronise()
    assert len(set(names) & set(server.entries())) == 1
    statuses = [
        pane.ask(lambda services, ref=ref: services.appointments.find(ref).status)  # type: ignore[misc] # bound now
        for ref in (first, second)
    ]
    assert statuses[0] is not AppointmentStatus.CANCELLED
    assert statuses[1] is AppointmentStatus.CANCELLED


def test_without_a_network_nothing_is_lost(
    calendars: Callable[[], Calendars], server: Radicale
) -> None:
    pane = calendars()
    pane.connect(server)
    sent = server.entries()
    server.stop()
    ref = pane.ask(_cancelled)
    pane.synchronise()
    assert pane.shown().standing.waiting == 1
    server.start()
    pane.synchronise()
    assert pane.shown().standing.waiting == 0
    assert len(server.entries()) == len(sent) - 1
    assert ref


def test_a_wrong_password_is_refused_and_asked_again(
    calendars: Callable[[], Calendars], server: Radicale, memory: Memory
) -> None:
    pane = calendars()
    pane.connect(server)
    memory.kept = dict.fromkeys(memory.kept, "wrong")
    pane.pane.main_action()
    dialog = pane.dialog(CalendarPasswordDialog)
    assert len(pane.refused) == 1
    so_far = len(pane.said)
    dialog.password.setText(PASSWORD)
    dialog.action.click()
    pane.synchronised(so_far + 1)
    assert list(memory.kept.values()) == [PASSWORD]


def test_a_calendar_is_let_go_with_its_password(
    calendars: Callable[[], Calendars], server: Radicale, memory: Memory
) -> None:
    pane = calendars()
    pane.connect(server)
    pane.pane.account.leave()
    pane.opened.until(lambda: pane.shown().standing is None and not memory.kept)


def test_an_address_without_https_is_refused_where_it_stands(
    calendars: Callable[[], Calendars],
) -> None:
    pane = calendars()
    pane.pane.main_action()
    dialog = pane.dialog(CalendarAccountDialog)
    dialog.action.click()
    assert dialog.problem.isVisible()
    dialog.address.setText("http://calendar.example")
    dialog.account.setText("camille")
    dialog.action.click()
    pane.opened.until(dialog.action.isEnabled)
    assert dialog.problem.isVisible()
    assert pane.shown().standing is None
    dialog.reject()


def test_what_the_computer_trusts_is_said_where_the_extra_is_missing(
    calendars: Callable[[], Calendars], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("advisor_app.exchange.caldav_client.trusts_computer", lambda: False)
    pane = calendars()
    assert not pane.shown().trusts_computer
    texts = [one.text() for one in pane.pane.findChildren(_Text)]
    assert any("caldav" in text for text in texts)


def test_a_file_is_read_as_busy_time_and_forgotten(
    calendars: Callable[[], Calendars], tmp_path: Path
) -> None:
    pane = calendars()
    path = tmp_path / "mine.ics"
    path.write_text(ICS)
    pane.pane.reading.read(str(path))
    pane.opened.until(lambda: pane.shown().sources)
    assert [(one.name, one.to_come) for one in pane.shown().sources] == [("mine.ics", 1)]
    assert pane.shown().found == ()
    pane.pane.reading._forget("mine.ics")
    pane.opened.until(lambda: not pane.shown().sources)


def test_a_file_that_is_no_calendar_is_refused(
    calendars: Callable[[], Calendars], tmp_path: Path
) -> None:
    pane = calendars()
    path = tmp_path / "letter.ics"
    path.write_text("Dear Sir")
    pane.pane.reading.read(str(path))
    pane.opened.until(lambda: pane.refused)
    settle(pane.opened)
    assert pane.shown().sources == ()


def test_past_meetings_are_confirmed_one_by_one(
    calendars: Callable[[], Calendars], tmp_path: Path
) -> None:
    pane = calendars()
    addresses = pane.ask(_addresses)
    path = tmp_path / "mine.ics"
    path.write_text("".join((HEAD, *map(_past, addresses), TAIL)))
    files = pane.pane.files
    assert files is not None
    files.meetings.click()
    pane.pane.reading.read(str(path))
    pane.opened.until(lambda: len(pane.shown().found) == len(addresses))
    card = pane.pane.found
    assert card is not None
    card.rows[0].channel.choose("home")
    card.rows[0].yes.click()
    pane.opened.until(lambda: len(pane.shown().found) == 1)
    pane.opened.desktop.history.undo()
    pane.opened.until(lambda: len(pane.shown().found) == len(addresses))
    assert pane.pane.found is not None
    pane.pane.found.rows[0].yes.click()
    pane.opened.until(lambda: len(pane.shown().found) == 1)
    assert pane.pane.found is not None
    pane.pane.found.rows[0].no.click()
    pane.opened.until(lambda: not pane.shown().found)
    assert pane.pane.found is None
    assert pane.refused == []


HEAD = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n"
TAIL = "END:VCALENDAR\r\n"
ICS = (
    f"{HEAD}BEGIN:VEVENT\r\nUID:dentist\r\nDTSTAMP:20260101T000000Z\r\nDTSTART:20260428T080000Z\r\n"
    f"DTEND:20260428T090000Z\r\nSUMMARY:Dentist\r\nEND:VEVENT\r\n{TAIL}"
)


def _past(address: str) -> str:
    return (
        f"BEGIN:VEVENT\r\nUID:{address}\r\nDTSTAMP:20260101T000000Z\r\nDTSTART:20260310T080000Z\r\n"
        f"DTEND:20260310T084500Z\r\nSUMMARY:x\r\nATTENDEE:mailto:{address}\r\nEND:VEVENT\r\n"
    )


def _addresses(services: Services) -> list[str]:
    """The e-mail addresses of two clients."""
    from sqlalchemy import text

    query = text("SELECT email FROM client WHERE email IS NOT NULL ORDER BY ref")
    with services._desk.reading() as transaction:
        every = [row.email for row in transaction.execute(query)]
    return [one for one in every if every.count(one) == 1][:2]


def _cancelled(services: Services) -> str:
    """An appointment to come, given up."""
    plan = services.agenda.week(services.today())
    now = plan.now
    every = (one for day in plan.days for one in day.meetings)
    ref = next(one.visit.ref for one in every if one.to_come and one.visit.start > now)
    return services.appointments.cancel(ref).ref
