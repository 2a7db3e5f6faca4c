"""Series of appointments: every date checked before any is saved, then all the chosen at once."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from advisor_app.domain.appointments import Appointment
from advisor_app.domain.errors import BadInput, Refused
from advisor_app.domain.series import Rhythm, series_starts
from advisor_app.services.booking import Appointments, BookingOrder, project_of, release_expired
from advisor_app.services.desk import Desk
from advisor_app.storage.collisions import find_collision
from advisor_app.storage.store import Transaction


@dataclass(frozen=True, slots=True)
class SeriesDate:
    """One date of a series, and what keeps it from being booked; None where it fits."""

    order: BookingOrder
    why_not: Refused | BadInput | None


class SeriesBooking:
    """Checks and books series."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def check(self, first: BookingOrder, every: Rhythm, times: int) -> tuple[SeriesDate, ...]:
        """Every date, in order, with what it would be refused for; SeriesOutOfBounds.

        Only the first answers the order's suggestion; all are about its project.
        """
        start, *later = series_starts(first.start, every, times)
        plain = replace(first, project=project_of(first), suggestion=None, accepted=None)
        orders = [replace(first, start=start), *(replace(plain, start=one) for one in later)]
        with self._desk.writing() as transaction:
            release_expired(self._desk, transaction)
            return tuple(SeriesDate(one, self._why_not(transaction, one)) for one in orders)

    def book(self, dates: Iterable[SeriesDate]) -> tuple[Appointment, ...]:
        """Book the dates that are given, all in one transaction or none; raises as booking does."""
        return Appointments(self._desk).book_all([one.order for one in dates])

    def _why_not(self, transaction: Transaction, order: BookingOrder) -> Refused | BadInput | None:
        try:
            planned = Appointments(self._desk).planned(transaction, order)
        except (Refused, BadInput) as refused:
            return refused
        return find_collision(transaction, planned)
