"""Who comes along to an appointment, and who does so no longer."""

from sqlalchemy import Connection, delete, insert, update

from advisor_app.domain.appointments import Booking
from advisor_app.storage.collisions import refusing
from advisor_app.storage.kept_appointments import KeptAppointment
from advisor_app.storage.schema.calendar import appointment
from advisor_app.storage.schema.own_calendar import taken_off


def write_colleague(connection: Connection, kept: KeptAppointment, booked: Booking) -> None:
    """Say who comes along instead of whoever did; Collision where he is taken.

    Other calendars hear of it as of a change; that of the one who came along, that it is off.
    """
    its = update(appointment).where(appointment.c.id == kept.key)
    one_more = appointment.c.sequence + 1
    with refusing(connection, booked):
        connection.execute(its.values(colleague_id=booked.colleague, sequence=one_more))
    again = taken_off.c.advisor_id.in_([one for one in (kept.colleague, booked.colleague) if one])
    connection.execute(delete(taken_off).where(taken_off.c.appointment_id == kept.key, again))
    if kept.colleague is not None:
        values = {"advisor_id": kept.colleague, "branch_id": kept.branch}
        connection.execute(insert(taken_off).values(appointment_id=kept.key, **values))
