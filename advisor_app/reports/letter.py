"""A letter: the address in the envelope's window, fold marks, a page or two to read at ease.

Look and places are those of the design's picture 16; the window is that of the country's envelopes.
"""

from typing import NamedTuple

from advisor_app.domain.letters import MOST_DOCUMENTS
from advisor_app.i18n import pgettext, speaking
from advisor_app.reports import letter_head
from advisor_app.reports.blocks import EMPTY, Block, beside, list_of, stack, tagged, whole_label
from advisor_app.reports.fonts import Face
from advisor_app.reports.letter_data import DateBox, LetterData, Listed, Part, Prose
from advisor_app.reports.marks import answer_line, tick_box
from advisor_app.reports.paper import SMALL, SMALL_BLACK, Paper
from advisor_app.reports.qr import draw_event
from advisor_app.reports.structure import Role
from advisor_app.reports.text import Style, fit, printable, shorten, width

_LEFT, _RIGHT, _COLUMN = letter_head.LEFT, letter_head.RIGHT, letter_head.COLUMN
_ROOM = _RIGHT - _LEFT
_NEXT_PAGE = 80.0
# Down to where a page is written, above a foot and without one.
_BOTTOM, _LOWEST = 772.0, 797.0
_FOOT_RULE, _FOOT, _FOOT_LINES = 786.0, 799.0, 3
_TITLE = Style(Face.SERIF_SEMIBOLD, 14.5)
_CODE, _BOX_EDGE, _ROUND = 60.0, 15.0, 5.3
_TICK = 17.0
_HAND = 26.0
# How much of a page blocks may take, none of which is torn; only what is absurdly long is ever cut.
_HIGHEST = _BOTTOM - _NEXT_PAGE
_SHORT = 4  # lines of a greeting, a closing, a place
_POINTS = (12, 6, 3, 2, 1)


class _Type(NamedTuple):
    """The size of what is read: body, the same in bold, the box's day and note, a line's height.

    `signing` is the room to sign in, `column` where the second of two lists begins; `brief` leaves
    out what a document says in brackets or after a comma, where it would take a line; `documents`
    is how many are asked for at most, the first ones.
    """

    body: Style
    strong: Style
    day: Style
    note: Style
    leading: float
    signing: float = 42.0
    column: float = _COLUMN
    brief: bool = False
    documents: int = MOST_DOCUMENTS


_NORMAL = _Type(
    Style(Face.REGULAR, 10.5),
    Style(Face.SEMIBOLD, 10.5),
    Style(Face.SERIF_SEMIBOLD, 14.1),
    Style(Face.REGULAR, 9.6, 0.2),
    15.8,
)
# "12 pt for over-70s" (DOMAIN.md, section 8).
_LARGE = _Type(
    Style(Face.REGULAR, 12),
    Style(Face.SEMIBOLD, 12),
    Style(Face.SERIF_SEMIBOLD, 15.5),
    Style(Face.REGULAR, 12, 0.2),
    17.6,
)
# A letter is one page (DOMAIN.md, section 8): what is long stands closer together, and its list of
# documents, the longer one, gets more of the width; then its brackets go, and at last its end.
_WIDER = 270.0


class _Spacing(NamedTuple):
    """How close a letter stands: a line's height by its usual one, the rest as in `_Type`."""

    air: float
    signing: float
    column: float = _COLUMN
    brief: bool = False
    documents: int = MOST_DOCUMENTS


_CLOSER = (
    _Spacing(1.0, 42.0),
    _Spacing(0.97, 40.0),
    _Spacing(0.94, 38.0),
    _Spacing(0.9, 36.0),
    _Spacing(0.9, 34.0, _WIDER),
    _Spacing(0.9, 34.0, _WIDER, brief=True),
    _Spacing(0.86, 30.0, _WIDER, brief=True),
    _Spacing(0.86, 28.0, _WIDER, brief=True, documents=6),
    _Spacing(0.8, 28.0, _WIDER, brief=True, documents=5),
)


def render(data: LetterData) -> tuple[bytes, int]:
    """The letter as a PDF, and how many pages it has; same data, same bytes."""
    with speaking(data.language):
        paper = Paper(printable(data.title), data.language)
        pages = _draw(paper, data)
        return paper.pdf(), pages


def _draw(paper: Paper, data: LetterData) -> int:
    letter_head.draw_head(paper, data)
    y, pages = _draw_subject(paper, data), 1
    bottom = _BOTTOM if data.footer else _LOWEST
    size, blocks = _fitted(data, bottom - y)
    for block in blocks:
        if y + block.height > bottom:
            _end_page(paper, data)
            y, pages = _NEXT_PAGE, pages + 1
        block.draw(paper, _LEFT, y)
        y += block.height + size.leading / 2
    _end_page(paper, data)
    return pages


def _fitted(data: LetterData, room: float) -> tuple[_Type, list[Block]]:
    """The letter as wide apart as one page allows; what no page could hold keeps its usual air."""
    usual = _LARGE if data.large else _NORMAL
    for one in _CLOSER:
        size = usual._replace(
            leading=usual.leading * one.air,
            signing=one.signing,
            column=one.column,
            brief=one.brief,
            documents=one.documents,
        )
        blocks = _blocks(data, size)
        if sum(block.height for block in blocks) + size.leading / 2 * (len(blocks) - 1) <= room:
            return size, blocks
    return usual, _blocks(data, usual)


def _draw_subject(paper: Paper, data: LetterData) -> float:
    first = letter_head.subject_at(data)
    lines = fit(printable(data.subject), _TITLE, _ROOM, 2) if data.subject else ()
    with paper.part(Role.TITLE), paper.inked(data.bank.ink):
        for number, line in enumerate(lines):
            paper.text(_LEFT, first + number * 19, line, _TITLE)
    return first + len(lines) * 19 - 6


def _end_page(paper: Paper, data: LetterData) -> None:
    if data.footer:
        paper.line((_LEFT, _FOOT_RULE), (_RIGHT, _FOOT_RULE), grey=0.5)
        for number, line in enumerate(fit(printable(data.footer), SMALL, _ROOM, _FOOT_LINES)):
            paper.text(_LEFT, _FOOT + number * 11, line, SMALL)
    paper.next_page()


def _blocks(data: LetterData, size: _Type) -> list[Block]:
    return [
        _prose(data.greeting, size, lines=_SHORT),
        *(_part(part, size) for part in data.parts),
        stack([_prose(data.closing, size, lines=_SHORT), _signed(data, size)], 4),
    ]


def _part(part: Part, size: _Type) -> Block:
    if isinstance(part, Prose):
        return _prose(part.text, size)
    if isinstance(part, DateBox):
        return _box(part, size)
    column = size.column - _LEFT
    first = _listed(part[0], size, column - 14 if len(part) > 1 else _ROOM)
    second = _listed(part[1], size, _RIGHT - size.column) if len(part) > 1 else EMPTY
    return beside(first, second, column)


def _prose(text: str, size: _Type, room: float = _ROOM, lines: int | None = None) -> Block:
    """A paragraph on so many lines, or on as many as a page has."""
    most = lines or int(_HIGHEST / size.leading)
    return _lines(
        fit(printable(text), size.body, room, most, hyphens=True), size.body, size.leading
    )


def _lines(lines: tuple[str, ...], style: Style, leading: float) -> Block:
    def draw(paper: Paper, x: float, y: float) -> None:
        for number, line in enumerate(lines, 1):
            paper.text(x, y + number * leading - leading * 0.25, line, style)

    return tagged(Role.PARAGRAPH, Block(len(lines) * leading, draw))


def _listed(listed: Listed, size: _Type, room: float) -> Block:
    words = fit(printable(listed.heading), size.strong, room, _SHORT, hyphens=True)
    heading = _lines(words, size.strong, size.leading)
    asked = listed.points[: size.documents] if listed.tick else listed.points
    for most in _POINTS:
        points = [_point(point, size, room, most, tick=listed.tick) for point in asked]
        block = stack([heading, list_of(points)])
        if block.height <= _HIGHEST:
            break
    return block


def _point(point: str, size: _Type, room: float, lines: int, *, tick: bool) -> Block:
    indent = _TICK if tick else 10.0
    if tick and size.brief:
        whole = whole_label(printable(point), size.body, room - indent, 1)
        words = _lines(whole, size.body, size.leading)
    else:
        words = _prose(point, size, room - indent, lines)

    def draw(paper: Paper, x: float, y: float) -> None:
        if tick:
            tick_box(paper, x, y + size.leading * 0.75)
        else:
            paper.disc(x + 2.5, y + size.leading * 0.5, 1.6, edge=0)
        words.draw(paper, x + indent, y)

    return Block(words.height, draw)


def _box(box: DateBox, size: _Type) -> Block:
    room = _ROOM - 2 * _BOX_EDGE - _CODE - 20
    day = _lines(fit(printable(box.when), size.day, room, 2), size.day, size.leading + 5)
    note = fit(printable(box.access), size.note, room, 2) if box.access else ()
    words = stack(
        [
            day,
            *(_prose(line, size, room, _SHORT) for line in box.lines),
            _lines(note, size.note, size.leading) if note else EMPTY,
        ]
    )
    height = max(words.height, _CODE + 12) + 2 * _BOX_EDGE - 4

    def draw(paper: Paper, x: float, y: float) -> None:
        paper.box(x, y, _ROOM, height, radius=_ROUND)
        words.draw(paper, x + _BOX_EDGE, y + _BOX_EDGE - 2)
        left = _RIGHT - _BOX_EDGE - _CODE
        subject = pgettext("in a calendar", "Appointment")
        with paper.figure(printable(box.caption)):
            draw_event(paper, left, y + _BOX_EDGE - 3, _CODE, box.start, box.end, subject)
        caption = shorten(printable(box.caption), SMALL_BLACK, 2 * _CODE)
        middle = min(left + _CODE / 2, _RIGHT - 6 - width(caption, SMALL_BLACK) / 2)
        paper.text_centred(middle, y + _BOX_EDGE + _CODE + 6, caption, SMALL_BLACK)

    return Block(height, draw)


def _signed(data: LetterData, size: _Type) -> Block:
    """Room to sign over each name; before it, where wished, lines for a word by hand."""

    def draw(paper: Paper, x: float, y: float) -> None:
        names = [printable(name) for name in data.signatures]
        places = (x, _COLUMN) if len(names) > 1 else (370.0,)
        for name, place in zip(names, places, strict=True):
            room = _RIGHT - place if place > x else _COLUMN - x - 10
            paper.text(place, y + size.signing, shorten(name, size.strong, room), size.strong)
        if data.by_hand:
            label = printable(pgettext("in a letter", "P.S."))
            end = paper.text(x, y + 18, label, size.strong)
            answer_line(paper, end + 6, y + 20, 341 - end - 6)
            answer_line(paper, x, y + 20 + _HAND, 341 - x)

    return Block(size.signing + 8, draw)
