"""Working hours, capacity, days away and rooms, as they are edited."""

from datetime import date
from typing import Any

from sqlalchemy import Connection, delete, func, insert, or_, select, update

from advisor_app.domain.codes import AppointmentStatus
from advisor_app.domain.keys import Key, new_key, reference_of
from advisor_app.domain.names import spoken_name
from advisor_app.domain.opening import DatedHours, Week
from advisor_app.domain.organisation import Advisor
from advisor_app.domain.working_plan import Absence, AbsenceDraft, Room, RoomDraft
from advisor_app.storage.opening import owned_by
from advisor_app.storage.schema.calendar import appointment
from advisor_app.storage.schema.organisation import (
    advisor,
    branch,
    closing_days,
    dated_hours,
    room,
    working_hours,
)

_STANDING = (AppointmentStatus.PROPOSED.value, AppointmentStatus.CONFIRMED.value)


def write_week(connection: Connection, whose: Key, week: Week) -> None:
    """Keep an advisor's own hours instead of those before; none for an empty week."""
    connection.execute(delete(working_hours).where(working_hours.c.advisor_id == whose))
    rows = [
        {
            "advisor_id": whose,
            "weekday": weekday,
            "from_time": span.start.isoformat("minutes"),
            "until_time": span.end.isoformat("minutes"),
        }
        for weekday, spans in week.items()
        for span in spans
    ]
    if rows:
        connection.execute(insert(working_hours), rows)


def write_dated(connection: Connection, whose: Advisor, told: DatedHours) -> None:
    """Keep hours of some days instead of those of the very same days; none brings the usual back."""
    mine = {"advisor_id": whose.key} if told.of_advisor else {"branch_id": whose.branch}
    (column, owner), table = next(iter(mine.items())), dated_hours.c
    same = (table.from_day == told.from_day, table.until_day == told.until_day)
    connection.execute(delete(dated_hours).where(table[column] == owner, *same))
    rows = [
        {
            "id": new_key(),
            "advisor_id": None,
            "branch_id": None,
            **mine,
            "from_day": told.from_day,
            "until_day": told.until_day,
            "from_time": span.start.isoformat("minutes"),
            "until_time": span.end.isoformat("minutes"),
        }
        for span in told.spans
    ]
    if rows:
        connection.execute(insert(dated_hours), rows)


def read_capacity(connection: Connection, whose: Key) -> int | None:
    """How many meetings a week the advisor can hold, where it is told."""
    return connection.execute(select(advisor.c.capacity_week).where(advisor.c.id == whose)).scalar()


def write_capacity(connection: Connection, whose: Key, meetings: int | None) -> None:
    """Keep how many meetings a week the advisor can hold."""
    changed = update(advisor).where(advisor.c.id == whose)
    connection.execute(changed.values(capacity_week=meetings))


def write_opening(connection: Connection, whose: Key, code: str | None) -> None:
    """Keep which usual hours a branch has."""
    connection.execute(update(branch).where(branch.c.id == whose).values(opening=code))


def read_absences(connection: Connection, whose: Advisor, since: date) -> tuple[Absence, ...]:
    """The days away of an advisor and of the branch that end on a day or later, in order."""
    table = closing_days.c
    found = (
        select(closing_days, advisor.c.ref, advisor.c.first_name, advisor.c.last_name)
        .outerjoin_from(closing_days, advisor, advisor.c.id == table.substitute_id)
        .where(or_(table.advisor_id == whose.key, owned_by(table.branch_id, whose.branch)))
        .where(table.until_day >= since)
        .order_by(table.from_day, table.id)
    )
    return tuple(
        Absence(
            Key(row.id),
            AbsenceDraft(
                from_day=row.from_day,
                until_day=row.until_day,
                reason=row.reason or "",
                of_branch=row.branch_id is not None,
                substitute=row.ref,
            ),
            spoken_name(row.first_name, row.last_name),
        )
        for row in connection.execute(found)
    )


def insert_absence(
    connection: Connection, whose: Advisor, draft: AbsenceDraft, substitute: Key | None
) -> Key:
    """Keep days away; their key takes them out again."""
    key = new_key()
    values = _absence_values(whose, draft, substitute)
    connection.execute(insert(closing_days).values(id=key, **values))
    return key


def update_absence(
    connection: Connection, key: Key, whose: Advisor, draft: AbsenceDraft, substitute: Key | None
) -> None:
    """Keep what changed of days away."""
    changed = update(closing_days).where(closing_days.c.id == key)
    connection.execute(changed.values(**_absence_values(whose, draft, substitute)))


def _absence_values(whose: Advisor, draft: AbsenceDraft, substitute: Key | None) -> dict[str, Any]:
    return {
        "branch_id": whose.branch if draft.of_branch else None,
        "advisor_id": None if draft.of_branch else whose.key,
        "from_day": draft.from_day,
        "until_day": draft.until_day,
        "reason": draft.reason or None,
        "substitute_id": substitute,
    }


def delete_absence(connection: Connection, key: Key) -> None:
    """Let days away go."""
    connection.execute(delete(closing_days).where(closing_days.c.id == key))


def standing_in(connection: Connection, whose: Advisor, draft: AbsenceDraft) -> int:
    """How many appointments stand on these days, of the advisor or of the whole branch.

    Those that an advisor only comes along to are counted too.
    """
    first, last = f"{draft.from_day.isoformat()}T00:00", f"{draft.until_day.isoformat()}T24:00"
    table = appointment.c
    colleagues = select(advisor.c.id).where(advisor.c.branch_id == whose.branch)
    who = colleagues if draft.of_branch else [whose.key]
    mine = table.advisor_id.in_(who) | table.colleague_id.in_(who)
    count = select(func.count()).select_from(appointment)
    within = table.start_wall.between(first, last)
    return connection.execute(count.where(mine, within, table.status.in_(_STANDING))).scalar_one()


def read_rooms(connection: Connection, of_branch: Key) -> tuple[Room, ...]:
    """The rooms of a branch, by name."""
    found = select(room).where(room.c.branch_id == of_branch).order_by(room.c.name, room.c.ref)
    return tuple(
        Room(row.ref, RoomDraft(row.name, row.seats, bool(row.step_free)))
        for row in connection.execute(found)
    )


def insert_room(connection: Connection, of_branch: Key, draft: RoomDraft) -> str:
    """Keep a new room; its reference is given back."""
    key = new_key()
    ref = reference_of("R", key)
    values = {"name": draft.name, "seats": draft.seats, "step_free": draft.step_free}
    connection.execute(insert(room).values(id=key, ref=ref, branch_id=of_branch, **values))
    return ref


def update_room(connection: Connection, ref: str, draft: RoomDraft) -> None:
    """Keep what changed of a room."""
    values = {"name": draft.name, "seats": draft.seats, "step_free": draft.step_free}
    connection.execute(update(room).where(room.c.ref == ref).values(**values))


def appointments_in_room(connection: Connection, ref: str) -> int:
    """How many appointments of any time name the room."""
    key = select(room.c.id).where(room.c.ref == ref).scalar_subquery()
    count = select(func.count()).select_from(appointment)
    return connection.execute(count.where(appointment.c.room_id == key)).scalar_one()


def delete_room(connection: Connection, ref: str) -> None:
    """Let a room go that no appointment names."""
    connection.execute(delete(room).where(room.c.ref == ref))
