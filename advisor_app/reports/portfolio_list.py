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
from advisor_app.reports.text import printable, shorten, width, wrap

# The lines of each cell.
Row = Sequence[tuple[str, ...]]

_LEFT, _RIGHT, _BOTTOM = 42.5, 799.4, WIDTH - 42
_ROOM = _RIGHT - _LEFT
_HEAD, _TABLE, _ROW, _GAP = 40.0, 76.0, 16.2, 9.0
_DEEP = _BOTTOM - 14 - _TABLE
# A cell has so many lines at most, so far below each other.
_LINES, _LEADING = 2, 11.4
# So many rows say how wide a column must be; the others are like them.
_MEASURED = 300
_NARROWEST = 34.0


def list_pdf(table: ExportTable, printing: Printing, language: Language) -> bytes:
    """The table as a PDF; what has no room in two lines is cut visibly. Same data, same bytes."""
    with speaking(language):
        paper = Paper(printable(table.title), language, wide=True)
        words = [[printable(_words(cell)) for cell in row] for row in table.rows]
        heads = [printable(heading) for heading in table.headings]
        places = _places(heads, words)
        rooms = [room for _x, room in places]
        rows = [list(map(_lines, row, rooms)) for row in words]
        top = [(shorten(head, STRONG, room),) for head, room in zip(heads, rooms, strict=True)]
        pages = list(_pages(rows))
        for number, shown in enumerate(pages, 1):
            _draw_head(paper, table, printing, page_number(number, len(pages)), len(rows))
            with paper.part(Role.TABLE):
                _draw_row(paper, _TABLE, top, places, strong=True)
                rule(paper, _LEFT, _TABLE + 5, _ROOM)
                y = _TABLE
                for row in shown:
                    _draw_row(paper, y + _ROW + 2, row, places)
                    y += _height(row)
                    rule(paper, _LEFT, y + 7, _ROOM, thick=False)
            paper.next_page()
        return paper.pdf()


def _pages(rows: Sequence[Row]) -> Iterator[Sequence[Row]]:
    """The rows of each page; one page without any where there is none."""
    page: list[Row] = []
    used = 0.0
    for row in rows:
        used += _height(row)
        if used > _DEEP:
            yield page
            page, used = [], _height(row)
        page.append(row)
    yield page


def _height(row: Row) -> float:
    return _ROW + (max(map(len, row), default=1) - 1) * _LEADING


def _lines(text: str, room: float) -> tuple[str, ...]:
    broken = wrap(text, BODY, room)
    if len(broken) <= _LINES:
        return broken
    return (*broken[: _LINES - 1], shorten(" ".join(broken[_LINES - 1 :]), BODY, room))


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
    cells: Row,
    places: Sequence[tuple[float, float]],
    *,
    strong: bool = False,
) -> None:
    style, role = (STRONG, Role.HEADER_CELL) if strong else (BODY, Role.CELL)
    with paper.part(Role.ROW):
        for lines, (x, _room) in zip(cells, places, strict=True):
            with paper.part(role):
                for line, text in enumerate(lines):
                    paper.text(x, y + line * _LEADING, text, style)


def _places(heads: Sequence[str], rows: list[list[str]]) -> list[tuple[float, float]]:
    """Where each column begins and how wide it is: as its texts ask, within the paper."""
    wished = [
        max(
            _NARROWEST,
            width(head, STRONG),
            *(width(row[number], BODY) for row in rows[:_MEASURED]),
        )
        for number, head in enumerate(heads)
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
