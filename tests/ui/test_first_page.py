"""What the window showed last shows first, and only as long as it is true."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from advisor_app.bootstrap import Services, services_of
from advisor_app.clock import clock_of
from advisor_app.domain.codes import Answer, Channel, ConsentUse, Party
from advisor_app.domain.commitments import CommitmentDraft
from advisor_app.domain.kept_pages import FirstLook, stamped, unstamped
from advisor_app.domain.project_edits import ProjectDraft
from advisor_app.services.contacts import Note
from advisor_app.services.first_look import ASKED, first_look
from advisor_app.storage.cipher import StoreKey
from advisor_app.storage.connection import look_up
from advisor_app.storage.setting_names import KEPT
from advisor_app.storage.store import open_store_with_key
from advisor_app.ui.errors import Reporter
from advisor_app.ui.pages.today.kept import Kept, unpacked
from advisor_app.ui.pages.today.page import TodayPage
from advisor_app.ui.pages.today.suggestion_row import SuggestionRow
from advisor_app.ui.pages.today.wording import read_day, read_list, read_trend
from advisor_app.ui.theme import sizes
from advisor_app.ui.theme.application import Application
from advisor_app.ui.theme.style import HouseStyle
from advisor_app.ui.window import errands
from advisor_app.ui.window.desktop import Desktop
from advisor_app.ui.window.door import Door
from advisor_app.ui.window.session import Session
from advisor_app.ui.window.shell import Shell

KEY = StoreKey(b"k" * 32, b"s" * 16)


@contextmanager
def opened(path: Path) -> Iterator[Services]:
    store = open_store_with_key(path, KEY)
    try:
        yield services_of(store, "A01")
    finally:
        store.close()


def look(path: Path, ago: timedelta = timedelta()) -> FirstLook | None:
    """What was kept, as if it had been so long ago."""
    known = dict(look_up(path, KEY, ASKED))
    for name in known.keys() & KEPT:
        stamp, words = unstamped(known[name]) or pytest.fail(name)
        at = datetime.fromisoformat(stamp.at) - ago
        known[name] = stamped(stamp._replace(at=at.isoformat(timespec="minutes")), words)
    return first_look(known, "A01", clock_of)


def live(services: Services) -> Kept:
    day, listing = read_day(services), read_list(services, sizes.FEW)
    return Kept(day.words, listing.words, read_trend(services, day.today))


def first_client(services: Services) -> str:
    (one,) = services.suggesting.suggest(limit=1).shown
    return one.ref


def note(services: Services) -> None:
    services.contacts.note(Note(first_client(services), Channel.PHONE, minutes=20))


def put_off(services: Services) -> None:
    (one,) = services.suggesting.suggest(limit=1).shown
    services.suggesting.answer(one, Answer.LATER, services.today() + timedelta(days=3))


def take_back(services: Services) -> None:
    (one,) = services.suggesting.suggest(limit=1).shown
    answer = services.suggesting.answer(one, Answer.LATER, services.today() + timedelta(days=3))
    errands.leave_ready(services)
    services.suggesting.take_back(answer)


def promise(services: Services) -> None:
    yesterday = services.today() - timedelta(days=1)
    draft = CommitmentDraft(Party.BANK, "Send the figures", yesterday)
    services.commitments.add(first_client(services), draft)


def print_a_sheet(services: Services) -> None:
    visit = services.today_page.today().appointments[-1]
    services.sheets.sheet_printed(services.sheets.for_appointment(visit.ref))


def cancel(services: Services) -> None:
    services.appointments.cancel(services.today_page.today().appointments[-1].ref)


def hear_of_a_project(services: Services) -> None:
    services.project_edits.add(first_client(services), ProjectDraft("first_home"))


def withdraw_consent(services: Services) -> None:
    services.consents.say(first_client(services), ConsentUse.PHONE, given=False)


def remember(services: Services) -> None:
    services.reminders.note(first_client(services), "Black coffee")


WRITES = (
    note,
    put_off,
    take_back,
    promise,
    print_a_sheet,
    cancel,
    hear_of_a_project,
    withdraw_consent,
    remember,
)


@pytest.mark.usefixtures("qtbot")
@pytest.mark.parametrize("write", WRITES, ids=lambda write: write.__name__)
def test_what_is_kept_equals_what_is_read_or_is_not_shown(
    bank_path: Path, write: Callable[[Services], None]
) -> None:
    with opened(bank_path) as services:
        errands.leave_ready(services)
        before = look(bank_path)
        assert before is not None
        assert unpacked(before.today) == live(services)
        write(services)
        assert look(bank_path) is None
        errands.leave_ready(services)
        after = look(bank_path)
        assert after is not None
        assert unpacked(after.today) == live(services)


class Held:
    """A window that has looked at its store, which opens when it is let."""

    def __init__(
        self, qtbot: QtBot, path: Path, folder: Path, ago: timedelta = timedelta()
    ) -> None:
        self.qtbot, self.path = qtbot, path
        self.let = threading.Event()
        self.shell = Shell()
        qtbot.addWidget(self.shell)
        reporter = Reporter(folder / "reports.txt", lambda: pytest.fail("a mistake was reported"))
        door = Door(path, self._open, look=lambda: look(path, ago))
        self.session = Session(self.shell, door, reporter)
        self.shell.show()
        self.session.begin()

    @contextmanager
    def _open(self) -> Iterator[Services]:
        self.let.wait(10)
        with opened(self.path) as services:
            yield services

    def until(self, condition: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=60_000)

    def rows(self) -> list[SuggestionRow]:
        return self.shell.findChildren(SuggestionRow)

    @property
    def today(self) -> TodayPage:
        found = self.shell.findChild(TodayPage)
        assert isinstance(found, TodayPage)
        return found


@pytest.fixture
def held(qtbot: QtBot, bank_path: Path, tmp_path: Path) -> Iterator[Held]:
    with opened(bank_path) as services:
        errands.leave_ready(services)
    made = Held(qtbot, bank_path, tmp_path)
    yield made
    made.let.set()
    made.session.end()


def test_the_last_page_shows_before_the_store_opens(held: Held) -> None:
    held.until(held.rows)
    assert held.shell.rail.who.text() == "Claire Morvan"
    assert held.today.whom() is None
    shown = held.rows()
    held.let.set()
    held.until(lambda: held.today.whom() is not None)
    assert held.rows() == shown
    assert len(held.shell.findChildren(Desktop)) == 1


def test_the_style_that_comes_later_changes_nothing_of_the_first_page(
    held: Held, qapp: Application
) -> None:
    held.until(held.rows)
    qapp.setStyle("Fusion")
    plain = held.shell.grab().toImage()
    qapp.setStyle(HouseStyle(qapp.colors))
    assert held.shell.grab().toImage() == plain


def test_what_is_asked_before_the_store_opens_is_done_after(held: Held) -> None:
    held.until(held.rows)
    asked: list[object] = []
    held.today.requests.propose.disconnect()
    held.today.requests.propose.connect(asked.append)
    first = held.rows()[0]
    first.action.click()
    assert asked == []
    held.let.set()
    held.until(lambda: asked)
    assert [getattr(one, "key", None) for one in asked] == [first.words.key]


def test_a_page_of_earlier_says_so_until_it_is_read(held: Held) -> None:
    held.until(held.rows)
    found = look(held.path)
    assert found is not None
    page = held.today
    page._day = None
    page.show_kept(found.today, current=False)
    assert "10" in page.board.subtitle.text()
    assert page.board.subtitle.text() == unpacked(found.today).day.as_of
    held.let.set()
    held.until(lambda: page.board.subtitle.text() == unpacked(found.today).day.subtitle)


def test_a_start_on_another_day_names_the_day_of_the_list(
    qtbot: QtBot, bank_path: Path, tmp_path: Path
) -> None:
    with opened(bank_path) as services:
        errands.leave_ready(services)
    found = look(bank_path, timedelta(days=1))
    assert found is not None
    assert found.earlier
    held = Held(qtbot, bank_path, tmp_path, timedelta(days=1))
    held.until(held.rows)
    day, listed, _trend = unpacked(found.today)
    page = held.today
    assert page.board.title.text() == day.of_day
    assert page.board.subtitle.text() == day.as_of
    assert [row.words for row in held.rows()] == list(listed.rows)
    assert page._day is None
    assert held.shell.rail.who.text() == "Claire Morvan"
    held.let.set()
    held.until(lambda: page._day is not None)
    assert page.board.title.text() == day.title
    assert len(held.shell.findChildren(Desktop)) == 1
    held.until(lambda: page.whom() is not None)
    held.session.end()


def test_a_page_that_cannot_be_read_waits_for_the_store(held: Held) -> None:
    held.until(held.rows)
    before = held.today.board.subtitle.text()
    held.today.show_kept("[]", current=True)
    assert held.today.board.subtitle.text() == before


def test_leaving_keeps_the_page_that_a_deed_made_old(held: Held) -> None:
    held.let.set()
    held.until(held.rows)
    held.until(lambda: held.today.whom() is not None)
    held.session.leave()
    with opened(held.path) as services:
        note(services)
    assert look(held.path) is None
    again = Held(held.qtbot, held.path, held.path.parent)
    again.let.set()
    again.until(lambda: again.shell.findChild(TodayPage) and again.today.whom() is not None)
    again.session.leave()
    assert look(held.path) is not None
