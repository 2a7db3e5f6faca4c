"""The facts of a day, read from the raw tables: the one definition that keeping and asking share."""

from datetime import date
from typing import Any

from sqlalchemy import (
    CTE,
    ColumnElement,
    Select,
    String,
    Table,
    and_,
    case,
    cast,
    exists,
    func,
    literal,
    or_,
    select,
)

from advisor_app.domain.codes import AppointmentStatus, ClientStatus, Party, ProjectStatus
from advisor_app.domain.presence import FOLLOW_UP, Restraint
from advisor_app.storage.day_sql import as_day, day_after, day_before, earliest
from advisor_app.storage.fact_day_queries import (
    MEETING,
    PACKED,
    TALK,
    WIDTH,
)
from advisor_app.storage.frozen import DAY, only_of
from advisor_app.storage.schema.calendar import appointment, attendee, commitment, follow_up
from advisor_app.storage.schema.clients import assignment, client
from advisor_app.storage.schema.contacts import further_advisor, touchpoint
from advisor_app.storage.schema.projects import project

# A project without a target is always within its lead time.
ALWAYS = date.min
AWAKE = (ProjectStatus.HEARD.value, ProjectStatus.OPEN.value)


def facts_query(days: Table, counted: int, *, some: bool) -> Select[Any]:
    """The rows of `facts`, given those of `fact_days` for the same day and clients.

    `counted` is how many errands and letters any policy may ask about.
    """
    present, waiting = _present(some=some), _waiting(some=some)
    owed, promised = _owed(some=some), _promised(some=some)
    last = {name: func.substr(days.c[name], 1, WIDTH) for name in PACKED}
    answered = func.coalesce(cast(days.c.last_answer, String), "")
    return (
        select(
            client.c.id,
            client.c.branch_id,
            client.c.segment,
            client.c.birth_date,
            client.c.since,
            _restraint(),
            client.c.no_contact_until,
            present.c.advisor_id,
            present.c.assigned_from,
            _announced(present),
            func.coalesce(present.c.after_another, False),
            as_day(last["meetings"]),
            _last_meeting_with(present),
            as_day(last["talks"]),
            as_day(last["written_in"]),
            days.c.last_answer,
            as_day(func.substr(days.c.digital_months, 1, WIDTH)),
            _newest(days.c.errands, last["meetings"], counted),
            _newest(days.c.letters, answered, counted),
            waiting.c.due,
            owed.c.due,
            promised.c.due,
            earliest(
                days.c.next_contact,
                days.c.next_month,
                day_after(present.c.until_day),
                _next_assignment(),
                owed.c.next_sent,
                promised.c.next_done,
            ),
        )
        .select_from(client)
        .join(days, days.c.client_id == client.c.id)
        .outerjoin(present, present.c.client_id == client.c.id)
        .outerjoin(waiting, waiting.c.client_id == client.c.id)
        .outerjoin(owed, owed.c.client_id == client.c.id)
        .outerjoin(promised, promised.c.client_id == client.c.id)
        .where(only_of(client.c.id, some=some))
    )


def _newest(
    packed: ColumnElement[str], after: ColumnElement[str], counted: int
) -> ColumnElement[str]:
    """The newest days, where the very newest comes after that day; else nothing."""
    kept = func.substr(packed, 1, WIDTH * counted)
    return case((func.substr(packed, 1, WIDTH) > after, kept), else_="")


def _present(*, some: bool) -> CTE:
    """Who serves on the day, since when without a gap, and whether after somebody else."""
    served = assignment.c
    in_turn: dict[str, Any] = {"partition_by": served.client_id, "order_by": served.from_day}
    newest: dict[str, Any] = {
        "partition_by": served.client_id,
        "order_by": served.from_day.desc(),
    }
    goes_on = and_(
        func.lag(served.advisor_id).over(**in_turn) == served.advisor_id,
        func.lag(served.until_day).over(**in_turn) == day_before(served.from_day),
    )
    turns = (
        select(
            served.client_id,
            served.advisor_id.label("served_by"),
            case((goes_on, None), else_=served.from_day).label("begins"),
            func.first_value(served.advisor_id).over(**newest).label("advisor_id"),
            func.first_value(served.until_day).over(**newest).label("until_day"),
        )
        .where(served.from_day <= DAY, only_of(served.client_id, some=some))
        .subquery("turns")
    )
    other = case((turns.c.served_by != turns.c.advisor_id, 1), else_=0)
    return (
        select(
            turns.c.client_id,
            turns.c.advisor_id,
            turns.c.until_day,
            func.max(turns.c.begins).label("assigned_from"),
            (func.max(other) == 1).label("after_another"),
        )
        .where(or_(turns.c.until_day.is_(None), turns.c.until_day >= DAY))
        .group_by(turns.c.client_id, turns.c.advisor_id, turns.c.until_day)
        .cte("present")
    )


def _announced(present: CTE) -> ColumnElement[Any]:
    return (
        select(assignment.c.announced)
        .where(
            assignment.c.client_id == present.c.client_id,
            assignment.c.from_day == present.c.assigned_from,
        )
        .scalar_subquery()
    )


def _next_assignment() -> ColumnElement[Any]:
    return (
        select(func.min(assignment.c.from_day))
        .where(assignment.c.client_id == client.c.id, assignment.c.from_day > DAY)
        .scalar_subquery()
    )


def _last_meeting_with(present: CTE) -> ColumnElement[Any]:
    """With several advisors, the meeting is with each of them."""
    came_too = (
        select(further_advisor.c.advisor_id)
        .where(
            further_advisor.c.touchpoint_id == touchpoint.c.id,
            further_advisor.c.advisor_id == present.c.advisor_id,
        )
        .correlate(touchpoint, present)
        .exists()
    )
    return (
        select(func.max(touchpoint.c.on_day))
        .where(
            touchpoint.c.client_id == client.c.id,
            touchpoint.c.counts_as == MEETING,
            touchpoint.c.on_day <= DAY,
            or_(touchpoint.c.advisor_id == present.c.advisor_id, came_too),
        )
        .scalar_subquery()
    )


def about(day: ColumnElement[Any]) -> ColumnElement[bool]:
    """Of a touchpoint and a project: a meeting or talk about it, since it was noted."""
    return and_(
        touchpoint.c.client_id == project.c.client_id,
        touchpoint.c.counts_as.in_((MEETING, TALK)),
        touchpoint.c.project_id == project.c.id,
        touchpoint.c.on_day >= func.coalesce(project.c.noted_on, ALWAYS),
        touchpoint.c.on_day <= day,
    )


def _waiting(*, some: bool) -> CTE:
    """The nearest project, heard or open, that no meeting or talk has been about since noted."""
    return (
        select(
            project.c.client_id,
            func.min(func.coalesce(project.c.target_from, ALWAYS)).label("due"),
        )
        .where(
            project.c.status.in_(AWAKE),
            # Not `*`, so that the index of contacts is enough.
            ~exists(literal(1)).where(about(DAY)),
            only_of(project.c.client_id, some=some),
        )
        .group_by(project.c.client_id)
        .cte("waiting")
    )


def _owed(*, some: bool) -> CTE:
    """The earliest written follow-up that was not sent by the day."""
    unsent = or_(follow_up.c.sent_on.is_(None), follow_up.c.sent_on > DAY)
    return (
        select(
            attendee.c.client_id,
            func.min(follow_up.c.due_wall).filter(unsent).label("due"),
            func.min(follow_up.c.sent_on).filter(follow_up.c.sent_on > DAY).label("next_sent"),
        )
        .select_from(attendee)
        .join(appointment, appointment.c.id == attendee.c.appointment_id)
        .join(follow_up, follow_up.c.appointment_id == appointment.c.id)
        .where(
            follow_up.c.kind == FOLLOW_UP,
            appointment.c.status == AppointmentStatus.HELD.value,
            only_of(attendee.c.client_id, some=some),
        )
        .group_by(attendee.c.client_id)
        .cte("owed")
    )


def _promised(*, some: bool) -> CTE:
    """The earliest commitment of the bank's that was not kept by the day."""
    unkept = or_(commitment.c.done_on.is_(None), commitment.c.done_on > DAY)
    return (
        select(
            commitment.c.client_id,
            func.min(commitment.c.due).filter(unkept).label("due"),
            func.min(commitment.c.done_on).filter(commitment.c.done_on > DAY).label("next_done"),
        )
        .where(commitment.c.by == Party.BANK.value, only_of(commitment.c.client_id, some=some))
        .group_by(commitment.c.client_id)
        .cte("promised")
    )


def _restraint() -> ColumnElement[Any]:
    return case(
        (client.c.status == ClientStatus.DECEASED.value, literal(Restraint.DECEASED.value)),
        (client.c.status == ClientStatus.CLOSED.value, literal(Restraint.CLOSED.value)),
        (client.c.no_contact, literal(Restraint.NO_CONTACT.value)),
    )
