"""What an advisor says of his own working time, and a branch of its rooms and closing days."""

import itertools
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, time
from typing import NamedTuple

from advisor_app.domain.errors import Refused
from advisor_app.domain.keys import Key
from advisor_app.domain.local_text import LocalText
from advisor_app.domain.opening import SUNDAY, DatedHours, Span, Week

MOST_CAPACITY = 60
MOST_SPANS = 4
MOST_DAYS = 366
MOST_LETTERS = 120
MOST_SEATS = 200
# What a part of the day begins with where it had no hours before.
USUAL_PARTS = (Span(time(9), time(12)), Span(time(14), time(18)))
LATE_EVENING = Span(time(18), time(20))


@dataclass(eq=False)
class SpanWithoutLength(Refused):
    """Hours end before they begin, or at once."""

    weekday: int


@dataclass(eq=False)
class SpansOverlap(Refused):
    """Two spans of one day share time."""

    weekday: int


@dataclass(eq=False)
class ClosedOnSundays(Refused):
    """Sundays have no hours of their own."""


@dataclass(eq=False)
class TooManySpans(Refused):
    """A day is cut into more spans than can be shown."""

    weekday: int


@dataclass(eq=False)
class CapacityOutOfRange(Refused):
    """So many meetings a week have no meaning."""

    most: int = MOST_CAPACITY


@dataclass(eq=False)
class AbsenceBackwards(Refused):
    """Days away end before they begin."""


@dataclass(eq=False)
class AbsenceTooLong(Refused):
    """Days away last longer than a year."""


@dataclass(eq=False)
class WordsTooLong(Refused):
    """A name or a reason is longer than what is shown."""

    most: int = MOST_LETTERS


@dataclass(eq=False)
class RoomNeedsName(Refused):
    """A room without a name cannot be found."""


@dataclass(eq=False)
class RoomNameTaken(Refused):
    """Another room of the branch is called so."""

    name: str


@dataclass(eq=False)
class SeatsOutOfRange(Refused):
    """So many seats have no meaning."""

    most: int = MOST_SEATS


@dataclass(eq=False)
class RoomInUse(Refused):
    """Appointments to come stand in the room."""

    appointments: int


@dataclass(eq=False)
class NoBranchYet(Refused):
    """The advisor works at no branch that is told."""


@dataclass(eq=False)
class NoSuchAbsence(Refused):
    """These days away are not, or no longer, in the store."""


@dataclass(eq=False)
class StandsInForOneself(Refused):
    """Whoever is away is told to stand in for himself."""


@dataclass(eq=False)
class SubstituteAway(Refused):
    """Whoever is to stand in is away on some of these days too."""

    name: str


@dataclass(eq=False)
class UnknownOpening(Refused):
    """No usual opening hours have this code."""

    code: str


@dataclass(frozen=True, slots=True)
class AbsenceDraft:
    """Days away, both ends included: one advisor's own, or the whole branch's.

    `substitute` is the reference of the advisor who stands in; nobody stands in for a branch.
    """

    from_day: date
    until_day: date
    reason: str = ""
    of_branch: bool = False
    substitute: str | None = None


@dataclass(frozen=True, slots=True)
class Absence:
    """Days away that are kept; `stands_in` is the substitute's name."""

    key: Key
    draft: AbsenceDraft
    stands_in: str = ""


@dataclass(frozen=True, slots=True)
class RoomDraft:
    """A room as somebody writes it; `seats` None where nobody counted."""

    name: str
    seats: int | None = None
    step_free: bool = False


@dataclass(frozen=True, slots=True)
class Room:
    """A room that is kept."""

    ref: str
    draft: RoomDraft


class Colleague(NamedTuple):
    """An advisor who may stand in for another."""

    ref: str
    name: str


@dataclass(frozen=True, slots=True)
class WorkingPlan:
    """All that decides when and where an advisor can be met.

    `own` is empty where the branch's hours hold, which `usual` is; `opening` is their code.
    `colleagues` are the other advisors of the branch, by name.
    """

    advisor: str
    branch: str | None
    own: Week
    usual: Week
    opening: str | None
    openings: Mapping[str, LocalText]
    capacity: int | None
    absences: tuple[Absence, ...]
    holidays: tuple[tuple[date, LocalText], ...]
    rooms: tuple[Room, ...]
    dated: tuple[DatedHours, ...] = ()
    colleagues: tuple[Colleague, ...] = ()


@dataclass(frozen=True, slots=True)
class DayLoad:
    """How many meetings of one advisor a day holds, beside how many can be held well."""

    day: date
    meetings: int
    most: int

    @property
    def is_too_full(self) -> bool:
        """Whether there are more than can be held well."""
        return self.meetings > self.most


@dataclass(frozen=True, slots=True)
class WeekLoad:
    """How many meetings the week of a day holds; `capacity` is None where nobody told it."""

    day: date
    meetings: int
    capacity: int | None

    @property
    def is_too_full(self) -> bool:
        """Whether there are more than the advisor can hold well."""
        return self.capacity is not None and self.meetings > self.capacity


def checked_week(week: Week) -> Week:
    """The week with its spans in order; days without any go.

    Raises ClosedOnSundays, TooManySpans, SpanWithoutLength or SpansOverlap.
    """
    return {day: _checked_day(day, spans) for day, spans in sorted(week.items()) if spans}


def checked_dated(told: DatedHours) -> DatedHours:
    """The hours of some days, in order.

    Raises AbsenceBackwards, AbsenceTooLong, TooManySpans, SpanWithoutLength or SpansOverlap.
    """
    checked_absence(AbsenceDraft(told.from_day, told.until_day))
    weekday = min(told.from_day.isoweekday(), SUNDAY - 1)
    return replace(told, spans=_checked_day(weekday, told.spans))


def checked_capacity(meetings: int | None) -> int | None:
    """So many meetings a week, or None for "not told"; CapacityOutOfRange."""
    if meetings is not None and not 1 <= meetings <= MOST_CAPACITY:
        raise CapacityOutOfRange
    return meetings


def checked_absence(draft: AbsenceDraft) -> AbsenceDraft:
    """The days away with their reason on one line.

    Raises AbsenceBackwards, AbsenceTooLong or WordsTooLong.
    """
    if draft.until_day < draft.from_day:
        raise AbsenceBackwards
    if (draft.until_day - draft.from_day).days >= MOST_DAYS:
        raise AbsenceTooLong
    substitute = None if draft.of_branch else draft.substitute
    return replace(draft, reason=_line(draft.reason), substitute=substitute)


def checked_room(draft: RoomDraft) -> RoomDraft:
    """The room with its name on one line; RoomNeedsName, WordsTooLong or SeatsOutOfRange."""
    name = _line(draft.name)
    if not name:
        raise RoomNeedsName
    if draft.seats is not None and not 1 <= draft.seats <= MOST_SEATS:
        raise SeatsOutOfRange
    return RoomDraft(name, draft.seats, draft.step_free)


def _checked_day(weekday: int, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    if weekday == SUNDAY:
        raise ClosedOnSundays
    if len(spans) > MOST_SPANS:
        raise TooManySpans(weekday)
    ordered = tuple(sorted(spans))
    if any(one.end <= one.start for one in ordered):
        raise SpanWithoutLength(weekday)
    if any(later.start < one.end for one, later in itertools.pairwise(ordered)):
        raise SpansOverlap(weekday)
    return ordered


def _line(text: str) -> str:
    told = " ".join(text.split())
    if len(told) > MOST_LETTERS:
        raise WordsTooLong
    return told
