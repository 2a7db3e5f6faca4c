"""The rows about digital activity: counts a month, never content."""

from collections.abc import Iterable, Iterator
from random import Random

from advisor_app.demo.days import Days
from advisor_app.demo.household import Household
from advisor_app.domain.bank_records import DigitalRecord


def digital(
    households: Iterable[Household], days: Days, rng: Random, depth: int
) -> Iterator[DigitalRecord]:
    """A row a month, back to when the client came, at most so many months."""
    months = days.months_ago
    chance = rng.random
    for household in households:
        if household.online is None:
            continue
        # The month in which the client came is left out: it may lie before that day.
        months_there = max(household.online + 1, int(household.since / 30.6))
        first = min(depth, months_there)
        for person in household.clients:
            ref, busy = person.ref, 2 + int(chance() * 11)
            for back in range(household.online, first):
                drawn = chance()
                yield DigitalRecord(
                    ref,
                    months[back],
                    1 + int(drawn * busy),
                    1 if drawn > 0.9 else 0,
                    int(drawn * busy / 3),
                )
