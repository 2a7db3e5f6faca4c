"""The small calendar: a month, with dots below the days that have meetings.

Holidays and days away are struck out; the week in front is tinted.
"""

from calendar import Calendar
from collections.abc import Mapping
from datetime import date, timedelta

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout

from advisor_app.domain.agenda import monday_of
from advisor_app.domain.months import plus_months
from advisor_app.i18n import _
from advisor_app.i18n.agenda_words import month_day_words
from advisor_app.i18n.formats import month_and_year, weekday_initial
from advisor_app.i18n.today_words import capitalised
from advisor_app.ui.parts.buttons import Button, Kind
from advisor_app.ui.parts.card import Card
from advisor_app.ui.parts.states import Unknown
from advisor_app.ui.parts.text import Text
from advisor_app.ui.theme import sizes, week_sizes
from advisor_app.ui.theme.application import colors
from advisor_app.ui.theme.draw import box, outline
from advisor_app.ui.theme.type_scale import Type, font

_WEEK = 7
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)
_MOVES = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -_WEEK,
    Qt.Key.Key_Down: _WEEK,
}


class MonthCard(Card):
    """The month with its arrows; `chosen` is a day to go to, `wanted` a month that must be read."""

    chosen = Signal(object)
    wanted = Signal(object)

    def __init__(self, today: date) -> None:
        super().__init__()
        self._title = Text("", Type.BODY_STRONG)
        self.days = MonthDays(today)
        self.unknown = Unknown(lambda: self._ask(self.days.day.replace(day=1)))
        self.unknown.unknown.connect(lambda: self.days.show_month({}, {}))
        before = Button("", Kind.GHOST, icon="chevron-left", name=_("Month before"))
        after = Button("", Kind.GHOST, icon="chevron-right", name=_("Month after"))
        before.clicked.connect(lambda: self._turn(-1))
        after.clicked.connect(lambda: self._turn(1))
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._title, 1)
        row.addWidget(before)
        row.addWidget(after)
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.L, sizes.S, sizes.M, sizes.M)
        column.setSpacing(sizes.XS)
        column.addLayout(row)
        column.addWidget(self.days)
        column.addWidget(self.unknown)
        self.days.chosen.connect(self.chosen)
        self.days.wanted.connect(self._ask)
        self.setAccessibleName(_("Month"))
        self._name()

    def show_day(self, day: date) -> None:
        """Show the month of a day, and the day's week tinted."""
        self.days.go_to(day)

    def _turn(self, by: int) -> None:
        self.days.go_to(plus_months(self.days.day, by))

    def _ask(self, month: date) -> None:
        self._name()
        self.wanted.emit(month)

    def _name(self) -> None:
        self._title.setText(capitalised(month_and_year(self.days.day)))


class MonthDays(QLabel):
    """The days; arrows move from day to day, Enter or a click goes there."""

    chosen = Signal(object)
    wanted = Signal(object)

    def __init__(self, today: date) -> None:
        super().__init__()
        self._today, self.day = today, today
        self._busy: Mapping[date, int] = {}
        self._closed: Mapping[date, str] = {}
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setProperty("own_ring", True)
        self.setAccessibleDescription(_("Arrows move from day to day, Enter shows the week."))
        self._say()

    def show_month(self, busy: Mapping[date, int], closed: Mapping[date, str]) -> None:
        """Show which days have meetings, and strike out those that are closed."""
        self._busy, self._closed = busy, closed
        self._say()

    def go_to(self, day: date) -> None:
        """Put a day in front; a month that is not shown yet is asked for."""
        other = (day.year, day.month) != (self.day.year, self.day.month)
        self.day = day
        if other or not self._busy:
            self.wanted.emit(day.replace(day=1))
        self.updateGeometry()
        self._say()

    def sizeHint(self) -> QSize:
        """A row of letters, and the weeks."""
        height = (1 + len(self._weeks())) * week_sizes.MONTH_DAY
        return QSize(week_sizes.MONTH, height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, or go there."""
        key = Qt.Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in _MOVES:
            self.go_to(self.day + timedelta(days=_MOVES[key]))
        elif key in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:
            self.go_to(plus_months(self.day, 1 if key is Qt.Key.Key_PageDown else -1))
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.chosen.emit(self.day)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the day under the mouse."""
        place = event.position()
        row = int(place.y() // week_sizes.MONTH_DAY) - 1
        column = min(int(place.x() * _WEEK // max(self.width(), 1)), _WEEK - 1)
        weeks = self._weeks()
        if 0 <= row < len(weeks):
            self.go_to(weeks[row][column])
            self.chosen.emit(self.day)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the letters, the weeks, the days."""
        painter = QPainter(self)
        painter.setFont(font(Type.CAPTION, tabular=True))
        painter.setPen(colors().text2)
        for column, day in enumerate(self._weeks()[0]):
            painter.drawText(self._frame(0, column), _CENTRE, weekday_initial(day))
        for row, week in enumerate(self._weeks(), 1):
            if monday_of(self.day) == week[0]:
                whole = self._frame(row, 0).united(self._frame(row, _WEEK - 1))
                tint = whole.adjusted(0, 1, 0, -1)
                box(painter, tint, sizes.R_CONTROL, colors().selected, None)
            for column, day in enumerate(week):
                self._paint_day(painter, self._frame(row, column), day)
        painter.end()

    def _paint_day(self, painter: QPainter, frame: QRectF, day: date) -> None:
        paint, today = colors(), day == self._today
        if today:
            pill = frame.adjusted(sizes.TIGHT, sizes.TIGHT, -sizes.TIGHT, -sizes.TIGHT)
            box(painter, pill, pill.height() / 2, paint.accent, None)
        closed = day in self._closed
        role = font(Type.CAPTION_STRONG if today else Type.CAPTION, tabular=True)
        if closed:
            role = QFont(role)
            role.setStrikeOut(True)
        painter.setFont(role)
        ink = paint.text if day.month == self.day.month and not closed else paint.text3
        painter.setPen(paint.on_accent if today else ink)
        painter.drawText(frame, _CENTRE, str(day.day))
        if self._busy.get(day) and not today:
            dot = QRectF(0, 0, sizes.XS - 1, sizes.XS - 1)
            dot.moveCenter(frame.center())
            dot.moveBottom(frame.bottom() - 1)
            box(painter, dot, dot.height() / 2, paint.accent, None)
        if day == self.day and self.hasFocus():
            outline(painter, frame, sizes.R_CHECK, paint.focus, sizes.RING)

    def _weeks(self) -> list[list[date]]:
        return Calendar().monthdatescalendar(self.day.year, self.day.month)

    def _frame(self, row: int, column: int) -> QRectF:
        wide = self.width() / _WEEK
        height = week_sizes.MONTH_DAY
        return QRectF(column * wide, row * height, wide, height)

    def _say(self) -> None:
        busy, closed = self._busy.get(self.day, 0), self._closed.get(self.day, "")
        self.setAccessibleName(month_day_words(self.day, busy, closed))
        event = QAccessibleEvent(self, QAccessible.Event.NameChanged)
        QAccessible.updateAccessibility(event)
        self.update()
