"""The handover sheet: what a successor must know of a client, on one page, in fifteen fields.

Facts only: the successor reads it, and on request the client too (DOMAIN.md, section 5).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from advisor_app.domain.codes import Language
from advisor_app.i18n import _, speaking
from advisor_app.reports.blocks import Block, dotted, paragraph, stack, tagged, titled, within
from advisor_app.reports.fonts import Face
from advisor_app.reports.frame import draw_foot, draw_head, page_number, printed_line
from advisor_app.reports.marks import answer_line, rule
from advisor_app.reports.paper import BOTTOM, LEFT, ROOM, SMALL, STRONG, Paper
from advisor_app.reports.sheet_data import Printing
from advisor_app.reports.structure import Role
from advisor_app.reports.text import Style, fit, printable, shorten
from advisor_app.reports.whole_names import whole_name

# A long name takes smaller type, then a second line.
_NAMES = tuple(Style(Face.SERIF_SEMIBOLD, size) for size in (21, 17, 14, 12))
_NAME_LINES, _NAME_BASE, _NAME_ALONE = 2, 100.0, 86.0
_PRIORITY = Style(Face.SERIF_SEMIBOLD, 26)
_PRIORITY_ROOM, _TITLE_ROOM = 36.0, ROOM - 70
_LABEL, _LINE_PITCH, _ASIDE_PITCH = 166.0, 12.6, 10.4
_TABLE, _NOTES_FROM = 112.0, 80.0
# From roomy to tight: between the rows, and the most lines of one of them.
_LEVELS = ((8.0, 6), (6.0, 5), (5.0, 4), (4.5, 3), (4.5, 2), (4.5, 1))
# A label says what the field is, then what of it: "Last three meetings: date, topic, outcome".
_ASIDE = re.compile(r"[\s\u00a0\u202f]*[:(][\s\u00a0\u202f]*")


@dataclass(frozen=True, slots=True)
class HandoverLine:
    """One field: its label, and what is known of it; nothing prints a line to fill in."""

    label: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HandoverData:
    """What stands on the sheet, in the order of `handover_sheet_fields.csv`.

    `priority` is the letter in the corner.
    """

    language: Language
    reference: str
    printing: Printing
    names: str
    priority: str
    lines: tuple[HandoverLine, ...]


def render(data: HandoverData) -> bytes:
    """The sheet as a PDF in the data's language; same data, same bytes."""
    with speaking(data.language):
        title = _("Handover sheet {reference}").format(reference=data.reference)
        paper = Paper(title, data.language)
        _draw_title(paper, data)
        table = _table(data.lines)
        table.draw(paper, LEFT, _TABLE)
        _draw_notes(paper, _TABLE + table.height + 14)
        draw_head(paper, _("Handover sheet"), printed_line(data.printing), page_number(1, 1))
        foot = _(
            "Facts only, so that the client may read it. Shred it once both have gone through."
        )
        draw_foot(paper, foot, _("Ref. {reference}").format(reference=data.reference))
        paper.next_page()
        return paper.pdf()


def _draw_title(paper: Paper, data: HandoverData) -> None:
    style, lines = _name(printable(data.names))
    pitch = style.size * 1.15
    y = _NAME_ALONE if len(lines) == 1 else _NAME_BASE - pitch
    with paper.part(Role.TITLE):
        for number, line in enumerate(lines):
            paper.text(LEFT, y + number * pitch, line, style)
    letter = shorten(printable(data.priority), _PRIORITY, _PRIORITY_ROOM)
    with paper.part(Role.PARAGRAPH):
        paper.box(LEFT + ROOM - 42, 58, 42, 42, radius=6)
        paper.text_centred(LEFT + ROOM - 21, 88, letter, _PRIORITY)


def _name(names: str) -> tuple[Style, tuple[str, ...]]:
    """The name in the largest type that holds it on one line, else on two; cut only beyond that."""
    alone = whole_name(names, _NAMES[:2], _TITLE_ROOM, 1)
    smallest = _NAMES[-1]
    return (
        alone
        or whole_name(names, _NAMES[1:], _TITLE_ROOM, _NAME_LINES)
        or (smallest, fit(names, smallest, _TITLE_ROOM, _NAME_LINES))
    )


def _draw_notes(paper: Paper, y: float) -> None:
    """Room to write while the two advisors speak, where enough is left."""
    if BOTTOM - y >= _NOTES_FROM:
        notes = dotted(ROOM, BOTTOM - y - 25)
        titled(_("Said between the two advisors"), notes, ROOM).draw(paper, LEFT, y)


def _table(lines: Sequence[HandoverLine]) -> Block:
    """The rows, as roomy and each as long as it may be for all to stay on the page."""
    for between, most in _LEVELS:
        block = stack([tagged(Role.ROW, _row(line, most)) for line in lines], between)
        if block.height <= BOTTOM - _TABLE:
            break
    return tagged(Role.TABLE, block)


def _row(line: HandoverLine, most: int) -> Block:
    room = ROOM - _LABEL
    label = _label(line.label)
    texts = [paragraph(text, room, most, leading=_LINE_PITCH) for text in line.texts if text]
    told = stack(within(texts, most, _LINE_PITCH) or texts[:1])
    height = max(label.height, told.height, _LINE_PITCH)

    def draw(paper: Paper, x: float, y: float) -> None:
        rule(paper, x, y - 2, ROOM, thick=False)
        with paper.part(Role.HEADER_CELL):
            label.draw(paper, x, y)
        with paper.part(Role.CELL):
            told.draw(paper, x + _LABEL, y)
        if not told.height:
            answer_line(paper, x + _LABEL, y + _LINE_PITCH, room)

    return Block(height, draw)


def _label(text: str) -> Block:
    """The name of the field, and below it, small, what is meant to stand there."""
    name, _mark, rest = (
        text.partition(found[0]) if (found := _ASIDE.search(text)) else (text, "", "")
    )
    room = _LABEL - 14
    return stack(
        [
            paragraph(name, room, 3, STRONG, _LINE_PITCH),
            paragraph(rest.rstrip(")"), room, 2, SMALL, _ASIDE_PITCH),
        ]
    )
