"""Made weeks of 30 to 60 clients and 15 to 25 free times, and the bound that a solver proves."""

import random
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import highspy

from advisor_app.domain.slots import Footprint, footprint
from advisor_app.domain.week_plan import Fit, Limits
from advisor_app.playbooks.meeting_types import meeting_kinds

LIMITS = Limits(a_week=20, a_day=(6,) * 5, long_a_week=3, same_place=150)
TOWNS = ("Bray", "Coudun", "Lassigny", "Noyon", "Ribecourt", "Thourotte")
CLOCKS = ((9, 45), (11, 15), (15, 0), (16, 30), (18, 0))
MONDAY = datetime(2026, 6, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class MadeWeek:
    """What fits, and what one advisor bears."""

    fits: tuple[Fit, ...]
    limits: Limits


def made_week(seed: int) -> MadeWeek:
    """The same week for the same seed."""
    draw = random.Random(seed)  # noqa: S311 a made week needs no secret
    clocks = [(day, *clock) for day in range(5) for clock in CLOCKS]
    times = sorted(draw.sample(clocks, draw.randint(15, 25)))
    fits = [
        fit
        for candidate in range(draw.randint(30, 60))
        for fit in client_fits(draw, candidate, times)
    ]
    a_week = draw.choice((8, 12, 20))
    return MadeWeek(
        tuple(fits), LIMITS._replace(a_week=a_week, a_day=(draw.choice((3, 4, 6)),) * 5)
    )


def client_fits(
    draw: random.Random, candidate: int, times: Sequence[tuple[int, int, int]]
) -> list[Fit]:
    """The times of one client: two of five are visited at home, one of five comes for long."""
    code = draw.choice(("home_60", "home_60", "long_60", "short_30", "expert_90"))
    kind = meeting_kinds()[code]
    value, likes = draw.randint(100, 1000), draw.choice(("morning", "evening", ""))
    first, last = draw.choice(((0, 4), (0, 4), (0, 2), (2, 4), (1, 3)))
    place = draw.choice(TOWNS) if code == "home_60" else None
    found = []
    for number, (day, hour, minute) in enumerate(times):
        if first <= day <= last:
            start = int((MONDAY + timedelta(days=day, hours=hour, minutes=minute)).timestamp())
            liked = hour < 12 if likes == "morning" else hour > 16 and likes == "evening"
            takes = footprint(start, start + kind.minutes * 60, kind)
            worth = value + 100 * liked
            found.append(
                Fit(candidate, number, worth, day, takes, place, is_long=code == "expert_90")
            )
    return found


def proven_bound(week: MadeWeek) -> float:
    """More than this no plan of the week can be worth."""
    model = highspy.Highs()
    model.silent()
    model.setOptionValue("threads", 1)
    model.setOptionValue("mip_rel_gap", 0.002)
    model.setOptionValue("time_limit", 20.0)
    chosen = [model.addBinary(obj=-fit.value - shared(fit, week)) for fit in week.fits]
    for group in (*same_client(week.fits), *cliques(week.fits)):
        if len(group) > 1:
            model.addConstr(sum(chosen[n] for n in group) <= 1)
    limit(model, chosen, week, lambda _: 0, week.limits.a_week)
    limit(model, chosen, week, lambda fit: fit.day, week.limits.a_day[0])
    limit(model, chosen, week, lambda fit: 0 if fit.is_long else None, week.limits.long_a_week)
    went: dict[tuple[int, str], highspy.highs.highs_var] = {}
    for number, fit in enumerate(week.fits):
        if fit.place is not None:
            way = (fit.day, fit.place)
            if way not in went:
                went[way] = model.addBinary(obj=week.limits.same_place)
            model.addConstr(chosen[number] <= went[way])
    model.run()
    return -float(model.getInfo().mip_dual_bound)


def shared(fit: Fit, week: MadeWeek) -> int:
    return week.limits.same_place if fit.place is not None else 0


def limit(
    model: highspy.Highs,
    chosen: Sequence[object],
    week: MadeWeek,
    counted: Callable[[Fit], int | None],
    most: int,
) -> None:
    """At most so many meetings of each group."""
    groups: dict[int, list[int]] = defaultdict(list)
    for number, fit in enumerate(week.fits):
        group = counted(fit)
        if group is not None:
            groups[group].append(number)
    for numbers in groups.values():
        model.addConstr(sum(chosen[n] for n in numbers) <= most)  # type: ignore[misc, arg-type]  # highspy's own sums


def same_client(fits: Iterable[Fit]) -> list[list[int]]:
    groups: dict[int, list[int]] = defaultdict(list)
    for number, fit in enumerate(fits):
        groups[fit.candidate].append(number)
    return list(groups.values())


def cliques(fits: Sequence[Fit]) -> list[list[int]]:
    """Meetings that all overlap at one instant, twice: while held and prepared, and while busy.

    Whoever is prepared for overlaps only a meeting, so those are told pair by pair.
    """
    groups = [
        [n for n, fit in enumerate(fits) if holds(fit.takes, one)]
        for one in sorted({fit.takes.busy_from for fit in fits})
    ]
    pairs: set[tuple[int, int]] = set()
    for number, fit in enumerate(fits):
        for other in range(number + 1, len(fits)):
            if prepared_during(fit.takes, fits[other].takes):
                pairs.add((number, other))
    return groups + [list(pair) for pair in pairs]


def holds(takes: Footprint, instant: int) -> bool:
    return takes.busy_from <= instant < takes.busy_until


def prepared_during(one: Footprint, other: Footprint) -> bool:
    """Whether one is prepared for while the other is held; those that are busy together aside."""
    if one.busy_from < other.busy_until and other.busy_from < one.busy_until:
        return False
    return one.held_from < other.end and other.held_from < one.end
