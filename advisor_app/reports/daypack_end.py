"""The last two pages of the day pack: who walked in, outside visits, tomorrow; then notes."""

from collections.abc import Iterator

from advisor_app.i18n import _, ngettext
from advisor_app.reports.blocks import (
    LEADING,
    Block,
    bullets,
    dotted,
    list_of,
    paragraph,
    stack,
    titled,
)
from advisor_app.reports.daypack_data import DayPackData, OutsideVisit
from advisor_app.reports.marks import answer_line, tick_box
from advisor_app.reports.paper import BODY, MEDIUM, ROOM, SMALL, SOFT, STRONG, Paper
from advisor_app.reports.structure import Role
from advisor_app.reports.text import fit, printable, shorten, width

_GAP = 18.0
_WALK_INS, _WALK_IN = 6, 44.0
# How many outside visits, and how many meetings of the next day.
_LEVELS = ((6, 12), (5, 9), (4, 7), (3, 6))
_HEADING, _CLOSING = 25.0, 30.0


def walk_in_page(data: DayPackData, room: float) -> Block:
    """Six lines for who walks in, then the way to outside visits, then the next working day."""
    for limits in _LEVELS:
        blocks = [block for block in _blocks(data, *limits) if block.height]
        left = room - stack(blocks, _GAP).height
        if left >= 0:
            break
    if left - _GAP - _HEADING >= _WALK_IN:
        notes = dotted(ROOM, left - _GAP - _HEADING)
        blocks.append(titled(_("Notes"), notes, ROOM, _("by hand")))
    return stack(blocks, _GAP)


def _blocks(data: DayPackData, outside: int, next_day: int) -> Iterator[Block]:
    yield titled(
        _("Walk-ins"),
        list_of([_walk_in() for _row in range(_WALK_INS)]),
        ROOM,
        _("without an appointment: who, and what for"),
    )
    visits = [_outside(visit) for visit in data.outside[:outside]]
    yield titled(
        _("Outside visits"),
        stack([list_of(visits, 4), _more(len(data.outside) - outside)]),
        ROOM,
        _("leave word of where you are"),
    )
    yield titled(_("Next working day"), _told(data.next_meetings, next_day), ROOM, data.next_day)


def notes_page(data: DayPackData, room: float) -> Block:
    """A page to write on, and at its foot what to destroy in the evening."""
    notes = titled(_("Notes"), dotted(ROOM, room - _HEADING - _CLOSING), ROOM, _("by hand"))
    count = len(data.meetings)
    words = ngettext(
        "To be destroyed in the evening (shredder). Left: {count} sheet.",
        "To be destroyed in the evening (shredder). Left: {count} sheets.",
        count,
    )
    closing = paragraph(words.format(count=count), ROOM, 1, STRONG)
    return stack([notes, Block(12, lambda _paper, _x, _y: None), closing])


def _told(texts: tuple[str, ...], lines: int) -> Block:
    return stack([bullets(texts[:lines], ROOM, lines, 1), _more(len(texts) - lines)])


def _more(count: int) -> Block:
    words = ngettext("and {count} more", "and {count} more", max(count, 0))
    return paragraph(words.format(count=count) if count > 0 else "", ROOM, 1, SOFT)


def _walk_in() -> Block:
    """Two lines to write on, and a box for what was done online."""
    label = printable(_("handled online"))
    start = ROOM - width(label, SMALL) - 15

    def draw(paper: Paper, x: float, y: float) -> None:
        answer_line(paper, x, y + 19, start - 14)
        tick_box(paper, x + start, y + 18)
        with paper.part(Role.PARAGRAPH):
            paper.text(x + start + 15, y + 17.5, label, SMALL)
        answer_line(paper, x, y + 39, ROOM)

    return Block(_WALK_IN, draw)


def _outside(visit: OutsideVisit) -> Block:
    """When, who and where; the number, when to leave; and who knows where the advisor is."""
    lines = [*fit(printable(visit.what), MEDIUM, ROOM, 2)]
    way = printable(visit.way)
    known = printable(_("Who knows that I am there:"))

    def draw(paper: Paper, x: float, y: float) -> None:
        baseline = y + LEADING * 0.75
        with paper.part(Role.PARAGRAPH):
            for number, line in enumerate(lines):
                paper.text(x, baseline + number * LEADING, line, MEDIUM)
            baseline += len(lines) * LEADING
            paper.text(x, baseline, shorten(way, SOFT, ROOM), SOFT)
        with paper.part(Role.PARAGRAPH):
            end = paper.text(x, baseline + LEADING + 4, known, BODY)
        answer_line(paper, end + 5, baseline + LEADING + 5, x + ROOM - end - 5)

    return Block((len(lines) + 2) * LEADING + 8, draw)
