"""The day as a strip of hours with its meetings, travel and pauses."""

from collections.abc import Sequence
from datetime import datetime, time
from math import ceil

from advisor_app.i18n import _
from advisor_app.reports.blocks import Block
from advisor_app.reports.daypack_data import DayPackData, PackMeeting
from advisor_app.reports.fonts import Face
from advisor_app.reports.paper import SMALL, Paper
from advisor_app.reports.text import Style, printable, shorten, width

_HEIGHT = 58.0
_LEFT, _ROOM = 22.8, 465.5
_BOX_TOP, _BOX = 8.0, 28.0
_NAME = Style(Face.SEMIBOLD, 8.5)
_MINUTES = 60
_LAST_HOUR = 24
_PAUSE_GREY, _HOUR_GREY, _JOINED_GREY = 0.93, 0.73, 0.86


def day_strip(data: DayPackData) -> Block:
    """The strip from the first to the last full hour that anything of the day needs."""
    first = min([data.hours[0].hour, *(meeting.start.hour for meeting in data.meetings)])
    ends = [_hours(data.hours[1]), *(_end(meeting) for meeting in data.meetings)]
    last = min(max(first + 1, *(ceil(end) for end in ends)), _LAST_HOUR)
    scale = _ROOM / (last - first)

    def at(hours: float) -> float:
        return _LEFT + (min(max(hours, first), last) - first) * scale

    def draw(paper: Paper, x: float, y: float) -> None:
        for hour in range(first, last + 1):
            paper.line((x + at(hour), y + 3), (x + at(hour), y + 39), grey=_HOUR_GREY)
            label = printable(_("{hour} h").format(hour=hour))
            paper.text_centred(x + at(hour), y + 49, label, SMALL)
        for pause in data.pauses:
            start, end = (x + at(_hours(moment)) for moment in pause)
            free = x + at(_free_until(data.meetings, pause))
            _draw_pause(paper, (start, end, free), y + _BOX_TOP)
        for meeting in data.meetings:
            start, end = x + at(_hours(meeting.start)), x + at(_end(meeting))
            travel = meeting.travel_minutes / _MINUTES * scale
            _draw_meeting(paper, meeting, (start, end, y + _BOX_TOP), travel)

    return Block(_HEIGHT, draw)


def _hours(moment: time | datetime) -> float:
    return moment.hour + moment.minute / _MINUTES


def _end(meeting: PackMeeting) -> float:
    return _hours(meeting.start) + (meeting.end - meeting.start).total_seconds() / 3600


def _free_until(meetings: Sequence[PackMeeting], pause: tuple[time, time]) -> float:
    """Where the first meeting, or the way to or from it, eats into a pause, else its end."""
    start, end = map(_hours, pause)
    busy = [
        max(_hours(one.start) - one.travel_minutes / _MINUTES, start)
        for one in meetings
        if _hours(one.start) - one.travel_minutes / _MINUTES < end
        and _end(one) + one.travel_minutes / _MINUTES > start
    ]
    return min(busy, default=end)


def _draw_pause(paper: Paper, place: tuple[float, float, float], y: float) -> None:
    start, end, free = place
    paper.block(start, y, end - start, _BOX, _PAUSE_GREY)
    label = printable(_("break"))
    if width(label, SMALL) < free - start:
        paper.text_centred((start + free) / 2, y + 17, label, SMALL)


def _draw_meeting(
    paper: Paper, meeting: PackMeeting, place: tuple[float, float, float], travel: float
) -> None:
    start, end, y = place
    if travel:
        for left in (start - travel, end):
            paper.box(left, y + 5, travel, _BOX - 10)
            paper.hatch(left, y + 5, travel, _BOX - 10)
    dark = meeting.first_meeting
    fill = 0.0 if dark else _JOINED_GREY if meeting.host else 1.0
    paper.box(start, y, end - start, _BOX, radius=3, fill=fill)
    name = shorten(printable(meeting.short_name), _NAME, end - start - 4)
    style = _NAME._replace(grey=1.0) if dark else _NAME
    room = printable(meeting.room)
    named = bool(room) and width(room, SMALL) <= end - start - 4
    paper.text_centred((start + end) / 2, y + (12.5 if named else 17), name, style)
    if named:
        under = SMALL._replace(grey=1.0 if dark else 0.0)
        paper.text_centred((start + end) / 2, y + 22.5, room, under)
