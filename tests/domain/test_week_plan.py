"""The plan of a week against a solver's bound, and against its rules."""

from collections import Counter
from itertools import combinations

import pytest
from made_weeks import MadeWeek, made_week, proven_bound

from advisor_app.domain.slots import Footprint
from advisor_app.domain.week_plan import Fit, Limits, best_week, worth

WEEKS, PARTS = 100, 10
WITHIN = 0.98


@pytest.mark.parametrize("part", range(PARTS))
def test_a_hundred_weeks_are_worth_as_much_as_can_be_but_two_percent(part: int) -> None:
    for seed in range(part, WEEKS, PARTS):
        week = made_week(seed)
        plan = best_week(week.fits, week.limits)

        assert not faults(plan, week)
        assert value_of(plan, week.limits) == worth(plan, week.limits)
        assert worth(plan, week.limits) >= WITHIN * proven_bound(week), seed


def faults(plan: tuple[Fit, ...], week: MadeWeek) -> list[str]:
    """Which rules a plan breaks."""
    days = Counter(fit.day for fit in plan)
    told = {
        "not offered": all(fit in week.fits for fit in plan),
        "somebody twice": len({fit.candidate for fit in plan}) == len(plan),
        "two at a time": all(apart(a.takes, b.takes) for a, b in combinations(plan, 2)),
        "too many a day": all(days[day] <= week.limits.a_day[day] for day in days),
        "too many a week": len(plan) <= week.limits.a_week,
        "too many long ones": sum(fit.is_long for fit in plan) <= week.limits.long_a_week,
    }
    return [fault for fault, kept in told.items() if not kept]


def apart(one: Footprint, other: Footprint) -> bool:
    """Whether nobody is met while another is met, prepared for or travelled to."""
    first, second = sorted((one, other), key=lambda takes: takes.start)
    return first.busy_until <= second.busy_from and first.end <= second.held_from


def value_of(plan: tuple[Fit, ...], limits: Limits) -> int:
    """The values, and the bonus for each visit to a town that another led to already that day."""
    been: set[tuple[int, str]] = set()
    total = 0
    for fit in plan:
        total += fit.value
        if fit.place is not None:
            total += limits.same_place * ((fit.day, fit.place) in been)
            been.add((fit.day, fit.place))
    return total


def test_the_same_week_gives_the_same_plan() -> None:
    week = made_week(7)

    assert best_week(week.fits, week.limits) == best_week(week.fits, week.limits)


def test_a_week_without_room_or_without_clients_stays_empty() -> None:
    week = made_week(1)

    assert best_week((), week.limits) == ()
    assert best_week(week.fits, week.limits._replace(a_week=0)) == ()
    assert best_week(week.fits, week.limits._replace(a_day=(0,) * 5)) == ()
    no_long = best_week(week.fits, week.limits._replace(long_a_week=0))
    assert no_long
    assert not any(fit.is_long for fit in no_long)
