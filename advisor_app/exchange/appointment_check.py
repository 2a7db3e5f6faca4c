"""Refuses the appointment whose time does not exist, or whose advisor, room or client is taken.

The first row that takes a time keeps it. Only what is still to come takes time: proposed and
confirmed appointments, those of the store with their buffers.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple, TypeAlias

from advisor_app.domain.bank_import import KnownStore, Refusal, Why
from advisor_app.domain.codes import AppointmentStatus
from advisor_app.domain.moments import GapOfSummerTime, parse_moment, wall_text
from advisor_app.exchange.batch_check import CheckedRows

TO_COME = frozenset({AppointmentStatus.PROPOSED.value, AppointmentStatus.CONFIRMED.value})
# A time that lasts longer is kept under its first days only: no calendar holds such a meeting.
DAYS = 31
# Who or what is taken, and a day.
_Place: TypeAlias = tuple[str, str, str]


class _Booked(NamedTuple):
    """An appointment with wall times as text, which sort as time does.

    `advisor` names whoever comes along as well, as in A1|A2.
    """

    ref: str
    clients: str
    advisor: str
    room: str | None
    status: str
    start: str
    end: str

    def needs(self) -> Iterator[tuple[str, str]]:
        """Everything that it takes, by kind and reference."""
        for advisor in self.advisor.split("|"):
            yield "advisor", advisor
        if self.room:
            yield "room", self.room
        for client in self.clients.split("|"):
            yield "client", client

    def places(self) -> Iterator[tuple[str, _Place]]:
        """What it takes on each of its days, with the reference to name."""
        for day in _days(self.start, self.end):
            for kind, ref in self.needs():
                yield ref, (kind, ref, day)


class Appointments:
    """The calendar of the store and of one file's rows so far."""

    def __init__(self, file: str, known: KnownStore, present: frozenset[str]) -> None:
        self._file = file
        self._present = present
        self._zone = known.zone
        self._by_ref: dict[str, _Booked] = {}
        self._taken: dict[_Place, dict[str, _Booked]] = defaultdict(dict)
        for row in known.appointments:
            self._keep(_Booked(*row))

    def refuse_taken(self, checked: CheckedRows) -> None:
        """Move the rows whose time is taken from the accepted ones to the refused."""
        rows = zip(checked.lines, *checked.columns, strict=True)
        clashes = [self._clash_of(line, *row) for line, *row in rows]
        good = [place for place, refusal in enumerate(clashes) if refusal is None]
        checked.refusals += [refusal for refusal in clashes if refusal is not None]
        checked.refusals.sort(key=lambda refusal: refusal.line)
        checked.columns = [[column[place] for place in good] for column in checked.columns]
        checked.lines = [checked.lines[place] for place in good]

    def _clash_of(
        self,
        line: int,
        ref: str,
        clients: str,
        advisor: str,
        start: str,
        end: str,
        _place: str,
        room: str | None,
        _project: str | None,
        status: str,
    ) -> Refusal | None:
        for column, wall in (("start", start), ("end", end)):
            instead = self._instead_of(wall)
            if instead is not None:
                return Refusal(self._file, line, column, wall, Why.GAP, proposal=instead)
        before = self._by_ref.get(ref)
        if before is not None:
            room = room if "room" in self._present else before.room
            status = status if "status" in self._present else before.status
            # A bank's file knows nothing of who comes along: he still does.
            advisor = "|".join((advisor, *before.advisor.split("|")[1:]))
        booked = _Booked(ref, clients, advisor, room, status, start, end)
        found = self._clash(booked)
        if found is None:
            self._keep(booked)
            return None
        name, other = found
        facts = {"name": name, "ref": other.ref, "from": other.start, "until": other.end}
        return Refusal(self._file, line, "start", start, Why.TAKEN, facts)

    def _instead_of(self, wall: str) -> str | None:
        """What the clocks show instead of a time that they jump over."""
        try:
            parse_moment(wall, self._zone)
        except GapOfSummerTime as gap:
            return wall_text(gap.instead)
        return None

    def _clash(self, booked: _Booked) -> tuple[str, _Booked] | None:
        if booked.status not in TO_COME:
            return None
        for name, place in booked.places():
            for other in self._taken.get(place, {}).values():
                at_once = other.start < booked.end and booked.start < other.end
                if at_once and other.ref != booked.ref:
                    return name, other
        return None

    def _keep(self, booked: _Booked) -> None:
        before = self._by_ref.get(booked.ref)
        if before is not None:
            for _, place in before.places():
                self._taken[place].pop(booked.ref, None)
        self._by_ref[booked.ref] = booked
        if booked.status in TO_COME:
            for _, place in booked.places():
                self._taken[place][booked.ref] = booked


def _days(start: str, end: str) -> Iterator[str]:
    first, last = date.fromisoformat(start[:10]), date.fromisoformat(end[:10])
    for number in range(min((last - first).days + 1, DAYS)):
        yield (first + timedelta(days=number)).isoformat()
