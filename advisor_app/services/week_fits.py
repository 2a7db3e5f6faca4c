"""Which suggestion fits which free time of a week, and the plan that comes of it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from advisor_app.domain.booking import kind_of
from advisor_app.domain.codes import Place
from advisor_app.domain.moments import Moment
from advisor_app.domain.offers import EARLY_UNTIL, MISSED_ENOUGH
from advisor_app.domain.organisation import Advisor
from advisor_app.domain.preferred_time import PreferredTime, suits
from advisor_app.domain.slots import Calendar, Footprint, Need, clash, footprint, free_starts
from advisor_app.domain.stretches import whole_days
from advisor_app.domain.suggestions.suggestion import Suggestion
from advisor_app.domain.week_plan import Fit, Limits, best_week
from advisor_app.domain.week_proposal import (
    LeftOut,
    PlannedMeeting,
    WeekProposal,
    WhyLeft,
    WhyThen,
)
from advisor_app.playbooks.booking_rules import booking_rules
from advisor_app.playbooks.meeting_types import meeting_kinds

# The times of a week are laid out for this long a meeting at the branch.
LAID_OUT_MINUTES = 60
# Of the first suggestion's value: what a liked time adds, and a second visit to one town.
DEAREST, LIKED, SAME_TOWN = 1000, 100, 150


@dataclass(frozen=True, slots=True)
class Candidate:
    """A suggestion with what its client's own calendar and habits say."""

    suggestion: Suggestion
    place: Place
    need: Need
    value: int
    town: str | None
    liked: PreferredTime
    missed: int
    elsewhere: tuple[Footprint, ...]


def planned_week(
    advisor: Advisor,
    calendar: Calendar,
    days: Sequence[date],
    candidates: Sequence[Candidate],
    now: int,
) -> WeekProposal:
    """The week's best plan; `now` in seconds since 1970."""
    rules = booking_rules()
    earliest = now + rules.notice_hours * 60 * 60
    times = _laid_out(calendar, days, earliest)
    fits = list(_fits(candidates, times, calendar, days, earliest))
    plan = best_week(fits, _limits(advisor, calendar, days))
    ways = Counter((fit.day, fit.place) for fit in plan if fit.place)
    meetings = []
    for fit in plan:
        one, start = candidates[fit.candidate], times[fit.time]
        shared = fit.place is not None and ways[fit.day, fit.place] > 1
        why = WhyThen.ON_THE_WAY if shared else _why(one, start)
        meetings.append(
            PlannedMeeting(one.suggestion, start, one.place, one.need.minutes, why, one.town)
        )
    met, fitting = {fit.candidate for fit in plan}, {fit.candidate for fit in fits}
    left = tuple(
        LeftOut(one.suggestion, WhyLeft.OTHERS_FIRST if n in fitting else WhyLeft.NO_TIME)
        for n, one in enumerate(candidates)
        if n not in met
    )
    return WeekProposal(advisor, calendar.zone, days[0], times, tuple(meetings), left)


def _laid_out(calendar: Calendar, days: Iterable[date], earliest: int) -> tuple[Moment, ...]:
    """The times of a week: the first free one, then the first that is free beside it, and so on."""
    kind = kind_of(meeting_kinds(), Place.BRANCH, LAID_OUT_MINUTES)
    need = Need(kind, LAID_OUT_MINUTES)
    times: list[Moment] = []
    for day in days:
        taken: list[Footprint] = []
        for start in free_starts(need, [calendar], (), booking_rules(), day, earliest):
            takes = _taken(start, need)
            if not any(clash(one, takes) for one in taken):
                taken.append(takes)
                times.append(start)
    return tuple(times)


def _fits(
    candidates: Sequence[Candidate],
    times: Sequence[Moment],
    calendar: Calendar,
    days: Sequence[date],
    earliest: int,
) -> Iterator[Fit]:
    rules, free = booking_rules(), dict[tuple[Need, date], frozenset[int]]()
    for number, one in enumerate(candidates):
        for place, start in enumerate(times):
            asked = one.need, start.day
            if asked not in free:
                found = free_starts(one.need, [calendar], (), rules, start.day, earliest)
                free[asked] = frozenset(moment.utc for moment in found)
            if start.utc in free[asked] and _may_come(one, start):
                yield Fit(
                    candidate=number,
                    time=place,
                    value=one.value + LIKED * (_why(one, start) is WhyThen.PREFERRED),
                    day=days.index(start.day),
                    takes=_taken(start, one.need),
                    place=one.town,
                    is_long=one.need.minutes >= rules.long_minutes,
                )


def _may_come(one: Candidate, start: Moment) -> bool:
    """Whether the client is free then, the suggestion stands, and it is not what he missed."""
    early = one.missed >= MISSED_ENOUGH and start.clock < EARLY_UNTIL
    stands = one.suggestion.from_day <= start.day <= one.suggestion.until_day
    takes = _taken(start, one.need)
    return stands and not early and not any(clash(other, takes) for other in one.elsewhere)


def _why(one: Candidate, start: Moment) -> WhyThen:
    return WhyThen.PREFERRED if one.liked and suits(one.liked, start) else WhyThen.FITS


def _taken(start: Moment, need: Need) -> Footprint:
    return footprint(start.utc, start.utc + need.minutes * 60, need.kind)


def _limits(advisor: Advisor, calendar: Calendar, days: Sequence[date]) -> Limits:
    """What the rules and the advisor's capacity leave beside the meetings that there are."""
    rules = booking_rules()
    starts = [whole_days(day, day, calendar.zone) for day in days]
    had = [sum(day.start <= one.start < day.end for one in calendar.taken) for day in starts]
    week = whole_days(days[0], days[-1], calendar.zone)
    long = sum(
        week.start <= one.start < week.end and one.end - one.start >= rules.long_minutes * 60
        for one in calendar.taken
    )
    capacity = advisor.capacity_week or rules.most_a_day * len(days)
    return Limits(
        a_week=max(0, capacity - sum(had)),
        a_day=[max(0, rules.most_a_day - one) for one in had],
        long_a_week=max(0, rules.most_long_a_week - long),
        same_place=SAME_TOWN,
    )
