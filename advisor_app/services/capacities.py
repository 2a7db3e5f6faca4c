"""How many meetings a day and a week hold, beside how many their advisor can hold well."""

from datetime import date

from advisor_app.domain.appointments import Appointment
from advisor_app.domain.errors import NoAdvisorYet, NoSuchAdvisor
from advisor_app.domain.organisation import Advisor
from advisor_app.domain.stretches import week_of, whole_days
from advisor_app.domain.working_plan import DayLoad, WeekLoad
from advisor_app.playbooks.booking_rules import booking_rules
from advisor_app.services.booking import seconds_now
from advisor_app.services.desk import Desk
from advisor_app.services.opening import zone_of_advisor
from advisor_app.storage.organisation import find_advisor, read_advisor
from advisor_app.storage.slots import count_begun
from advisor_app.storage.store import Transaction


class Capacities:
    """Counts; finding a time offers nothing in a full week, and booking by hand is told."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def loads_of(self, booked: Appointment) -> tuple[DayLoad, WeekLoad]:
        """The day and the week of an appointment, this one counted; NoSuchAdvisor."""
        with self._desk.reading() as transaction:
            advisor = find_advisor(transaction, booked.advisor)
            if advisor is None:
                raise NoSuchAdvisor(booked.advisor)
            day = booked.start.day
            return self._loads(transaction, advisor, day, more=0)

    def with_one_more(self, day: date) -> tuple[DayLoad, WeekLoad]:
        """A day and its week of who works here, were one more meeting booked; NoAdvisorYet."""
        own = self._desk.advisor
        if own is None:
            raise NoAdvisorYet
        with self._desk.reading() as transaction:
            # The capacity may have changed since the work began.
            advisor = read_advisor(transaction, own.key)
            return self._loads(transaction, advisor, day, more=1)

    def _loads(
        self, transaction: Transaction, advisor: Advisor, day: date, more: int
    ) -> tuple[DayLoad, WeekLoad]:
        now = seconds_now(self._desk)
        return (
            day_load(transaction, advisor, day, now, more),
            week_load(transaction, advisor, day, now, more),
        )


def day_load(
    transaction: Transaction, advisor: Advisor, day: date, now: int, more: int = 0
) -> DayLoad:
    """The meetings of an advisor's day, and `more`; `now` in seconds since 1970."""
    within = whole_days(day, day, zone_of_advisor(transaction, advisor))
    meetings = count_begun(transaction, advisor.key, within, now) + more
    return DayLoad(day, meetings, booking_rules().most_a_day)


def week_load(
    transaction: Transaction, advisor: Advisor, day: date, now: int, more: int = 0
) -> WeekLoad:
    """The meetings of the week that holds a day, and `more`; `now` in seconds since 1970."""
    within = week_of(day, zone_of_advisor(transaction, advisor))
    meetings = count_begun(transaction, advisor.key, within, now) + more
    return WeekLoad(day, meetings, advisor.capacity_week)
