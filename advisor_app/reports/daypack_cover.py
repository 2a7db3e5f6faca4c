"""The cover of the day pack: the day's strip, who comes where, what is owed, what to do tonight."""

from collections.abc import Callable, Iterator

from advisor_app.i18n import _, ngettext
from advisor_app.i18n.formats import long_date, short_clock
from advisor_app.reports.blocks import (
    LEADING,
    Block,
    beside,
    bullets,
    dotted,
    list_of,
    paragraph,
    pictured,
    stack,
    tagged,
    tick_line,
    titled,
)
from advisor_app.reports.day_strip import day_strip
from advisor_app.reports.daypack_data import DayPackData, PackMeeting
from advisor_app.reports.fonts import Face
from advisor_app.reports.marks import rule
from advisor_app.reports.paper import (
    BODY,
    LEFT,
    RIGHT,
    ROOM,
    SMALL_BLACK,
    SMALL_STRONG,
    SOFT,
    Paper,
)
from advisor_app.reports.qr import draw_code
from advisor_app.reports.sentences import sentence_start
from advisor_app.reports.structure import Role
from advisor_app.reports.text import Style, fit, printable, shorten, width

_OWNER = Style(Face.REGULAR, 11, 0.2)
_DAY = Style(Face.SERIF_SEMIBOLD, 31)
_COUNT = Style(Face.REGULAR, 11.5)
_TIME = Style(Face.SEMIBOLD, 11.5)
_WHO = Style(Face.SEMIBOLD, 11)
_CODE, _CODE_TOP = 56.7, 73.5
_CODE_LEFT = RIGHT - _CODE - 2.5
_BANNER_ROOM = _CODE_LEFT - LEFT - 14
_WHO_AT, _BRING_AT = 53.8, 286.3
_WHO_ROOM = _BRING_AT - _WHO_AT - 8
_PAGES_ROOM = 48.0
_TALL, _SHORT = 51.0, 38.0
_TABLE_HEAD = 18.0
_TASKS, _EVENING_AT = 283.5, 309.0
_EVENING = ROOM - _EVENING_AT
_GAP = 16.0
# What the cover shows of each list; its back shows the rest.
ROWS_ON_COVER, ALERTS_ON_COVER, TASKS_ON_COVER = 8, 3, 4
_NOTES_FROM = 60.0
_TWO_LINES = 2 * LEADING + 4


def draw_banner(paper: Paper, data: DayPackData) -> float:
    """Whose day, which day, how many meetings; says where the page goes on."""
    owner = " · ".join(part for part in (data.advisor, data.branch) if part)
    paper.text(LEFT, 84, shorten(printable(owner), _OWNER, _BANNER_ROOM), _OWNER)
    day = printable(sentence_start(long_date(data.day)))
    size = min(_DAY.size, _DAY.size * _BANNER_ROOM / width(day, _DAY))
    with paper.part(Role.TITLE):
        paper.text(LEFT, 119.2, day, _DAY._replace(size=size))
    counted = printable(_count(data.meetings))
    paper.text(LEFT, 141.8, shorten(counted, _COUNT, _BANNER_ROOM), _COUNT)
    with paper.figure(printable(_("Code {reference}").format(reference=data.reference))):
        draw_code(paper, _CODE_LEFT, _CODE_TOP, _CODE, data.reference)
    label = shorten(printable(_("open the day")), SMALL_BLACK, 2 * _CODE)
    middle = min(_CODE_LEFT + _CODE / 2, RIGHT - width(label, SMALL_BLACK) / 2)
    paper.text_centred(middle, 140.2, label, SMALL_BLACK)
    return 174.0


def _count(meetings: tuple[PackMeeting, ...]) -> str:
    """As in "4 meetings: 1 outside the branch, 1 first meeting"."""
    count = len(meetings)
    total = ngettext("{count} meeting", "{count} meetings", count).format(count=count)
    outside = sum(meeting.outside for meeting in meetings)
    first = sum(meeting.first_meeting for meeting in meetings)
    details = []
    if outside:
        words = ngettext("{count} outside the branch", "{count} outside the branch", outside)
        details.append(words.format(count=outside))
    if first:
        words = ngettext("{count} first meeting", "{count} first meetings", first)
        details.append(words.format(count=first))
    if joined := sum(bool(meeting.host) for meeting in meetings):
        words = ngettext("{count} shared", "{count} shared", joined)
        details.append(words.format(count=joined))
    if not details:
        return total
    return _("{total}, of which {details}").format(total=total, details=", ".join(details))


def cover_page(data: DayPackData, room: float, first_page: Callable[[int], int]) -> Block:
    """The blocks under the banner, in at most `room` points."""
    for lines in (2, 1):
        blocks = [block for block in _blocks(data, first_page, lines) if block.height]
        left = room - stack(blocks, _GAP).height - _GAP
        if left >= -_GAP:
            break
    if left >= _NOTES_FROM:
        blocks.append(titled(_("Notes"), dotted(ROOM, left - 25), ROOM))
    return stack(blocks, _GAP)


def _blocks(data: DayPackData, first_page: Callable[[int], int], lines: int) -> Iterator[Block]:
    shown = data.meetings[:ROWS_ON_COVER]
    tall = len(shown) <= (4 if data.alerts else 5)
    yield pictured(
        _("The day as a strip of hours: the table below says the same."), day_strip(data)
    )
    if data.free:
        yield paragraph(_("Free: {spans}").format(spans=data.free), ROOM, 1, SOFT)
    yield titled(
        _("Meetings"),
        _table(shown, first_page, _TALL if tall else _SHORT),
        ROOM,
        _("what to bring, and where to find the sheet"),
    )
    yield titled(
        _("Alerts"),
        bullets(data.alerts[:ALERTS_ON_COVER], ROOM, ALERTS_ON_COVER * lines, lines),
        ROOM,
    )
    yield beside(
        titled(
            _("Follow-ups due"),
            task_list(data.follow_ups, _TASKS, TASKS_ON_COVER, lines),
            _TASKS,
            _("within 48 hours of each meeting"),
        ),
        titled(_("This evening"), task_list(_evening(data), _EVENING, TASKS_ON_COVER), _EVENING),
        _EVENING_AT,
    )


def task_list(tasks: tuple[str, ...], room: float, most: int, lines: int = 1) -> Block:
    """Boxes to tick: so many tasks on so many lines each, and no more."""
    return list_of([_task(task, room, lines) for task in tasks[:most]])


def _task(task: str, room: float, lines: int) -> Block:
    whole = tick_line(task, room, lines=lines)
    return whole if whole.height <= _TWO_LINES else tick_line(task, room, lines=1)


def _evening(data: DayPackData) -> tuple[str, ...]:
    count = len(data.meetings)
    if not count:
        return data.evening
    shred = ngettext("{count} sheet shredded", "{count} sheets shredded", count)
    return (_("Meeting notes typed in"), shred.format(count=count), *data.evening)


def _table(
    meetings: tuple[PackMeeting, ...], first_page: Callable[[int], int], height: float
) -> Block:
    if not meetings:
        return Block(0, lambda _paper, _x, _y: None)
    rows = [
        _row(meeting, first_page(number), height, last=meeting is meetings[-1])
        for number, meeting in enumerate(meetings)
    ]

    def draw(paper: Paper, x: float, y: float) -> None:
        for at, label in ((0.0, _("Time")), (_WHO_AT, _("With")), (_BRING_AT, _("To prepare"))):
            text = shorten(printable(label), SMALL_STRONG, 150 if at else _WHO_AT - 4)
            with paper.part(Role.HEADER_CELL):
                paper.text(x + at, y + 9, text, SMALL_STRONG)
        with paper.part(Role.HEADER_CELL):
            paper.text_right(x + ROOM, y + 9, printable(_("Pages")), SMALL_STRONG)
        rule(paper, x, y + 14.5, ROOM, thick=False)

    head = Block(_TABLE_HEAD, draw)
    return tagged(Role.TABLE, stack([tagged(Role.ROW, row) for row in (head, *rows)]))


def _row(meeting: PackMeeting, first: int, height: float, *, last: bool) -> Block:
    bring = fit(
        printable(meeting.bring), BODY, ROOM - _BRING_AT - _PAGES_ROOM, 3 if height == _TALL else 2
    )
    lines = _row_lines(meeting, tall=height == _TALL)

    def draw(paper: Paper, x: float, y: float) -> None:
        moment = shorten(printable(short_clock(meeting.start.time())), _TIME, _WHO_AT - 3)
        with paper.part(Role.CELL):
            paper.text(x, y + 12, moment, _TIME)
        with paper.part(Role.CELL):
            for number, (text, style) in enumerate(lines):
                short = shorten(text, style, _WHO_ROOM)
                paper.text(x + _WHO_AT, y + 12 + number * 13.2, short, style)
        with paper.part(Role.CELL):
            for number, text in enumerate(bring):
                paper.text(x + _BRING_AT, y + 11 + number * 12, text, BODY)
        with paper.part(Role.CELL):
            paper.text_right(x + ROOM, y + 11.5, f"{first} \N{EN DASH} {first + 1}", BODY)
        if not last:
            rule(paper, x, y + height - 3, ROOM, thick=False)

    return Block(height, draw)


def _row_lines(meeting: PackMeeting, *, tall: bool) -> list[tuple[str, Style]]:
    first = _("first meeting") if meeting.first_meeting else ""
    length = _length(meeting)
    if tall and not _fits(meeting.purpose, first) and _fits(meeting.where, length, first):
        first, length = "", f"{length} · {first}"
    elif tall and not _fits(meeting.where, length) and _fits(meeting.purpose, first, length):
        first, length = " · ".join(filter(None, (first, length))), ""
    purpose, where = _with_end(meeting.purpose, first), _with_end(meeting.where, length)
    if not tall:
        both = " · ".join(part for part in (purpose, where) if part)
        return [(printable(meeting.who), _WHO), (printable(both), SOFT)]
    return [
        (printable(meeting.who), _WHO),
        (printable(purpose), SOFT),
        (printable(where), SOFT),
    ]


def _fits(*parts: str) -> bool:
    """Whether the parts stand on one line whole."""
    return width(printable(" · ".join(filter(None, parts))), SOFT) <= _WHO_ROOM


def _with_end(text: str, end: str) -> str:
    """Both on one line: where the room is short, the text is cut and not its end."""
    text, end = printable(text), printable(end)
    if not end:
        return text
    room = _WHO_ROOM - width(f" · {end}", SOFT)
    return " · ".join(part for part in (shorten(text, SOFT, room), end) if part)


def _length(meeting: PackMeeting) -> str:
    minutes = int((meeting.end - meeting.start).total_seconds()) // 60
    return _("{minutes} min").format(minutes=minutes)
