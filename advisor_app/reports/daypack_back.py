"""The back of the cover: the rest of the day's list, calls to make, follow-ups due, notes."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from advisor_app.i18n import _, ngettext
from advisor_app.i18n.formats import clock
from advisor_app.reports.blocks import (
    Block,
    bullets,
    dotted,
    list_of,
    paragraph,
    stack,
    tick_line,
    titled,
)
from advisor_app.reports.daypack_cover import (
    ALERTS_ON_COVER,
    ROWS_ON_COVER,
    TASKS_ON_COVER,
    task_list,
)
from advisor_app.reports.daypack_data import DayPackData, PackMeeting
from advisor_app.reports.paper import ROOM, SOFT

_GAP = 16.0
_HEADING = 25.0
_NOTES_LEAST = 20.0


class _Limits(NamedTuple):
    """How many lines each list may take; the calls are never cut, but may have one line each."""

    meetings: int = 12
    alerts: int = 8
    call: int = 2
    follow_ups: int = 14


_LEVELS = (
    _Limits(),
    _Limits(follow_ups=9),
    _Limits(alerts=5, call=1, follow_ups=6),
    _Limits(alerts=3, call=1, follow_ups=3),
    _Limits(meetings=6, alerts=2, call=1, follow_ups=2),
    _Limits(meetings=5, alerts=1, call=1, follow_ups=1),
)


def overview_page(data: DayPackData, room: float) -> Block:
    """The blocks of page 2 in exactly `room` points: the notes take what is left."""
    for limits in _LEVELS:
        blocks = [block for block in _blocks(data, limits) if block.height]
        left = room - stack(blocks, _GAP).height - _GAP - _HEADING
        if left >= _NOTES_LEAST:
            break
    return stack([*blocks, titled(_("Notes"), dotted(ROOM, left), ROOM, _("by hand"))], _GAP)


def _blocks(data: DayPackData, limits: _Limits) -> Iterator[Block]:
    later = [_line(meeting) for meeting in data.meetings[ROWS_ON_COVER:]]
    yield titled(_("Later meetings"), _told(later, limits.meetings), ROOM)
    yield titled(_("More alerts"), _told(data.alerts[ALERTS_ON_COVER:], limits.alerts), ROOM)
    yield titled(
        _("Calls to make"),
        list_of([tick_line(call, ROOM, lines=limits.call) for call in data.calls]),
        ROOM,
        data.call_hours,
    )
    yield titled(
        _("More follow-ups due"),
        _tasks(data.follow_ups[TASKS_ON_COVER:], limits.follow_ups),
        ROOM,
    )


def _told(texts: Sequence[str], lines: int) -> Block:
    """A line each, and how many more there are."""
    return stack([bullets(texts[:lines], ROOM, lines, 1), _more(len(texts) - lines)])


def _tasks(tasks: tuple[str, ...], lines: int) -> Block:
    return stack([task_list(tasks, ROOM, lines), _more(len(tasks) - lines)])


def _more(count: int) -> Block:
    words = ngettext("and {count} more", "and {count} more", max(count, 0))
    return paragraph(words.format(count=count) if count > 0 else "", ROOM, 1, SOFT)


def _line(meeting: PackMeeting) -> str:
    return " · ".join(
        part for part in (clock(meeting.start.time()), meeting.who, meeting.where) if part
    )
