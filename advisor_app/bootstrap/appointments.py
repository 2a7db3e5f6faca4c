"""Appointments: free times, booking, calendars, and what becomes of a meeting."""

from functools import cached_property
from typing import TYPE_CHECKING

from advisor_app.bootstrap.wiring import Wiring

if TYPE_CHECKING:
    from advisor_app.services.agenda import Agenda
    from advisor_app.services.booking import Appointments
    from advisor_app.services.busy_time import BusyTimes
    from advisor_app.services.calendar_choices import CalendarChoices
    from advisor_app.services.calendar_entries import CalendarEntries
    from advisor_app.services.calendar_sync import CalendarSync
    from advisor_app.services.capacities import Capacities
    from advisor_app.services.companions import Companions
    from advisor_app.services.day_before import DaysBefore
    from advisor_app.services.moving import Moves
    from advisor_app.services.outcomes import Outcomes
    from advisor_app.services.outside import OutsideMeetings
    from advisor_app.services.rooms import Rooms
    from advisor_app.services.series import SeriesBooking
    from advisor_app.services.slots import SlotFinder
    from advisor_app.services.steps_back import StepsBack
    from advisor_app.services.summaries import Summaries
    from advisor_app.services.working_plan import WorkingPlans


class AppointmentServices(Wiring):
    """What an advisor may ask about appointments."""

    @cached_property
    def agenda(self) -> "Agenda":
        """The advisor's week."""
        from advisor_app.services.agenda import Agenda

        return Agenda(self._desk)

    @cached_property
    def working_plans(self) -> "WorkingPlans":
        """Hours, capacity, days away and rooms."""
        from advisor_app.services.working_plan import WorkingPlans

        return WorkingPlans(self._desk)

    @cached_property
    def capacities(self) -> "Capacities":
        """How full the weeks are."""
        from advisor_app.services.capacities import Capacities

        return Capacities(self._desk)

    @cached_property
    def outside(self) -> "OutsideMeetings":
        """What no longer fits hours, days and rooms."""
        from advisor_app.services.outside import OutsideMeetings

        return OutsideMeetings(self._desk)

    @cached_property
    def rooms(self) -> "Rooms":
        """Where to meet."""
        from advisor_app.services.rooms import Rooms

        return Rooms(self._desk)

    @cached_property
    def slots(self) -> "SlotFinder":
        """Free times for a meeting."""
        from advisor_app.services.slots import SlotFinder

        return SlotFinder(self._desk)

    @cached_property
    def appointments(self) -> "Appointments":
        """Booking, and what becomes of appointments."""
        from advisor_app.services.booking import Appointments

        return Appointments(self._desk)

    @cached_property
    def series(self) -> "SeriesBooking":
        """Series of appointments."""
        from advisor_app.services.series import SeriesBooking

        return SeriesBooking(self._desk)

    @cached_property
    def moves(self) -> "Moves":
        """Moving appointments."""
        from advisor_app.services.moving import Moves

        return Moves(self._desk)

    @cached_property
    def companions(self) -> "Companions":
        """Who may come along to appointments."""
        from advisor_app.services.companions import Companions

        return Companions(self._desk)

    @cached_property
    def steps_back(self) -> "StepsBack":
        """Appointments put back where they stood."""
        from advisor_app.services.steps_back import StepsBack

        return StepsBack(self._desk)

    @cached_property
    def days_before(self) -> "DaysBefore":
        """Whom to remind of tomorrow's meetings."""
        from advisor_app.services.day_before import DaysBefore

        return DaysBefore(self._desk)

    @cached_property
    def outcomes(self) -> "Outcomes":
        """What is told of meetings that are over."""
        from advisor_app.services.outcomes import Outcomes

        return Outcomes(self._desk)

    @cached_property
    def summaries(self) -> "Summaries":
        """What was kept of meetings, for the day after."""
        from advisor_app.services.summaries import Summaries

        return Summaries(self._desk)

    @cached_property
    def busy_times(self) -> "BusyTimes":
        """The advisor's own calendar."""
        from advisor_app.services.busy_time import BusyTimes

        return BusyTimes(self._desk)

    @cached_property
    def calendar_sync(self) -> "CalendarSync":
        """The advisor's calendar on a server."""
        from advisor_app.services.calendar_sync import CalendarSync

        return CalendarSync(self._desk, self.busy_times)

    @cached_property
    def calendar_choices(self) -> "CalendarChoices":
        """Which side holds where the two calendars differ."""
        from advisor_app.services.calendar_choices import CalendarChoices

        return CalendarChoices(self._desk, self.busy_times)

    @cached_property
    def calendar_entries(self) -> "CalendarEntries":
        """Appointments for other calendars."""
        from advisor_app.services.calendar_entries import CalendarEntries

        return CalendarEntries(self._desk)
