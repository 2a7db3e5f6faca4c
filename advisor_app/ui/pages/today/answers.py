"""What the rows of "Today" stand for; what is asked of a row before that is known waits for it."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from advisor_app.domain.keys import Key
    from advisor_app.domain.owed import Owed
    from advisor_app.domain.today import DayAppointment
    from advisor_app.ui.pages.today.wording import Day, Listing
    from advisor_app.ui.parts.requests import Whom

Deed = Callable[[], None]


class Answers:
    """The day and the list that the services gave; None while only a kept page shows."""

    def __init__(self) -> None:
        self.day: Day | None = None
        self.listing: Listing | None = None
        self.owed: Mapping[str, Owed] = {}
        self._waiting: list[Deed] = []

    def hear_day(self, day: "Day") -> None:
        """The day is known."""
        self.day = day
        self._catch_up()

    def hear_list(self, listing: "Listing") -> None:
        """The list is known."""
        self.listing = listing
        self._catch_up()

    def whom(self, key: "Key") -> "Whom | None":
        """Whom a row is for, where it is known and still on the list."""
        return None if self.listing is None else self.listing.whom.get(key)

    def for_whom(self, key: "Key", deed: "Callable[[Whom], None]") -> None:
        """Do something for the household of a row, as soon as the list is known."""
        if self.listing is None:
            self._waiting.append(lambda: self.for_whom(key, deed))
        elif (whom := self.whom(key)) is not None:
            deed(whom)

    def for_visit(self, ref: str, deed: "Callable[[DayAppointment], None]") -> None:
        """Do something about an appointment of the day, as soon as the day is known."""
        if self.day is None:
            self._waiting.append(lambda: self.for_visit(ref, deed))
            return
        found = next((one for one in self.day.today.appointments if one.ref == ref), None)
        if found is not None:
            deed(found)

    def _catch_up(self) -> None:
        waiting, self._waiting = self._waiting, []
        for deed in waiting:
            deed()
