"""What stands in a day pack: the day at a glance, and the sheets of its meetings."""

from dataclasses import dataclass
from datetime import date, datetime, time

from advisor_app.domain.codes import Language
from advisor_app.reports.sheet_data import Printing, SheetData


@dataclass(frozen=True, slots=True)
class PackMeeting:
    """One meeting of the day and its sheet; wall times.

    `short_name` stands in the day's strip, `where` names the room or the address, `bring` what to
    prepare; `travel_minutes` go before and after a meeting outside the branch. `room` stands in
    the strip, `host` is the colleague whose meeting it is, where the advisor only comes along.
    """

    start: datetime
    end: datetime
    who: str
    short_name: str
    purpose: str
    where: str
    bring: str
    sheet: SheetData
    first_meeting: bool = False
    outside: bool = False
    travel_minutes: int = 0
    room: str = ""
    host: str = ""


@dataclass(frozen=True, slots=True)
class OutsideVisit:
    """A visit outside the branch: when, who and where; and the way, with the number to call."""

    what: str
    way: str


@dataclass(frozen=True, slots=True)
class DayPackData:
    """A day of an advisor; meetings in order of time, the rest in order of importance.

    `hours` is the working day, `pauses` the spans within it that are kept free, `free` says what is
    left between the meetings, `call_hours` when calls are allowed, `next_day` names the next
    working day.
    """

    language: Language
    reference: str
    printing: Printing
    advisor: str
    branch: str
    day: date
    hours: tuple[time, time]
    meetings: tuple[PackMeeting, ...]
    pauses: tuple[tuple[time, time], ...] = ()
    free: str = ""
    alerts: tuple[str, ...] = ()
    follow_ups: tuple[str, ...] = ()
    evening: tuple[str, ...] = ()
    calls: tuple[str, ...] = ()
    call_hours: str = ""
    outside: tuple[OutsideVisit, ...] = ()
    next_day: str = ""
    next_meetings: tuple[str, ...] = ()
