"""A whole week at once: which of the suggested clients to meet at which of the free times.

What a plan is worth: the sum of its meetings' values, and a bonus for every further visit to one
place on one day, because the way there is made once. The search anneals: it puts one meeting after
the other in a time, pushes out what stands in the way, and takes a loss the less often the longer
it has searched. It draws from a seed, so the same week gives the same plan.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import exp
from random import Random
from typing import NamedTuple

from advisor_app.domain.slots import Footprint, clash

STEPS = 14_000
# Of the dearest meeting's value: how large a loss is still taken at the beginning and at the end.
HOT, COLD = 0.1, 0.005
# How often the dearest that could take a time which became free does so.
TAKEN_UP = 0.7


class Fit(NamedTuple):
    """One candidate at one time, by their numbers; what it is worth and what it takes.

    `day` numbers the day; `place` is where a visit leads, None at the branch and from afar.
    """

    candidate: int
    time: int
    value: int
    day: int
    takes: Footprint
    place: str | None = None
    is_long: bool = False


class Change(NamedTuple):
    """What one step of the search took out and put in."""

    left: Sequence[Fit]
    came: Sequence[Fit]


class Limits(NamedTuple):
    """What one week bears, beside the meetings that it has; `a_day` by the day's number."""

    a_week: int
    a_day: Sequence[int]
    long_a_week: int
    same_place: int


def best_week(fits: Sequence[Fit], limits: Limits, steps: int = STEPS) -> tuple[Fit, ...]:
    """The best plan found, in the order of the times; every limit holds, and nothing overlaps."""
    search = _Search(limits)
    possible = (fit for fit in fits if _is_possible(fit, limits))
    dearest_first = sorted(possible, key=lambda one: (-one.value, one.candidate, one.time))
    search.fill(dearest_first)
    best = _anneal(search, dearest_first, steps)
    return tuple(sorted(best, key=lambda one: one.takes.start))


def _is_possible(fit: Fit, limits: Limits) -> bool:
    """Whether the limits leave room for the meeting alone."""
    least = min(limits.a_week, limits.a_day[fit.day])
    return min(least, limits.long_a_week) > 0 if fit.is_long else least > 0


def worth(plan: Sequence[Fit], limits: Limits) -> int:
    """What a plan is worth."""
    visits = {(fit.day, fit.place) for fit in plan if fit.place is not None}
    further = sum(fit.place is not None for fit in plan) - len(visits)
    return sum(fit.value for fit in plan) + further * limits.same_place


def _anneal(search: "_Search", fits: Sequence[Fit], steps: int) -> list[Fit]:
    draw = Random(len(fits))  # noqa: S311 a plan is drawn to be found again, not to be secret
    best, most = list(search.plan()), search.worth
    dearest = max((fit.value for fit in fits), default=0)
    by_time = _by_time(fits)
    for step in range(steps if fits else 0):
        heat = dearest * HOT * (COLD / HOT) ** (step / steps)
        fit = fits[int(draw.random() * len(fits))]
        before = search.worth
        if search.holds(fit):
            continue
        change = _put(search, fit, by_time, draw)
        loss = before - search.worth
        if loss > 0 and draw.random() >= exp(-loss / heat):
            search.undo(change)
        elif search.worth > most:
            best, most = list(search.plan()), search.worth
    return best


def _by_time(fits: Iterable[Fit]) -> dict[int, list[Fit]]:
    times: dict[int, list[Fit]] = {}
    for fit in fits:
        times.setdefault(fit.time, []).append(fit)
    return times


def _put(search: "_Search", fit: Fit, by_time: Mapping[int, Sequence[Fit]], draw: Random) -> Change:
    """Put one meeting in a time; what stands in the way leaves, and others take what became free."""
    out = search.in_the_way(fit)
    for one in out:
        search.take(one)
    search.put(fit)
    came = [fit]
    for time in {one.time for one in out}:
        for other in search.with_room(by_time[time]):
            if draw.random() < TAKEN_UP:
                search.put(other)
                came.append(other)
                break
    return Change(out, came)


@dataclass(slots=True)
class _Search:
    """The plan while it is searched for, and what it is worth so far."""

    limits: Limits
    worth: int = 0
    long: int = 0
    by_candidate: dict[int, Fit] = field(default_factory=dict)
    by_day: dict[int, list[Fit]] = field(default_factory=dict)

    def plan(self) -> Iterator[Fit]:
        """Every meeting of the plan."""
        return iter(self.by_candidate.values())

    def holds(self, fit: Fit) -> bool:
        """Whether the candidate has this time already."""
        return self.by_candidate.get(fit.candidate) is fit

    def in_the_way(self, fit: Fit) -> list[Fit]:
        """What must leave before a meeting can be put: its own other time and what overlaps.

        Where a limit is reached, the least of those that count towards it.
        """
        own = self.by_candidate.get(fit.candidate)
        out = [
            one
            for one in self.by_day.get(fit.day, ())
            if one is not own and clash(one.takes, fit.takes)
        ]
        if own is not None:
            out.append(own)
        today = self.by_day.get(fit.day, ())
        if len(today) >= self.limits.a_day[fit.day]:
            self._make_room(out, today, self.limits.a_day[fit.day])
        if fit.is_long and self.long >= self.limits.long_a_week:
            long = [one for one in self.plan() if one.is_long]
            self._make_room(out, long, self.limits.long_a_week)
        if len(self.by_candidate) >= self.limits.a_week:
            self._make_room(out, tuple(self.plan()), self.limits.a_week)
        return out

    def fill(self, fits: Iterable[Fit]) -> None:
        """Put one after the other those for which there is room."""
        for fit in fits:
            for one in self.with_room((fit,)):
                self.put(one)

    def with_room(self, fits: Sequence[Fit]) -> Iterator[Fit]:
        """Those of one time that can be put with nothing having to leave, as the plan is now.

        Asked of every time that becomes free, so what holds for the whole day is looked at once,
        and once for all who would take the same of it.
        """
        day = fits[0].day
        today = self.by_day.get(day, ())
        if len(self.by_candidate) >= self.limits.a_week or len(today) >= self.limits.a_day[day]:
            return
        no_long = self.long >= self.limits.long_a_week
        free: dict[Footprint, bool] = {}
        for fit in fits:
            if fit.candidate in self.by_candidate or (no_long and fit.is_long):
                continue
            if fit.takes not in free:
                free[fit.takes] = not any(clash(one.takes, fit.takes) for one in today)
            if free[fit.takes]:
                yield fit

    def undo(self, change: Change) -> None:
        """Take out what came, and put back what had left."""
        for one in change.came:
            self.take(one)
        for one in change.left:
            self.put(one)

    def put(self, fit: Fit) -> None:
        """Add a meeting for which there is room."""
        today = self.by_day.setdefault(fit.day, [])
        self.worth += fit.value + self._shared(fit, today)
        self.long += fit.is_long
        today.append(fit)
        self.by_candidate[fit.candidate] = fit

    def take(self, fit: Fit) -> None:
        """Take a meeting out."""
        today = self.by_day[fit.day]
        today.remove(fit)
        self.long -= fit.is_long
        del self.by_candidate[fit.candidate]
        self.worth -= fit.value + self._shared(fit, today)

    def _shared(self, fit: Fit, today: Sequence[Fit]) -> int:
        if fit.place is None or all(one.place != fit.place for one in today):
            return 0
        return self.limits.same_place

    @staticmethod
    def _make_room(out: list[Fit], counted: Sequence[Fit], most: int) -> None:
        left = [one for one in counted if one not in out]
        if len(left) >= most:
            out.append(min(left, key=lambda one: one.value))
