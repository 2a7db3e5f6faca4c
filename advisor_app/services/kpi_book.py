"""The facts that the figures of a period stand on."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from types import MappingProxyType

from advisor_app.domain.codes import Channel, Segment
from advisor_app.domain.handover import Priority
from advisor_app.domain.keys import Key
from advisor_app.domain.kpis.book import Book, Served, Transfer, days_ahead
from advisor_app.domain.kpis.handovers import INTRODUCED_WITHIN
from advisor_app.domain.kpis.period import Period
from advisor_app.domain.months import less_months
from advisor_app.domain.opening import open_spans
from advisor_app.domain.organisation import Advisor
from advisor_app.playbooks.capacity import capacity_rules
from advisor_app.playbooks.segments import fatigue_rules, segment_rules
from advisor_app.services.handovers import priority_on
from advisor_app.services.opening import hours_of
from advisor_app.storage import kpis as facts
from advisor_app.storage.organisation import read_advisor
from advisor_app.storage.store import Transaction

# Guests are judged after 60 days, and contacts of a year count.
_LOOK_BACK_MONTHS, _DAYS_OF_YEAR, _SEARCHED = 14, 365, 14


def read_book(transaction: Transaction, advisors: tuple[Advisor, ...], period: Period) -> Book:
    """What the figures of some advisors ask for a period."""
    keys = frozenset(one.key for one in advisors)
    since, until = period
    served = facts.read_served(transaction, keys, until)
    book = Book(
        since=since,
        until=until,
        advisors=keys,
        clients=facts.read_counts(transaction, keys, until),
        served=served,
        segments=MappingProxyType(segment_rules()),
        touches=facts.read_touches(
            transaction, keys, min(since, less_months(until, _LOOK_BACK_MONTHS)), until
        ),
        projects=facts.read_noted(transaction, keys, until),
        asked=facts.read_asked(transaction, keys, until),
        visits=facts.read_visits(transaction, keys, since, until),
        promises=facts.read_promised(transaction, keys, since, until),
        campaign_weight=Decimal(str(fatigue_rules().automated_messages_weight)),
    )
    return replace(
        book,
        transfers=tuple(_transfers(transaction, book)),
        slots=_slots(book),
        next_working=_next_working(transaction, book, advisors),
    )


def _transfers(transaction: Transaction, book: Book) -> Iterator[Transfer]:
    """Every household that came from another advisor, each day once.

    Its priority is asked only where it is judged: at the others nobody looks.
    """
    seen: set[tuple[Key, Key, date]] = set()
    for before, one in _changes(book):
        household = book.known[one.client].household
        mark = (household, one.advisor, one.from_day)
        if before.advisor != one.advisor and one.advisor in book.advisors and mark not in seen:
            seen.add(mark)
            yield Transfer(*mark, _priority(transaction, book, household, one))


def _changes(book: Book) -> Iterator[tuple[Served, Served]]:
    """Each stretch of care with the one before it, of the same client."""
    for one, following in zip(book.served, book.served[1:], strict=False):
        if one.client == following.client and one.client in book.known:
            yield one, following


def _priority(transaction: Transaction, book: Book, household: Key, one: Served) -> Priority:
    if not book.within(days_ahead(one.from_day, INTRODUCED_WITHIN)):
        return Priority.C
    advisor = read_advisor(transaction, one.advisor)
    return priority_on(transaction, advisor, book.members[household], one.from_day)


def _slots(book: Book) -> Decimal:
    """The room that the period has for proactive meetings: the sum of the advisors' own."""
    rules = capacity_rules()
    segments: dict[Key, Counter[Segment]] = {one: Counter() for one in book.advisors}
    for household in book.households:
        for served in household.served:
            client = book.known[served.client]
            segments[served.advisor][client.segment or Segment.MASS] += 1
    weekly = sum(rules.meetings[most.most_common(1)[0][0]] for most in segments.values() if most)
    weeks = Decimal(rules.weeks) * ((book.until - book.since).days + 1) / _DAYS_OF_YEAR
    return weeks * weekly * rules.proactive


def _next_working(
    transaction: Transaction, book: Book, advisors: Sequence[Advisor]
) -> Mapping[date, date]:
    """The next day with hours after each evening, by the hours of the first advisor."""
    evenings = {one.day for one in book.touches if one.channel is Channel.EVENT}
    if not advisors:
        return {}
    found = {}
    for evening in evenings:
        hours = hours_of(transaction, advisors[0], evening)
        ahead = (evening + timedelta(days=number) for number in range(1, _SEARCHED))
        found[evening] = next((day for day in ahead if open_spans(hours, day)), evening)
    return found
