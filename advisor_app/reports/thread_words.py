"""The words of the printed thread: now, changes, meetings, advisors, projects.

They give way where they would run into each other: the last meeting and the present day first, then
the later before the earlier.
"""

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import NamedTuple

from advisor_app.domain.codes import ProjectStatus
from advisor_app.domain.thread import MarkKind, ThreadData, ThreadMark, changes
from advisor_app.i18n import _
from advisor_app.i18n.formats import clock, plain_date, short_date, short_month_and_year
from advisor_app.reports.paper import RIGHT, SMALL, SMALL_STRONG, Paper
from advisor_app.reports.text import printable, shorten, width, wrap
from advisor_app.reports.thread_axis import (
    GAP,
    LABELS_END,
    LEADING,
    MARK,
    ROW_ADVISORS,
    ROW_BARS,
    ROW_LABELS,
    ROW_ONLINE,
    ROW_PERSON,
    ROW_PROJECTS,
    TODAY_AT,
    Axis,
    Row,
)

_LABEL_ROOM = 74.0
_CHANGE_ROOM = 66.0
_LEAST_ROOM = 34.0
_BESIDE = 8.0
_GREY = 0.6
_ROUNDING = 0.1


def draw_now(paper: Paper, top: float, axis: Axis, thread: ThreadData, row: Row) -> None:
    """The present day, and the appointment ahead."""
    y = top + ROW_PERSON
    paper.line((TODAY_AT, top + 24), (TODAY_AT, top + ROW_ONLINE), thickness=0.9)
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
    start = TODAY_AT + 3.5
    row.take(start - 3, RIGHT)
    room = RIGHT - start
    paper.block(start, top + 15.5, room, 19, grey=1)
    paper.text(start, top + 22.5, shorten(title, SMALL_STRONG, room), SMALL_STRONG)
    paper.text(start, top + 22.5 + LEADING, shorten(under, SMALL, room), SMALL)


def draw_words(paper: Paper, top: float, axis: Axis, thread: ThreadData, row: Row) -> None:
    """The last meeting, then the change to the reader, then the earlier meetings, latest first."""
    meetings = [mark for mark in thread.marks if mark.kind is MarkKind.MEETING]
    placed = [_placed(axis, mark, row, exact=True) for mark in meetings[-1:]]
    for change in changes(thread):
        if change.is_reader:
            _draw_change_words(paper, top, axis.x(change.day), row)
    placed += [_placed(axis, mark, row, exact=False) for mark in reversed(meetings[:-1])]
    for words in placed:
        if words is not None:
            _draw_mark_words(paper, top, words, row)


def _draw_change_words(paper: Paper, top: float, x: float, row: Row) -> None:
    words = printable(_("Change of advisor"))
    lines = wrap(words, SMALL_STRONG, _CHANGE_ROOM)[:2]
    room = max(width(line, SMALL_STRONG) for line in lines)
    if row.take(x - room - 7, x - 7):
        for number, line in enumerate(lines):
            paper.text_right(x - 4, top + 22.5 + number * LEADING, line, SMALL_STRONG)


class _MarkWords(NamedTuple):
    """What stands at a meeting's mark: its subject over its day, `half` to each side of `middle`."""

    label: str
    when: str
    middle: float
    half: float


def _placed(axis: Axis, mark: ThreadMark, row: Row, *, exact: bool) -> _MarkWords | None:
    """The words with the room that every mark gets; None where something stands there already."""
    when = printable(plain_date(mark.day) if exact else short_month_and_year(mark.day))
    label = printable(mark.label or "")
    half = max(width(shorten(label, MARK, _LABEL_ROOM), MARK), width(when, SMALL)) / 2
    middle = _place(row, axis.x(mark.day), half)
    return None if middle is None else _MarkWords(label, when, middle, half)


def _draw_mark_words(paper: Paper, top: float, words: _MarkWords, row: Row) -> None:
    """Whole where there is still room for it once everybody has his own."""
    x, half = words.middle, words.half
    more = width(words.label, MARK) / 2 - half
    if more > 0:
        for middle in (x, x - more, x + more):
            whole = (middle - half - more, middle + half + more)
            inside = whole[0] >= LABELS_END and whole[1] <= TODAY_AT - GAP
            if inside and row.grow((x - half, x + half), whole):
                x, half = middle, half + more
                break
    label = shorten(words.label, MARK, 2 * half + _ROUNDING)
    paper.block(x - half - 1, top + 16.5, 2 * half + 2, 21, grey=1)
    paper.text_centred(x, top + ROW_LABELS, label, MARK)
    paper.text_centred(x, top + ROW_LABELS + LEADING, words.when, SMALL)


def _place(row: Row, x: float, half: float) -> float | None:
    """Where words so wide have room at a mark: around it, else at its right, else at its left."""
    around = min(max(x, LABELS_END + half), TODAY_AT - half - GAP)
    for middle in (around, x + half + _BESIDE, x - half - _BESIDE):
        inside = middle - half >= LABELS_END and middle + half <= TODAY_AT - GAP
        if inside and row.take(middle - half, middle + half):
            return middle
    return None


def draw_advisors(paper: Paper, top: float, axis: Axis, thread: ThreadData) -> None:
    """Who served when, the reader in black."""
    for period in thread.periods:
        start = max(axis.x(period.from_day) + 2, LABELS_END)
        last = period.until_day + timedelta(days=1) if period.until_day else thread.today
        end = axis.x(min(last, thread.today)) - 2
        if end <= start:
            continue
        grey, thickness = (0.0, 1.6) if period.is_reader else (_GREY, 1.4)
        paper.line((start, top + ROW_BARS), (end, top + ROW_BARS), grey=grey, thickness=thickness)
        name = printable(_("You") if period.is_reader else period.advisor)
        style = SMALL_STRONG if period.is_reader else SMALL
        room = end - start if not period.is_reader else RIGHT - start
        if width(name[:3], style) < room:
            # Where the whole name has no room, the last name alone may have: "S. Aubert" is one word.
            shown = name if width(name, style) <= room else re.split(r"\s", name)[-1]
            paper.text(start, top + ROW_ADVISORS, shorten(shown, style, room), style)


def draw_projects(
    paper: Paper, top: float, axis: Axis, thread: ThreadData, names: dict[str, str]
) -> None:
    """Diamonds at their time, solid when past or done, with their names where there is room."""
    row = Row()
    marks = list(_project_marks(axis, thread, names))
    for x, _solid, _name in marks:
        row.take(x + GAP - 4, x - GAP + 4)
    y = top + ROW_PROJECTS
    for x, solid, name in reversed(marks):
        for start, room in _beside(x, min(width(name, MARK), _LABEL_ROOM)):
            if row.take(start, start + room):
                paper.block(start - 1, y - 5, room + 2, 11, grey=1)
                paper.text(start, y + 3, shorten(name, MARK, room + _ROUNDING), MARK)
                break
        points = [(x, y - 4.2), (x + 4.2, y), (x, y + 4.2), (x - 4.2, y)]
        paper.shape(points, fill=0 if solid else 1, edge=1.1)


def _beside(x: float, room: float) -> Iterator[tuple[float, float]]:
    """Where a diamond's name may stand: at its right, cut to the page's edge, else at its left."""
    at_right = min(room, RIGHT - x - 7)
    if at_right >= min(room, _LEAST_ROOM):
        yield x + 7, at_right
    yield x - 7 - room, room


def _project_marks(
    axis: Axis, thread: ThreadData, names: dict[str, str]
) -> Iterator[tuple[float, bool, str]]:
    """Solid what is past or done; hollow what lies ahead."""
    for project in thread.projects:
        if project.status in {ProjectStatus.DROPPED, ProjectStatus.EXPIRED}:
            continue
        solid = project.status is ProjectStatus.DONE or project.when.last_day <= thread.today
        yield axis.x(project.when.first_day), solid, printable(names.get(project.code, ""))
