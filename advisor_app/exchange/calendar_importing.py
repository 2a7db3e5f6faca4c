"""An advisor's own calendar from a file or a folder into the store."""

from pathlib import Path

from advisor_app.domain.busy_time import CalendarKept, CalendarRead, UnreadableCalendar
from advisor_app.exchange.calendar_child import calendar_files, read_calendars
from advisor_app.services.busy_time import BusyTimes


def import_calendar(
    busy_times: BusyTimes, path: Path, name: str | None = None, *, meetings: bool = False
) -> CalendarKept:
    """Read a file or folder and keep when the advisor is busy, under a name: the path's, else.

    Raises UnreadableCalendar where nothing at all could be read; single files of a folder are
    refused in the answer.
    """
    files = calendar_files(path)
    read: list[CalendarRead] = []
    refused: list[UnreadableCalendar] = []
    for outcome in read_calendars(files, busy_times.scope()):
        if isinstance(outcome, CalendarRead):
            read.append(outcome)
        else:
            refused.append(outcome)
    if not read:
        raise refused[0]
    return busy_times.keep(name or path.resolve().name, read, refused, meetings=meetings)
