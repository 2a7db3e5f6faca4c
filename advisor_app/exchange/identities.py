"""Finds the second of two rows that mean the same thing; one object per file."""

from collections.abc import Iterable, Sequence
from typing import Any, Protocol

from advisor_app.exchange.columns import Table


class Seen(Protocol):
    """The identities met so far."""

    def second_ones(self, columns: Sequence[Sequence[Any]]) -> list[int]:
        """The places of rows whose identity was met before; the others are now met."""


def seen_for(table: Table) -> Seen:
    """The leanest way to remember a table's identities."""
    if table.name == "digital":
        return _SeenMonths()
    if table.name == "members":
        return _SeenMembers()
    return _SeenKeys([table.index(name) for name in table.identity])


class _SeenKeys:
    """Remembers each identity whole."""

    def __init__(self, places: Sequence[int]) -> None:
        self._places = places
        self._met: set[Any] = set()

    def second_ones(self, columns: Sequence[Sequence[Any]]) -> list[int]:
        if not self._places:
            return []
        picked = [columns[place] for place in self._places]
        keys: Sequence[Any] = picked[0] if len(picked) == 1 else list(zip(*picked, strict=True))
        fresh = set(keys)
        if len(fresh) == len(keys) and self._met.isdisjoint(fresh):
            self._met |= fresh
            return []
        return list(self._one_by_one(keys))

    def _one_by_one(self, keys: Iterable[Any]) -> Iterable[int]:
        for place, key in enumerate(keys):
            if key in self._met:
                yield place
            self._met.add(key)


class _SeenMembers:
    """A member who is a client is meant by that alone; the others by name and birth date."""

    def __init__(self) -> None:
        self._keys = _SeenKeys(range(3))

    def second_ones(self, columns: Sequence[Sequence[Any]]) -> list[int]:
        people = zip(columns[1], *columns[2:5], strict=True)
        named = [None if client else name for client, *name in people]
        told = [tuple(name) if name else None for name in named]
        return self._keys.second_ones([columns[0], columns[1], told])


class _SeenMonths:
    """Remembers a client's months as the bits of one number: millions of rows in little room."""

    def __init__(self) -> None:
        self._months: dict[str, int] = {}
        self._bits: dict[str, int] = {}

    def second_ones(self, columns: Sequence[Sequence[Any]]) -> list[int]:
        months, bits, twice = self._months, self._bits, []
        for place, (client, month) in enumerate(zip(columns[0], columns[1], strict=True)):
            bit = bits.get(month) or bits.setdefault(month, 1 << len(bits))
            met = months.get(client, 0)
            if met & bit:
                twice.append(place)
            months[client] = met | bit
        return twice
