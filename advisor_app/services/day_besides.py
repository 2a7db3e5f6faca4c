"""What stands in a day pack besides the meetings: what is owed, whom to call, who comes next."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from advisor_app.domain.briefing import BookedVisit, BriefedClient, HouseholdMember
from advisor_app.domain.day_briefing import DayCall, NextDay, ProposedCall, Task
from advisor_app.domain.organisation import Advisor
from advisor_app.services.opening import zone_of_advisor
from advisor_app.storage import briefing as people
from advisor_app.storage import day_tasks, visits
from advisor_app.storage.store import Transaction


class Besides(NamedTuple):
    """As in `DayBriefing`."""

    tasks: tuple[Task, ...]
    calls: tuple[DayCall, ...]
    next_day: NextDay | None
    members: tuple[HouseholdMember, ...]


def read_besides(
    transaction: Transaction, advisor: Advisor, day: date, proposed: Sequence[ProposedCall]
) -> Besides:
    """What is owed, whom to call, who comes next, and the households of all of them."""
    tasks, calls = _tasks(transaction, advisor, day), _calls(transaction, proposed)
    next_day = _next_day(transaction, advisor, day)
    later = next_day.visits if next_day else ()
    clients = (
        *(one for task in tasks for one in task.clients),
        *(call.client for call in calls),
        *(one for _visit, who in later for one in who),
    )
    households = {one.household for one in clients if one.household}
    members = people.read_members(transaction, sorted(households)) if households else ()
    return Besides(tasks, calls, next_day, members)


def _calls(transaction: Transaction, proposed: Sequence[ProposedCall]) -> tuple[DayCall, ...]:
    found = people.read_clients(transaction, [call.client for call in proposed])
    return tuple(DayCall(client, call.reason) for client, call in zip(found, proposed, strict=True))


def _next_day(transaction: Transaction, advisor: Advisor, day: date) -> NextDay | None:
    """The first day within a week with working hours, or with an appointment all the same."""
    for ahead in range(1, 8):
        later = day + timedelta(days=ahead)
        booked = _visits_of(transaction, advisor, later)
        if booked or day_tasks.hours_of_day(transaction, advisor.key, later):
            return NextDay(later, tuple((one, _attending(transaction, one)) for one in booked))
    return None


def _visits_of(transaction: Transaction, advisor: Advisor, day: date) -> list[BookedVisit]:
    zone = zone_of_advisor(transaction, advisor)
    joined = visits.joined_visits(transaction, advisor.key, day, zone)
    every = [*visits.visits_of_day(transaction, advisor.key, day), *(one.here for one in joined)]
    return sorted(every, key=lambda one: one.start)


def _attending(transaction: Transaction, visit: BookedVisit) -> tuple[BriefedClient, ...]:
    return people.read_clients(transaction, visits.attendees(transaction, visit.key))


def _tasks(transaction: Transaction, advisor: Advisor, day: date) -> tuple[Task, ...]:
    follow_ups = [
        Task(
            people.read_clients(transaction, visits.attendees(transaction, owed.appointment)),
            None,
            owed.due.date(),
        )
        for owed in day_tasks.owed_follow_ups(transaction, advisor.key, day)
    ]
    promises = [
        Task(people.read_clients(transaction, [owed.client]), owed.what, owed.due)
        for owed in day_tasks.owed_promises(transaction, advisor.key, day)
    ]
    return tuple(sorted([*follow_ups, *promises], key=lambda task: task.due))
