"""The orders of a portfolio: by every column, what is unknown where it should be, then by name."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from heapq import merge
from itertools import chain, islice
from typing import Any, overload

from advisor_app.domain.codes import Segment, State
from advisor_app.domain.keys import Key
from advisor_app.domain.names import folded
from advisor_app.domain.portfolio import (
    PortfolioEntry,
    PortfolioOrder,
)

# Sorting holds the interpreter for as long as it takes: in parts, a window stays alive.
_AT_ONCE = 20_000
# Never met, or never seen online, is the longest time.
_UNKNOWN_FIRST = {
    PortfolioOrder.LAST_MEETING,
    PortfolioOrder.LAST_DIGITAL,
    PortfolioOrder.LAST_CONTACT,
}
_SEGMENTS = list(Segment)


def sorted_rows(
    entries: Sequence[PortfolioEntry], order: PortfolioOrder, *, descending: bool
) -> Iterable[int]:
    """The rows' numbers in an order; they are numbered by name, which decides between equals."""
    if order is PortfolioOrder.NAME:
        rows = range(len(entries))
        return reversed(rows) if descending else rows
    value = _VALUES[order]
    values = [value(entry) for entry in entries]
    known = [row for row, one in enumerate(values) if one is not None]
    unknown = [row for row, one in enumerate(values) if one is None]
    ordered = _merged(known, values.__getitem__, descending=descending)
    first = order in _UNKNOWN_FIRST and not descending
    rows_in_order = chain(unknown, ordered) if first else chain(ordered, unknown)
    if order is PortfolioOrder.LAST_MEETING:
        return _new_last(entries, rows_in_order)
    return rows_in_order


def _merged(rows: list[int], value: Callable[[int], Any], *, descending: bool) -> Iterator[int]:
    parts = [
        sorted(rows[start : start + _AT_ONCE], key=value, reverse=descending)
        for start in range(0, len(rows), _AT_ONCE)
    ]
    return merge(*parts, key=value, reverse=descending)


def _new_last(entries: Sequence[PortfolioEntry], rows: Iterable[int]) -> Iterator[int]:
    """Who is new was never met either, but nobody has been lost."""
    new = []
    for row in rows:
        if entries[row].state is State.NEW:
            new.append(row)
        else:
            yield row
    yield from new


def _nearest(entry: PortfolioEntry) -> tuple[date, str] | None:
    """The first project's target; without a target after all the others."""
    if not entry.projects:
        return None
    first = entry.projects[0]
    return (first.when.first_day if first.when else date.max, first.code)


def _town(entry: PortfolioEntry) -> str | None:
    return folded(entry.town) if entry.town else None


def _age(entry: PortfolioEntry) -> int | None:
    return -entry.born.toordinal() if entry.born else None


def _segment(entry: PortfolioEntry) -> int | None:
    return min(map(_SEGMENTS.index, entry.segments)) if entry.segments else None


_VALUES: dict[PortfolioOrder, Callable[[PortfolioEntry], Any]] = {
    PortfolioOrder.LAST_CONTACT: lambda entry: entry.last_contact,
    PortfolioOrder.LAST_MEETING: lambda entry: entry.last_meeting,
    PortfolioOrder.LAST_DIGITAL: lambda entry: entry.last_digital,
    PortfolioOrder.PROJECT: _nearest,
    PortfolioOrder.APPOINTMENT: lambda entry: entry.appointment,
    PortfolioOrder.TOWN: _town,
    PortfolioOrder.AGE: _age,
    PortfolioOrder.SEGMENT: _segment,
    PortfolioOrder.SINCE: lambda entry: entry.since,
    PortfolioOrder.PHONE: lambda entry: entry.numbers[0] if entry.numbers else None,
    PortfolioOrder.REF: lambda entry: entry.ref,
}


class InOrder(Sequence[Key]):
    """The keys of some rows in their order, made only as far as somebody looks."""

    def __init__(self, keys: Iterator[Key], count: int) -> None:
        self._coming, self._count = keys, count
        self._known: list[Key] = []

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, place: int) -> Key: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Key]: ...
    def __getitem__(self, place: int | slice) -> Key | Sequence[Key]:
        if isinstance(place, slice):
            self._reach(place.indices(self._count)[1])
            return self._known[place]
        self._reach(place + 1 if place >= 0 else self._count)
        return self._known[place]

    def __iter__(self) -> Iterator[Key]:
        self._reach(self._count)
        return iter(self._known)

    def index(self, value: Key, start: int = 0, stop: int | None = None) -> int:
        """Where a key stands; ValueError where it does not."""
        self._reach(self._count)
        return self._known.index(value, start, self._count if stop is None else stop)

    def _reach(self, count: int) -> None:
        missing = count - len(self._known)
        if missing > 0:
            self._known.extend(islice(self._coming, missing))
