"""What a day asks of an advisor besides the meetings: follow-ups, promises, working hours."""

from datetime import date, datetime, time

from sqlalchemy import Connection, or_, select

from advisor_app.domain.codes import Party
from advisor_app.domain.day_briefing import OwedFollowUp, OwedPromise
from advisor_app.domain.keys import Key
from advisor_app.storage.schema import calendar, clients, organisation


def owed_follow_ups(connection: Connection, advisor: Key, day: date) -> list[OwedFollowUp]:
    """Written follow-ups of the advisor's meetings that are due by the end of the day."""
    table, appointment = calendar.follow_up, calendar.appointment
    query = (
        select(table.c.kind, table.c.due_wall, appointment.c.id)
        .join(appointment, appointment.c.id == table.c.appointment_id)
        .where(appointment.c.advisor_id == advisor, table.c.sent_on.is_(None))
        .where(table.c.due_wall <= f"{day.isoformat()}T99")
        .order_by(table.c.due_utc, table.c.id)
    )
    return [
        OwedFollowUp(row.id, row.kind, datetime.fromisoformat(row.due_wall))
        for row in connection.execute(query)
    ]


def owed_promises(connection: Connection, advisor: Key, day: date) -> list[OwedPromise]:
    """What the bank promised to clients whom the advisor serves that day, due by then."""
    table, assignment = calendar.commitment, clients.assignment
    query = (
        select(table.c.client_id, table.c.what, table.c.due)
        .join(assignment, assignment.c.client_id == table.c.client_id)
        .where(assignment.c.advisor_id == advisor, assignment.c.from_day <= day)
        .where(or_(assignment.c.until_day.is_(None), assignment.c.until_day >= day))
        .where(table.c.by == Party.BANK, table.c.done_on.is_(None), table.c.due <= day)
        .order_by(table.c.due, table.c.ref)
    )
    return [OwedPromise(row.client_id, row.what, row.due) for row in connection.execute(query)]


def hours_of_day(connection: Connection, advisor: Key, day: date) -> list[tuple[time, time]]:
    """The advisor's working spans on the day's weekday, in order."""
    table = organisation.working_hours
    query = (
        select(table.c.from_time, table.c.until_time)
        .where(table.c.advisor_id == advisor, table.c.weekday == day.isoweekday())
        .order_by(table.c.from_time)
    )
    return [
        (time.fromisoformat(row.from_time), time.fromisoformat(row.until_time))
        for row in connection.execute(query)
    ]
