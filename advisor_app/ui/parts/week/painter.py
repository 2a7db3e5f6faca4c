"""Draws the week from top to bottom: ground, kept times, meetings, what is offered, the present."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen

from advisor_app.domain.agenda import KeptTime, Stretch, WeekPlan, WhyKept, minutes_of
from advisor_app.domain.codes import AppointmentStatus, Place
from advisor_app.domain.today import DayAppointment
from advisor_app.i18n import _
from advisor_app.i18n.agenda_words import (
    about_parts,
    kept_words,
    meeting_title,
    span_words,
)
from advisor_app.i18n.people_words import family_name, joint_name
from advisor_app.ui.parts.icons import draw_icon
from advisor_app.ui.parts.week.blocks import FreeBlock, Laid, Lifted, Wished, laid_out
from advisor_app.ui.parts.week.grid import Grid
from advisor_app.ui.parts.week.ground import GroundPainter, hatch
from advisor_app.ui.parts.week.lines import write_lines, write_whole
from advisor_app.ui.theme import sizes, week_sizes
from advisor_app.ui.theme.application import colors
from advisor_app.ui.theme.draw import box
from advisor_app.ui.theme.type_scale import Type, font, line_height

_ICONS = {
    Place.PHONE: "phone",
    Place.VIDEO: "monitor",
    Place.HOME: "house",
    Place.WORKPLACE: "store",
}
_FROM_AFAR = frozenset({Place.PHONE, Place.VIDEO})


def _icon_of(visit: DayAppointment) -> str:
    """From afar, on the way, or with somebody else of the bank."""
    return _ICONS.get(visit.place) or ("users-round" if visit.host or visit.colleague else "")


@dataclass(frozen=True, slots=True)
class Dress:
    """The colours of one block."""

    fill: QColor
    border: QColor
    bar: QColor
    ink: QColor
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Scene:
    """All that the week shows now."""

    plan: WeekPlan
    names: dict[str, str]
    free: tuple[FreeBlock, ...] = ()
    wished: Wished | None = None
    lifted: Lifted | None = None
    chosen: str = ""
    discreet: bool = False


class WeekPainter:
    """Paints one scene on one grid."""

    def __init__(self, painter: QPainter, grid: Grid, scene: Scene) -> None:
        self._painter, self._grid, self._scene = painter, grid, scene
        self._paint = colors()

    def draw(self) -> None:
        """Draw all of it."""
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        days = self._scene.plan.days
        ground = GroundPainter(self._painter, self._grid, self._scene.plan)
        ground.draw()
        for column, day in enumerate(days):
            self._draw_kept(column, day.kept)
            for busy in day.busy:
                self._draw_busy(column, busy)
            for laid in laid_out(day.meetings):
                self._draw_meeting(column, laid)
        for free in self._scene.free:
            self._draw_free(free)
        self._draw_wished()
        self._draw_lifted()
        ground.draw_now()
        ground.draw_closed()

    def _draw_kept(self, column: int, kept: tuple[KeptTime, ...]) -> None:
        now = minutes_of(self._scene.plan.now.time())
        today = self._scene.plan.now.date()
        day = self._scene.plan.days[column].day
        for one in kept:
            past = day < today or (day == today and one.when.end <= now)
            if one.why is WhyKept.TRAVEL or not past:
                self._draw_around(column, one)

    def _draw_around(self, column: int, one: KeptTime) -> None:
        frame = self._grid.frame(column, one.when)
        paint = self._paint
        travel = one.why is WhyKept.TRAVEL
        line = paint.border if travel else paint.accent_line
        box(self._painter, frame, sizes.R_CHECK + 1, paint.surface, line)
        plan = self._scene.plan
        crossed = (
            plan.days[column].day == plan.now.date()
            and one.when.start < minutes_of(plan.now.time()) < one.when.end
        )
        told = 0.0 if self._scene.discreet or crossed else self._write_kept(frame, one)
        free = frame.adjusted(1 + told, 1, -1, -1)
        if free.isValid():
            hatch(self._painter, free, line)

    def _write_kept(self, frame: QRectF, one: KeptTime) -> float:
        """Write what a time is kept for where that has room, and give back the width it took."""
        ink = self._paint.text2 if one.why is WhyKept.TRAVEL else self._paint.accent_text
        role = font(Type.CAPTION_MEDIUM)
        metrics = QFontMetricsF(role)
        inner = frame.adjusted(sizes.S - 1, 0, -sizes.XS, 0)
        icon = sizes.ICON_SMALL + sizes.XS if one.why is WhyKept.TRAVEL else 0
        wide = icon + metrics.horizontalAdvance(kept_words(one))
        # Letters with all that hangs below them stand within the frame, or are left out.
        if frame.height() < metrics.capHeight() + 2 * metrics.descent() or wide > inner.width():
            return 0.0
        if icon:
            side = sizes.ICON_SMALL
            place = QRectF(inner.left(), frame.center().y() - side / 2, side, side)
            draw_icon(self._painter, "car", place, ink)
        self._painter.setFont(role)
        self._painter.setPen(ink)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
        self._painter.drawText(inner.adjusted(icon, 0, 0, 0), int(flags), kept_words(one))
        return wide + sizes.S - 1 + sizes.S

    def _with_icon(self, name: str, inner: QRectF, ink: QColor) -> QRectF:
        side = sizes.ICON_SMALL
        top = inner.top() + (line_height(Type.CAPTION) - side) / 2
        draw_icon(self._painter, name, QRectF(inner.left(), top, side, side), ink)
        return inner.adjusted(side + sizes.XS, 0, 0, 0)

    def _draw_busy(self, column: int, when: Stretch) -> None:
        paint = self._paint
        dress = Dress(paint.sunken, paint.border, paint.border_strong, paint.text2)
        hours = self._grid.hours
        shown = Stretch(max(when.start, hours.start), min(when.end, hours.end))
        if shown.start >= shown.end:
            return
        inner = self._block(self._grid.frame(column, shown), dress)
        write_whole(self._painter, inner, [_("Busy")], Type.CAPTION_STRONG)

    def _draw_meeting(self, column: int, laid: Laid) -> None:
        one, scene = laid.meeting, self._scene
        chosen = one.visit.ref == scene.chosen
        frame = self._grid.frame(column, one.when, laid.lane, laid.lanes)
        dress = self._dress(laid, chosen=chosen)
        if scene.lifted is not None and scene.lifted.ref == one.visit.ref:
            self._painter.setOpacity(0.45)
        inner = self._block(frame, dress)
        if scene.discreet:
            write_whole(self._painter, inner, [_("Taken")], Type.CAPTION_STRONG)
        else:
            self._write(inner, laid, dress.ink)
        if chosen:
            ring = frame.adjusted(-2, -2, 2, 2)
            box(self._painter, ring, sizes.R_CONTROL, None, self._paint.accent, sizes.RING)
        self._painter.setOpacity(1.0)

    def _write(self, inner: QRectF, laid: Laid, ink: QColor) -> None:
        one = laid.meeting
        icon = "notebook-pen" if one.owes_outcome else _icon_of(one.visit)
        first = self._with_icon(icon, inner, ink) if icon else inner
        people = one.visit.people
        whole = (meeting_title(one), joint_name(people))
        top = self._name(first, whole, family_name(people))
        rest = QRectF(inner.left(), top, inner.width(), inner.bottom() - top)
        parts = about_parts(one, self._scene.names)
        shorter = (" · ".join(parts[:count]) for count in range(len(parts), 0, -1))
        write_whole(self._painter, rest, shorter, Type.CAPTION)

    def _name(self, inner: QRectF, whole: Iterable[str], name: str) -> float:
        """What has room as a whole, else the name, which may be cut: the tooltip has it."""
        top = write_whole(self._painter, inner, whole, Type.CAPTION_STRONG)
        if top > inner.top():
            return top
        return write_lines(self._painter, inner, name, Type.CAPTION_STRONG)

    def _dress(self, laid: Laid, *, chosen: bool) -> Dress:
        paint, visit = self._paint, laid.meeting.visit
        if chosen:
            return Dress(paint.accent, paint.accent, paint.accent, paint.on_accent)
        if visit.status is AppointmentStatus.MISSED:
            return Dress(paint.surface, paint.border, paint.border_strong, paint.text2)
        if visit.place in _FROM_AFAR:
            dashed = visit.status is AppointmentStatus.PROPOSED
            return Dress(
                paint.surface, paint.digital_faint, paint.digital, paint.digital_text, dashed
            )
        if visit.status is AppointmentStatus.PROPOSED:
            return Dress(paint.surface, paint.accent, paint.accent, paint.accent_text, dashed=True)
        if visit.host is not None:
            return Dress(paint.surface, paint.accent_line, paint.accent, paint.accent_text)
        return Dress(paint.accent_tint, paint.accent_line, paint.accent, paint.accent_text)

    def _block(self, frame: QRectF, dress: Dress) -> QRectF:
        """Draw the box of a block, and give back where its words may stand."""
        painter = self._painter
        if dress.dashed:
            self._dashes(frame, dress.fill, dress.border)
        else:
            box(painter, frame, sizes.R_CHECK + 1, dress.fill, dress.border)
            path = QPainterPath()
            path.addRoundedRect(frame, sizes.R_CHECK + 1, sizes.R_CHECK + 1)
            painter.save()
            painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
            bar = QRectF(frame.left(), frame.top(), week_sizes.BAR, frame.height())
            painter.fillRect(bar, dress.bar)
            painter.restore()
        painter.setPen(dress.ink)
        height = line_height(Type.CAPTION)
        air = sizes.XS if frame.height() > height + 2 * sizes.XS else (frame.height() - height) / 2
        return frame.adjusted(week_sizes.BAR + sizes.S - 2, max(air, 0.0), -sizes.XS, -1)

    def _dashes(self, frame: QRectF, fill: QColor, border: QColor) -> None:
        pen = QPen(border, 1.5)
        pen.setDashPattern([3, 2])
        self._painter.save()
        self._painter.setPen(pen)
        self._painter.setBrush(fill)
        inner = frame.adjusted(0.75, 0.75, -0.75, -0.75)
        self._painter.drawRoundedRect(inner, sizes.R_CHECK + 1, sizes.R_CHECK + 1)
        self._painter.restore()

    def _draw_free(self, free: FreeBlock) -> None:
        column = self._column_of(free)
        if column is None:
            return
        paint = self._paint
        dress = Dress(paint.surface, paint.accent, paint.accent, paint.accent_text, dashed=True)
        inner = self._block(self._grid.frame(column, free.when), dress)
        top = self._name(inner, [free.words], free.name)
        rest = QRectF(inner.left(), top, inner.width(), inner.bottom() - top)
        write_whole(self._painter, rest, [span_words(free.when)], Type.CAPTION)

    def _draw_wished(self) -> None:
        wished = self._scene.wished
        column = None if wished is None else self._column_of(wished)
        if wished is None or column is None:
            return
        for kept in wished.kept:
            self._draw_around(column, kept)
        self._solid(column, wished.when, wished.words, wished.name)

    def _draw_lifted(self) -> None:
        lifted = self._scene.lifted
        column = None if lifted is None else self._column_of(lifted)
        if lifted is not None and column is not None:
            self._painter.setOpacity(0.9)
            self._solid(column, lifted.when, lifted.words)
            self._painter.setOpacity(1.0)

    def _solid(self, column: int, when: Stretch, words: str, name: str = "") -> None:
        paint = self._paint
        frame = self._grid.frame(column, when)
        dress = Dress(paint.accent, paint.accent, paint.accent, paint.on_accent)
        inner = self._block(frame, dress)
        # What is low has room for one line: then who matters more than when, which its place says.
        low = inner.height() < 2 * line_height(Type.CAPTION_STRONG)
        span = [] if low else [span_words(when)]
        top = write_whole(self._painter, inner, span, Type.CAPTION_STRONG)
        rest = QRectF(inner.left(), top, inner.width(), inner.bottom() - top)
        if low:
            self._name(rest, [words], name or words)
        else:
            write_lines(self._painter, rest, words, Type.CAPTION)
        ring = frame.adjusted(-2, -2, 2, 2)
        box(self._painter, ring, sizes.R_CONTROL, None, paint.accent, sizes.RING)

    def _column_of(self, block: FreeBlock | Wished | Lifted) -> int | None:
        days = self._scene.plan.days
        return next((at for at, day in enumerate(days) if day.day == block.day), None)
