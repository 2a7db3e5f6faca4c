"""The whole thread, 168 px high: who served, what happened, what is planned, what went online."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from advisor_app.domain.codes import ProjectStatus
from advisor_app.domain.thread import (
    MarkKind,
    ThreadData,
    ThreadMark,
    View,
    changes,
    gap,
    last_meeting,
    relation_began,
)
from advisor_app.i18n import _, pgettext
from advisor_app.i18n.formats import clock, plain_date, short_month_and_year
from advisor_app.ui.parts.projects import short_project_names
from advisor_app.ui.parts.thread import lanes
from advisor_app.ui.parts.thread.labels import Labels, shortened, text_width
from advisor_app.ui.parts.thread.scale import Scale, scale_beyond, wide_middle, year_starts
from advisor_app.ui.parts.thread.shapes import circle, dashed, diamond, words
from advisor_app.ui.parts.thread.small import faded
from advisor_app.ui.parts.thread.words import (
    appointment_words,
    change_words,
    mark_words,
    project_words,
    silence_words,
)
from advisor_app.ui.theme.text_size import scaled
from advisor_app.ui.theme.tokens import Colors
from advisor_app.ui.theme.type_scale import Type, font

_HEADINGS = 88
# What the dashes leave free at both ends.
_SHORTEST_SILENCE = 24
_AHEAD = 92
_DISC, _RING, _PLUS, _DIAMOND = 7.0, 5.0, 9.0, 7.5
_TALLEST_BAR = 20.0
_WIDEST_LABEL = 150

Hit = tuple[QRectF, str]


class FullThread:
    """One drawing of the whole thread; `hits` are its marks with what each says."""

    def __init__(
        self,
        painter: QPainter,
        rect: QRectF,
        thread: ThreadData,
        paint: Colors,
        names: Mapping[str, str],
        view: View | None = None,
    ) -> None:
        self._p, self._thread, self._paint, self._names = painter, thread, paint, names
        self._short_names = short_project_names()
        self._view = view or View(thread.from_day, thread.today)
        self._left = rect.left() + scaled(_HEADINGS)
        self._right = rect.right()
        self._top = rect.top()
        # Where the view ends at today, what is ahead has its place beside; else it fills the room.
        self._reaches_today = self._view.until_day >= thread.today
        self._end_x = rect.right() - (scaled(_AHEAD) if self._reaches_today else 0)
        self._scale: Scale = scale_beyond(self._view, self._left, self._end_x, self._right)
        self._labels = Labels(painter)
        self._silence: tuple[float, str] | None = None
        self.discreet = False
        self.hits: list[Hit] = []

    def draw(self) -> None:
        """Draw every lane, from the ground up; labels last, the latest first."""
        self._p.save()
        self._p.translate(0, self._top)
        self._p.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._headings()
        self._years()
        self._online()
        self._periods()
        self._line()
        self._changes()
        self._silence_label()
        if self._reaches_today:
            self._today()
        self._marks()
        self._projects()
        self._p.restore()

    def _headings(self) -> None:
        x = self._left - scaled(_HEADINGS)
        for text, middle in (
            (_("Followed by"), lanes.NAMES),
            (pgettext("thread", "In person"), lanes.LINE),
            (_("Projects"), lanes.PROJECTS),
            (pgettext("thread", "Online"), lanes.BASE - scaled(10)),
        ):
            words(self._p, QPointF(x, middle), text, Type.CAPTION, self._paint.text3)

    def _years(self) -> None:
        pen = QPen(self._paint.border, 1)
        for start in year_starts(self._view):
            x = self._scale.x(start)
            self._p.setPen(pen)
            self._p.drawLine(QLineF(x, lanes.PERIODS + 4, x, lanes.BASE))
            at = QPointF(x + 4, lanes.YEARS)
            words(self._p, at, str(start.year), Type.CAPTION, self._paint.text3)

    def _online(self) -> None:
        months = self._thread.months
        top = max((month.count for month in months), default=1)
        self._p.setPen(Qt.PenStyle.NoPen)
        self._p.setBrush(faded(self._paint.digital))
        for month in months:
            x = self._scale.x(month.first_day)
            step = (self._end_x - self._left) / max(self._months(), 1)
            width = min(step * 0.55, 10, self._end_x - x)
            if not self._view.holds(month.first_day):
                continue
            height = max(_TALLEST_BAR * month.count / max(top, 1), 2.0) if month.count else 0
            self._p.drawRect(QRectF(x + step * 0.2, lanes.BASE - height, width, height))
        self._p.setPen(QPen(self._paint.border_strong, 1))
        self._p.drawLine(QLineF(self._left, lanes.BASE + 0.5, self._end_x, lanes.BASE + 0.5))

    def _months(self) -> float:
        return (self._view.until_day - self._view.from_day).days / 30.44

    def _periods(self) -> None:
        for period in self._thread.periods:
            if not self._view.meets(period.from_day, period.last_day):
                continue
            start = self._scale.x(max(period.from_day, self._view.from_day))
            end = self._scale.x(min(period.last_day, self._view.until_day))
            color = self._paint.accent if period.is_reader else faded(self._paint.accent)
            self._p.setPen(QPen(color, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
            left = start + (0 if period.from_day <= self._view.from_day else 5)
            self._p.drawLine(QLineF(left, lanes.PERIODS, max(end - 4, left), lanes.PERIODS))
            role = Type.CAPTION_STRONG if period.is_reader else Type.CAPTION_MEDIUM
            name = pgettext("the advisor who reads", "You") if period.is_reader else period.advisor
            room = end - left if period.until_day else self._right - left
            shown = shortened(name, font(role), max(room - 6, 0))
            if len(shown) > 1 or shown == name:
                words(self._p, QPointF(left, lanes.NAMES), shown, role, self._paint.text)

    def _line(self) -> None:
        last = last_meeting(self._thread)
        silence = gap(self._thread)
        start = self._scale.x(self._view.from_day)
        met_until = min(last.day if last else relation_began(self._thread), self._view.until_day)
        until = self._scale.x(met_until)
        if last is not None and (silence is None or last.day > self._view.until_day):
            until = self._end_x
        if last is not None:
            self._p.setPen(QPen(self._paint.accent, 2))
            self._p.drawLine(QLineF(start, lanes.LINE, until, lanes.LINE))
        until = max(start, until)
        if until + _SHORTEST_SILENCE < self._end_x:
            self._p.setPen(dashed(self._paint.warn_text, 2, [2.0, 1.5]))
            self._p.drawLine(QLineF(until + 10, lanes.LINE, self._end_x - 11, lanes.LINE))
            self._silence = (until, silence_words(silence.months if silence else None))

    def _silence_label(self) -> None:
        """Over the line and whatever crosses it: both give way to the words."""
        if self.discreet or self._silence is None:
            return
        start, said = self._silence
        width = text_width(said, font(Type.CAPTION_STRONG))
        days = [change.day for change in changes(self._thread) if self._view.holds(change.day)]
        stops = [x for day in days if (x := self._scale.x(day)) > start]
        middle = wide_middle([start, *stops, self._end_x], width + 44)
        if middle is None:
            return
        gap_rect = QRectF(middle - width / 2 - 14, lanes.LINE - scaled(9), width + 28, scaled(18))
        self._p.fillRect(gap_rect, self._paint.surface)
        self._p.setPen(self._paint.warn_text)
        self._p.setFont(font(Type.CAPTION_STRONG))
        self._p.drawText(gap_rect, Qt.AlignmentFlag.AlignCenter, said)

    def _changes(self) -> None:
        for change in reversed(changes(self._thread)):
            if not self._view.holds(change.day):
                continue
            x = round(self._scale.x(change.day)) + 0.5
            color = self._paint.text2 if change.introduced else self._paint.warn_text
            self._p.setPen(dashed(color, 1.5, [3.0, 2.0]))
            self._p.drawLine(QLineF(x, 4, x, lanes.BASE))
            self._labels.reserve(QRectF(x - 1, lanes.TITLES - scaled(14), 2, scaled(36)))
            if not (change.introduced or self.discreet):
                self._change_label(x)
            self._hit(x, lanes.LINE, change_words(change.advisor, change.day, change.introduced))

    def _change_label(self, x: float) -> None:
        role = font(Type.CAPTION_STRONG)
        lines = [_("New advisor,"), _("without introduction")]
        width = max(text_width(line, role) for line in lines)
        rect = QRectF(x - 8 - width, lanes.TODAY_TITLE - scaled(8), width, scaled(32))
        if rect.left() > self._left:
            color = self._paint.warn_text
            middles = (lanes.TODAY_TITLE, lanes.TODAY_CLOCK)
            drawn = [(t, role, color, float(m)) for t, m in zip(lines, middles, strict=True)]
            self._labels.draw(rect, drawn, int(Qt.AlignmentFlag.AlignRight))

    def _today(self) -> None:
        x = self._end_x
        self._p.setPen(QPen(self._paint.text, 1.5))
        self._p.drawLine(QLineF(x, lanes.TODAY_TITLE + 4, x, lanes.BASE))
        title, below = _("Today"), ""
        ahead = self._thread.appointment
        if ahead is not None:
            same_day = ahead.start.date() == self._thread.today
            below = clock(ahead.start.time()) if same_day else ""
            self._appointment(x if same_day else self._scale.x(ahead.start.date()))
        words(
            self._p, QPointF(x + 6, lanes.TODAY_TITLE), title, Type.CAPTION_STRONG, self._paint.text
        )
        words(self._p, QPointF(x + 6, lanes.TODAY_CLOCK), below, Type.CAPTION, self._paint.text2)
        self._labels.reserve(QRectF(x - 3, lanes.TITLES - scaled(14), scaled(100), scaled(36)))

    def _appointment(self, x: float) -> None:
        ahead = self._thread.appointment
        if ahead is None:
            return
        centre = QPointF(x, lanes.LINE)
        circle(self._p, centre, _PLUS, self._paint.surface, QPen(self._paint.accent, 2.5))
        for dx, dy in ((3.5, 0.0), (0.0, 3.5)):
            self._p.drawLine(QLineF(x - dx, lanes.LINE - dy, x + dx, lanes.LINE + dy))
        self._hit(x, lanes.LINE, appointment_words(ahead))

    def _marks(self) -> None:
        shown = [mark for mark in self._thread.marks if self._view.holds(mark.day)]
        for mark in shown:
            x = self._scale.x(mark.day)
            if mark.kind is MarkKind.MEETING:
                halo = QPen(self._paint.surface, 2)
                circle(self._p, QPointF(x, lanes.LINE), _DISC + 1, self._paint.accent, halo)
            else:
                ring = QPen(self._paint.accent, 2)
                circle(self._p, QPointF(x, lanes.LINE), _RING, self._paint.surface, ring)
            self._hit(x, lanes.LINE, mark_words(mark))
        for mark in reversed(shown):
            if mark.kind is MarkKind.MEETING:
                self._mark_label(mark)

    def _mark_label(self, mark: ThreadMark) -> None:
        strong, light = font(Type.CAPTION_MEDIUM), font(Type.CAPTION)
        latest = mark is last_meeting(self._thread)
        day = plain_date(mark.day) if latest else short_month_and_year(mark.day)
        title = shortened(
            mark.label or pgettext("thread", "Meeting"), strong, scaled(_WIDEST_LABEL)
        )
        width = max(text_width(title, strong), text_width(day, light))
        lines = [
            (title, strong, self._paint.text, float(lanes.TITLES)),
            (day, light, self._paint.text3, float(lanes.DATES)),
        ]
        x = self._scale.x(mark.day)
        # Centred on the mark where it can be, else beside it.
        for left, align in (
            (x - width / 2, Qt.AlignmentFlag.AlignHCenter),
            (x + 7, Qt.AlignmentFlag.AlignLeft),
            (x - 7 - width, Qt.AlignmentFlag.AlignRight),
        ):
            rect = QRectF(left, lanes.TITLES - scaled(9), width, scaled(32))
            inside = rect.left() >= self._left - 4 and rect.right() <= self._right
            if inside and self._labels.draw(rect, lines, int(align)):
                return

    def _projects(self) -> None:
        labels = Labels(self._p)
        ahead = date.max if self._reaches_today else self._view.until_day
        reach = View(self._view.from_day, ahead)
        for project in sorted(self._thread.projects, key=lambda p: p.when.first_day, reverse=True):
            if not reach.meets(project.when.first_day, project.when.last_day):
                continue
            x = min(self._scale.x(project.when.first_day), self._right - _DIAMOND)
            filled = project.status is ProjectStatus.DONE or x <= self._end_x
            fill = self._paint.project if filled else self._paint.surface
            diamond(self._p, QPointF(x, lanes.PROJECTS), self._paint.project, fill)
            name = self._names.get(project.code, project.code)
            self._hit(x, lanes.PROJECTS, project_words(name, project, self._thread.today))
            if labels.free(QRectF(x - _DIAMOND, lanes.PROJECTS - 8, 2 * _DIAMOND, 16)):
                labels.reserve(QRectF(x - _DIAMOND, lanes.PROJECTS - 8, 2 * _DIAMOND, 16))
                self._project_label(labels, x, self._short_names.get(project.code, name))

    def _project_label(self, labels: Labels, x: float, name: str) -> None:
        role, color = font(Type.CAPTION_MEDIUM), self._paint.project_text
        ahead = x > self._end_x
        shown = shortened(name, role, scaled(_AHEAD) - 6 if ahead else scaled(_WIDEST_LABEL) + 40)
        width = text_width(shown, role)
        left, middle = x - _DIAMOND - 5 - width, lanes.PROJECTS
        if ahead and left < self._end_x + 6:  # no room beside: below, at the edge
            left, middle = min(x - width / 2, self._right - width), lanes.PROJECTS + scaled(20)
            left = max(left, self._end_x + 6)
        if left >= self._left - 4:
            rect = QRectF(left, middle - scaled(8), width, scaled(16))
            if labels.free(rect):
                self._p.fillRect(rect.adjusted(-2, 0, 2, 0), self._paint.surface)
            lines = [(shown, role, color, float(middle))]
            labels.draw(rect, lines, int(Qt.AlignmentFlag.AlignRight))

    def _hit(self, x: float, middle: int, said: str) -> None:
        self.hits.append((QRectF(x - 10, self._top + middle - 11, 20, 22), said))
