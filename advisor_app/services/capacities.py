"""How many meetings a week holds, beside how many its advisor can hold well."""

from advisor_app.domain.appointments import Appointment
from advisor_app.domain.errors import NoSuchAdvisor
from advisor_app.domain.slots import week_of
from advisor_app.domain.working_plan import WeekLoad
from advisor_app.services.desk import Desk
from advisor_app.storage.organisation import find_advisor
from advisor_app.storage.slots import count_begun


class Capacities:
    """Counts; finding a time offers nothing in a full week, and booking by hand is told."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def week_of(self, booked: Appointment) -> WeekLoad:
        """The week of an appointment, this one counted; NoSuchAdvisor."""
        with self._desk.reading() as transaction:
            advisor = find_advisor(transaction, booked.advisor)
            if advisor is None:
                raise NoSuchAdvisor(booked.advisor)
            within = week_of(booked.start.day, booked.start.zone)
            meetings = count_begun(transaction, advisor.key, within)
        return WeekLoad(booked.start.day, meetings, advisor.capacity_week)
