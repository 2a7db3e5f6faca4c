"""What was accepted waits in the agenda: shown when it could be, placed, given back."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QAccessible, QDropEvent
from window_walk import Window, at_work, settle

from advisor_app.bootstrap import Services
from advisor_app.ui.dialogs.propose import ProposeDialog
from advisor_app.ui.pages.agenda.page import AgendaPage
from advisor_app.ui.pages.agenda.waiting_row import WaitingRow
from advisor_app.ui.parts.week import WAITING_TYPE
from advisor_app.ui.window.routes import Route

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog

    from advisor_app.ui.parts.requests import Whom

PLAIN = Qt.KeyboardModifier.NoModifier


class Placed:
    """The agenda, after the first suggestion of the day was accepted on the page of the day."""

    def __init__(self, opened: Any, *, by: Callable[["Placed"], None] | None = None) -> None:
        self.opened = at_work(opened)
        self.opened.shell.resize(1440, 900)
        whom = self.opened.desktop.page().whom()
        assert whom is not None
        self.whom: Whom = whom
        (by or Placed.accept)(self)
        settle(self.opened)
        self.opened.desktop.go(Route("agenda"))
        settle(self.opened)
        page = self.opened.desktop.page()
        assert isinstance(page, AgendaPage)
        self.page = page

    def accept(self) -> None:
        self.opened.desktop._requests.accept.emit(self.whom)

    @property
    def rows(self) -> list[WaitingRow]:
        return self.page.waiting._rows

    def accepted(self) -> list[WaitingRow]:
        return [row for row in self.rows if row.waiting.accepted is not None]

    def dialog(self) -> ProposeDialog:
        settle(self.opened)
        found = self.opened.shell.findChildren(ProposeDialog)
        assert found
        dialog: ProposeDialog = found[-1]
        return dialog

    def chosen(self) -> tuple[WaitingRow, datetime]:
        """The accepted row in front, and when its first dashed time of next week begins."""
        self.page._step(1)
        settle(self.opened)
        row = self.accepted()[0]
        row.setFocus()
        settle(self.opened)
        block = self.page.week.scene.free[0]
        day = datetime.combine(block.day, datetime.min.time())
        return row, day + timedelta(minutes=block.when.start)


@pytest.fixture
def placed(window: Window) -> Callable[[], Placed]:
    return lambda: Placed(window("A01"))


def test_what_is_accepted_leads_the_list_and_is_not_suggested_any_more(
    placed: Callable[[], Placed],
) -> None:
    page = placed()
    (row,) = page.accepted()
    assert page.rows[0] is row
    assert row.waiting.whom.key == page.whom.key
    assert page.whom.title in QAccessible.queryAccessibleInterface(row).text(QAccessible.Text.Name)
    assert page.whom.key not in {one.waiting.whom.key for one in page.rows[1:]}
    page.opened.desktop.history.undo()
    settle(page.opened)
    assert page.accepted() == []
    page.opened.desktop.history.redo()
    settle(page.opened)
    assert len(page.accepted()) == 1


def test_the_key_of_the_day_and_the_question_accept_too(window: Window) -> None:
    def ask(page: Placed) -> None:
        page.opened.desktop._requests.propose.emit(page.whom)
        page.dialog().wait.click()

    def press(page: Placed) -> None:
        today = page.opened.desktop.page()
        (action,) = [one for one in today.page_actions() if one.keys == ("A",)]
        assert action.ready()
        action.deed()

    for by in (ask, press):
        page = Placed(window("A01"), by=by)
        assert [row.waiting.whom.key for row in page.accepted()] == [page.whom.key]
        page.opened.desktop.history.undo()
        settle(page.opened)
        page.opened.session.end()


def test_the_row_in_front_has_its_free_times_dashed_and_said(
    placed: Callable[[], Placed],
) -> None:
    page = placed()
    row, start = page.chosen()
    week = page.page.week
    assert row.is_chosen()
    days = [one.day for one in week.scene.free]
    assert len(set(days)) == len(days)
    week.go_to(start.date(), start.hour * 60 + start.minute)
    said = week.week.data(week.currentIndex(), Qt.ItemDataRole.AccessibleTextRole)
    assert said is not None
    assert page.whom.title in said
    page.opened.desktop.discretion.turn(on=True)
    assert week.scene.free == ()
    page.opened.desktop.discretion.turn(on=False)
    settle(page.opened)
    page.opened.qtbot.keyClick(row, Qt.Key.Key_Escape)
    settle(page.opened)
    assert week.scene.free == ()


def test_a_dashed_time_is_taken_by_enter_and_by_a_click(placed: Callable[[], Placed]) -> None:
    page = placed()
    _row, start = page.chosen()
    week = page.page.week
    week.go_to(start.date(), start.hour * 60 + start.minute)
    page.opened.qtbot.keyClick(week, Qt.Key.Key_Return)
    dialog = page.dialog()
    assert dialog.wish().start == start
    assert dialog.wish().whom.accepted is not None
    dialog.reject()
    settle(page.opened)
    week.pointed.emit(start + timedelta(minutes=15))
    assert page.dialog().wish().start == start


def test_a_time_ends_the_waiting_and_undo_begins_it_again(placed: Callable[[], Placed]) -> None:
    page = placed()
    row, start = page.chosen()
    week = page.page.week
    column = week.column_of(start.date())
    assert column is not None
    grid = week.grid_now()
    height = grid.y(start.hour * 60 + start.minute) + 2
    place = QPointF(grid.lefts[column] + grid.widths[column] / 2, height)
    carried = QMimeData()
    carried.setData(WAITING_TYPE, f"{row.token} 60 {page.whom.title}".encode())
    event = QDropEvent(place, Qt.DropAction.CopyAction, carried, Qt.MouseButton.LeftButton, PLAIN)
    week.dropEvent(event)
    dialog = page.dialog()
    assert dialog.wish().start == start
    dialog.action.click()
    settle(page.opened)
    assert page.accepted() == []
    page.opened.desktop.history.undo()
    settle(page.opened)
    assert [one.waiting.whom.key for one in page.accepted()] == [page.whom.key]


def test_it_is_given_back_by_delete_and_waits_again_by_undo(
    placed: Callable[[], Placed],
) -> None:
    page = placed()
    (row,) = page.accepted()
    row.setFocus()
    page.opened.qtbot.keyClick(row, Qt.Key.Key_Down)
    assert page.rows[1].is_chosen()
    page.opened.qtbot.keyClick(page.rows[1], Qt.Key.Key_Delete)
    page.opened.qtbot.keyClick(page.rows[1], Qt.Key.Key_Up)
    page.opened.qtbot.keyClick(row, Qt.Key.Key_Delete)
    settle(page.opened)
    assert page.accepted() == []
    assert page.whom.key in {one.waiting.whom.key for one in page.rows}
    page.opened.desktop.history.undo()
    settle(page.opened)
    assert len(page.accepted()) == 1


def test_a_meeting_too_many_is_said_before_it_is_booked(placed: Callable[[], Placed]) -> None:
    page = placed()
    done: list[None] = []

    def fill(services: Services) -> None:
        services.working_plans.set_capacity(1)

    page.opened.desktop._ask(page.opened.shell, fill, done.append)
    settle(page.opened)
    assert done
    page.opened.desktop._requests.propose.emit(page.accepted()[0].waiting.whom)
    dialog = page.dialog()
    busy = page.page.week.plan().now
    dialog._take_wall(busy.replace(hour=16, minute=0))
    settle(page.opened)
    assert dialog.full.isVisible()
    assert "1" in dialog.full.text()
    assert dialog.action.isEnabled()
    dialog.reject()


def test_without_a_suggestion_nothing_can_wait(placed: Callable[[], Placed]) -> None:
    page = placed()
    page.opened.desktop._requests.propose.emit(page.accepted()[0].waiting.whom)
    dialog: QDialog = page.dialog()
    assert isinstance(dialog, ProposeDialog)
    assert not dialog.wait.isVisible()
    dialog.reject()
