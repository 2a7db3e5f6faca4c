"""What stands on a briefing sheet, told without ReportLab, for others to draw it again.

Points from the top left corner of each page; greys from 0, black, to 1, white.
"""

import re
from functools import cache
from typing import Any, NamedTuple, TypeAlias

_NUMBER = re.compile(r"-?[\d.]+")


class Pen(NamedTuple):
    """How a shape is drawn."""

    thickness: float = 1.0
    edge: float = 0.0
    fill: float = 0.0
    dash: tuple[float, ...] = ()
    round_ends: bool = False


class Words(NamedTuple):
    """A text on its baseline."""

    x: float
    y: float
    text: str
    face: str
    size: float
    grey: float


class Shape(NamedTuple):
    """A `line` (x, y, x, y), `box` (x, y, width, height, radius), `disc` (x, y, radius), or others.

    A `curve` has where it begins, two handles, where it ends; a `corners` the points of a closed
    shape. `clip` is a box that cuts what follows, until the next one; one of no size cuts nothing.
    """

    kind: str
    numbers: tuple[float, ...]
    pen: Pen
    stroke: bool
    fill: bool


Page: TypeAlias = tuple[list[Words], list[Shape]]


@cache
def sheet_pages() -> tuple[Page, ...]:
    """The pages of the sheet that the other benchmarks make, too."""
    from paper.samples import fournier
    from sheet import recorded

    from advisor_app.reports.sheet import render

    reader = _Reader()
    for name, arguments, named in recorded(lambda: render(fournier())):
        getattr(reader, name)(*arguments, **named)
    return tuple(reader.pages)


class _Reader:
    """A canvas that only writes down; its methods are those of ReportLab."""

    def __init__(self) -> None:
        from reportlab.lib.pagesizes import A4

        self._height = A4[1]
        self.pages: list[Page] = []
        self._words: list[Words] = []
        self._shapes: list[Shape] = []
        self._pen, self._kept = Pen(), Pen()
        self._face, self._size = "", 0.0

    def __getattr__(self, name: str) -> Any:
        """Whatever sets the pen."""
        fields = {
            "setFillGray": "fill",
            "setStrokeGray": "edge",
            "setLineWidth": "thickness",
            "setDash": "dash",
            "setLineCap": "round_ends",
        }
        field = fields[name]

        def take(value: Any) -> None:
            told = {"dash": tuple, "round_ends": bool}.get(field, float)(value)
            self._pen = self._pen._replace(**{field: told})

        return take

    def setFont(self, face: str, size: float) -> None:  # noqa: N802
        self._face, self._size = face, size

    def drawString(self, x: float, y: float, text: str) -> None:  # noqa: N802
        words = Words(x, self._height - y, text, self._face, self._size, self._pen.fill)
        self._words.append(words)

    def line(self, x: float, y: float, to_x: float, to_y: float) -> None:
        self._add("line", (x, self._height - y, to_x, self._height - to_y), stroke=1, fill=0)

    def rect(
        self, x: float, y: float, room: float, high: float, stroke: int = 1, fill: int = 0
    ) -> None:
        self.roundRect(x, y, room, high, 0, stroke, fill)

    def roundRect(  # noqa: N802
        self,
        x: float,
        y: float,
        room: float,
        high: float,
        radius: float,
        stroke: int = 1,
        fill: int = 0,
    ) -> None:
        top = self._height - y - high
        self._add("box", (x, top, room, high, radius), stroke=stroke, fill=fill)

    def circle(self, x: float, y: float, radius: float, stroke: int = 1, fill: int = 0) -> None:
        self._add("disc", (x, self._height - y, radius), stroke=stroke, fill=fill)

    def drawPath(self, path: Any, stroke: int = 1, fill: int = 0) -> None:  # noqa: N802
        steps = [step.split() for step in path._code]
        if path._code[-1] == "h":
            points = [float(one) for *numbers, _operator in steps for one in numbers]
            self._add("corners", self._turned(points), stroke=stroke, fill=fill)
            return
        here = [0.0, 0.0]
        for *numbers, operator in steps:
            points = [float(one) for one in numbers]
            if operator == "re":
                self.rect(*points, stroke=stroke, fill=fill)
            elif operator in "lc":
                kind = "line" if operator == "l" else "curve"
                self._add(kind, self._turned([*here, *points]), stroke=1, fill=0)
            here = points[-2:] or here

    def _turned(self, points: list[float]) -> tuple[float, ...]:
        return tuple(self._height - one if place % 2 else one for place, one in enumerate(points))

    def clipPath(self, path: Any, **_how: int) -> None:  # noqa: N802
        x, y, room, high = map(float, _NUMBER.findall(path._code[1])[:4])
        self._add("clip", (x, self._height - y - high, room, high), stroke=0, fill=0)

    def saveState(self) -> None:  # noqa: N802
        self._kept = self._pen

    def restoreState(self) -> None:  # noqa: N802
        self._pen = self._kept
        self._add("clip", (0, 0, 0, 0), stroke=0, fill=0)

    def showPage(self) -> None:  # noqa: N802
        self.pages.append((self._words, self._shapes))
        self._words, self._shapes, self._pen = [], [], Pen()

    def _add(self, kind: str, numbers: tuple[float, ...], *, stroke: int, fill: int) -> None:
        self._shapes.append(Shape(kind, numbers, self._pen, bool(stroke), bool(fill)))
