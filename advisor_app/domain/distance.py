"""How far apart two places are, as the crow flies."""

from math import asin, cos, radians, sin, sqrt
from typing import NamedTuple

EARTH_KM = 6371.0
# A quarter of an hour by bicycle: near a branch, or on the way to another visit.
NEARBY_KM = 5.0


class Position(NamedTuple):
    """A place on the earth, in degrees."""

    latitude: float
    longitude: float


def kilometres(one: Position, other: Position) -> float:
    """The great-circle distance."""
    north = radians(other.latitude - one.latitude) / 2
    east = radians(other.longitude - one.longitude) / 2
    around = cos(radians(one.latitude)) * cos(radians(other.latitude))
    return 2 * EARTH_KM * asin(min(1.0, sqrt(sin(north) ** 2 + around * sin(east) ** 2)))
