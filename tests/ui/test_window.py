import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from sqlalchemy import Connection

from advisor_app.bootstrap import Services
from advisor_app.domain.keys import Key
from advisor_app.i18n.formats import clock, long_date
from advisor_app.storage.store import Store
from advisor_app.ui.dialogs.contact import ContactDialog
from advisor_app.ui.dialogs.dismiss import DismissDialog
from advisor_app.ui.dialogs.first_run import FirstRun
from advisor_app.ui.dialogs.later import LaterDialog
from advisor_app.ui.dialogs.propose import ProposeDialog
from advisor_app.ui.pages.client.page import ClientPage
from advisor_app.ui.pages.portfolio.page import PortfolioPage
from advisor_app.ui.pages.sheets.page import SheetsPage
from advisor_app.ui.pages.today.page import TodayPage
from advisor_app.ui.parts.buttons import Button
from advisor_app.ui.picture import grab
from advisor_app.ui.window.palette import Palette
from advisor_app.ui.window.routes import Route
from advisor_app.ui.window.shell import Shell

Open = Callable[[str | None], Any]
Opened = Any


def page_of(opened: Opened, kind: type) -> object:
    found = opened.shell.findChild(kind)
    assert found is not None
    return found


def at_work(opened: Opened) -> TodayPage:
    opened.until(lambda: opened.find(TodayPage) is not None)
    today = page_of(opened, TodayPage)
    assert isinstance(today, TodayPage)
    opened.until(lambda: today.whom() is not None)
    return today


def listed(today: TodayPage) -> set[Key]:
    assert today.answers.listing is not None
    return set(today.answers.listing.whom)


def dialog_of(opened: Opened, kind: type) -> object:
    opened.until(lambda: opened.find(kind) is not None)
    return opened.find(kind)


@pytest.fixture
def threads(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """On which thread every transaction of the store began."""
    seen: list[int] = []

    def watched(name: str) -> None:
        before = getattr(Store, name)

        @contextmanager
        def transaction(self: Store) -> Iterator[Connection]:
            seen.append(threading.get_ident())
            with before(self) as connection:
                yield connection

        monkeypatch.setattr(Store, name, transaction)

    watched("reading")
    watched("writing")
    return seen


def test_no_store_call_runs_on_the_windows_thread(window: Open, threads: list[int]) -> None:
    opened = window("A01")
    today = at_work(opened)
    desktop = opened.desktop
    desktop.go(Route("portfolio"))
    portfolio = page_of(opened, PortfolioPage)
    assert isinstance(portfolio, PortfolioPage)
    opened.until(lambda: portfolio.whom() is not None)
    desktop.go(Route("client", portfolio.whom().key))  # type: ignore[union-attr] # waited for
    client = page_of(opened, ClientPage)
    assert isinstance(client, ClientPage)
    opened.until(lambda: client.whom() is not None)
    desktop.go(Route("sheets"))
    sheets = page_of(opened, SheetsPage)
    assert isinstance(sheets, SheetsPage)
    opened.until(lambda: sheets._papers)
    desktop.search()
    palette = dialog_of(opened, Palette)
    assert isinstance(palette, Palette)
    palette.field.setText("four")
    opened.until(lambda: palette._lines)
    palette.reject()
    desktop._requests.later.emit(today.whom())
    later = dialog_of(opened, LaterDialog)
    assert isinstance(later, LaterDialog)
    later.accept()
    opened.until(opened.shell.toast.isVisible)
    assert threads
    assert threading.get_ident() not in threads


def test_a_booking_leaves_the_list_and_can_be_taken_back(window: Open) -> None:
    opened = window("A01")
    today = at_work(opened)
    whom = today.whom()
    assert whom is not None
    opened.desktop._requests.propose.emit(whom)
    dialog = dialog_of(opened, ProposeDialog)
    assert isinstance(dialog, ProposeDialog)
    assert whom.title in dialog._sentence.text()
    dialog.accept()
    opened.until(opened.shell.toast.isVisible)
    opened.until(lambda: whom.key not in listed(today))
    opened.shell.toast.take_back()
    opened.until(lambda: whom.key in listed(today))


def test_a_proposed_time_fills_the_form_and_can_be_booked(window: Open) -> None:
    opened = window("A01")
    today = at_work(opened)
    opened.desktop._requests.propose.emit(today.whom())
    dialog = dialog_of(opened, ProposeDialog)
    assert isinstance(dialog, ProposeDialog)
    opened.until(lambda: offered(dialog))
    first, second = offered(dialog)
    second.click()
    wish = dialog.wish()
    assert long_date(wish.start.date()).lower() in second.text().lower()
    assert clock(wish.start.time()) in second.text()
    assert dialog.form.free._day.text()
    dialog.beside.choose_minutes(90)
    opened.until(lambda: not shiboken6.isValid(first))
    offered(dialog)[0].click()
    dialog.accept()
    opened.until(opened.shell.toast.isVisible)


def offered(dialog: ProposeDialog) -> list[Button]:
    """The times to propose, as buttons."""
    return [part for part in dialog.form.free._offers if isinstance(part, Button)]


def test_a_refused_booking_says_why_and_keeps_the_question(window: Open) -> None:
    opened = window("A01")
    today = at_work(opened)
    opened.desktop._requests.propose.emit(today.whom())
    dialog = dialog_of(opened, ProposeDialog)
    assert isinstance(dialog, ProposeDialog)
    dialog.form.time.setTime(dialog.form.time.time().fromString("03:00", "HH:mm"))
    dialog.accept()
    opened.until(dialog.problem.isVisible)
    assert dialog.isVisible()
    assert dialog.action.isEnabled()
    dialog.reject()


@pytest.mark.parametrize("kind", ["later", "dismiss"])
def test_a_suggestion_can_be_answered_and_the_answer_undone(window: Open, kind: str) -> None:
    opened = window("A01")
    today = at_work(opened)
    whom = today.whom()
    assert whom is not None
    getattr(opened.desktop._requests, kind).emit(whom)
    dialog = dialog_of(opened, LaterDialog if kind == "later" else DismissDialog)
    dialog.accept()  # type: ignore[attr-defined] # both are dialogs
    opened.until(lambda: whom.key not in listed(today))
    opened.shell.toast.take_back()
    opened.until(lambda: whom.key in listed(today))


def test_a_note_that_says_too_much_warns_before_it_is_saved(window: Open) -> None:
    opened = window("A01")
    today = at_work(opened)
    opened.desktop.note()
    dialog = dialog_of(opened, ContactDialog)
    assert isinstance(dialog, ContactDialog)
    QTest.keyClicks(dialog._text.field, "He has cancer.")
    dialog.accept()
    assert dialog.isVisible()
    assert "cancer" in dialog._text._warning._text.text()
    dialog.accept()
    opened.until(opened.shell.toast.isVisible)
    assert today.isVisible()


def test_the_first_run_asks_who_works_here(window: Open) -> None:
    opened = window(None)
    opened.until(lambda: opened.find(FirstRun) is not None)
    first = opened.find(FirstRun)
    assert isinstance(first, FirstRun)
    assert not any(button.isEnabled() for button in opened.shell.rail._buttons.values())
    first._who.choose("A01")
    first._go.click()
    at_work(opened)
    assert opened.shell.rail.who.text() == "Claire Morvan"


def test_another_language_makes_the_window_anew(window: Open) -> None:
    opened = window("A01")
    at_work(opened)
    opened.session._speak("de")
    opened.until(lambda: opened.find(TodayPage) is not None)
    at_work(opened)


def test_sheets_are_shown_saved_and_recorded(window: Open, tmp_path: Path) -> None:
    opened = window("A01")
    today = at_work(opened)
    today.print_now()
    sheets = page_of(opened, SheetsPage)
    assert isinstance(sheets, SheetsPage)
    opened.until(lambda: sheets._papers)
    opened.until(lambda: sheets._preview._sheet._images)
    path = tmp_path / "day.pdf"
    sheets.save_to(path)
    opened.until(opened.shell.toast.isVisible)
    assert path.read_bytes().startswith(b"%PDF")
    opened.desktop.go(Route("today"))
    opened.until(lambda: today._day is not None and any(one.printed for one in today._day.visits))


def test_back_returns_to_the_list_that_one_came_from(window: Open) -> None:
    opened = window("A01")
    at_work(opened)
    desktop = opened.desktop
    desktop.go(Route("portfolio"))
    portfolio = page_of(opened, PortfolioPage)
    assert isinstance(portfolio, PortfolioPage)
    opened.until(lambda: portfolio.whom() is not None)
    portfolio._open(portfolio.whom().key)  # type: ignore[union-attr] # waited for
    opened.until(opened.shell.top.back.isVisible)
    opened.shell.top.back.click()
    assert desktop.page() is portfolio


def test_a_picture_needs_no_screen(claire: Services, tmp_path: Path, english: None) -> None:
    assert english is None
    path = tmp_path / "window.png"
    before = open_shells()
    grab(claire, path)
    image = QImage(str(path))
    assert (image.width(), image.height()) == (1440, 900)
    # One that stayed would go on asking on this thread, as its timers tell it.
    assert open_shells() == before


def open_shells() -> int:
    return sum(isinstance(one, Shell) for one in QApplication.topLevelWidgets())
