"""Series of appointments: every date checked before any is saved, then all the chosen at once."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from advisor_app.domain.appointments import Appointment, Booking
from advisor_app.domain.errors import BadInput, Refused
from advisor_app.domain.series import Rhythm, series_starts
from advisor_app.domain.working_plan import DayLoad, WeekLoad
from advisor_app.services.booking import (
    Appointments,
    BookingOrder,
    project_of,
    release_expired,
    seconds_now,
)
from advisor_app.services.capacities import day_load, week_load
from advisor_app.services.desk import Desk
from advisor_app.storage.collisions import find_collision
from advisor_app.storage.organisation import read_advisor
from advisor_app.storage.store import Transaction


@dataclass(frozen=True, slots=True)
class SeriesDate:
    """One date of a series, and what keeps it from being booked; None where it fits.

    `loads` are then its day and its week with this date, and those of the series before it, booked.
    """

    order: BookingOrder
    why_not: Refused | BadInput | None
    loads: tuple[DayLoad, WeekLoad] | None = None


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
            return self._checked(transaction, orders)

    def book(self, dates: Iterable[SeriesDate]) -> tuple[Appointment, ...]:
        """Book the dates that are given, all in one transaction or none; raises as booking does."""
        return Appointments(self._desk).book_all([one.order for one in dates])

    def _checked(
        self, transaction: Transaction, orders: Iterable[BookingOrder]
    ) -> tuple[SeriesDate, ...]:
        weeks = Counter[tuple[int, int]]()
        found = []
        for order in orders:
            tried = self._tried(transaction, order)
            if isinstance(tried, Booking):
                week = order.start.isocalendar()[:2]
                weeks[week] += 1
                found.append(SeriesDate(order, None, self._loads(transaction, tried, weeks[week])))
            else:
                found.append(SeriesDate(order, tried))
        return tuple(found)

    def _tried(self, transaction: Transaction, order: BookingOrder) -> Booking | Refused | BadInput:
        try:
            planned = Appointments(self._desk).planned(transaction, order)
        except (Refused, BadInput) as refused:
            return refused
        return find_collision(transaction, planned) or planned

    def _loads(
        self, transaction: Transaction, planned: Booking, of_the_week: int
    ) -> tuple[DayLoad, WeekLoad]:
        advisor, now = read_advisor(transaction, planned.advisor), seconds_now(self._desk)
        day = planned.wished.start.day
        return (
            day_load(transaction, advisor, day, now, more=1),
            week_load(transaction, advisor, day, now, more=of_the_week),
        )
