"""What an outline is made of."""

from typing import NamedTuple, TypeAlias

Point: TypeAlias = tuple[float, float]


class Piece(NamedTuple):
    """A move (one point), a line (one point) or a curve (three points) of an outline."""

    kind: str
    points: tuple[Point, ...]
