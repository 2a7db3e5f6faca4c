"""The thread of the relation in black and white: the same marks as on the screen, printed.

Discs are meetings, rings are calls, bars are months online, diamonds are projects, dashed verticals
are changes of advisor. Words give way where they would run into each other: the last meeting and
the present day first, then the later before the earlier.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from advisor_app.domain.codes import ProjectStatus
from advisor_app.domain.months import less_months
from advisor_app.domain.thread import (
    MarkKind,
    ThreadData,
    ThreadMark,
    changes,
    gap,
    last_meeting,
    since,
    whole_months,
)
from advisor_app.i18n import _, ngettext
from advisor_app.i18n.formats import clock, plain_date, short_date, short_month_and_year
from advisor_app.reports.fonts import Face
from advisor_app.reports.paper import RIGHT, SMALL, SMALL_STRONG, Paper
from advisor_app.reports.text import Style, printable, shorten, width, wrap

HEIGHT = 98.0
_MARK = Style(Face.MEDIUM, 8.5)
_LABELS_END = 108.0
_TODAY_AT = 498.0
_END = RIGHT - 6
_LONGEST_MONTHS, _SHORTEST_MONTHS = 85, 24
_ROW_ADVISORS, _ROW_BARS, _ROW_LABELS, _ROW_PERSON = 9.0, 13.5, 26.0, 45.5
_ROW_PROJECTS, _ROW_ONLINE, _ROW_YEARS = 63.5, 85.0, 95.5
_TALLEST = 11.0
_LEADING = 9.6
_GREY, _FAINT = 0.6, 0.75
_LABEL_ROOM = 74.0
_CHANGE_ROOM = 66.0
_GAP = 5.0
_BESIDE = 8.0


@dataclass(frozen=True, slots=True)
class Axis:
    """Days laid out from left to right: `first` at the labels' end, today at a fixed place."""

    first: date
    today: date

    def x(self, day: date) -> float:
        """Where a day lies, never outside the drawing."""
        days = (self.today - self.first).days or 1
        per_day = (_TODAY_AT - _LABELS_END) / days
        return min(max(_LABELS_END + (day - self.first).days * per_day, _LABELS_END), _END)


class _Row:
    """A row of words in which nothing overlaps: what comes first keeps its place."""

    def __init__(self) -> None:
        self._taken: list[tuple[float, float]] = []

    def take(self, start: float, end: float) -> bool:
        """Reserve a span; False where something stands there already."""
        if any(start < taken_end + _GAP and end > taken - _GAP for taken, taken_end in self._taken):
            return False
        self._taken.append((start, end))
        return True


def draw_thread(
    paper: Paper, top: float, thread: ThreadData, project_names: dict[str, str]
) -> None:
    """Draw the relation in `HEIGHT` points below `top`, across the page."""
    axis = Axis(_first_day(thread), thread.today)
    shown = since(thread, axis.first)
    _draw_frame(paper, top, axis)
    _draw_months(paper, top, axis, shown)
    _draw_line(paper, top, axis, shown)
    row = _Row()
    _draw_now(paper, top, axis, shown, row)
    _draw_changes(paper, top, axis, shown, row)
    _draw_marks(paper, top, axis, shown)
    _draw_words(paper, top, axis, shown, row)
    _draw_advisors(paper, top, axis, shown)
    _draw_projects(paper, top, axis, shown, project_names)


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


def _first_day(thread: ThreadData) -> date:
    months = whole_months(thread.from_day, thread.today)
    if months > _LONGEST_MONTHS:
        return less_months(thread.today, _LONGEST_MONTHS)
    return min(thread.from_day, less_months(thread.today, _SHORTEST_MONTHS))


def _draw_frame(paper: Paper, top: float, axis: Axis) -> None:
    for row, label in (
        (_ROW_ADVISORS, _("Served by")),
        (_ROW_PERSON + 3, _("In person")),
        (_ROW_PROJECTS + 3, _("Projects")),
        (_ROW_ONLINE - 2, _("Online")),
    ):
        room = _LABELS_END - 57 - 0.5
        paper.text(57, top + row, shorten(printable(label), SMALL, room), SMALL)
    for year in range(axis.first.year, axis.today.year + 2):
        _draw_year(paper, top, axis, year)
    paper.line(
        (_LABELS_END, top + _ROW_ONLINE), (_TODAY_AT, top + _ROW_ONLINE), grey=_FAINT, thickness=1
    )


def _draw_year(paper: Paper, top: float, axis: Axis, year: int) -> None:
    x = axis.x(date(year, 1, 1))
    if not _LABELS_END < x < _END:
        return
    paper.line((x, top + 17), (x, top + _ROW_ONLINE), grey=_FAINT, thickness=0.6)
    if year <= axis.today.year:
        paper.text(x + 2.5, top + _ROW_YEARS, str(year), SMALL)


def _draw_months(paper: Paper, top: float, axis: Axis, thread: ThreadData) -> None:
    most = max((month.count for month in thread.months), default=0)
    month_room = (axis.x(axis.today) - axis.x(less_months(axis.today, 12))) / 12
    bars = [
        (
            axis.x(month.first_day),
            top + _ROW_ONLINE - (height := 1 + (_TALLEST - 1) * month.count / most),
            month_room * 0.52,
            height,
        )
        for month in thread.months
        if month.count > 0
    ]
    paper.blocks(bars, _GREY - 0.1)


def _draw_line(paper: Paper, top: float, axis: Axis, thread: ThreadData) -> None:
    y = top + _ROW_PERSON
    last = last_meeting(thread)
    solid_end = axis.x(last.day) if last else _LABELS_END
    if last and gap(thread) is None:
        solid_end = _TODAY_AT
    if last:
        paper.line((_LABELS_END, y), (solid_end, y), thickness=1.4)
    if solid_end < _TODAY_AT:
        paper.line((solid_end, y), (_TODAY_AT, y), thickness=1.4, dash=(2, 2.4))
        _draw_gap(paper, y, axis, thread)


def _draw_gap(paper: Paper, y: float, axis: Axis, thread: ThreadData) -> None:
    """How long the silence is, in the widest stretch of it that no call interrupts."""
    silence = gap(thread)
    if silence is None:
        return
    words = ngettext("{count} month", "{count} months", silence.months)
    words = printable(words.format(count=silence.months))
    talks = [axis.x(m.day) for m in thread.marks if m.day > silence.from_day]
    stops = [axis.x(silence.from_day) + 2, *talks, _TODAY_AT - 3]
    start, end = max(pairwise(stops), key=lambda stretch: stretch[1] - stretch[0])
    room = width(words, SMALL_STRONG)
    if room + 16 > end - start:
        return
    middle = (start + end) / 2
    paper.block(middle - room / 2 - 4, y - 6, room + 8, 12, grey=1)
    paper.text_centred(middle, y + 3, words, SMALL_STRONG)


def _draw_now(paper: Paper, top: float, axis: Axis, thread: ThreadData, row: _Row) -> None:
    y = top + _ROW_PERSON
    paper.line((_TODAY_AT, top + 24), (_TODAY_AT, top + _ROW_ONLINE), thickness=0.9)
    appointment = thread.appointment
    title, under = _("Today"), ""
    if appointment is not None:
        day = appointment.start.date()
        x = axis.x(day)
        paper.disc(x, y, 5, fill=1, edge=1.5)
        paper.line((x - 2.2, y), (x + 2.2, y), thickness=1.2)
        paper.line((x, y - 2.2), (x, y + 2.2), thickness=1.2)
        under = clock(appointment.start.time())
        if day != thread.today:
            title = short_date(day, thread.today)
    title, under = printable(title), printable(under)
    start = _TODAY_AT + 3.5
    row.take(start - 3, RIGHT)
    room = RIGHT - start
    paper.block(start, top + 15.5, room, 19, grey=1)
    paper.text(start, top + 22.5, shorten(title, SMALL_STRONG, room), SMALL_STRONG)
    paper.text(start, top + 22.5 + _LEADING, shorten(under, SMALL, room), SMALL)


def _draw_changes(paper: Paper, top: float, axis: Axis, thread: ThreadData, row: _Row) -> None:
    for change in changes(thread):
        x = axis.x(change.day)
        paper.line((x, top + 1), (x, top + _ROW_ONLINE), thickness=1, dash=(2.6, 2.2))
        row.take(x - 1, x + 1)


def _draw_marks(paper: Paper, top: float, axis: Axis, thread: ThreadData) -> None:
    y = top + _ROW_PERSON
    for mark in thread.marks:
        if mark.kind is MarkKind.TALK:
            paper.disc(axis.x(mark.day), y, 2.9, fill=1, edge=1.2)
    for mark in thread.marks:
        if mark.kind is MarkKind.MEETING:
            paper.disc(axis.x(mark.day), y, 4.6, fill=1, edge=0)
            paper.disc(axis.x(mark.day), y, 3.6)


def _draw_words(paper: Paper, top: float, axis: Axis, thread: ThreadData, row: _Row) -> None:
    """The last meeting, then the change to the reader, then the earlier meetings, latest first."""
    meetings = [mark for mark in thread.marks if mark.kind is MarkKind.MEETING]
    for mark in meetings[-1:]:
        _draw_mark_words(paper, top, axis, mark, row, exact=True)
    for change in changes(thread):
        if change.is_reader:
            _draw_change_words(paper, top, axis.x(change.day), row)
    for mark in reversed(meetings[:-1]):
        _draw_mark_words(paper, top, axis, mark, row, exact=False)


def _draw_change_words(paper: Paper, top: float, x: float, row: _Row) -> None:
    words = printable(_("Change of advisor"))
    lines = wrap(words, SMALL_STRONG, _CHANGE_ROOM)[:2]
    room = max(width(line, SMALL_STRONG) for line in lines)
    if row.take(x - room - 7, x - 7):
        for number, line in enumerate(lines):
            paper.text_right(x - 4, top + 22.5 + number * _LEADING, line, SMALL_STRONG)


def _draw_mark_words(
    paper: Paper, top: float, axis: Axis, mark: ThreadMark, row: _Row, *, exact: bool
) -> None:
    when = printable(plain_date(mark.day) if exact else short_month_and_year(mark.day))
    label = shorten(printable(mark.label or ""), _MARK, _LABEL_ROOM)
    half = max(width(label, _MARK), width(when, SMALL)) / 2
    x = _place(row, axis.x(mark.day), half)
    if x is not None:
        paper.block(x - half - 1, top + 16.5, 2 * half + 2, 21, grey=1)
        paper.text_centred(x, top + _ROW_LABELS - 3, label, _MARK)
        paper.text_centred(x, top + _ROW_LABELS - 3 + _LEADING, when, SMALL)


def _place(row: _Row, x: float, half: float) -> float | None:
    """Where words so wide have room at a mark: around it, else at its right, else at its left."""
    around = min(max(x, _LABELS_END + half), _TODAY_AT - half - _GAP)
    for middle in (around, x + half + _BESIDE, x - half - _BESIDE):
        inside = middle - half >= _LABELS_END and middle + half <= _TODAY_AT - _GAP
        if inside and row.take(middle - half, middle + half):
            return middle
    return None


def _draw_advisors(paper: Paper, top: float, axis: Axis, thread: ThreadData) -> None:
    for period in thread.periods:
        start = max(axis.x(period.from_day) + 2, _LABELS_END)
        last = period.until_day + timedelta(days=1) if period.until_day else thread.today
        end = axis.x(min(last, thread.today)) - 2
        if end <= start:
            continue
        grey, thickness = (0.0, 1.6) if period.is_reader else (_GREY, 1.4)
        paper.line((start, top + _ROW_BARS), (end, top + _ROW_BARS), grey=grey, thickness=thickness)
        name = printable(_("You") if period.is_reader else period.advisor)
        style = SMALL_STRONG if period.is_reader else SMALL
        room = end - start if not period.is_reader else RIGHT - start
        if width(name[:3], style) < room:
            paper.text(start, top + _ROW_ADVISORS, shorten(name, style, room), style)


def _draw_projects(
    paper: Paper, top: float, axis: Axis, thread: ThreadData, names: dict[str, str]
) -> None:
    row = _Row()
    marks = list(_project_marks(axis, thread, names))
    for x, _solid, _name in marks:
        row.take(x + _GAP - 4, x - _GAP + 4)
    y = top + _ROW_PROJECTS
    for x, solid, name in reversed(marks):
        room = min(width(name, _MARK), _LABEL_ROOM)
        for start in (x + 7, x - 7 - room):
            if start + room <= RIGHT and row.take(start, start + room):
                paper.block(start - 1, y - 5, room + 2, 11, grey=1)
                paper.text(start, y + 3, shorten(name, _MARK, room + 0.1), _MARK)
                break
        points = [(x, y - 4.2), (x + 4.2, y), (x, y + 4.2), (x - 4.2, y)]
        paper.shape(points, fill=0 if solid else 1, edge=1.1)


def _project_marks(
    axis: Axis, thread: ThreadData, names: dict[str, str]
) -> Iterator[tuple[float, bool, str]]:
    """Solid what is past or done; hollow what lies ahead."""
    for project in thread.projects:
        if project.status in {ProjectStatus.DROPPED, ProjectStatus.EXPIRED}:
            continue
        solid = project.status is ProjectStatus.DONE or project.when.last_day <= thread.today
        yield axis.x(project.when.first_day), solid, printable(names.get(project.code, ""))
