"""A4 paper to draw on: points from the top left corner, black on white, texts made printable."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import wraps
from io import BytesIO
from typing import Concatenate, ParamSpec

from reportlab import rl_config
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject

from advisor_app.domain.codes import Language
from advisor_app.reports.archiving import PDF_VERSION, archive
from advisor_app.reports.fonts import Face, load
from advisor_app.reports.outlines import Piece
from advisor_app.reports.structure import Role, Structure
from advisor_app.reports.text import Style, runs, width

WIDTH, HEIGHT = A4
LEFT, RIGHT = 56.7, 552.8
ROOM = RIGHT - LEFT
TOP, BOTTOM = 56.0, 786.0  # between the page's head and its foot

# ASCII85 costs a third of a sheet's time and a quarter of its bytes.
rl_config.useA85 = 0

SMALL = Style(Face.REGULAR, 8.5, 0.2)
SMALL_BLACK = Style(Face.REGULAR, 8.5)
SMALL_STRONG = Style(Face.SEMIBOLD, 8.5)
BODY = Style(Face.REGULAR, 9.6)
SOFT = Style(Face.REGULAR, 9.6, 0.2)
MEDIUM = Style(Face.MEDIUM, 9.6)
STRONG = Style(Face.SEMIBOLD, 9.6)
HEADING = Style(Face.SERIF_SEMIBOLD, 12.5)

_P = ParamSpec("_P")
_DOT_GREY = 0.72
_DOT_PITCH = 14.17  # 5 mm
_ROUND = 1


def _ornamental(
    draw: Callable[Concatenate["Paper", _P], None],
) -> Callable[Concatenate["Paper", _P], None]:
    """A method whose lines and grounds are not read, unless they are of a picture."""

    @wraps(draw)
    def drawn(paper: "Paper", /, *places: _P.args, **manner: _P.kwargs) -> None:
        paper.mark(paper.structure.artifact())
        draw(paper, *places, **manner)

    return drawn


class Paper:
    """One document being drawn; `y` grows downwards, text stands on its baseline.

    `wide` turns the paper on its side.
    """

    def __init__(self, title: str, language: Language, *, wide: bool = False) -> None:
        load()
        self._top = WIDTH if wide else HEIGHT
        self._title, self._language = title, language
        self._ink: tuple[float, float, float] | None = None
        self.structure = Structure()
        self._file = BytesIO()
        # invariant: no clock and no chance in the file, so that same input gives same bytes.
        # The initial font is named because ReportLab would enter Helvetica, not embedded.
        self._canvas = Canvas(
            self._file,
            pagesize=landscape(A4) if wide else A4,
            pageCompression=1,
            invariant=1,
            initialFontName=Face.REGULAR.value,
            lang=language.value,
            pdfVersion=PDF_VERSION,
        )
        self._canvas.setTitle(title)
        self._canvas.setViewerPreference("DisplayDocTitle", "true")

    def part(self, role: Role) -> AbstractContextManager[None]:
        """What is written meanwhile is one heading, paragraph, table, row or cell."""
        return self.structure.part(role)

    @contextmanager
    def figure(self, says: str) -> Iterator[None]:
        """What is drawn and written meanwhile is one picture, which `says` describes."""
        with self.structure.part(Role.FIGURE, says):
            self.mark(self.structure.content())
            with self.structure.held():
                yield

    @contextmanager
    def ornament(self) -> Iterator[None]:
        """What is drawn and written meanwhile is not read: lines, and what every page carries."""
        self.mark(self.structure.artifact())
        with self.structure.held():
            yield

    @contextmanager
    def inked(self, ink: tuple[float, float, float] | None) -> Iterator[None]:
        """What is written meanwhile has a colour (red, green and blue of 1); None: its own grey."""
        self._ink = ink
        yield
        self._ink = None

    def picture(self, x: float, y: float, room: float, height: float, png: bytes) -> None:
        """A picture in a rectangle; within `figure`, which says what it shows."""
        self._canvas.drawImage(ImageReader(BytesIO(png)), x, self._top - y - height, room, height)

    def mark(self, operators: str) -> None:
        """Enter the structure's operators into the page's stream."""
        if operators:
            self._canvas.addLiteral(operators)

    def next_page(self) -> None:
        """End the page and begin the next one."""
        self.mark(self.structure.end_page())
        self._canvas.showPage()

    def bookmark(self, key: str, title: str, level: int = 0) -> None:
        """Enter the present page into the document's outline."""
        self._canvas.bookmarkPage(key)
        self._canvas.addOutlineEntry(title, key, level, closed=False)
        self._canvas.showOutline()

    def pdf(self) -> bytes:
        """The finished file; the paper cannot be drawn on afterwards."""
        document = self._canvas._doc  # noqa: SLF001 ReportLab has no other way to its document
        self.structure.enter(document)
        archive(document, self._title, self._language)
        self._canvas.save()
        return self._file.getvalue()

    def text(self, x: float, y: float, text: str, style: Style) -> float:
        """Write printable text from `x` on, and say where it ends."""
        self.mark(self.structure.content())
        if self._ink is None:
            self._canvas.setFillGray(style.grey)
        else:
            self._canvas.setFillColorRGB(*self._ink)
        for run in runs(text, style.face):
            self._canvas.setFont(run.face.value, style.size)
            self._canvas.drawString(x, self._top - y, run.text)
            shown = style if run.face is style.face else style._replace(face=run.face)
            x += width(run.text, shown)
        return x

    def text_right(self, x: float, y: float, text: str, style: Style) -> None:
        """Write printable text so that it ends at `x`."""
        self.text(x - width(text, style), y, text, style)

    def text_centred(self, x: float, y: float, text: str, style: Style) -> None:
        """Write printable text around `x`."""
        self.text(x - width(text, style) / 2, y, text, style)

    @_ornamental
    def line(
        self,
        start: tuple[float, float],
        end: tuple[float, float],
        *,
        thickness: float = 0.75,
        grey: float = 0.0,
        dash: tuple[float, ...] = (),
    ) -> None:
        """A straight line between two points."""
        self._stroke(thickness, grey)
        self._canvas.setDash(list(dash))
        self._canvas.line(start[0], self._top - start[1], end[0], self._top - end[1])
        self._canvas.setDash([])

    @_ornamental
    def box(
        self, x: float, y: float, room: float, height: float, *, radius: float = 0, fill: float = 1
    ) -> None:
        """A rectangle with a black edge, filled with a grey."""
        self._stroke(0.9, 0)
        self._canvas.setFillGray(fill)
        if radius:
            self._canvas.roundRect(x, self._top - y - height, room, height, radius, fill=1)
        else:
            self._canvas.rect(x, self._top - y - height, room, height, fill=1)

    @_ornamental
    def block(self, x: float, y: float, room: float, height: float, grey: float = 0) -> None:
        """A filled rectangle without an edge."""
        self._canvas.setFillGray(grey)
        self._canvas.rect(x, self._top - y - height, room, height, stroke=0, fill=1)

    @_ornamental
    def blocks(self, rectangles: list[tuple[float, float, float, float]], grey: float = 0) -> None:
        """Many filled rectangles (x, y, width, height) as one shape."""
        shape = self._canvas.beginPath()
        for x, y, room, height in rectangles:
            shape.rect(x, self._top - y - height, room, height)
        self._fill(shape, grey)

    @_ornamental
    def shape(self, points: list[tuple[float, float]], *, fill: float, edge: float = 1.2) -> None:
        """A closed outline through the points, filled with a grey."""
        self._stroke(edge, 0)
        shape = self._canvas.beginPath()
        shape.moveTo(points[0][0], self._top - points[0][1])
        for x, y in points[1:]:
            shape.lineTo(x, self._top - y)
        shape.close()
        self._canvas.setFillGray(fill)
        self._canvas.drawPath(shape, stroke=1, fill=1)

    @_ornamental
    def hatch(self, x: float, y: float, room: float, height: float) -> None:
        """Slanted grey lines in a rectangle."""
        self._canvas.saveState()
        inside = self._canvas.beginPath()
        inside.rect(x, self._top - y - height, room, height)
        self._canvas.clipPath(inside, stroke=0, fill=0)
        self._stroke(1.1, 0.6)
        start = x - height
        while start < x + room:
            self._canvas.line(start, self._top - y - height, start + height, self._top - y)
            start += 3
        self._canvas.restoreState()

    @_ornamental
    def disc(self, x: float, y: float, radius: float, *, fill: float = 0, edge: float = 1) -> None:
        """A disc, or with `fill` 1 a ring, of the given edge."""
        self._stroke(edge, 0)
        self._canvas.setFillGray(fill)
        self._canvas.circle(x, self._top - y, radius, stroke=1 if edge else 0, fill=1)

    @_ornamental
    def outline(
        self, x: float, y: float, pieces: Iterable[Piece], scale: float, thickness: float
    ) -> None:
        """Lines and curves with round ends, from a grid whose corner is at (x, y)."""
        shape = self._canvas.beginPath()
        draw = {"move": shape.moveTo, "line": shape.lineTo, "curve": shape.curveTo}
        for piece in pieces:
            points = [(x + px * scale, self._top - y - py * scale) for px, py in piece.points]
            draw[piece.kind](*(number for point in points for number in point))
        self._stroke(thickness, 0)
        self._canvas.setLineCap(_ROUND)
        self._canvas.setLineJoin(_ROUND)
        self._canvas.drawPath(shape, stroke=1, fill=0)
        self._canvas.setLineCap(0)
        self._canvas.setLineJoin(0)

    @_ornamental
    def dots(self, x: float, y: float, room: float, height: float) -> None:
        """A grid of dots, 5 mm apart, to write on by hand."""
        self._stroke(1.5, _DOT_GREY)
        self._canvas.setLineCap(_ROUND)
        self._canvas.setDash([0, _DOT_PITCH])
        row = y + _DOT_PITCH / 2
        while row < y + height:
            left = x + _DOT_PITCH / 2
            self._canvas.line(left, self._top - row, x + room, self._top - row)
            row += _DOT_PITCH
        self._canvas.setDash([])
        self._canvas.setLineCap(0)

    def _stroke(self, thickness: float, grey: float) -> None:
        self._canvas.setLineWidth(thickness)
        self._canvas.setStrokeGray(grey)

    def _fill(self, shape: PDFPathObject, grey: float) -> None:
        self._canvas.setFillGray(grey)
        self._canvas.drawPath(shape, stroke=0, fill=1)
