"""Address labels for cards and letters, on common sheets, adjusted to the printer."""

from collections.abc import Sequence

from reportlab.lib.units import mm

from advisor_app.domain.codes import Language
from advisor_app.domain.labels import LABEL_GRIDS, LabelGrid, LabelPlace
from advisor_app.i18n import _, speaking
from advisor_app.reports.fonts import Face
from advisor_app.reports.paper import Paper
from advisor_app.reports.structure import Role
from advisor_app.reports.text import Style, printable, shorten, width, wrap

_LINE = Style(Face.REGULAR, 10.5)
# A line that is still too long at the smaller size breaks; only then labels' own size is taken.
_SMALLEST, _LABEL = 9.5, 8.5
_PITCH, _INSIDE, _ABOVE = 1.3, 5 * mm, 4 * mm
_MOST_LINES = 5


def labels_pdf(
    addresses: Sequence[Sequence[str]], place: LabelPlace, language: Language
) -> tuple[bytes, int]:
    """One label an address, row by row, and how many sheets; same addresses, same bytes."""
    with speaking(language):
        grid = LABEL_GRIDS[place.sheet]
        each = grid.columns * grid.rows
        paper = Paper(printable(_("Address labels")), language)
        skipped = (place.first - 1) % each
        for number, address in enumerate(addresses, skipped):
            if number % each == 0 and number > skipped:
                paper.next_page()
            _draw(paper, address, _corner(grid, place, number % each), grid)
        paper.next_page()
        return paper.pdf(), max(1, -(-(skipped + len(addresses)) // each))


def _corner(grid: LabelGrid, place: LabelPlace, number: int) -> tuple[float, float]:
    row, column = divmod(number, grid.columns)
    x = grid.left + column * (grid.width + grid.gap) + place.right
    return x * mm, (grid.top + row * grid.height + place.down) * mm


def _draw(
    paper: Paper, address: Sequence[str], corner: tuple[float, float], grid: LabelGrid
) -> None:
    style, lines = _fitted([printable(line) for line in address[:_MOST_LINES]], grid)
    pitch = style.size * _PITCH
    top = corner[1] + (grid.height * mm - len(lines) * pitch) / 2
    with paper.part(Role.PARAGRAPH):
        for number, line in enumerate(lines, 1):
            baseline = top + number * pitch - pitch * 0.25
            paper.text(corner[0] + _INSIDE, baseline, line, style)


def _fitted(lines: Sequence[str], grid: LabelGrid) -> tuple[Style, list[str]]:
    """The largest type in which no line breaks, else the larger one in which the whole address fits.

    Of what no label could hold the town stays.
    """
    room = grid.width * mm - 2 * _INSIDE
    widest = max((width(line, _LINE) for line in lines), default=0)
    if widest * _SMALLEST / _LINE.size <= room:
        return _LINE._replace(size=min(_LINE.size, _LINE.size * room / max(widest, 1))), [*lines]
    for size in (_SMALLEST, _LABEL):
        style = _LINE._replace(size=size)
        broken = [piece for line in lines for piece in wrap(line, style, room)]
        most = int((grid.height * mm - _ABOVE) / (size * _PITCH))
        if len(broken) <= most:
            return style, broken
    return style, [*broken[: most - 1], shorten(lines[-1], style, room)]
