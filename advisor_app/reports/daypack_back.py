"""The back of the cover: the rest of the day's list, outside visits, who walked in, notes."""

from collections.abc import Iterator

from advisor_app.i18n import _
from advisor_app.i18n.formats import clock
from advisor_app.reports.blocks import Block, bullets, dotted, list_of, stack, tick_line, titled
from advisor_app.reports.daypack_cover import (
    ALERTS_ON_COVER,
    ROWS_ON_COVER,
    TASKS_ON_COVER,
    task_list,
)
from advisor_app.reports.daypack_data import DayPackData, PackMeeting
from advisor_app.reports.paper import ROOM

_GAP = 16.0
_WALK_INS = 6
_LINES = 12


def overview_page(data: DayPackData, room: float) -> Block:
    """The blocks of page 2 in exactly `room` points: the notes take what is left."""
    blocks = [block for block in _blocks(data) if block.height]
    left = room - stack(blocks, _GAP).height - _GAP - 25
    return stack([*blocks, titled(_("Notes"), dotted(ROOM, left), ROOM, _("by hand"))], _GAP)


def _blocks(data: DayPackData) -> Iterator[Block]:
    yield titled(
        _("Later meetings"),
        bullets([_line(meeting) for meeting in data.meetings[ROWS_ON_COVER:]], ROOM, _LINES, 1),
        ROOM,
    )
    yield titled(
        _("More alerts"), bullets(data.alerts[ALERTS_ON_COVER:], ROOM, _LINES // 2, 1), ROOM
    )
    yield titled(
        _("Calls to make"),
        list_of([tick_line(call, ROOM, lines=2) for call in data.calls]),
        ROOM,
        data.call_hours,
    )
    yield titled(
        _("Outside visits"),
        bullets([_line(m) for m in data.meetings if m.outside], ROOM, _LINES // 2, 1),
        ROOM,
        _("leave word of where you are"),
    )
    yield titled(
        _("More follow-ups due"),
        task_list(data.follow_ups[TASKS_ON_COVER:], ROOM, _LINES // 2),
        ROOM,
    )
    walk_ins = [tick_line(_("handled online"), ROOM, to_fill=True) for _row in range(_WALK_INS)]
    yield titled(_("Walk-ins"), list_of(walk_ins, 4), ROOM)
    yield titled(
        _("Next working day"),
        bullets(data.next_meetings, ROOM, _LINES // 2, 1),
        ROOM,
        data.next_day,
    )


def _line(meeting: PackMeeting) -> str:
    return " · ".join(
        part for part in (clock(meeting.start.time()), meeting.who, meeting.where) if part
    )
