"""Lays a client's assignments end to end (FORMAT.md, "Importing again").

A later assignment closes an earlier one without end on the eve; any other overlap is refused.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, NamedTuple

from advisor_app.domain.bank_import import Refusal, Why
from advisor_app.exchange.known import Known


class _Period(NamedTuple):
    """An assignment; `told` whether a row of the file says so, and not the store."""

    from_day: str
    advisor: str
    until_day: str | None
    announced: str | None
    told: bool


@dataclass(frozen=True, slots=True)
class LaidOut:
    """The rows to write, column by column, and those refused."""

    columns: list[Sequence[Any]]
    refusals: list[Refusal]


class Assignments:
    """Collects one file's assignments: only together can they be laid end to end."""

    def __init__(self, file: str, known: Known, present: frozenset[str]) -> None:
        self._file = file
        self._known = known
        self._present = present
        self._rows: dict[str, list[tuple[int, _Period]]] = {}

    def add(self, columns: Sequence[Sequence[Any]], lines: Sequence[int]) -> None:
        """Take rows that were accepted one by one."""
        for line, client, advisor, from_day, until_day, announced in zip(
            lines, *columns, strict=True
        ):
            period = _Period(from_day, advisor, until_day, announced, told=True)
            self._rows.setdefault(client, []).append((line, period))

    def lay_out(self) -> LaidOut:
        """Everything the file says, and the earlier assignments that it closes."""
        refusals: list[Refusal] = []
        written = [row for client in self._rows for row in self._of_client(client, refusals)]
        columns: list[Sequence[Any]] = list(zip(*written, strict=True)) if written else []
        return LaidOut(columns, refusals)

    def _of_client(self, client: str, refusals: list[Refusal]) -> Iterator[tuple[Any, ...]]:
        stored = {
            from_day: _Period(from_day, advisor, until_day, announced, told=False)
            for advisor, from_day, until_day, announced in self._known.assignments.get(client, ())
        }
        periods = dict(stored)
        for line, told in self._rows[client]:
            period = self._completed(told, stored.get(told.from_day))
            clash = _clash(period, periods)
            if clash:
                refusals.append(self._refusal(line, period, clash))
            else:
                periods[period.from_day] = period
        for period in _closed(periods):
            if period.told or period != stored[period.from_day]:
                yield client, period.advisor, period.from_day, period.until_day, period.announced

    def _completed(self, period: _Period, stored: _Period | None) -> _Period:
        """A column that is absent leaves what is there."""
        if stored is None:
            return period
        until = period.until_day if "until_day" in self._present else stored.until_day
        announced = period.announced if "announced" in self._present else stored.announced
        return period._replace(until_day=until, announced=announced)

    def _refusal(self, line: int, period: _Period, clash: _Period) -> Refusal:
        facts = {"advisor": clash.advisor, "from_day": clash.from_day}
        if clash.until_day:
            facts["until_day"] = clash.until_day
        return Refusal(self._file, line, "from", period.from_day, Why.OVERLAP, facts)


def _clash(period: _Period, others: dict[str, _Period]) -> _Period | None:
    """The first other period of the client that this one runs into."""
    for other in others.values():
        if other.from_day == period.from_day:
            continue
        first, second = sorted((period, other), key=_from_day)
        if first.until_day is not None and first.until_day >= second.from_day:
            return other
    return None


def _closed(periods: dict[str, _Period]) -> Iterator[_Period]:
    ordered = sorted(periods.values(), key=_from_day)
    for period, later in zip(ordered, [*ordered[1:], None], strict=True):
        open_before = period.until_day is None and later is not None
        yield period._replace(until_day=_eve(later.from_day)) if open_before and later else period


def _from_day(period: _Period) -> str:
    return period.from_day


def _eve(day: str) -> str:
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat()
