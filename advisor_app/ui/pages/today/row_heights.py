"""How high the rows of suggestions stand, so that none of them is cut where it can be helped."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate


def heights(needed: Sequence[int], room: int, least: int, most: int) -> list[int]:
    """A height for each row, given what its lines need and the room of the list.

    Where all rows fit, they share the room up to `most`, the low ones growing first. Where they do
    not, none is lower than `least`, and as many as fit fill the room exactly: the list then ends
    at the border of a row, and the others are reached by scrolling.
    """
    if sum(needed) <= room:
        return _filled(needed, room, most)
    wanted = [max(one, least) for one in needed]
    whole = bisect_right(list(accumulate(wanted)), room)
    if not whole:
        return wanted
    first = _filled(wanted[:whole], room, room)
    return first + [max(one, min(first)) for one in wanted[whole:]]


def _filled(needed: Sequence[int], room: int, most: int) -> list[int]:
    """Raise the lowest rows to one level, until the room is used up or the level is `most`."""
    level = bisect_right(range(1, most + 1), room, key=lambda at: _sum(needed, at))
    left = room - _sum(needed, level) if level < most else 0
    raised: list[int] = []
    for one in needed:
        grows = left > 0 and one <= level
        raised.append(max(one, level) + grows)
        left -= grows
    return raised


def _sum(needed: Sequence[int], level: int) -> int:
    return sum(max(one, level) for one in needed)
