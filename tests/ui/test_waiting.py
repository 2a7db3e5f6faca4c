"""Every list of every page, tab, pane and question: slow, stopped, failed, asked again, empty."""

from collections.abc import Callable
from typing import Any

import pytest
from slow_worker import Failing, failing, live, loose, texts
from window_walk import Window, at_work, settle

from advisor_app.ui.pages.agenda.header import AgendaHeader
from advisor_app.ui.pages.settings.sections import sections
from advisor_app.ui.pages.sheets.sheet_list import SheetList
from advisor_app.ui.parts.preview import Preview
from advisor_app.ui.parts.requests import SettingsAt
from advisor_app.ui.parts.tabs import Tabs
from advisor_app.ui.window.routes import Route

# What the pane of the window's own look shows is asked of nobody.
ASKED = tuple(one.name for one in sections() if one.name != "appearance")
# Which week it is, the buttons of what was chosen, and the papers of which the first shows beside.
KNOWN = (AgendaHeader, Preview, SheetList)


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
