"""The handover sheet: what a successor must know of a client, on one page, promises first.

Facts only: the successor reads it, and on request the client too (DOMAIN.md, section 5).
"""

from dataclasses import dataclass

from advisor_app.domain.codes import Language
from advisor_app.i18n import _, speaking
from advisor_app.reports.blocks import Block, dotted, paragraph, stack, tagged, titled, within
from advisor_app.reports.fonts import Face
from advisor_app.reports.frame import draw_foot, draw_head, page_number, printed_line
from advisor_app.reports.marks import answer_line, rule
from advisor_app.reports.paper import BODY, BOTTOM, LEFT, ROOM, SOFT, STRONG, Paper
from advisor_app.reports.sheet_data import Printing
from advisor_app.reports.structure import Role
from advisor_app.reports.text import Style, fit, printable, shorten, width

_NAME = Style(Face.SERIF_SEMIBOLD, 21)
_PRIORITY = Style(Face.SERIF_SEMIBOLD, 26)
_TITLE_ROOM = ROOM - 70
_LABEL, _LINE_PITCH, _BETWEEN = 138.0, 13.2, 7.0
_TABLE, _NOTES_FROM = 148.0, 90.0
_LEVELS = (5, 4, 3, 2, 1)


@dataclass(frozen=True, slots=True)
class HandoverLine:
    """One field: its label, and what is known of it; nothing prints a line to fill in."""

    label: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HandoverData:
    """What stands on the sheet, in the order of `handover_sheet_fields.csv`, promises first."""

    language: Language
    reference: str
    printing: Printing
    names: str
    served: str
    priority: str
    why: str
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
    lines = fit(printable(data.names), _NAME, _TITLE_ROOM, 1)
    with paper.part(Role.TITLE):
        paper.text(LEFT, 80, lines[0], _NAME)
    served = fit(printable(data.served), SOFT, _TITLE_ROOM, 2)
    with paper.part(Role.PARAGRAPH):
        for number, line in enumerate(served):
            paper.text(LEFT, 97 + number * 12, line, SOFT)
    why = shorten(printable(data.why), BODY, _TITLE_ROOM)
    paper.text(LEFT, 101 + len(served) * 12, why, BODY)
    letter = printable(data.priority)
    paper.box(LEFT + ROOM - 46, 60, 46, 46, radius=6)
    paper.text(LEFT + ROOM - 23 - width(letter, _PRIORITY) / 2, 92, letter, _PRIORITY)


def _draw_notes(paper: Paper, y: float) -> None:
    """Room to write while the two advisors speak, where enough is left."""
    if BOTTOM - y >= _NOTES_FROM:
        notes = dotted(ROOM, BOTTOM - y - 25)
        titled(_("Said between the two advisors"), notes, ROOM).draw(paper, LEFT, y)


def _table(lines: tuple[HandoverLine, ...]) -> Block:
    """The rows, each as long as it may be for all to stay on the page."""
    for most in _LEVELS:
        block = stack([tagged(Role.ROW, _row(line, most)) for line in lines], _BETWEEN)
        if block.height <= BOTTOM - _TABLE:
            break
    return tagged(Role.TABLE, block)


def _row(line: HandoverLine, most: int) -> Block:
    label = paragraph(line.label, _LABEL - 12, 2, STRONG)
    room = ROOM - _LABEL
    texts = [paragraph(text, room, 2, leading=_LINE_PITCH) for text in line.texts if text]
    told = stack(within(texts, most, _LINE_PITCH) or texts[:1])
    height = max(label.height, told.height, _LINE_PITCH * 1.4)

    def draw(paper: Paper, x: float, y: float) -> None:
        rule(paper, x, y - 4, ROOM, thick=False)
        with paper.part(Role.HEADER_CELL):
            label.draw(paper, x, y)
        with paper.part(Role.CELL):
            told.draw(paper, x + _LABEL, y)
        if not told.height:
            answer_line(paper, x + _LABEL, y + _LINE_PITCH, room)

    return Block(height, draw)
