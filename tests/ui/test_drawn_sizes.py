"""What the design draws whole in its window is whole in ours."""

from collections.abc import Callable
from typing import Any

from window_walk import at_work, settle

from advisor_app.ui.pages.client.overview import Overview
from advisor_app.ui.pages.client.project_card import CardButton
from advisor_app.ui.window.routes import Route

Window = Callable[[str | None], Any]
# The window of the design without its title bar.
DRAWN = (1440, 868)


def overview_of_the_story(window: Window) -> Overview:
    opened = at_work(window("A01"))
    opened.shell.resize(*DRAWN)
    found: list[Any] = []
    opened.desktop._ask(
        opened.shell,
        lambda services: services.search.find("fournier cam").clients[0].key,
        found.append,
    )
    opened.until(lambda: found)
    opened.desktop.go(Route("client", found[0]))
    settle(opened)
    overview = opened.find(Overview)
    opened.until(lambda: overview.widget().height() > overview.viewport().height() // 2)
    assert isinstance(overview, Overview)
    return overview


def test_the_overview_of_the_story_needs_no_scrolling(window: Window) -> None:
    assert overview_of_the_story(window).verticalScrollBar().maximum() == 0


def test_a_project_is_as_high_as_its_words(window: Window) -> None:
    cards = overview_of_the_story(window).findChildren(CardButton)
    assert cards
    for card in cards:
        assert card.height() >= card.heightForWidth(card.width())
