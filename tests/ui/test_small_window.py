"""A small window: pages nearer to its edge, the bar in line with them, no subtitle cut."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget
from window_walk import Window, at_work, settle

from advisor_app.ui.parts.discreet import Discretion, Private
from advisor_app.ui.parts.scroll import Scroll
from advisor_app.ui.parts.shortening import Shortening
from advisor_app.ui.parts.text import Text
from advisor_app.ui.theme import sizes
from advisor_app.ui.theme.type_scale import Type, line_height
from advisor_app.ui.window.routes import Route
from advisor_app.ui.window.top_bar import SearchButton

WHOLE = "356 households shown of 356 (400 clients) · sorted by last meeting, the oldest first"
LESS = "356 households shown of 356 (400 clients)"


@pytest.fixture
def line(qtbot: Any) -> Iterator[Shortening]:
    around = QWidget()
    qtbot.addWidget(around)
    made = Shortening()
    made.setParent(around)
    around.resize(1366, 740)
    made.say(WHOLE, LESS)
    around.show()
    yield made
    around.close()


def test_a_low_window_has_one_line_which_says_less(line: Shortening) -> None:
    line.resize(900, line_height(Type.BODY))
    assert line.text() == WHOLE
    assert line.toolTip() == ""
    line.resize(400, line_height(Type.BODY))
    assert line.text() == LESS
    assert "oldest" in line.toolTip()
    assert line.accessibleName() == WHOLE
    line.resize(900, line_height(Type.BODY))
    assert line.text() == WHOLE


def test_one_line_stands_in_the_middle_of_a_higher_place(line: Shortening) -> None:
    line.resize(900, 5 * line_height(Type.BODY))
    picture = line.grab().toImage()
    ground = picture.pixelColor(0, 0)
    inked = [
        y
        for y in range(picture.height())
        if any(picture.pixelColor(x, y) != ground for x in range(300))
    ]
    middle = (inked[0] + inked[-1]) / 2
    assert abs(middle - picture.height() / 2) <= sizes.XS


def test_a_high_window_has_two_lines(line: Shortening) -> None:
    line.window().resize(1440, sizes.LOW)
    line.resize(400, 2 * line_height(Type.BODY))
    assert line.text() == WHOLE
    assert line.heightForWidth(400) == 2 * line_height(Type.BODY)


@pytest.mark.parametrize(("wide", "edge"), [(960, sizes.XL), (1366, sizes.PAGE)])
@pytest.mark.parametrize("name", ["today", "portfolio", "agenda", "sheets", "settings"])
def test_a_page_stands_at_its_edge_and_the_bar_in_line(
    window: Window, name: str, wide: int, edge: int
) -> None:
    opened = at_work(window("A01"))
    opened.desktop.go(Route(name))
    settle(opened)
    opened.shell.resize(wide, 700)
    settle(opened)
    page = opened.desktop.page()
    assert page.edge == (sizes.XXL if (name, wide) == ("portfolio", 1366) else edge)
    bar = opened.shell.top.findChild(SearchButton)
    left = opened.shell.rail.width()
    title = min(
        (one for one in page.findChildren(Text) if one.isVisible()),
        key=lambda one: one.mapTo(page, QPoint(0, 0)).y(),
    )
    assert title.mapTo(opened.shell, QPoint(0, 0)).x() - left == page.edge
    assert bar.mapTo(opened.shell, QPoint(0, 0)).x() - left == page.edge


def test_what_is_folded_takes_no_room_where_it_scrolls(qtbot: Any) -> None:
    discretion = Discretion()
    long = QWidget()
    long.setMinimumHeight(2_000)
    folding, scroll = Private(long, "Follow-ups are hidden", discretion), Scroll()
    qtbot.addWidget(scroll)
    scroll.hold(folding)
    scroll.resize(300, 400)
    scroll.show()
    assert scroll.verticalScrollBar().maximum() > 0
    discretion.toggle()
    qtbot.waitUntil(lambda: scroll.verticalScrollBar().maximum() == 0)
    (words,) = (one for one in scroll.findChildren(Text) if one.isVisible())
    assert scroll.rect().contains(words.mapTo(scroll, words.rect().center()))
    discretion.toggle()
    assert not long.isHidden()


def test_a_folded_subtitle_moves_nothing(window: Window) -> None:
    opened = at_work(window("A01"))
    opened.desktop.go(Route("portfolio"))
    settle(opened)
    views = opened.desktop.page()._views
    before = views.geometry()
    opened.desktop.discretion.toggle()
    settle(opened)
    assert views.geometry() == before
    opened.desktop.discretion.toggle()


def test_the_buttons_of_the_suggestions_are_alike(window: Window) -> None:
    opened = at_work(window("A01"))
    rows = opened.desktop.page().board.suggested._rows
    assert len(rows) > 1
    assert len({row.action.width() for row in rows}) == 1
