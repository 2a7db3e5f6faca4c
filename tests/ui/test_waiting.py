"""Every list of every page, tab, pane and question: slow, stopped, failed, asked again, empty."""

import shutil
import threading
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QDialog, QWidget
from slow_worker import Failing, Held, failing, live, loose, said, settled_in_vain, texts
from small_branch import key
from small_branch import settle as settle_branch
from sqlalchemy import delete, text
from window_walk import Window, asked, at_work, settle

from advisor_app.bootstrap import services_of
from advisor_app.storage.cipher import StoreKey
from advisor_app.storage.schema.clients import assignment, client
from advisor_app.storage.settings import read_setting, write_setting
from advisor_app.storage.store import open_store_with_key
from advisor_app.ui.pages.agenda.header import AgendaHeader
from advisor_app.ui.pages.client.household_editing import let_join
from advisor_app.ui.pages.client.record_editing import merge_files
from advisor_app.ui.pages.settings.rules import RulesPane
from advisor_app.ui.pages.settings.sections import sections
from advisor_app.ui.pages.sheets.sheet_list import SheetList
from advisor_app.ui.parts.client_choice import ClientChoice
from advisor_app.ui.parts.preview import Preview
from advisor_app.ui.parts.reading import read_into
from advisor_app.ui.parts.requests import SettingsAt
from advisor_app.ui.parts.tabs import Tabs
from advisor_app.ui.window.desktop import Desktop
from advisor_app.ui.window.routes import Route

# What the pane of the window's own look shows is asked of nobody.
ASKED = tuple(one.name for one in sections() if one.name != "appearance")
# Which week it is, the buttons of what was chosen, and how many papers are ticked.
KNOWN = (AgendaHeader, Preview, SheetList)
COUNT = (
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {last})"
    " SELECT count(*) FROM n"
)


@pytest.fixture
def opened(window: Window) -> Any:
    return at_work(window("A01"))


@pytest.fixture
def fails(monkeypatch: pytest.MonkeyPatch) -> Failing:
    return Failing(monkeypatch)


def first_visits(opened: Any) -> list[tuple[str, Callable[[], None]]]:
    """Every page but the one that is there, and every pane, for the first time."""
    whom = opened.desktop.page().whom()
    found = [(name, Route(name)) for name in ("portfolio", "agenda", "sheets")]
    found.append(("client", Route("client", whom.key)))
    found += [(f"settings, {name}", Route("settings", SettingsAt(name))) for name in ASKED]
    return [(where, lambda route=route: opened.desktop.go(route)) for where, route in found]


def test_every_list_that_is_slow_shows_bars_and_can_be_stopped(opened: Any) -> None:
    faults = live(opened, opened.shell, "today", opened.desktop.page().reload)
    for where, visit in first_visits(opened):
        before: dict[Any, str] = {}

        def ask(visit: Callable[[], None] = visit, before: dict[Any, str] = before) -> None:
            visit()
            before |= texts(opened.shell)

        faults += live(opened, opened.shell, where, ask)
        faults += [f"{where}: {one} waits in no list" for one in loose(opened.shell, before, KNOWN)]
    assert not faults, "\n".join(faults)


def test_every_list_that_fails_says_so_and_can_be_asked_again(opened: Any, fails: Failing) -> None:
    faults = failing(opened, opened.shell, "today", opened.desktop.page().reload, fails)
    for where, visit in first_visits(opened):
        faults += failing(opened, opened.shell, where, visit, fails)
    assert not faults, "\n".join(faults)


def test_every_tab_of_a_client_waits_and_comes_again(opened: Any, fails: Failing) -> None:
    opened.desktop.go(Route("client", opened.desktop.page().whom().key))
    settle(opened)
    page, faults = opened.desktop.page(), []
    tabs = page.findChild(Tabs)
    for index, tab in enumerate(tabs._group.buttons()):
        tab.click()
        faults += live(opened, page, tab.text(), page.reload)
        faults += failing(opened, page, tab.text(), page.reload, fails)
        if not page._parts[index].isVisible():
            faults.append(f"{tab.text()} is not in front any more")
    assert not faults, "\n".join(faults)


def test_stop_ends_a_query_without_end_and_never_a_write(opened: Any) -> None:
    stage, told, begun = opened.desktop.page().board.visits.stage, list[object](), threading.Event()

    def count(services: Any) -> None:
        with services._desk.store.reading() as transaction:
            begun.set()
            transaction.execute(text(COUNT.format(last=10**12)))

    read_into(stage, opened.desktop._ask, opened.shell, count, told.append, told.append)
    opened.until(begun.is_set)
    stage._timer.timeout.emit()
    stage._long.timeout.emit()
    stage._slow.stop.click()
    settle(opened)
    assert "Stopped" in said(stage)

    def write(services: Any) -> None:
        with services._desk.store.writing() as transaction:
            begun.set()
            write_setting(transaction, "before", "1")
            transaction.execute(text(COUNT.format(last=300_000)))
            write_setting(transaction, "after", "1")

    def look(services: Any) -> list[str | None]:
        with services._desk.store.reading() as transaction:
            return [read_setting(transaction, name) for name in ("before", "after")]

    begun.clear()
    asked = opened.desktop._ask(opened.shell, write, told.append, told.append)
    opened.until(begun.is_set)
    asked.stop()
    kept: list[object] = []
    opened.desktop._ask(opened.shell, look, kept.append)
    opened.until(lambda: kept)
    assert kept == [["1", "1"]]
    assert not told


def test_papers_that_are_not_known_are_neither_counted_nor_printed(
    opened: Any, fails: Failing
) -> None:
    opened.desktop.go(Route("sheets"))
    settle(opened)
    page = opened.desktop.page()
    listed = page._list
    faults = failing(opened, listed, "papers", page.reload, fails)
    assert not faults, "\n".join(faults)
    assert listed.print.isEnabled()
    held = Held(opened.desktop._ask, opened.shell)
    page.reload()
    listed.stage._timer.timeout.emit()
    assert not listed.print.isEnabled()
    assert not listed.save.isEnabled()
    assert listed._count.text() == ""
    listed.stage.stop()
    assert not page._stage.waits
    held.let_go()


def test_chips_and_views_say_no_number_that_is_not_known(opened: Any, fails: Failing) -> None:
    fails.on = True
    opened.desktop.go(Route("portfolio"))
    settled_in_vain(opened)
    fails.on = False
    page = opened.desktop.page()
    chips = page._filters.chips.values()
    assert {chip._number() for chip in chips} == {""}
    assert all(chip._unknown for chip in chips)
    assert any("not read yet" in one.text() for one in page._views.menu().actions())
    page._stage._error.button.click()
    settle(opened)
    counted = [chip._number() for chip in chips]
    assert all(counted)
    assert not any("not read yet" in one.text() for one in page._views.menu().actions())
    held = Held(opened.desktop._ask, opened.shell)
    page.reload()
    page._stage._timer.timeout.emit()
    assert all(chip._unknown for chip in chips)
    assert page._subtitle.text() == ""
    held.let_go()
    settle(opened)
    assert [chip._number() for chip in chips] == counted


def test_the_counts_of_a_draft_go_while_they_are_not_known(opened: Any, fails: Failing) -> None:
    opened.desktop.go(Route("settings", SettingsAt("rules")))
    settle(opened)
    (rules,) = opened.desktop.page().findChildren(RulesPane)
    told = said(rules)

    def move() -> None:
        rules.delay.slider.setValue(rules.delay.slider.value() + 1)
        # The pause after the slider is over by hand, once.
        rules._pause.stop()
        rules._count()

    faults = live(opened, rules, "the counts of a draft", move)
    faults += failing(opened, rules, "the counts of a draft", move, fails)
    assert not faults, "\n".join(faults)
    held = Held(opened.desktop._ask, opened.shell)
    move()
    rules.delay.unknown._timer.timeout.emit()
    assert rules.delay._note.isHidden()
    assert rules.delay.chart._stops == ()
    assert not [one for one in rules.others._lines.values() if "·" in one._told.text()]
    held.let_go()
    settle(opened)
    assert rules.delay.unknown.isHidden()
    assert rules.delay._note.isVisible()
    assert rules.delay.chart._stops
    assert said(rules) != told


# Each question with a list that it asks the worker for, and what makes it ask.
def propose(opened: Any) -> QWidget:
    return asked(opened, "propose")


def plan_week(opened: Any) -> QWidget:
    return asked(opened, "plan_week")


def write_up(opened: Any) -> QWidget:
    return asked(opened, "write_up")


def who_comes(opened: Any) -> QWidget:
    opened.desktop._requests.book_at.emit(datetime(2026, 4, 30, 10))  # noqa: DTZ001 wall time
    return standing(opened)


def join(opened: Any) -> QWidget:
    page = client_page(opened)
    let_join(page._edits, page._shown)
    return standing(opened)


def merge(opened: Any) -> QWidget:
    page = client_page(opened)
    merge_files(page._edits, page._shown, page._shown.people[0])
    return standing(opened)


def palette(opened: Any) -> QWidget:
    opened.desktop.search()
    return standing(opened)


def client_page(opened: Any) -> Any:
    opened.desktop.go(Route("client", opened.desktop.page().whom().key))
    settle(opened)
    return opened.desktop.page()


def standing(opened: Any) -> QWidget:
    settle(opened)
    (dialog,) = [one for one in opened.shell.findChildren(QDialog) if one.isVisible()]
    return dialog


def type_somebody(dialog: Any) -> None:
    """Search for somebody; another word each time, for the same word is no new question."""
    field = dialog.findChild(ClientChoice).field
    field.setText("fournier" if field.text() == "" else field.text() + " ")


def search_again(dialog: Any) -> None:
    dialog.field.setText(dialog.field.text() + "a")
    # The pause after a key is over by hand, once.
    dialog._timer.stop()
    dialog._search()


def look_again(dialog: Any) -> None:
    dialog._timer.stop()
    dialog._look_now()


def again_of(dialog: Any) -> None:
    dialog._read(dialog.form.day.day())
    dialog._look()


QUESTIONS: dict[str, tuple[Callable[[Any], QWidget], Callable[[Any], None]]] = {
    "the week and the free times of a booking": (propose, again_of),
    "a whole week": (plan_week, lambda dialog: dialog._read()),
    "what an outcome changes": (write_up, look_again),
    "who comes": (who_comes, type_somebody),
    "who joins": (join, type_somebody),
    "the other file": (merge, type_somebody),
    "Ctrl+K": (palette, search_again),
}


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_list_of_a_question_waits_fails_and_comes_again(
    opened: Any, fails: Failing, question: str
) -> None:
    ask, provoke = QUESTIONS[question]
    dialog: Any = ask(opened)
    faults = live(opened, dialog, question, lambda: provoke(dialog))
    faults += failing(opened, dialog, question, lambda: provoke(dialog), fails)
    dialog.reject()
    assert not faults, "\n".join(faults)


# Where a list is empty, what it says instead.
EMPTY = {
    "today": ("Nobody to see first today", "Nothing planned"),
    "portfolio": ("No client matches",),
    "agenda": ("Nobody waits for a time.",),
    "sheets": ("No appointment on this day",),
    "imports": ("Nothing that can be taken back",),
    "backups": ("There is no backup yet",),
}


@pytest.fixture
def small(template: Path, tmp_path: Path) -> Path:
    """A store with a branch and three clients of whom nothing more is known."""
    return settled(template, tmp_path, served=True)


@pytest.fixture
def bare(template: Path, tmp_path: Path) -> Path:
    """A store with a branch and nobody to serve."""
    return settled(template, tmp_path, served=False)


def settled(template: Path, folder: Path, *, served: bool) -> Path:
    path = folder / "bank.store"
    shutil.copy2(template, path)
    store = open_store_with_key(path, StoreKey(b"k" * 32, b"s" * 16))
    with store.writing() as transaction:
        settle_branch(transaction)
        if not served:
            transaction.execute(delete(assignment))
            transaction.execute(delete(client))
    services_of(store, None).setup.live_at(datetime(2026, 4, 23, 10, 18))  # noqa: DTZ001 wall time
    store.close()
    return path


@pytest.fixture
def bank_path(request: pytest.FixtureRequest, bank: Path, tmp_path: Path) -> Path:
    """The small store or the bare one, for the tests that ask for it."""
    for name in ("bare", "small"):
        if name in request.fixturenames:
            return Path(request.getfixturevalue(name))
    path = tmp_path / "bank.store"
    shutil.copy2(bank, path)
    return path


@pytest.mark.usefixtures("bare")
def test_every_list_that_is_empty_says_so(window: Window) -> None:
    opened = window("A1")
    opened.until(lambda: opened.find(Desktop) is not None)
    faults = []
    for where, sentences in EMPTY.items():
        settings = where in {"imports", "backups"}
        opened.desktop.go(Route("settings", SettingsAt(where)) if settings else Route(where))
        settle(opened)
        words = said(opened.shell)
        faults += [
            f"{where} does not say {one!r}: {words}" for one in sentences if one not in words
        ]
    assert not faults, "\n".join(faults)


# What each tab of a client says of whom nothing is known.
NOTHING = (
    ("No project known yet.", "No appointment planned", "Nothing noted yet"),
    ("No project known yet", "A good question finds one"),
    ("Nothing is promised.", "Nothing yet: a handwritten card", "Nothing was exchanged yet."),
    ("Nobody else is known of this household.",),
    ("No contract came with", "Nothing was printed yet."),
    (),
)


@pytest.mark.usefixtures("small")
def test_every_list_of_a_client_of_whom_nothing_is_known_says_so(window: Window) -> None:
    opened = window("A1")
    opened.until(lambda: opened.find(Desktop) is not None)
    opened.desktop.go(Route("client", key("C1")))
    settle(opened)
    page, faults = opened.desktop.page(), []
    for tab, sentences in zip(page.findChild(Tabs)._group.buttons(), NOTHING, strict=True):
        tab.click()
        settle(opened)
        words = said(page)
        faults += [
            f"{tab.text()} does not say {one!r}: {words}" for one in sentences if one not in words
        ]
    assert not faults, "\n".join(faults)
