"""The agenda in a window: by mouse and by keyboard, with its undo."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QAccessible, QDropEvent
from PySide6.QtWidgets import QDialog
from window_walk import Window, at_work, settle

from advisor_app.domain.agenda import KeptTime, PlannedMeeting, WhyKept, minutes_of
from advisor_app.domain.codes import AppointmentStatus
from advisor_app.ui.dialogs.cancelling import CancellingDialog
from advisor_app.ui.dialogs.moving import MovingDialog
from advisor_app.ui.dialogs.propose import ProposeDialog
from advisor_app.ui.dialogs.who_comes import WhoComesDialog
from advisor_app.ui.pages.agenda.menu import Deeds, entries
from advisor_app.ui.pages.agenda.page import AgendaPage
from advisor_app.ui.parts.text import Text
from advisor_app.ui.parts.week import WAITING_TYPE, WeekView
from advisor_app.ui.parts.week.painter import WeekPainter
from advisor_app.ui.theme import sizes
from advisor_app.ui.window.routes import Route

SHIFT, PLAIN = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier


class Agenda:
    """The page in a window at work."""

    def __init__(self, opened: object) -> None:
        self.opened = at_work(opened)
        self.opened.shell.resize(1440, 900)
        self.opened.desktop.go(Route("agenda"))
        settle(self.opened)
        page = self.opened.desktop.page()
        assert isinstance(page, AgendaPage)
        self.page = page

    @property
    def week(self) -> WeekView:
        return self.page.week

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = PLAIN) -> None:
        self.opened.qtbot.keyClick(self.week, key, held)

    def coming(self) -> PlannedMeeting:
        """The first meeting that is still to come."""
        plan = self.week.plan()
        every = (one for day in plan.days for one in day.meetings)
        return next(one for one in every if one.to_come and one.visit.start > plan.now)

    def again(self, ref: str) -> PlannedMeeting:
        """A meeting as the page shows it now."""
        found = self.week.plan().find(ref)
        assert found is not None
        return found

    def dialog(self, kind: type[QDialog]) -> QDialog:
        settle(self.opened)
        found = self.opened.shell.findChildren(kind)
        assert found, f"no {kind.__name__} is open"
        return found[-1]


@pytest.fixture
def agenda(window: Window) -> Callable[[], Agenda]:
    return lambda: Agenda(window("A01"))


def moved_by_keyboard(page: Agenda, one: PlannedMeeting) -> None:
    page.week.choose(one.visit.ref)
    page.press(Qt.Key.Key_Down, SHIFT)
    page.press(Qt.Key.Key_Return)
    settle(page.opened)
    for dialog in page.opened.shell.findChildren(MovingDialog):
        dialog.accept()
    settle(page.opened)


def test_every_cell_and_meeting_has_a_name(agenda: Callable[[], Agenda]) -> None:
    page = agenda()
    model, one = page.week.week, page.coming()
    told = QAccessible.queryAccessibleInterface(page.week)
    assert told.role() is QAccessible.Role.Table
    names = [
        str(model.index(row, column).data(Qt.ItemDataRole.AccessibleTextRole))
        for row in range(model.rowCount())
        for column in range(model.columnCount())
    ]
    assert all(names)
    assert len(set(names)) == len(names)
    who = one.visit.people[0].last_name
    assert who is not None
    assert any(who in name for name in names)


def test_the_next_meeting_is_in_front_first(agenda: Callable[[], Agenda]) -> None:
    page = agenda()
    plan, chosen = page.week.plan(), page.week.chosen()
    today = [one for day in plan.days if day.day == plan.now.date() for one in day.meetings]
    left = [one for one in today if one.visit.end > plan.now]
    assert left
    assert chosen is not None
    assert chosen.visit.ref == min(left, key=lambda one: one.visit.start).visit.ref


@pytest.mark.parametrize("high", [600, 740, 768, 872, 1412])
def test_who_waits_is_cut_at_no_edge(agenda: Callable[[], Agenda], high: int) -> None:
    page = agenda()
    page.opened.shell.resize(1440, high)
    settle(page.opened)
    view = page.page.waiting._area.viewport()
    ends = [row.y() + row.height() for row in page.page.waiting._rows]
    assert all(end <= view.height() or start >= view.height() for start, end in pairs(ends))
    low = high < sizes.LOW
    assert page.page.waiting._hint.isVisible() != low
    colours = page.page.waiting._legend
    for words in colours.findChildren(Text):
        assert words.width() >= words.sizeHint().width(), words.text()


def pairs(ends: list[int]) -> list[tuple[int, int]]:
    return list(zip([0, *ends[:-1]], ends, strict=True))


def test_shift_and_arrows_move_a_meeting_and_undo_brings_it_back(
    agenda: Callable[[], Agenda],
) -> None:
    page = agenda()
    one = page.coming()
    moved_by_keyboard(page, one)
    there = page.again(one.visit.ref).visit.start
    assert there == one.visit.start + timedelta(minutes=15)
    page.opened.desktop.history.undo()
    settle(page.opened)
    assert page.again(one.visit.ref).visit.start == one.visit.start
    page.opened.desktop.history.redo()
    settle(page.opened)
    assert page.again(one.visit.ref).visit.start == there


def test_escape_leaves_a_lifted_meeting_where_it_was(agenda: Callable[[], Agenda]) -> None:
    page = agenda()
    one = page.coming()
    page.week.choose(one.visit.ref)
    page.press(Qt.Key.Key_Down, SHIFT)
    assert page.week.scene.lifted is not None
    assert "Enter" in page.week.accessibleDescription()
    page.press(Qt.Key.Key_Escape)
    assert page.week.scene.lifted is None
    settle(page.opened)
    assert page.again(one.visit.ref).visit.start == one.visit.start


def test_a_meeting_is_dragged_by_quarters_of_an_hour(agenda: Callable[[], Agenda]) -> None:
    page = agenda()
    one, bot, view = page.coming(), page.opened.qtbot, page.week
    heard: list[tuple[str, datetime]] = []
    view.moved.disconnect()
    view.moved.connect(lambda ref, start: heard.append((ref, start)))
    grid = view.grid_now()
    column = view.column_of(one.visit.start.date())
    assert column is not None
    frame = grid.frame(column, one.when)
    start = QPoint(int(frame.center().x()), int(frame.top()) + 4)
    down = QPoint(start.x(), start.y() + int(30 * grid.minute))
    bot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    bot.mouseMove(view.viewport(), down)
    assert view.scene.lifted is not None
    bot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=down)
    assert heard == [(one.visit.ref, one.visit.start + timedelta(minutes=30))]


def test_what_depends_on_the_time_is_told_before_it_moves(agenda: Callable[[], Agenda]) -> None:
    page = agenda()
    one = page.coming()
    asked: list[None] = []
    page.opened.desktop._ask(
        page.opened.shell,
        lambda services: services.calendar_entries.invitation(one.visit.ref),
        lambda _entry: asked.append(None),
    )
    settle(page.opened)
    assert asked
    page.page.doing.move(one, one.visit.start + timedelta(minutes=15))
    dialog = page.dialog(MovingDialog)
    assert page.again(one.visit.ref).visit.start == one.visit.start
    dialog.accept()
    settle(page.opened)
    assert page.again(one.visit.ref).visit.start == one.visit.start + timedelta(minutes=15)


def test_a_move_that_is_refused_says_why(agenda: Callable[[], Agenda]) -> None:
    page = agenda()
    one = page.coming()
    refused: list[str] = []
    page.page.requests.refused.connect(refused.append)
    midnight = one.visit.start.replace(hour=3)
    page.page.doing.move(one, midnight)
    settle(page.opened)
    for dialog in page.opened.shell.findChildren(MovingDialog):
        dialog.accept()
        settle(page.opened)
        refused.append(dialog.problem.accessibleName() or "refused in the dialog")
        dialog.reject()
    assert refused
    assert page.again(one.visit.ref).visit.start == one.visit.start


def test_cancelling_asks_whose_doing_it_was(agenda: Callable[[], Agenda]) -> None:
    page = agenda()
    one = page.coming()
    page.page.doing.cancel(one)
    dialog = page.dialog(CancellingDialog)
    assert isinstance(dialog, CancellingDialog)
    dialog.bank.setChecked(True)
    dialog.accept()
    settle(page.opened)
    assert page.week.plan().find(one.visit.ref) is None
    page.opened.desktop.history.undo()
    page.opened.until(lambda: page.week.plan().find(one.visit.ref) is not None)


def test_the_menu_offers_what_can_be_done_now(
    agenda: Callable[[], Agenda], monkeypatch: pytest.MonkeyPatch
) -> None:
    page = agenda()
    plan, one = page.week.plan(), page.coming()
    deeds = Deeds(*([lambda: None] * len(Deeds._fields)))
    ahead = [entry.icon for entry in entries(one, deeds, begun=False)]
    assert ahead == ["user-round", "file-text", "mail", "calendar-days", "users-round", "x"]
    over = next(one for day in plan.days for one in day.meetings if one.owes_outcome)
    assert "notebook-pen" in [entry.icon for entry in entries(over, deeds, begun=True)]
    held = replace(over, visit=replace(over.visit, status=AppointmentStatus.HELD))
    assert len(entries(held, deeds, begun=True)) == 2
    opened: list[list[str]] = []
    monkeypatch.setattr(
        "advisor_app.ui.pages.agenda.page.open_menu",
        lambda _week, offered, _where: opened.append([entry.icon for entry in offered]),
    )
    page.week.choose(one.visit.ref)
    page.press(Qt.Key.Key_Return)
    assert opened == [ahead]


def test_entering_an_outcome_is_asked_of_the_window(agenda: Callable[[], Agenda]) -> None:
    page = agenda()
    one = next(one for day in page.week.plan().days for one in day.meetings if one.owes_outcome)
    asked: list[str] = []
    page.page.requests.write_up.disconnect()
    page.page.requests.write_up.connect(lambda ref, _whom: asked.append(ref))
    page.page._deeds(one).outcome()
    assert asked == [one.visit.ref]


def test_an_empty_half_hour_asks_who_comes_and_goes_on_to_the_booking(
    agenda: Callable[[], Agenda],
) -> None:
    page = agenda()
    one = page.coming()
    page.week.go_to(one.visit.start.date(), page.week.plan().hours.start)
    index = page.week.currentIndex()
    wall = page.week.week.wall(index)
    page.week.mark("")
    page.press(Qt.Key.Key_Return)
    asked = page.dialog(WhoComesDialog)
    assert isinstance(asked, WhoComesDialog)
    asked.who.field.setText("Lemoine")
    settle(page.opened)
    assert asked.who.found.value() is not None
    asked.accept()
    dialog = page.dialog(ProposeDialog)
    assert isinstance(dialog, ProposeDialog)
    assert dialog.wish().start == wall
    dialog.reject()


def test_who_waits_is_placed_by_enter_and_by_dropping(agenda: Callable[[], Agenda]) -> None:
    page = agenda()
    rows = page.page.waiting._rows
    assert rows
    page.opened.qtbot.keyClick(rows[0], Qt.Key.Key_Return)
    dialog = page.dialog(ProposeDialog)
    dialog.reject()
    settle(page.opened)
    view, one = page.week, page.coming()
    column = view.column_of(one.visit.start.date())
    assert column is not None
    place = QPointF(view.grid_now().frame(column, one.when).center().x(), 4)
    carried = QMimeData()
    carried.setData(WAITING_TYPE, f"{rows[0].token} 45 Somebody".encode())
    event = QDropEvent(place, Qt.DropAction.CopyAction, carried, Qt.MouseButton.LeftButton, PLAIN)
    view.dropEvent(event)
    placed = page.dialog(ProposeDialog)
    assert isinstance(placed, ProposeDialog)
    at = placed.wish().start
    assert at.date() == one.visit.start.date()
    assert at.hour * 60 + at.minute == view.plan().hours.start
    placed.reject()


def test_the_week_turns_and_comes_back(agenda: Callable[[], Agenda]) -> None:
    page = agenda()
    first = page.week.plan().first
    page.press(Qt.Key.Key_PageDown)
    settle(page.opened)
    assert page.week.plan().first == first + timedelta(days=7)
    page.page.header.today.emit()
    settle(page.opened)
    assert page.week.plan().first == first
    page.page.header.formed.emit(0)
    settle(page.opened)
    assert len(page.week.plan().days) == 1


def test_the_discreet_week_says_no_name(agenda: Callable[[], Agenda]) -> None:
    page = agenda()
    one = page.coming()
    who = one.visit.people[0].last_name
    assert who is not None
    page.opened.desktop.discretion.turn(on=True)
    model = page.week.week
    names = [
        str(model.index(row, column).data(Qt.ItemDataRole.AccessibleTextRole))
        for row in range(model.rowCount())
        for column in range(model.columnCount())
    ]
    assert not any(who in name for name in names)
    assert any("Taken" in name for name in names)


def test_a_collision_is_named_before_anything_is_asked(agenda: Callable[[], Agenda]) -> None:
    page = agenda()
    one = page.coming()
    waiting = page.page.waiting._rows[0].waiting
    page.page.waiting.choose(waiting)
    page.page.placing._take(one.visit.start)
    dialog = page.dialog(ProposeDialog)
    assert isinstance(dialog, ProposeDialog)
    who = one.visit.people[0].last_name
    assert who is not None
    assert who in dialog._kept.text()
    assert {kept.why for kept in dialog.beside.view.scene.wished.kept} <= set(WhyKept)  # type: ignore[union-attr]
    dialog.reject()


def test_a_proposal_holds_its_time_and_can_be_confirmed(agenda: Callable[[], Agenda]) -> None:
    page = agenda()
    waiting = page.page.waiting._rows[0].waiting
    page.page.requests.propose.emit(waiting.whom)
    dialog = page.dialog(ProposeDialog)
    assert isinstance(dialog, ProposeDialog)
    start = dialog.wish().start
    dialog.propose()
    settle(page.opened)
    page.page.go_to(start.date())
    settle(page.opened)
    day = next(day for day in page.week.plan().days if day.day == start.date())
    held = next(one for one in day.meetings if one.visit.start == start)
    assert held.visit.status is AppointmentStatus.PROPOSED
    assert held.held_until is not None
    page.page.doing.confirm(held)
    settle(page.opened)
    assert page.again(held.visit.ref).visit.status is AppointmentStatus.CONFIRMED
    page.opened.desktop.history.undo()
    page.opened.until(lambda: page.again(held.visit.ref).visit.status is AppointmentStatus.PROPOSED)


def test_a_small_window_shows_the_week_or_who_waits(agenda: Callable[[], Agenda]) -> None:
    page = agenda()
    card, side = page.page._card, page.page._side
    assert card.isVisible()
    assert side.isVisible()
    page.opened.shell.resize(1000, 700)
    page.opened.until(lambda: not side.isVisible())
    turn = next(one for one in page.page.page_actions() if one.icon == "calendar-plus")
    assert turn.ready()
    turn.deed()
    assert side.isVisible()
    assert not card.isVisible()
    turn.deed()
    assert card.isVisible()


def test_the_line_of_now_crosses_no_word_on_kept_time(
    agenda: Callable[[], Agenda], monkeypatch: pytest.MonkeyPatch
) -> None:
    page = agenda()
    written: list[KeptTime] = []
    write = WeekPainter._write_kept

    def record(painter: WeekPainter, frame: QRectF, one: KeptTime) -> float:
        written.append(one)
        return write(painter, frame, one)

    monkeypatch.setattr(WeekPainter, "_write_kept", record)
    page.page.grab()
    plan = page.page.week.scene.plan
    now = minutes_of(plan.now.time())
    kept = [one for day in plan.days if day.day == plan.now.date() for one in day.kept]
    crossed = [one for one in kept if one.when.start < now < one.when.end]
    assert crossed
    assert written
    assert not any(one in crossed for one in written)
