"""Page 2 of the briefing sheet: what to ask, to collect and to decide, and room to write."""

from collections.abc import Callable, Iterator
from functools import cache, partial
from typing import NamedTuple

from advisor_app.domain.sheet_choices import SheetBlock
from advisor_app.i18n import _, ngettext
from advisor_app.i18n.formats import field_date, short_clock
from advisor_app.reports.blocks import (
    LEADING,
    Block,
    beside,
    bullets,
    dotted,
    list_of,
    paragraph,
    question,
    stack,
    tagged,
    tick_line,
    titled,
    whole_label,
    within,
)
from advisor_app.reports.marks import answer_line
from advisor_app.reports.paper import BODY, ROOM, SMALL, SMALL_BLACK, SOFT, STRONG, Paper
from advisor_app.reports.sheet_data import CourseLine, DocumentLine, DocumentState, SheetData
from advisor_app.reports.structure import Role
from advisor_app.reports.text import printable, shorten, width

_HALF, _HALF_AT = 237.0, 259.1
_GAP, _WIDEST_GAP = 11.0, 20.0
_NOTES_LEAST = 198.5  # 70 mm
_NOTES_MOST = 290.0
_HEADING = 25.0
_BOX_AND_GAP = 25.0
_DECISIONS, _DECISION_ROW = 4, 15.0


class _Limits(NamedTuple):
    """How many items or lines each block may take, and the lines left for an answer.

    `briefing_sheet.toml` counts lines of the page's width; a column of half of it has two for one.
    """

    question: int = 2
    answer: int = 2
    pitch: float = 20.0
    documents: int = 10
    documents_each: int = 2
    documents_lines: int = 20
    course: int = 9
    course_each: int = 2
    course_lines: int = 18
    situation: int = 16
    rules: int = 8
    leaving: int = 6
    leaving_each: int = 2


_TIGHT = _Limits(answer=1, documents_each=1, course_each=1, situation=8)
_TIGHTER = _TIGHT._replace(
    documents_lines=10, course_lines=10, situation=6, rules=6, leaving=5, leaving_each=1
)
_LEVELS = (
    _Limits(),
    _Limits(answer=1),
    _Limits(answer=1, documents_each=1),
    _TIGHT,
    _TIGHT._replace(leaving_each=1),
    _TIGHT._replace(leaving_each=1, pitch=16.0),
    _TIGHT._replace(leaving_each=1, pitch=16.0, documents_lines=10),
    _TIGHT._replace(pitch=16.0, situation=6, rules=6, leaving=5, leaving_each=1),
    _TIGHT._replace(documents_lines=11, leaving=5, leaving_each=1, rules=6),
    _TIGHTER,
    _TIGHTER._replace(pitch=16.0),
    _TIGHTER._replace(pitch=16.0, documents_lines=8),
    _TIGHTER._replace(question=1, documents_lines=7, course_lines=8, situation=4, rules=4),
)


class _Parts(NamedTuple):
    """How each block of a sheet is made; once only for the same limits, which most levels share."""

    questions: Callable[[int, int, float], Block]
    documents: Callable[[int, int, int], Block]
    course: Callable[[int, int, int], Block]
    situation: Callable[[int], Block]
    rules: Callable[[int], Block]
    aside: Callable[[int, int], Block]


def _parts(data: SheetData) -> _Parts:
    return _Parts(
        cache(partial(_questions, data)),
        cache(partial(_documents, data.documents)),
        cache(partial(_course, data.course, room=_course_room(data))),
        cache(partial(bullets, data.situation, _HALF)),
        cache(lambda lines: bullets(data.rules, _HALF, lines, 3)),
        cache(partial(_aside, data)),
    )


def back_page(data: SheetData, room: float) -> Block:
    """The blocks of page 2 in exactly `room` points: the notes take what is left."""
    parts = _parts(data)
    if SheetBlock.HANDWRITING in data.without:
        return _printed_page(data, parts, room)
    for limits in _LEVELS:
        blocks = [block for block in _blocks(data, parts, limits) if block.height]
        aside = parts.aside(limits.leaving, limits.leaving_each)
        left = room - stack(blocks, _GAP).height - _GAP - _HEADING
        if left >= max(_NOTES_LEAST, aside.height - _HEADING):
            break
    notes = titled(_("Notes"), dotted(_HALF, left), _HALF, _("by hand"))
    return stack([*blocks, beside(notes, aside, _HALF_AT)], _GAP)


def _printed_page(data: SheetData, parts: _Parts, room: float) -> Block:
    """The page without any place to write: what is left of the room stands between the blocks."""
    for limits in _LEVELS:
        printed = limits._replace(answer=0)
        leaving = _leaving(data, ROOM, limits.leaving, limits.leaving_each)
        blocks = [block for block in (*_blocks(data, parts, printed), leaving) if block.height]
        left = room - stack(blocks, _GAP).height
        if left >= 0:
            break
    return stack(blocks, min(_GAP + max(left, 0) / len(blocks), _WIDEST_GAP))


def _blocks(data: SheetData, parts: _Parts, limits: _Limits) -> Iterator[Block]:
    if SheetBlock.QUESTIONS not in data.without:
        yield parts.questions(limits.question, limits.answer, limits.pitch)
    course_title = _("Course of the meeting")
    course = parts.course(limits.course, limits.course_each, limits.course_lines)
    if SheetBlock.DOCUMENTS in data.without:
        yield titled(course_title, course, ROOM)
    else:
        documents = parts.documents(limits.documents, limits.documents_each, limits.documents_lines)
        yield beside(
            titled(_("Documents"), documents, _HALF), titled(course_title, course, _HALF), _HALF_AT
        )
    yield beside(
        titled(_("Situation in short"), parts.situation(limits.situation), _HALF),
        titled(_("Rules of the day"), parts.rules(limits.rules), _HALF),
        _HALF_AT,
    )


def _course_room(data: SheetData) -> float:
    """Half the page, beside the documents; all of it where these are left out."""
    return ROOM if SheetBlock.DOCUMENTS in data.without else _HALF


def _questions(data: SheetData, lines: int, answer: int, pitch: float) -> Block:
    asked = [
        question(number, text, ROOM, lines, answer, pitch)
        for number, text in enumerate(data.questions[:5], 1)
    ]
    aside = _("listen first, the figures come after")
    return titled(_("Questions to ask"), list_of(asked), ROOM, aside)


def _documents(documents: tuple[DocumentLine, ...], most: int, each: int, lines: int) -> Block:
    rows = [
        paragraph(document.label, _HALF, 2)
        if document.state is DocumentState.NOTHING
        else _document(document, each)
        for document in documents
    ]
    kept = within(rows[:most], lines, LEADING + 3.4)
    if len(kept) == len(rows):
        return list_of(kept)
    kept = within(rows[: most - 1], lines - 1, LEADING + 3.4)
    cut = len(rows) - len(kept)
    more = ngettext("and {count} more document", "and {count} more documents", cut)
    return list_of([*kept, paragraph(more.format(count=cut), _HALF, 1, SOFT)])


def _document(document: DocumentLine, lines: int) -> Block:
    ticked, note = document.state is DocumentState.ON_FILE, _document_note(document)
    needed = width(printable(document.label), BODY) + width(printable(note), SMALL) + _BOX_AND_GAP
    if document.state is DocumentState.TO_ASK and needed > _HALF:
        note = ""  # an empty box says it too, and the label keeps to one line
    return tick_line(document.label, _HALF, lines=lines, note=note, ticked=ticked)


def _document_note(document: DocumentLine) -> str:
    day = field_date(document.on) if document.on else ""
    return {
        DocumentState.ON_FILE: _("came {day}").format(day=day) if day else _("on file"),
        DocumentState.ASKED: _("asked {day}").format(day=day),
        DocumentState.TO_ASK: _("to ask for"),
        DocumentState.IF_ANY: _("if there is one"),
    }[document.state]


def _course(
    course: tuple[CourseLine, ...], most: int, each: int, lines: int, *, room: float
) -> Block:
    """Steps with clock times and minutes; without a known hour, minutes alone."""
    clocks = [printable(short_clock(step.start)) if step.start else "" for step in course]
    indent = max((width(text, STRONG) for text in clocks), default=0)
    indent = indent + 7 if indent else 0
    rows = [
        _step(step, moment, indent, each, room) for step, moment in zip(course, clocks, strict=True)
    ]
    return list_of(within(rows[:most], lines, LEADING + 2))


def _step(step: CourseLine, moment: str, indent: float, lines: int, whole: float) -> Block:
    minutes = printable(_("{minutes} min").format(minutes=step.minutes))
    room = whole - indent - width(minutes, SMALL) - 8
    broken = whole_label(printable(step.label), BODY, room, lines)

    def draw(paper: Paper, x: float, y: float) -> None:
        baseline = y + LEADING * 0.75
        if moment:
            paper.text(x, baseline, moment, STRONG)
        for number, line in enumerate(broken):
            paper.text(x + indent, baseline + number * LEADING, line, BODY)
        paper.text_right(x + whole, baseline, minutes, SMALL)

    return tagged(Role.PARAGRAPH, Block(len(broken) * LEADING + 2, draw))


def _aside(data: SheetData, most: int, each: int) -> Block:
    return stack(
        [_leaving(data, _HALF, most, each), titled(_("Decisions"), _decisions(), _HALF)], _GAP - 2
    )


def _leaving(data: SheetData, room: float, most: int, each: int) -> Block:
    """What to settle before parting."""
    lines = [
        tick_line(line.label, room, lines=each, to_fill=line.to_fill)
        for line in data.leaving[:most]
    ]
    return titled(_("Before parting"), list_of(lines), room)


def _decisions() -> Block:
    """Who does what by when: empty rows under three words."""
    columns = ((0.0, _("who")), (0.3, _("what")), (0.76, _("by when")))

    def draw(paper: Paper, x: float, y: float) -> None:
        for share, label in columns:
            start = x + share * _HALF
            text = shorten(printable(label), SMALL_BLACK, _HALF * 0.25)
            paper.text(start, y + 7, text, SMALL_BLACK)
        for number in range(1, _DECISIONS + 1):
            line = y + 9 + number * _DECISION_ROW
            for (share, _label), end in zip(columns, (0.27, 0.73, 1.0), strict=True):
                start = x + share * _HALF
                answer_line(paper, start, line, (end - share) * _HALF)

    return Block(9 + _DECISIONS * _DECISION_ROW + 1, draw)
