"""Taking a step of an appointment back: confirmed, cancelled or missed by mistake."""

from advisor_app.domain.appointments import Appointment
from advisor_app.domain.booking import check_step_back
from advisor_app.domain.codes import AppointmentStatus
from advisor_app.services.booking import done, kept_appointment, release_expired
from advisor_app.services.desk import Desk
from advisor_app.storage import appointments
from advisor_app.storage.suggestions import restore_booked


class StepsBack:
    """Puts appointments back where they stood; the time must still be free."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def take_back(self, ref: str, before: AppointmentStatus) -> Appointment:
        """Put an appointment back to `before`, proposed or confirmed.

        The suggestion that it answered is booked again. Raises NoSuchAppointment, WrongStep for
        what was held or never left `before`, or Collision where the time was given away since.
        """
        today = self._desk.today()
        with self._desk.writing() as transaction:
            release_expired(self._desk, transaction)
            kept = kept_appointment(transaction, ref)
            check_step_back(kept.appointment, before)
            appointments.write_put_back(transaction, kept.key, before)
            if kept.suggestion and kept.appointment.status is AppointmentStatus.CANCELLED:
                restore_booked(transaction, kept.suggestion, today)
            return done(self._desk, transaction, "appointment put back", ref)
