"""The advisor's day: whom to meet and why, and what is owed."""

from functools import cached_property
from typing import TYPE_CHECKING

from advisor_app.bootstrap.appointments import AppointmentServices
from advisor_app.bootstrap.clients import ClientServices

if TYPE_CHECKING:
    from advisor_app.services.daily_list import DailyLists
    from advisor_app.services.owed import OwedThings
    from advisor_app.services.placing import Placing
    from advisor_app.services.snoozing import Snoozing
    from advisor_app.services.suggesting import Suggesting
    from advisor_app.services.today import TodayPage
    from advisor_app.services.week_plan import WeekPlanner


class DayServices(ClientServices, AppointmentServices):
    """What an advisor may ask about a day."""

    @cached_property
    def suggesting(self) -> "Suggesting":
        """Whom to meet, why, and why not."""
        from advisor_app.services.suggesting import Suggesting

        return Suggesting(self._desk)

    @cached_property
    def snoozing(self) -> "Snoozing":
        """Putting the suggestions of several households off."""
        from advisor_app.services.snoozing import Snoozing

        return Snoozing(self._desk, self.suggesting)

    @cached_property
    def placing(self) -> "Placing":
        """What was accepted and waits for a time."""
        from advisor_app.services.placing import Placing

        return Placing(self._desk, self.suggesting)

    @cached_property
    def today_page(self) -> "TodayPage":
        """The advisor's day."""
        from advisor_app.services.today import TodayPage

        return TodayPage(self._desk, self.suggesting)

    @cached_property
    def daily_lists(self) -> "DailyLists":
        """How long the day's list is."""
        from advisor_app.services.daily_list import DailyLists

        return DailyLists(self._desk)

    @cached_property
    def owed(self) -> "OwedThings":
        """What the advisor owes today."""
        from advisor_app.services.owed import OwedThings

        return OwedThings(self._desk, self.appointments, self.commitments)

    @cached_property
    def week_planner(self) -> "WeekPlanner":
        """Whole weeks planned from the suggestions."""
        from advisor_app.services.week_plan import WeekPlanner

        return WeekPlanner(self._desk, self.suggesting)
