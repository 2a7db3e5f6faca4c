"""Pieces of a page that know their height before they are drawn, so that a page always fits."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from advisor_app.i18n import _
from advisor_app.reports.marks import answer_line, rule, tick_box
from advisor_app.reports.paper import (
    BODY,
    HEADING,
    MEDIUM,
    SMALL,
    SOFT,
    STRONG,
    Paper,
)
from advisor_app.reports.structure import Role
from advisor_app.reports.text import ELLIPSIS, Style, fit, fit_label, printable, shorten, width

LEADING = 12.6
ROW = 15.6
_HEADING = 25.0
_BULLET = 9.0
_TICK = 17.0
_ASIDE_GAP = 9.0
_MIDDLE_DOT = " · "


class Block(NamedTuple):
    """A piece of page: its height in points, and how to draw it at (x, y of its top)."""

    height: float
    draw: Callable[[Paper, float, float], None]


EMPTY = Block(0, lambda _paper, _x, _y: None)


def stack(blocks: Sequence[Block], gap: float = 0) -> Block:
    """Blocks one under the other; empty ones take no gap either."""
    shown = [block for block in blocks if block.height]

    def draw(paper: Paper, x: float, y: float) -> None:
        for block in shown:
            block.draw(paper, x, y)
            y += block.height + gap

    height = sum(block.height for block in shown) + gap * max(len(shown) - 1, 0)
    return Block(height, draw)


def list_of(items: Sequence[Block], gap: float = 0) -> Block:
    """As `stack`, and told to a screen reader as a list with so many items."""
    each = [tagged(Role.ITEM, tagged(Role.ITEM_BODY, item)) for item in items]
    return tagged(Role.LIST, stack(each, gap))


def beside(left: Block, right: Block, offset: float) -> Block:
    """Two blocks side by side, the right one `offset` points further."""

    def draw(paper: Paper, x: float, y: float) -> None:
        left.draw(paper, x, y)
        right.draw(paper, x + offset, y)

    return Block(max(left.height, right.height), draw)


def tagged(role: Role, block: Block) -> Block:
    """The block as one element of what a screen reader is told: a table, a row, a paragraph."""

    def draw(paper: Paper, x: float, y: float) -> None:
        with paper.part(role):
            block.draw(paper, x, y)

    return Block(block.height, draw)


def pictured(says: str, block: Block) -> Block:
    """The block as a picture, which `says` describes to those who do not see it."""

    def draw(paper: Paper, x: float, y: float) -> None:
        with paper.figure(printable(says)):
            block.draw(paper, x, y)

    return Block(block.height, draw)


def titled(title: str, content: Block, room: float, aside: str = "") -> Block:
    """A heading with its rule over a block; nothing where there is nothing to head."""
    if not content.height:
        return EMPTY
    name, beside_it = _heading(printable(title), printable(aside), room)

    def draw(paper: Paper, x: float, y: float) -> None:
        with paper.part(Role.HEADING):
            end = paper.text(x, y + 12, name, HEADING) + _ASIDE_GAP
        if beside_it:
            paper.text(end, y + 12, beside_it, SMALL)
        rule(paper, x, y + 18, room)
        content.draw(paper, x, y + _HEADING)

    return Block(_HEADING + content.height, draw)


def _heading(title: str, aside: str, room: float) -> tuple[str, str]:
    """A heading and what stands beside it on one line: the title's afterthoughts give way first."""
    needed = width(aside, SMALL) + _ASIDE_GAP if aside else 0
    (name,) = fit_label(title, HEADING, max(room - needed, 0), 1)
    if name.endswith(ELLIPSIS):
        name = shorten(title, HEADING, room)
    left = room - width(name, HEADING) - _ASIDE_GAP
    said = aside.split(_MIDDLE_DOT)
    while len(said) > 1 and width(_MIDDLE_DOT.join(said), SMALL) > left:
        said.pop(0)
    rest = _MIDDLE_DOT.join(said)
    return name, shorten(rest, SMALL, left) if left > width(ELLIPSIS, SMALL) else ""


def paragraph(
    text: str,
    room: float,
    lines: int,
    style: Style = BODY,
    leading: float = LEADING,
    *,
    hyphens: bool = True,
) -> Block:
    """A text in at most so many lines, cut as `fit` cuts; a name is printed without hyphens."""
    text = printable(text)
    if not text:
        return EMPTY
    broken = fit(text, style, room, lines, hyphens=hyphens)

    def draw(paper: Paper, x: float, y: float) -> None:
        with paper.part(Role.PARAGRAPH):
            for number, line in enumerate(broken, 1):
                paper.text(x, y + number * leading - leading * 0.25, line, style)

    return Block(len(broken) * leading, draw)


def within(paragraphs: Sequence[Block], lines: int, leading: float = LEADING) -> list[Block]:
    """The first blocks that stay within so many lines: the rest is cut whole."""
    kept: list[Block] = []
    left = lines * leading + 0.01
    for block in paragraphs:
        if block.height > left:
            break
        left -= block.height
        kept.append(block)
    return kept


def bullets(texts: Sequence[str], room: float, lines: int, each: int = 2) -> Block:
    """Short texts behind dots, as many as fit into so many lines."""
    found = [paragraph(text, room - _BULLET, min(each, lines)) for text in texts]
    return list_of([_bullet(block) for block in within([b for b in found if b.height], lines)])


def _bullet(content: Block) -> Block:
    def draw(paper: Paper, x: float, y: float) -> None:
        paper.disc(x + 2, y + 6.2, 1.5, edge=0)
        content.draw(paper, x + _BULLET, y)

    return Block(content.height, draw)


def row(name: str, about: str, name_room: float, room: float, *, last: bool) -> Block:
    """A name in bold and what is said of it, over a thin rule unless it is the last row.

    Where nothing is said of it the name has all the room.
    """
    name_block = paragraph(name, (name_room if about else room) - 6, 2, STRONG, hyphens=False)
    about_block = paragraph(about, room - name_room, 2, SOFT)
    height = max(name_block.height, about_block.height, LEADING) + 4.5

    def draw(paper: Paper, x: float, y: float) -> None:
        with paper.part(Role.PARAGRAPH):
            name_block.draw(paper, x, y)
            about_block.draw(paper, x + name_room, y)
        if not last:
            rule(paper, x, y + height - 2.2, room, thick=False)

    return Block(height, draw)


def whole_label(text: str, style: Style, room: float, lines: int) -> tuple[str, ...]:
    """A label in so many lines, one or two more where it would be cut inside a phrase."""
    for most in range(lines, lines + 3):
        broken = fit_label(text, style, room, most, hyphens=True)
        if not broken[-1].endswith(ELLIPSIS):
            break
    return broken


def tick_line(
    label: str,
    room: float,
    *,
    lines: int = 2,
    note: str = "",
    ticked: bool = False,
    to_fill: bool = False,
) -> Block:
    """A box to tick, its label on at most so many lines, and a note at the end or a line to fill."""
    label, note = printable(label), printable(note)
    note_room = width(note, SMALL) + 8 if note else 0
    broken = whole_label(label, BODY, room - _TICK - note_room, lines)

    def draw(paper: Paper, x: float, y: float) -> None:
        baseline = y + LEADING * 0.75
        tick_box(paper, x, baseline, ticked=ticked)
        with paper.part(Role.PARAGRAPH):
            for number, line in enumerate(broken):
                end = paper.text(x + _TICK, baseline + number * LEADING, line, BODY)
            if note:
                paper.text_right(x + room, baseline, note, SMALL)
        if to_fill:
            answer_line(paper, end + 5, baseline + (len(broken) - 1) * LEADING, x + room - end - 5)

    return Block(len(broken) * LEADING + 3.4, draw)


def dotted(room: float, height: float) -> Block:
    """A dot grid to write on, said to be one: the heading over it would head nothing."""
    grid = Block(height, lambda paper, x, y: paper.dots(x, y, room, height))
    return pictured(_("Room to write by hand"), grid)


def question(
    number: int, text: str, room: float, lines: int, answer_lines: int, pitch: float = 20.0
) -> Block:
    """A numbered question with lines to answer on, `pitch` points apart."""
    indent = 21.5
    asked = paragraph(text, room - indent, lines, MEDIUM)

    def draw(paper: Paper, x: float, y: float) -> None:
        with paper.part(Role.PARAGRAPH):
            paper.text(x, y + LEADING * 0.75 + 0.8, str(number), HEADING._replace(size=12.0))
            asked.draw(paper, x + indent, y)
        for line in range(1, answer_lines + 1):
            answer_line(paper, x + indent, y + asked.height + line * pitch, room - indent)

    return Block(asked.height + answer_lines * pitch + 5, draw)
