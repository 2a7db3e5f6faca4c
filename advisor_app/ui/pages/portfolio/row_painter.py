"""Paints the table's rows; lean: what many rows draw alike is drawn once (`stamps`)."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from advisor_app.domain.codes import State
from advisor_app.domain.portfolio import PortfolioRow
from advisor_app.i18n.people_words import joint_name
from advisor_app.i18n.portfolio_columns import cell_words
from advisor_app.i18n.portfolio_words import (
    about_row,
    project_with_date,
)
from advisor_app.ui.pages.portfolio.columns import Column
from advisor_app.ui.pages.portfolio.stamps import Stamps, fitted
from advisor_app.ui.parts.icons import draw_icon
from advisor_app.ui.parts.presence import glyph_of
from advisor_app.ui.parts.project_icons import project_icon
from advisor_app.ui.parts.thread import ThreadPainter
from advisor_app.ui.theme import sizes
from advisor_app.ui.theme.application import colors
from advisor_app.ui.theme.draw import box
from advisor_app.ui.theme.tokens import Colors
from advisor_app.ui.theme.type_scale import Type, font

if TYPE_CHECKING:
    from advisor_app.domain.keys import Key

_THREAD = (92, 18)
_LOST = {State.ONLINE_ONLY, State.SILENT}


class Cell(NamedTuple):
    """Where a column stands."""

    column: Column
    left: int
    width: int


class RowState(NamedTuple):
    """How a row looks now, besides what it says."""

    chosen: bool = False
    ticked: bool = False
    hovered: bool = False


class RowPainter:
    """The look of a row at rest, under the mouse, chosen, and focused."""

    def __init__(self) -> None:
        self.today = date.min
        self.names: dict[str, str] = {}
        self.short_names: dict[str, str] = {}
        self.with_town = False
        self.hovered = -1
        self.row_height = sizes.TABLE_ROW
        self._stamps = Stamps()
        self._words: dict[tuple[Key, Column], str] = {}

    def forget(self) -> None:
        """Word every cell anew: the list, the day or the language is another."""
        self._words.clear()

    def paint(
        self,
        painter: QPainter,
        top: int,
        cells: Sequence[Cell],
        row: PortfolioRow | None,
        state: RowState,
    ) -> None:
        """Draw ground, cells and the line below; bars where the row is still being read."""
        paint, height = colors(), self.row_height
        left, right = cells[0].left, cells[-1].left + cells[-1].width
        if state.chosen or state.ticked:
            painter.fillRect(QRectF(left, top, right - left, height), paint.selected)
        elif state.hovered:
            painter.fillRect(QRectF(left, top, right - left, height), paint.hover)
        for cell in cells:
            frame = QRectF(cell.left, top, cell.width, height)
            if row is None:
                self._waiting(painter, frame, paint)
            elif cell.column is Column.TICK:
                self._tick(painter, frame, ticked=state.ticked)
            else:
                self.draw(painter, frame, paint, row, cell.column)
        edge = paint.accent if state.chosen else paint.border
        thick = sizes.RING if state.chosen else sizes.HAIR
        painter.fillRect(QRectF(left, top + height - thick, right - left, thick), edge)

    def _waiting(self, painter: QPainter, frame: QRectF, paint: Colors) -> None:
        bar = QRectF(
            frame.left() + sizes.S, frame.center().y() - sizes.XS, frame.width() * 0.6, sizes.S
        )
        box(painter, bar, sizes.XS, paint.sunken, None)

    def draw(
        self, painter: QPainter, frame: QRectF, paint: Colors, row: PortfolioRow, column: Column
    ) -> None:
        """Draw what a cell says."""
        match column:
            case Column.CLIENT:
                self._client(painter, frame, paint, row)
            case Column.THREAD:
                self._thread(painter, frame, row)
            case Column.MEETING:
                far = row.not_introduced or row.state in _LOST
                ink = paint.warn_text if far else paint.text
                role = Type.SMALL_MEDIUM if far else Type.SMALL
                text(painter, frame, self.cell_words(row, column), role, ink, tabular=True)
            case Column.PROJECTS:
                self._projects(painter, frame, paint, row)
            case Column.APPOINTMENT:
                self._appointment(painter, frame, paint, row)
            case _:
                words = self.cell_words(row, column) or "—"
                text(painter, frame, words, Type.SMALL, paint.text2, tabular=True)

    def cell_words(self, row: PortfolioRow, column: Column) -> str:
        """What a cell says, painted or heard; a date takes longer to word than to paint."""
        if column is Column.THREAD:
            return self._worded(row, column)
        kept = self._words.get((row.key, column))
        if kept is None:
            kept = self._words[row.key, column] = self._worded(row, column)
        return kept

    def _worded(self, row: PortfolioRow, column: Column) -> str:
        told = column.told
        return "" if told is None else cell_words(row, told, self.names, self.today)

    def _tick(self, painter: QPainter, frame: QRectF, *, ticked: bool) -> None:
        side = sizes.ICON
        left, top = frame.left() + sizes.S + 2, round(frame.center().y() - side / 2)
        self._stamps.box(painter, QRectF(left, top, side, side), ticked=ticked)

    def _thread(self, painter: QPainter, frame: QRectF, row: PortfolioRow) -> None:
        width, height = _THREAD
        place = QRectF(frame.left(), round(frame.center().y() - height / 2), width, height)
        self._stamps.stamp(painter, place, row.thread, ThreadPainter(row.thread).cell)

    def _client(self, painter: QPainter, frame: QRectF, paint: Colors, row: PortfolioRow) -> None:
        place = QRectF(
            frame.left(),
            round(frame.center().y() - sizes.ICON_SMALL / 2),
            sizes.ICON_SMALL,
            sizes.ICON_SMALL,
        )
        glyph = glyph_of(row.state, not_introduced=row.not_introduced)
        self._stamps.glyph(painter, place, glyph)
        rest = frame.adjusted(sizes.ICON_SMALL + sizes.S, 0, -sizes.S, 0)
        used = text(painter, rest, joint_name(row.clients), Type.SMALL_MEDIUM, paint.text)
        beside = rest.adjusted(used + sizes.S, 0, 0, 0)
        about = about_beside(row, self.today, beside.width(), with_town=self.with_town)
        if about:
            text(painter, beside, about, Type.SMALL, paint.text3)

    def _projects(self, painter: QPainter, frame: QRectF, paint: Colors, row: PortfolioRow) -> None:
        if not row.projects:
            text(painter, frame, "—", Type.SMALL, paint.text3)
            return
        side = sizes.L - 1
        first = row.projects[0]
        room = frame.adjusted(side + sizes.S - 2, 0, -sizes.S, 0)
        for further in reversed(row.projects[1:3]):
            mark = QRectF(room.right() - side, frame.center().y() - side / 2, side, side)
            draw_icon(painter, project_icon(further.code), mark, paint.text2)
            room.adjust(0, 0, -side - sizes.XS, 0)
        mark = QRectF(frame.left(), frame.center().y() - side / 2, side, side)
        draw_icon(painter, project_icon(first.code), mark, paint.text2)
        name = self.short_names.get(first.code, first.code)
        words = project_with_date(name, first.when)
        text(painter, room, words, Type.SMALL, paint.text2)

    def _appointment(
        self, painter: QPainter, frame: QRectF, paint: Colors, row: PortfolioRow
    ) -> None:
        today = row.appointment is not None and row.appointment.date() == self.today
        role = Type.SMALL_STRONG if today else Type.SMALL
        ink = paint.accent_text if today else paint.text
        text(painter, frame, self.cell_words(row, Column.APPOINTMENT), role, ink)


def about_beside(row: PortfolioRow, today: date, room: float, *, with_town: bool) -> str:
    """Age and town as far as they fit; half an age says nothing, so it gives way whole."""
    for town in (True, False) if with_town else (False,):
        about = about_row(row, today, with_town=town)
        if fitted(about, Type.SMALL, room - sizes.XS, tabular=False).text.text() == about:
            return about
    return ""


def text(
    painter: QPainter,
    frame: QRectF,
    words: str,
    role: Type,
    ink: QColor,
    *,
    tabular: bool = False,
) -> float:
    """Draw a line of text, cut where the cell ends; how wide it became."""
    told = fitted(words, role, frame.width() - sizes.XS, tabular=tabular)
    painter.setFont(font(role, tabular=tabular))
    painter.setPen(ink)
    top = frame.center().y() - told.height / 2
    painter.drawStaticText(QPointF(frame.left(), top), told.text)
    return told.width
