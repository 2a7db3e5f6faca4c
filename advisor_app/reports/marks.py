"""Small marks that pages are made of: rules, lines to write on, boxes to tick, icons."""

from advisor_app.reports.icons import GRID, icon
from advisor_app.reports.outlines import Piece
from advisor_app.reports.paper import Paper

_LINE_GREY = 0.67
_TICK = (
    Piece("move", ((2.4, 5.4),)),
    Piece("line", ((4.5, 7.8),)),
    Piece("line", ((8.4, 2.9),)),
)


def rule(paper: Paper, x: float, y: float, room: float, *, thick: bool = True) -> None:
    """A line across: black under a heading, grey between rows."""
    grey, thickness = (0.0, 0.9) if thick else (_LINE_GREY, 0.7)
    paper.line((x, y), (x + room, y), thickness=thickness, grey=grey)


def answer_line(paper: Paper, x: float, y: float, room: float) -> None:
    """A dotted line to write on."""
    paper.line((x, y), (x + room, y), thickness=0.7, grey=0.25, dash=(0.8, 1.2))


def tick_box(paper: Paper, x: float, baseline: float, *, ticked: bool = False) -> None:
    """A box to tick, standing on a line of text."""
    top = baseline - 8.8
    paper.box(x, top, 10.6, 10.6, radius=2)
    if ticked:
        paper.outline(x, top, _TICK, 1, 1.1)


def draw_icon(paper: Paper, x: float, y: float, size: float, name: str) -> None:
    """One of the program's icons in lines, in a square of `size` points."""
    scale = size / GRID
    paper.outline(x, y, icon(name), scale, 2 * scale)
