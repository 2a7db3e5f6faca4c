"""The thread of the relation in black and white: the same marks as on the screen, printed.

Discs are meetings, rings are calls, bars are months online, diamonds are projects, dashed verticals
are changes of advisor.
"""

from datetime import date
from itertools import pairwise

from advisor_app.domain.months import less_months
from advisor_app.domain.thread import (
    MarkKind,
    ThreadData,
    changes,
    gap,
    last_meeting,
    since,
)
from advisor_app.i18n import _, ngettext
from advisor_app.i18n.formats import plain_date
from advisor_app.reports.paper import SMALL, SMALL_STRONG, Paper
from advisor_app.reports.text import printable, shorten, width
from advisor_app.reports.thread_axis import (
    END,
    LABELS_END,
    ROW_ADVISORS,
    ROW_ONLINE,
    ROW_PERSON,
    ROW_PROJECTS,
    ROW_YEARS,
    TODAY_AT,
    Axis,
    Row,
    first_day,
)
from advisor_app.reports.thread_words import draw_advisors, draw_now, draw_projects, draw_words

HEIGHT = 98.0
_TALLEST = 11.0
_GREY, _FAINT = 0.6, 0.75


def draw_thread(
    paper: Paper, top: float, thread: ThreadData, project_names: dict[str, str]
) -> None:
    """Draw the relation in `HEIGHT` points below `top`, across the page."""
    axis = Axis(first_day(thread), thread.today)
    shown = since(thread, axis.first)
    _draw_frame(paper, top, axis)
    _draw_months(paper, top, axis, shown)
    _draw_line(paper, top, axis, shown)
    row = Row()
    draw_now(paper, top, axis, shown, row)
    _draw_changes(paper, top, axis, shown, row)
    _draw_marks(paper, top, axis, shown)
    draw_words(paper, top, axis, shown, row)
    draw_advisors(paper, top, axis, shown)
    draw_projects(paper, top, axis, shown, project_names)


def says(thread: ThreadData) -> str:
    """The picture in one sentence, for those who do not see it."""
    met = sum(mark.kind is MarkKind.MEETING for mark in thread.marks)
    facts = {
        "year": thread.from_day.year,
        "meetings": ngettext("{count} meeting", "{count} meetings", met).format(count=met),
    }
    last = last_meeting(thread)
    if last is None:
        return _("Since {year}: {meetings}.").format(**facts)
    words = _("Since {year}: {meetings}, the last one on {day}.")
    return words.format(**facts, day=plain_date(last.day))


def draw_key(paper: Paper, x: float, baseline: float) -> None:
    """What the marks mean, from `x` on."""
    y = baseline - 3
    paper.disc(x + 4, y, 3.4)
    x = _key_word(paper, x + 10.5, baseline, _("meeting"))
    paper.disc(x + 3, y, 2.9, fill=1, edge=1.4)
    x = _key_word(paper, x + 9.5, baseline, _("call"))
    paper.blocks(
        [(x, y + 0.5, 2.2, 3), (x + 3.7, y - 3, 2.2, 6.5), (x + 7.4, y - 1, 2.2, 4.5)], 0.5
    )
    x = _key_word(paper, x + 12.5, baseline, _("contacts online"))
    paper.shape([(x + 4, y - 3.6), (x + 7.6, y), (x + 4, y + 3.6), (x + 0.4, y)], fill=0, edge=0.5)
    _key_word(paper, x + 11, baseline, _("project"))


def _key_word(paper: Paper, x: float, baseline: float, word: str) -> float:
    return paper.text(x, baseline, printable(word), SMALL) + 13


def _draw_frame(paper: Paper, top: float, axis: Axis) -> None:
    for row, label in (
        (ROW_ADVISORS, _("Served by")),
        (ROW_PERSON + 3, _("In person")),
        (ROW_PROJECTS + 3, _("Projects")),
        (ROW_ONLINE - 2, _("Online")),
    ):
        room = LABELS_END - 57 - 0.5
        paper.text(57, top + row, shorten(printable(label), SMALL, room), SMALL)
    for year in range(axis.first.year, axis.today.year + 2):
        _draw_year(paper, top, axis, year)
    paper.line(
        (LABELS_END, top + ROW_ONLINE), (TODAY_AT, top + ROW_ONLINE), grey=_FAINT, thickness=1
    )


def _draw_year(paper: Paper, top: float, axis: Axis, year: int) -> None:
    x = axis.x(date(year, 1, 1))
    if not LABELS_END < x < END:
        return
    paper.line((x, top + 17), (x, top + ROW_ONLINE), grey=_FAINT, thickness=0.6)
    if year <= axis.today.year:
        paper.text(x + 2.5, top + ROW_YEARS, str(year), SMALL)


def _draw_months(paper: Paper, top: float, axis: Axis, thread: ThreadData) -> None:
    most = max((month.count for month in thread.months), default=0)
    month_room = (axis.x(axis.today) - axis.x(less_months(axis.today, 12))) / 12
    bars = [
        (
            axis.x(month.first_day),
            top + ROW_ONLINE - (height := 1 + (_TALLEST - 1) * month.count / most),
            month_room * 0.52,
            height,
        )
        for month in thread.months
        if month.count > 0
    ]
    paper.blocks(bars, _GREY - 0.1)


def _draw_line(paper: Paper, top: float, axis: Axis, thread: ThreadData) -> None:
    y = top + ROW_PERSON
    last = last_meeting(thread)
    solid_end = axis.x(last.day) if last else LABELS_END
    if last and gap(thread) is None:
        solid_end = TODAY_AT
    if last:
        paper.line((LABELS_END, y), (solid_end, y), thickness=1.4)
    if solid_end < TODAY_AT:
        paper.line((solid_end, y), (TODAY_AT, y), thickness=1.4, dash=(2, 2.4))
        _draw_gap(paper, y, axis, thread)


def _draw_gap(paper: Paper, y: float, axis: Axis, thread: ThreadData) -> None:
    """How long the silence is, in the widest stretch of it that no call interrupts."""
    silence = gap(thread)
    if silence is None:
        return
    words = ngettext("{count} month", "{count} months", silence.months)
    words = printable(words.format(count=silence.months))
    talks = [axis.x(m.day) for m in thread.marks if m.day > silence.from_day]
    stops = [axis.x(silence.from_day) + 2, *talks, TODAY_AT - 3]
    start, end = max(pairwise(stops), key=lambda stretch: stretch[1] - stretch[0])
    room = width(words, SMALL_STRONG)
    if room + 16 > end - start:
        return
    middle = (start + end) / 2
    paper.block(middle - room / 2 - 4, y - 6, room + 8, 12, grey=1)
    paper.text_centred(middle, y + 3, words, SMALL_STRONG)


def _draw_changes(paper: Paper, top: float, axis: Axis, thread: ThreadData, row: Row) -> None:
    for change in changes(thread):
        x = axis.x(change.day)
        paper.line((x, top + 1), (x, top + ROW_ONLINE), thickness=1, dash=(2.6, 2.2))
        row.take(x - 1, x + 1)


def _draw_marks(paper: Paper, top: float, axis: Axis, thread: ThreadData) -> None:
    y = top + ROW_PERSON
    for mark in thread.marks:
        if mark.kind is MarkKind.TALK:
            paper.disc(axis.x(mark.day), y, 2.9, fill=1, edge=1.2)
    for mark in thread.marks:
        if mark.kind is MarkKind.MEETING:
            paper.disc(axis.x(mark.day), y, 4.6, fill=1, edge=0)
            paper.disc(axis.x(mark.day), y, 3.6)
