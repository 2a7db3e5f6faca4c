"""The edges of the week: the days above, the hours at the left."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView

from advisor_app.domain.agenda import DayPlan, minutes_of
from advisor_app.i18n.agenda_words import hour_of, short_clock_of
from advisor_app.i18n.formats import day_number, weekday_name
from advisor_app.ui.parts.week.model import HALF_HOUR, WeekModel
from advisor_app.ui.theme import sizes, week_sizes
from advisor_app.ui.theme.application import colors
from advisor_app.ui.theme.draw import box
from advisor_app.ui.theme.type_scale import Type, font, line_height

_CENTRE = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class DaysHead(QHeaderView):
    """The name of each day and its number; today's in a pill."""

    def __init__(self, model: WeekModel) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._week = model
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)
        self.setHighlightSections(False)

    def sizeHint(self) -> QSize:
        """Two lines."""
        return QSize(super().sizeHint().width(), week_sizes.DAYS)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the days."""
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), colors().surface)
        plan = self._week.plan
        for column, day in enumerate(plan.days):
            left, width = self.sectionViewportPosition(column), self.sectionSize(column)
            frame = QRectF(left, 0, width, self.height())
            _paint_day(painter, frame, day, today=day.day == plan.now.date())
        painter.fillRect(0, self.height() - 1, self.width(), 1, colors().border)
        painter.end()


def _paint_day(painter: QPainter, frame: QRectF, day: DayPlan, *, today: bool) -> None:
    paint = colors()
    role = font(Type.CAPTION_STRONG if today else Type.CAPTION)
    painter.setFont(role)
    painter.setPen(paint.accent_text if today else paint.text2)
    height = line_height(Type.CAPTION)
    name = weekday_name(day.day)
    if QFontMetricsF(role).horizontalAdvance(name) > frame.width() - sizes.XS:
        name = weekday_name(day.day, short=True)
    painter.drawText(QRectF(frame.left(), sizes.XS, frame.width(), height), _CENTRE, name)
    number = QRectF(frame.left(), sizes.XS + height, frame.width(), week_sizes.TODAY)
    painter.setFont(font(Type.BODY_STRONG if today else Type.BODY_MEDIUM))
    said = day_number(day.day)
    if QFontMetricsF(painter.font()).horizontalAdvance(said) > frame.width() - sizes.XS:
        said = str(day.day.day)
    if today:
        width = QFontMetricsF(painter.font()).horizontalAdvance(said) + 2 * sizes.S + 2
        pill = QRectF(0, 0, width, week_sizes.TODAY - sizes.TIGHT)
        pill.moveCenter(number.center())
        box(painter, pill, pill.height() / 2, paint.accent, None)
    ink = paint.on_accent if today else paint.text2 if day.closed else paint.text
    painter.setPen(ink)
    painter.drawText(number, _CENTRE, said)


class HoursHead(QHeaderView):
    """The whole hours, and the present time where the days hold today."""

    def __init__(self, model: WeekModel) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self._week = model
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)

    def sizeHint(self) -> QSize:
        """As drawn, and the longest time in bold."""
        words = QFontMetricsF(font(Type.CAPTION_STRONG)).horizontalAdvance(short_clock_of(22 * 60))
        return QSize(max(week_sizes.HOURS, round(words) + sizes.M), super().sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the hours beside their lines."""
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), colors().surface)
        plan = self._week.plan
        if self.count():
            today = any(day.day == plan.now.date() for day in plan.days)
            now = minutes_of(plan.now.time()) if today else None
            for minute in range(plan.hours.start, plan.hours.end, 2 * HALF_HOUR):
                if now is None or abs(self._at(minute) - self._at(now)) >= line_height(
                    Type.CAPTION
                ):
                    self._write(painter, minute, hour_of(minute), colors().text2)
            if now is not None and plan.hours.holds(now):
                self._write(painter, now, short_clock_of(now), colors().danger_text)
        painter.end()

    def _at(self, minute: int) -> float:
        plan = self._week.plan
        top = self.sectionViewportPosition(0)
        return top + (minute - plan.hours.start) * self.sectionSize(0) / HALF_HOUR

    def _write(self, painter: QPainter, minute: int, words: str, ink: QColor) -> None:
        height = line_height(Type.CAPTION)
        # The first one stands below its line, and what is scrolled away stands nowhere.
        top = max(self._at(minute) - height / 2, 0.0)
        if self._at(minute) < 0 or top + height > self.viewport().height():
            return
        painter.setFont(font(Type.CAPTION_STRONG, tabular=True))
        painter.setPen(ink)
        frame = QRectF(0, top, self.width() - sizes.S, height)
        painter.drawText(frame, _RIGHT, words)
