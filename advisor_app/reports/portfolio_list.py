"""A list of the portfolio on paper: a table on sheets turned on their side, its headings on each."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from advisor_app.domain.codes import Language
from advisor_app.domain.export import Cell, ExportTable
from advisor_app.i18n import _, ngettext, speaking
from advisor_app.i18n.formats import field_date, short_clock
from advisor_app.reports.frame import page_number, printed_line
from advisor_app.reports.marks import rule
from advisor_app.reports.paper import BODY, HEADING, SMALL, SOFT, STRONG, WIDTH, Paper
from advisor_app.reports.sheet_data import Printing
from advisor_app.reports.structure import Role
from advisor_app.reports.text import printable, shorten, width

_LEFT, _RIGHT, _BOTTOM = 42.5, 799.4, WIDTH - 42
_ROOM = _RIGHT - _LEFT
_HEAD, _TABLE, _ROW, _GAP = 40.0, 76.0, 16.2, 9.0
_ROWS = int((_BOTTOM - 14 - _TABLE) // _ROW)
# So many rows say how wide a column must be; the others are like them.
_MEASURED = 300
_NARROWEST = 34.0


def list_pdf(table: ExportTable, printing: Printing, language: Language) -> bytes:
    """The table as a PDF; what has no room in its column is cut visibly. Same data, same bytes."""
    with speaking(language):
        paper = Paper(printable(table.title), language, wide=True)
        rows = [[_words(cell) for cell in row] for row in table.rows]
        places = _places(table.headings, rows)
        pages = list(_pages(rows))
        for number, shown in enumerate(pages, 1):
            _draw_head(paper, table, printing, page_number(number, len(pages)), len(rows))
            with paper.part(Role.TABLE):
                _draw_row(paper, _TABLE, table.headings, places, strong=True)
                rule(paper, _LEFT, _TABLE + 5, _ROOM)
                for line, row in enumerate(shown, 1):
                    _draw_row(paper, _TABLE + line * _ROW + 2, row, places)
                    rule(paper, _LEFT, _TABLE + line * _ROW + 7, _ROOM, thick=False)
            paper.next_page()
        return paper.pdf()


def _pages(rows: list[list[str]]) -> Iterator[Sequence[list[str]]]:
    """The rows of each page; one page without any where there is none."""
    yield from (rows[at : at + _ROWS] for at in range(0, max(len(rows), 1), _ROWS))


def _draw_head(paper: Paper, table: ExportTable, printing: Printing, page: str, count: int) -> None:
    printed = f"{printable(printed_line(printing))}   {page}"
    words = ngettext("{count} household", "{count} households", count).format(count=count)
    counted = printable(words)
    room = _ROOM - width(printed, SMALL) - width(counted, SOFT) - 3 * _GAP
    with paper.part(Role.TITLE):
        title = shorten(printable(table.title), HEADING, room)
        end = paper.text(_LEFT, _HEAD, title, HEADING) + _GAP
    paper.text(end, _HEAD, counted, SOFT)
    paper.text_right(_RIGHT, _HEAD, printed, SMALL)
    foot = _("Names and facts of clients: do not leave this list on a desk, shred it after use.")
    paper.text(_LEFT, _BOTTOM + 14, printable(foot), SMALL)


def _draw_row(
    paper: Paper,
    y: float,
    cells: Sequence[str],
    places: Sequence[tuple[float, float]],
    *,
    strong: bool = False,
) -> None:
    style, role = (STRONG, Role.HEADER_CELL) if strong else (BODY, Role.CELL)
    with paper.part(Role.ROW):
        for text, (x, room) in zip(cells, places, strict=True):
            with paper.part(role):
                paper.text(x, y, shorten(printable(text), style, room), style)


def _places(headings: Sequence[str], rows: list[list[str]]) -> list[tuple[float, float]]:
    """Where each column begins and how wide it is: as its texts ask, within the paper."""
    wished = [
        max(
            _NARROWEST,
            width(printable(heading), STRONG),
            *(width(printable(row[number]), BODY) for row in rows[:_MEASURED]),
        )
        for number, heading in enumerate(headings)
    ]
    rooms = _shared(wished, _ROOM - _GAP * (len(wished) - 1))
    starts = [_LEFT + sum(rooms[:number]) + _GAP * number for number in range(len(rooms))]
    return list(zip(starts, rooms, strict=True))


def _shared(wished: Sequence[float], room: float) -> list[float]:
    """Each what it wishes where that fits; else the wide ones give way to an equal share."""
    if sum(wished) <= room:
        extra = (room - sum(wished)) / len(wished)
        return [one + extra for one in wished]
    share, small = room / len(wished), 0.0
    for one in sorted(wished):
        share = (room - small) / (len(wished) - sorted(wished).index(one))
        if one > share:
            break
        small += one
    return [min(one, share) for one in wished]


def _words(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return f"{field_date(cell.date())} {short_clock(cell.time())}"
    return field_date(cell) if isinstance(cell, date) else str(cell)
