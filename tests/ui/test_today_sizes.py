"""Today at each size of window: no row is cut, and what is due has room."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from window_walk import Window, at_work, settle

from advisor_app.bootstrap import Services
from advisor_app.domain.codes import Language
from advisor_app.i18n import speaking
from advisor_app.ui.pages.today.board import TO_MEET, VISITS
from advisor_app.ui.pages.today.owed import OwedRow
from advisor_app.ui.pages.today.page import TodayPage
from advisor_app.ui.picture import Here
from advisor_app.ui.window.desktop import Desktop
from advisor_app.ui.window.shell import Shell

SIZES = ((960, 600), (1366, 768), (1440, 872), (1440, 900), (2560, 1440))
LANGUAGES = (Language.FR, Language.DE)
_ROUNDS = 4


@pytest.fixture(params=LANGUAGES, ids=lambda one: one.value)
def language(request: pytest.FixtureRequest) -> Iterator[Language]:
    with speaking(request.param):
        yield request.param


@pytest.fixture(params=SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def today(
    request: pytest.FixtureRequest, claire: Services, language: Language, qtbot: Any
) -> TodayPage:
    claire.language = language
    shell = Shell()
    qtbot.addWidget(shell)
    shell.rebuild()
    shell.resize(*request.param)
    desktop = Desktop(shell, Here(claire), claire.today())
    shell.show()
    turn()
    page = desktop.page()
    assert isinstance(page, TodayPage)
    page.board.show_part(TO_MEET)
    turn()
    return page


def turn() -> None:
    for _round in range(_ROUNDS):
        QApplication.processEvents()


def cut(rows: list[Any], area: QWidget) -> list[QWidget]:
    """The rows that are seen in part."""
    seen = []
    for row in rows:
        top = row.mapTo(area, QPoint(0, 0)).y()
        inside = max(0, min(top + row.height(), area.height()) - max(top, 0))
        seen += [row] if 0 < inside < row.height() else []
    return seen


def test_nothing_is_cut_at_any_size_in_any_language(today: TodayPage) -> None:
    no_suggestion_is_cut(today)
    five_rows_stand_whole_as_drawn(today)
    the_wheel_turns_from_row_to_row(today)
    what_is_due_has_the_column_for_itself(today)


def no_suggestion_is_cut(today: TodayPage) -> None:
    found = today.board.suggested
    assert found._rows
    assert cut(found._rows, found._area.viewport()) == []
    for row in found._rows:
        assert row.height() >= row.needed(row.width())
        assert row._zone.width() >= row.ritual_width()


def five_rows_stand_whole_as_drawn(today: TodayPage) -> None:
    found, window = today.board.suggested, today.window()
    height = found._area.viewport().height()
    whole = [row for row in found._rows if row.y() + row.height() <= height]
    least = {600: 3, 768: 4, 872: 4, 900: 5, 1440: 5}[window.height()]
    assert len(whole) >= min(least, len(found._rows))


def the_wheel_turns_from_row_to_row(today: TodayPage) -> None:
    found = today.board.suggested
    bar = found._area.verticalScrollBar()
    wheel(found._area.viewport(), -120)
    assert bar.value() == min(found._rows[1].y(), bar.maximum())
    wheel(found._area.viewport(), -60)
    wheel(found._area.viewport(), 60)
    assert bar.value() == min(found._rows[1].y(), bar.maximum())
    wheel(found._area.viewport(), 120)
    assert bar.value() == 0


def wheel(on: QWidget, turned: int) -> None:
    middle = QPointF(on.rect().center())
    event = QWheelEvent(
        middle,
        on.mapToGlobal(middle),
        QPoint(),
        QPoint(0, turned),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 Qt's own order of arguments
    )
    QApplication.sendEvent(on, event)


def what_is_due_has_the_column_for_itself(today: TodayPage) -> None:
    board = today.board
    board.show_owed(shown=True)
    turn()
    rows = [row for row in board.owed.findChildren(OwedRow) if row.isVisible()]
    view = board._left.viewport()
    whole = [row for row in rows if row.mapTo(view, QPoint(0, row.height())).y() <= view.height()]
    assert len(whole) >= min(5, len(board.owed._owed))
    assert rows[0].hasFocus()
    both = board.wide and board._tall
    assert board.visits.isVisible() == both
    assert board.owed.close_button.isVisible() != both


def test_closing_what_is_due_brings_the_appointments_back(window: Window) -> None:
    opened = at_work(window("A01"))
    board = opened.desktop.page().board
    for size in ((1440, 900), (960, 600)):
        opened.shell.resize(*size)
        settle(opened)
        board.show_owed(shown=True)
        assert not board.visits.isVisible()
        board.owed.close_button.click()
        assert board.visits.isVisible()


def test_another_segment_forgets_that_what_is_due_stood_alone(window: Window) -> None:
    opened = at_work(window("A01"))
    opened.shell.resize(960, 600)
    settle(opened)
    board = opened.desktop.page().board
    board.show_owed(shown=True)
    board.tabs._group.button(TO_MEET).click()
    board.tabs._group.button(VISITS).click()
    assert board.visits.isVisible()


def test_a_low_window_moves_the_figures_into_their_segment(window: Window) -> None:
    opened = at_work(window("A01"))
    opened.shell.resize(1366, 690)
    settle(opened)
    board = opened.desktop.page().board
    assert board.tabs.isVisible()
    assert not board.figures.isVisible()
    opened.shell.resize(1366, 768)
    settle(opened)
    assert board.figures.isVisible()
    assert not board.tabs.isVisible()
