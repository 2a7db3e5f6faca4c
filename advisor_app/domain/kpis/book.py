"""The facts that the figures of the report stand on, read once for a period and some advisors."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from advisor_app.domain.codes import (
    Answer,
    AppointmentStatus,
    Channel,
    Direction,
    Nature,
    Segment,
)
from advisor_app.domain.contact_kinds import is_meeting, is_talk
from advisor_app.domain.handover import Priority
from advisor_app.domain.keys import Key
from advisor_app.domain.months import less_months
from advisor_app.domain.policy import senior_born_by
from advisor_app.domain.segments import SegmentRules
from advisor_app.domain.suggestions.answers import RefusalReason

YEAR = 12


class Served(NamedTuple):
    """A client in the care of an advisor; both days included."""

    client: Key
    advisor: Key
    from_day: date
    until_day: date | None

    def covers(self, day: date) -> bool:
        """Whether the day lies in it."""
        return self.from_day <= day and (self.until_day is None or day <= self.until_day)


class Counts(NamedTuple):
    """A client; alone, he is his own household.

    `apart` says that no figure of the portfolio counts him: he died, left, or is not to be
    contacted or profiled. `left` says that he left the bank.
    """

    key: Key
    household: Key
    segment: Segment | None
    birth_date: date | None
    since: date | None
    apart: bool = False
    left: bool = False


class Touch(NamedTuple):
    """A contact; `next_step` says that it was noted what comes after it.

    `by_appointment` says that the client had an appointment on its day.
    """

    client: Key
    day: date
    channel: Channel
    nature: Nature
    direction: Direction
    minutes: int | None = None
    one_to_one: bool = False
    advisors: frozenset[Key] = frozenset()
    project: Key | None = None
    next_step: bool = False
    by_appointment: bool = False

    def meeting(self) -> bool:
        """Whether it was a meeting (PRODUCT.md, "The words")."""
        return is_meeting(
            self.channel,
            self.nature,
            self.minutes,
            one_to_one=self.one_to_one,
            with_advisor=bool(self.advisors),
        )

    def talk(self) -> bool:
        """Whether it was a talk."""
        return is_talk(self.channel, self.nature, self.minutes)


class Noted(NamedTuple):
    """A project of a client, and when it was noted."""

    client: Key
    project: Key
    on: date | None


class Asked(NamedTuple):
    """A suggestion that was kept, and the last answer that stands."""

    client: Key
    made_on: date
    until: date | None = None
    answer: Answer | None = None
    answered_on: date | None = None
    reason: RefusalReason | None = None


class Visit(NamedTuple):
    """An appointment; `due` and `sent` are the days of its follow-up, where one is owed.

    `held` says that the program itself wrote it up.
    """

    client: Key
    start: date
    status: AppointmentStatus
    held: bool = False
    suggested: bool = False
    prepared: bool = False
    due: date | None = None
    sent: date | None = None


class Promised(NamedTuple):
    """What the bank promised a client; what was given up has no day on which it was done."""

    client: Key
    due: date
    done: date | None


class Transfer(NamedTuple):
    """A household that came from another advisor, and how soon it had to be met."""

    household: Key
    advisor: Key
    effective: date
    priority: Priority


class Household(NamedTuple):
    """A household in the care of the advisors on the last day, since when, and of whom."""

    key: Key
    clients: frozenset[Key]
    served: tuple[Served, ...]


@dataclass(frozen=True)  # no slots: what is asked often is kept
class Book:
    """Everything the figures ask, from the first to the last day.

    `segments` are the bank's rhythms; `slots` is how many proactive meetings the period has room
    for; `next_working` is the working day after a day. Nothing in it lies after `until`.
    """

    since: date
    until: date
    advisors: frozenset[Key]
    clients: tuple[Counts, ...]
    served: tuple[Served, ...]
    segments: Mapping[Segment, SegmentRules]
    touches: tuple[Touch, ...] = ()
    projects: tuple[Noted, ...] = ()
    asked: tuple[Asked, ...] = ()
    visits: tuple[Visit, ...] = ()
    promises: tuple[Promised, ...] = ()
    transfers: tuple[Transfer, ...] = ()
    slots: Decimal = Decimal(0)
    campaign_weight: Decimal = Decimal(0)
    next_working: Mapping[date, date] | None = None
    event_cost: Decimal | None = None

    @cached_property
    def known(self) -> dict[Key, Counts]:
        """The clients by their keys."""
        return {one.key: one for one in self.clients}

    @cached_property
    def households(self) -> tuple[Household, ...]:
        """P: the households in the care of the advisors on the last day."""
        return tuple(households_on(self, self.until, apart=False))

    @cached_property
    def cared_for(self) -> frozenset[Key]:
        """The clients of those households."""
        return frozenset(client for one in self.households for client in one.clients)

    @cached_property
    def by_client(self) -> dict[Key, list[Touch]]:
        """The contacts of each client."""
        found: dict[Key, list[Touch]] = defaultdict(list)
        for touch in self.touches:
            found[touch.client].append(touch)
        return found

    @cached_property
    def asked_of(self) -> dict[Key, list[Asked]]:
        """What was suggested to each client."""
        found: dict[Key, list[Asked]] = defaultdict(list)
        for one in self.asked:
            found[one.client].append(one)
        return found

    @cached_property
    def members(self) -> dict[Key, list[Key]]:
        """The clients of each household."""
        found: dict[Key, list[Key]] = defaultdict(list)
        for one in self.clients:
            found[one.household].append(one.key)
        return found

    @cached_property
    def served_of(self) -> dict[Key, list[Served]]:
        """In whose care the clients of each household were."""
        found: dict[Key, list[Served]] = defaultdict(list)
        for one in self.served:
            if one.client in self.known:
                found[self.known[one.client].household].append(one)
        return found

    def of(self, clients: Iterable[Key]) -> Iterator[Touch]:
        """The contacts of some clients."""
        for client in clients:
            yield from self.by_client.get(client, ())

    def within(self, day: date | None) -> bool:
        """Whether a day lies in the period."""
        return day is not None and self.since <= day <= self.until

    def after(self, months: int) -> date:
        """The day after which something lies in the last so many months: itself no more."""
        return less_months(self.until, months)


def households_on(book: Book, day: date, *, apart: bool) -> Iterator[Household]:
    """The households in the care of the advisors on a day, each once; those apart where asked."""
    found: dict[Key, list[Served]] = defaultdict(list)
    for one in book.served:
        if one.advisor in book.advisors and one.covers(day):
            client = book.known.get(one.client)
            if client is not None and (apart or not client.apart):
                found[client.household].append(one)
    for key, served in found.items():
        yield Household(key, frozenset(one.client for one in served), tuple(served))


def rules_of(book: Book, household: Household) -> SegmentRules:
    """The strictest drift of its clients' segments, the seniors' from the 70th birthday on."""
    return min(_rules(book, household), key=lambda rules: rules.drift_months)


def most_proposals(book: Book, household: Household) -> int:
    """The most that the household may be proposed in a year: the smallest of its clients'."""
    return min(rules.max_proposals_12m for rules in _rules(book, household))


def _rules(book: Book, household: Household) -> Iterator[SegmentRules]:
    for client in household.clients:
        counts = book.known[client]
        yield book.segments[counts.segment or Segment.MASS]
        if counts.birth_date and counts.birth_date <= senior_born_by(book.until):
            yield book.segments[Segment.SENIOR]


def days_ahead(day: date, days: int) -> date:
    """So many days later."""
    return day + timedelta(days=days)
