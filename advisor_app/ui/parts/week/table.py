"""The week as it lies still: half-hours as cells of a table, painted as a whole."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QFrame, QTableView

from advisor_app.domain.agenda import (
    DayPlan,
    PlannedMeeting,
    Stretch,
    WeekPlan,
    minutes_of,
    wall_at,
)
from advisor_app.ui.parts.week.blocks import FreeBlock, Wished, laid_out
from advisor_app.ui.parts.week.grid import Grid
from advisor_app.ui.parts.week.heads import DaysHead, HoursHead
from advisor_app.ui.parts.week.model import HALF_HOUR, NO_DAYS, WeekModel
from advisor_app.ui.parts.week.painter import Scene, WeekPainter
from advisor_app.ui.theme import sizes, week_sizes
from advisor_app.ui.theme.application import colors
from advisor_app.ui.theme.draw import outline

QUARTER = 15


class WeekTable(QTableView):
    """A table, so that screen readers know every cell; `chose` is the meeting in front, or none."""

    chose = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.week = WeekModel()
        self.scene = Scene(NO_DAYS, {})
        self._brought: tuple[date, Stretch] | None = None
        self.setHorizontalHeader(DaysHead(self.week))
        self.setVerticalHeader(HoursHead(self.week))
        self.setModel(self.week)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        # Qt draws its own corner where days and hours meet.
        for corner in self.findChildren(QAbstractButton):
            corner.setFixedSize(0, 0)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setProperty("own_ring", True)
        self.setAccessibleName(name)

    def show_plan(self, plan: WeekPlan, names: Mapping[str, str]) -> None:
        """Show other days; what was in front stays there, where it still is."""
        at = self.currentIndex()
        row, column = (
            (at.row(), at.column()) if at.isValid() else (_next_row(plan), _today_column(plan))
        )
        chosen = self.scene.chosen if plan.find(self.scene.chosen) else ""
        self.scene = replace(self.scene, plan=plan, names=dict(names), chosen=chosen, lifted=None)
        self.week.show(plan, names)
        self._fit()
        rows, columns = self.week.rowCount(), len(plan.days)
        if rows and columns:
            self.setCurrentIndex(
                self.week.index(min(max(row, 0), rows - 1), min(column, columns - 1))
            )

    def show_free(self, free: tuple[FreeBlock, ...]) -> None:
        """Show times that could be taken."""
        self.week.free = free
        self.change(free=free)

    def show_wished(self, wished: Wished | None) -> None:
        """Show the time that is chosen, wherever it is on the day."""
        self.change(wished=wished)
        if wished is None or self._brought != (wished.day, wished.when):
            self._bring()

    def be_discreet(self, on: bool) -> None:
        """Show that time is taken, and not by whom."""
        self.week.discreet = on
        self.change(discreet=on)

    def plan(self) -> WeekPlan:
        """What shows now; without days before anything was read."""
        return self.week.plan

    def chosen(self) -> PlannedMeeting | None:
        """The meeting in front."""
        return self.week.plan.find(self.scene.chosen)

    def choose(self, ref: str) -> None:
        """Put a meeting in front, and the cell that it begins in."""
        meeting = self.week.plan.find(ref)
        if meeting is not None:
            self.go_to(meeting.visit.start.date(), meeting.when.start)
            self.mark(ref)

    def go_to(self, day: date, minute: int) -> None:
        """Put the cell of a time in front, where it shows."""
        plan = self.week.plan
        column = self.column_of(day)
        if column is not None and plan.hours.holds(minute):
            row = (minute - plan.hours.start) // HALF_HOUR
            self.setCurrentIndex(self.week.index(row, column))

    def where_is(self, ref: str) -> QPoint:
        """Where a meeting's menu opens, on the screen."""
        meeting = self.week.plan.find(ref)
        column = None if meeting is None else self.column_of(meeting.visit.start.date())
        if meeting is None or column is None:
            return self.viewport().mapToGlobal(QPoint(0, 0))
        frame = self.grid_now().frame(column, meeting.when)
        return self.viewport().mapToGlobal(frame.center().toPoint())

    def time_at(self, place: QPointF) -> datetime | None:
        """The quarter of an hour at a place of the viewport."""
        index = self.indexAt(place.toPoint())
        if not index.isValid():
            return None
        minute = self.grid_now().minute_at(place.y())
        return wall_at(self.week.day(index).day, minute // QUARTER * QUARTER)

    def meeting_at(self, place: QPointF) -> PlannedMeeting | None:
        """The meeting at a place of the viewport."""
        index = self.indexAt(place.toPoint())
        if not index.isValid():
            return None
        minute, column = self.grid_now().minute_at(place.y()), index.column()
        day = self.week.day(index)
        here = [one for one in day.meetings if one.when.holds(minute)]
        grid = self.grid_now()
        frames = ((one, self._frame(grid, column, day, one)) for one in here)
        return next((one for one, frame in frames if frame.contains(place)), None)

    def free_at(self, at: datetime) -> FreeBlock | None:
        """The time that could be taken at a wall time."""
        minute = minutes_of(at.time())
        here = (one for one in self.scene.free if one.day == at.date() and one.when.holds(minute))
        return next(here, None)

    def change(self, **changed: Any) -> None:
        """Show something else over the days."""
        self.scene = replace(self.scene, **changed)
        self.viewport().update()

    def mark(self, ref: str) -> None:
        """Put a meeting in front, or none."""
        if self.scene.chosen != ref:
            self.change(chosen=ref)
            self.chose.emit(ref)

    def column_of(self, day: date) -> int | None:
        """Where a day stands, if it shows."""
        return next((at for at, one in enumerate(self.week.plan.days) if one.day == day), None)

    def currentChanged(
        self,
        current: QModelIndex | QPersistentModelIndex,
        previous: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """The meeting of the cell comes in front."""
        super().currentChanged(current, previous)
        if current.isValid():
            here = self.week.day(current).at(self.week.cell(current))
            refs = [one.visit.ref for one in here]
            if self.scene.chosen not in refs:
                self.mark(refs[0] if refs else "")
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room out among the days and the hours."""
        super().resizeEvent(event)
        self._fit()
        self._bring()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the week, and a ring around the cell of the keyboard."""
        if not self.week.columnCount():
            return
        painter = QPainter(self.viewport())
        WeekPainter(painter, self.grid_now(), self.scene).draw()
        current = self.currentIndex()
        # The meeting in front has a ring of its own.
        if self.hasFocus() and current.isValid() and not self.scene.chosen:
            frame = QRectF(self.visualRect(current))
            outline(painter, frame, sizes.R_CHECK, colors().focus, sizes.RING)
        painter.end()

    def grid_now(self) -> Grid:
        """Where everything lies."""
        days = range(self.week.columnCount())
        return Grid(
            tuple(float(self.columnViewportPosition(day)) for day in days),
            tuple(float(self.columnWidth(day)) for day in days),
            float(self.rowViewportPosition(0)),
            self.rowHeight(0) / HALF_HOUR,
            self.week.plan.hours,
        )

    def _bring(self) -> None:
        """Scroll to the time that is chosen, where its day shows."""
        wished = self.scene.wished
        column = None if wished is None else self.column_of(wished.day)
        if wished is None or column is None:
            return
        self._brought = (wished.day, wished.when)
        first = self.week.plan.hours.start
        for minute in (wished.when.end - 1, wished.when.start):
            self.scrollTo(self.week.index((minute - first) // HALF_HOUR, column))

    def _frame(self, grid: Grid, column: int, day: DayPlan, one: PlannedMeeting) -> QRectF:
        laid = next(laid for laid in laid_out(day.meetings) if laid.meeting is one)
        return grid.frame(column, one.when, laid.lane, laid.lanes)

    def _fit(self) -> None:
        rows = self.week.rowCount()
        if not rows:
            return
        shares = _shares(self.week.plan)
        left, room = self.viewport().width(), sum(shares)
        for column, share in enumerate(shares):
            width = round(left * share / room)
            self.setColumnWidth(column, width)
            left, room = left - width, room - share
        height = max(week_sizes.HALF_HOUR, self.viewport().height() // rows)
        self.verticalHeader().setDefaultSectionSize(height)
        self.horizontalHeader().viewport().update()
        self.verticalHeader().viewport().update()


def _shares(plan: WeekPlan) -> list[float]:
    """How wide each day is: a closed one gives room to the others."""
    alone = len(plan.days) == 1
    return [
        1 if alone or day.meetings or day.closed is None else week_sizes.CLOSED_SHARE
        for day in plan.days
    ]


def _today_column(plan: WeekPlan) -> int:
    today = plan.now.date()
    return next((at for at, day in enumerate(plan.days) if day.day == today), 0)


def _next_row(plan: WeekPlan) -> int:
    """Where today's next meeting begins, or the one that runs; the first row where none is left."""
    now = minutes_of(plan.now.time())
    today = (one for day in plan.days if day.day == plan.now.date() for one in day.meetings)
    starts = [one.when.start for one in today if one.when.end > now]
    return (min(starts) - plan.hours.start) // HALF_HOUR if starts else 0
