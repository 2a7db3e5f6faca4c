"""An advisor's own calendar from a file or a folder into the store."""

from collections.abc import Sequence
from pathlib import Path

from advisor_app.domain.busy_time import (
    CalendarKept,
    CalendarRead,
    CalendarScope,
    UnreadableCalendar,
)
from advisor_app.exchange.calendar_child import calendar_files, read_calendars
from advisor_app.services.busy_time import BusyTimes

Read = tuple[Sequence[CalendarRead], Sequence[UnreadableCalendar]]


def import_calendar(
    busy_times: BusyTimes, path: Path, name: str | None = None, *, meetings: bool = False
) -> CalendarKept:
    """Read a file or folder and keep when the advisor is busy, under a name: the path's, else.

    Raises UnreadableCalendar where nothing at all could be read; single files of a folder are
    refused in the answer.
    """
    read, refused = read_calendar(path, busy_times.scope())
    return busy_times.keep(name or name_of(path), read, refused, meetings=meetings)


def read_calendar(path: Path, scope: CalendarScope) -> Read:
    """What the files of a path say, and those that were refused; it asks no store.

    Raises UnreadableCalendar where nothing at all could be read.
    """
    read: list[CalendarRead] = []
    refused: list[UnreadableCalendar] = []
    for outcome in read_calendars(calendar_files(path), scope):
        if isinstance(outcome, CalendarRead):
            read.append(outcome)
        else:
            refused.append(outcome)
    if not read:
        raise refused[0]
    return read, refused


def name_of(path: Path) -> str:
    """Under which name a file or folder is kept, unless told."""
    return path.resolve().name
