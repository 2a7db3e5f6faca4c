"""The program's icons as lines on paper: the part of SVG that their files use.

The files are ours, and so are the names: a name that comes from data is only ever looked up among
the files that are there.
"""

import re
from collections.abc import Iterator
from functools import cache
from math import atan2, ceil, cos, pi, radians, sin, sqrt, tan
from xml.etree import ElementTree as ET

from advisor_app.reports.outlines import Piece, Point
from advisor_app.resources import resource_folder

GRID = 24.0

_TOKEN = re.compile(r"[A-Za-z]|[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?")
_NUMBERS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "A": 7, "Z": 0}


@cache
def icon(name: str | None) -> tuple[Piece, ...]:
    """The outline of an icon on a grid of 24; empty where there is none of that name."""
    if name not in _names():
        return ()
    root = ET.parse(resource_folder() / "icons" / f"{name}.svg").getroot()  # noqa: S314 only files that ship with the program
    return tuple(piece for element in root for piece in _element(element))


@cache
def _names() -> frozenset[str]:
    return frozenset(path.stem for path in (resource_folder() / "icons").glob("*.svg"))


def _element(element: ET.Element) -> Iterator[Piece]:
    kind = element.tag.rpartition("}")[2]
    number = {key: float(text) for key, text in element.items() if _is_number(text)}
    if kind == "path":
        yield from _path(element.get("d", ""))
    elif kind in {"circle", "ellipse"}:
        across = number.get("rx", number.get("r", 0))
        yield from _oval(number["cx"], number["cy"], across, number.get("ry", across))
    elif kind == "line":
        yield Piece("move", ((number["x1"], number["y1"]),))
        yield Piece("line", ((number["x2"], number["y2"]),))
    elif kind == "rect":
        x, y = number.get("x", 0), number.get("y", 0)
        yield from _path(
            f"M{x} {y}h{number['width']}v{number['height']}h{-number['width']}v{-number['height']}"
        )


def _is_number(text: str) -> bool:
    return re.fullmatch(r"[-+]?[\d.]+", text) is not None


def _oval(x: float, y: float, across: float, down: float) -> Iterator[Piece]:
    yield Piece("move", ((x + across, y),))
    yield from _arc((x + across, y), (across, down, 0, 1, 1), (x - across, y))
    yield from _arc((x - across, y), (across, down, 0, 1, 1), (x + across, y))


def _path(text: str) -> Iterator[Piece]:
    """The pieces of a path's `d`, every point absolute."""
    here = start = handle = (0.0, 0.0)
    for letter, values in _commands(text):
        pieces, here, handle = _step(letter, values, here, start, handle)
        if letter in "Mm":
            start = here
        yield from pieces


def _commands(text: str) -> Iterator[tuple[str, list[float]]]:
    letter = ""
    values: list[float] = []
    for token in _TOKEN.findall(text):
        if token.isalpha():
            letter, values = token, []
            if letter in "Zz":
                yield letter, []
            continue
        values.append(float(token))
        if len(values) == _NUMBERS[letter.upper()]:
            yield letter, values
            letter, values = {"M": "L", "m": "l"}.get(letter, letter), []


def _step(
    letter: str, values: list[float], here: Point, start: Point, handle: Point
) -> tuple[list[Piece], Point, Point]:
    """One command: its pieces, where it ends, and the handle that a smooth curve mirrors."""
    kind = letter.upper()
    if kind == "Z":
        return [Piece("line", (start,))], start, start
    if kind in "HV":
        values = _both(kind, values[0], here, relative=letter.islower())
        letter = "L"
    if kind == "A":
        end = _point(values[5:], here, relative=letter.islower())
        radii = (values[0], values[1], values[2], values[3], values[4])
        return list(_arc(here, radii, end)), end, end
    pairs = zip(values[::2], values[1::2], strict=True)
    points = [_point(pair, here, relative=letter.islower()) for pair in pairs]
    if kind == "M":
        return [Piece("move", (points[-1],))], points[-1], points[-1]
    if kind in "LHV":
        return [Piece("line", (points[-1],))], points[-1], points[-1]
    if kind == "S":
        points.insert(0, (2 * here[0] - handle[0], 2 * here[1] - handle[1]))
    if kind == "Q":
        points = _cubic(here, points[0], points[1])
    return [Piece("curve", tuple(points))], points[-1], points[-2]


def _both(kind: str, value: float, here: Point, *, relative: bool) -> list[float]:
    x = here[0] if kind == "V" else value + (here[0] if relative else 0)
    y = here[1] if kind == "H" else value + (here[1] if relative else 0)
    return [x, y]


def _point(pair: "tuple[float, float] | list[float]", here: Point, *, relative: bool) -> Point:
    return (pair[0] + here[0], pair[1] + here[1]) if relative else (pair[0], pair[1])


def _cubic(here: Point, control: Point, end: Point) -> list[Point]:
    return [
        (here[0] + (control[0] - here[0]) * 2 / 3, here[1] + (control[1] - here[1]) * 2 / 3),
        (end[0] + (control[0] - end[0]) * 2 / 3, end[1] + (control[1] - end[1]) * 2 / 3),
        end,
    ]


def _arc(
    here: Point, shape: tuple[float, float, float, float, float], end: Point
) -> Iterator[Piece]:
    """An elliptical arc as curves of a quarter turn at most (SVG 1.1, appendix F.6)."""
    across, down, turned, large, sweep = shape
    if not across or not down or here == end:
        yield Piece("line", (end,))
        return
    angle = radians(turned)
    half_x, half_y = (here[0] - end[0]) / 2, (here[1] - end[1]) / 2
    x = cos(angle) * half_x + sin(angle) * half_y
    y = -sin(angle) * half_x + cos(angle) * half_y
    grow = sqrt(max(1.0, (x / across) ** 2 + (y / down) ** 2))
    across, down = across * grow, down * grow
    square = (across * down) ** 2 / ((across * y) ** 2 + (down * x) ** 2) - 1
    factor = sqrt(max(0.0, square)) * (1 if large != sweep else -1)
    centre_x, centre_y = factor * across * y / down, -factor * down * x / across
    first = atan2((y - centre_y) / down, (x - centre_x) / across)
    last = atan2((-y - centre_y) / down, (-x - centre_x) / across)
    turn = (last - first) % (2 * pi) if sweep else -((first - last) % (2 * pi))
    middle = (
        cos(angle) * centre_x - sin(angle) * centre_y + (here[0] + end[0]) / 2,
        sin(angle) * centre_x + cos(angle) * centre_y + (here[1] + end[1]) / 2,
    )
    yield from _quarters(middle, (across, down), angle, first, turn)


def _quarters(
    middle: Point, radii: Point, angle: float, first: float, turn: float
) -> Iterator[Piece]:
    count = max(1, ceil(abs(turn) / (pi / 2) - 1e-9))
    part = turn / count
    reach = 4 / 3 * tan(part / 4)

    def place(at: float, along: float) -> Point:
        x = radii[0] * (cos(at) - along * sin(at))
        y = radii[1] * (sin(at) + along * cos(at))
        return (
            middle[0] + cos(angle) * x - sin(angle) * y,
            middle[1] + sin(angle) * x + cos(angle) * y,
        )

    for number in range(count):
        at = first + number * part
        yield Piece("curve", (place(at, reach), place(at + part, -reach), place(at + part, 0)))
