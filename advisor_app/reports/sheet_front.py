"""Page 1 of the briefing sheet: what to know, in the corridor and then at the desk."""

from collections.abc import Iterator
from typing import NamedTuple

from advisor_app.domain.sheet_choices import SheetBlock
from advisor_app.i18n import _
from advisor_app.reports import thread
from advisor_app.reports.blocks import (
    EMPTY,
    LEADING,
    Block,
    beside,
    bullets,
    dotted,
    list_of,
    paragraph,
    pictured,
    row,
    stack,
    titled,
    within,
)
from advisor_app.reports.fonts import Face
from advisor_app.reports.icons import icon
from advisor_app.reports.marks import draw_icon, tick_box
from advisor_app.reports.paper import (
    HEADING,
    ROOM,
    SMALL_BLACK,
    STRONG,
    Paper,
)
from advisor_app.reports.sheet_data import (
    ContactLine,
    PersonLine,
    RememberLine,
    SheetData,
    Theme,
)
from advisor_app.reports.sheet_subject import subject_block
from advisor_app.reports.text import (
    Style,
    printable,
    shorten,
    width,
    wrap,
)

_REASON = Style(Face.SERIF, 12.5)
_REASON_TIGHT = Style(Face.SERIF, 10.5)
_GAP, _WIDEST_GAP = 11.0, 20.0
_NOTES_FROM = 75.0  # less room than this is no place to write
_LEFT_COLUMN, _RIGHT_AT, _RIGHT_COLUMN = 289.0, 314.6, 181.5
_HALF, _HALF_AT = 237.0, 259.1
_ICON, _ICON_ROOM = 11.0, 17.0
_THEME = 260.0
_CONTACTS, _CONTACTS_AT = 214.0, 282.1


class _Limits(NamedTuple):
    """How many lines each block may take; a person, a figure and a remark count in lines too.

    `briefing_sheet.toml` counts lines of the page's width; a column of half of it has two for one.
    """

    reason: int = 3
    people: int = 6
    remember: int = 9
    avoid: int = 6
    outcome: int = 4
    figures: int = 6
    basis: int = 8
    remark: int = 3
    theme: int = 12


_TIGHT = _Limits(theme=6, remark=2, basis=5)
_LEVELS = (
    _Limits(),
    _Limits(theme=8, remark=2, basis=6),
    _TIGHT,
    _TIGHT._replace(theme=5, remark=1, basis=4),
    _TIGHT._replace(theme=4, remark=1, basis=4, remember=7, avoid=5, people=5),
    _TIGHT._replace(theme=3, remark=0, basis=3, remember=6, avoid=4, people=5, figures=5),
    _Limits(2, 4, 4, 4, figures=4, basis=4, remark=0, theme=2),
    _Limits(2, 4, 4, 4, figures=4, basis=4, remark=0, theme=0),
    _Limits(2, 3, 4, 4, figures=3, basis=3, remark=0, theme=0),
)


def front_page(data: SheetData, room: float) -> Block:
    """The blocks of page 1 in at most `room` points; what is left is room for the hand."""
    for limits in _LEVELS:
        blocks = [block for block in _blocks(data, limits) if block.height]
        if stack(blocks, _GAP).height <= room:
            break
    left = room - stack(blocks, _GAP).height
    if left >= _NOTES_FROM + _GAP and SheetBlock.HANDWRITING not in data.without:
        notes = titled(_("Notes"), dotted(ROOM, left - _GAP - 25), ROOM, _("by hand"))
        return stack([*blocks, notes], _GAP)
    return stack(blocks, min(_GAP + left / len(blocks), _WIDEST_GAP))


def _blocks(data: SheetData, limits: _Limits) -> Iterator[Block]:
    yield _reason(data.reason, limits.reason)
    yield _who_comes(data, limits)
    yield beside(
        titled(_("To avoid"), bullets(data.avoid, _HALF, limits.avoid, 3), _HALF),
        titled(_("Expected outcome"), _outcome(data, limits.outcome), _HALF),
        _HALF_AT,
    )
    if SheetBlock.THREAD not in data.without:
        yield _thread(data)
    if SheetBlock.FIGURES not in data.without:
        yield subject_block(data.subject, limits.figures, limits.basis, limits.remark)
    yield beside(
        _theme(data.theme, limits.theme),
        titled(_("Accepted contacts"), _contacts(data.contacts), _CONTACTS),
        _CONTACTS_AT,
    )


def _who_comes(data: SheetData, limits: _Limits) -> Block:
    """Who comes, beside what is to be remembered; across the page where that is left out."""
    if SheetBlock.REMEMBER in data.without:
        return titled(_("Who comes"), _people(data.people, limits.people, ROOM), ROOM)
    return beside(
        titled(_("Who comes"), _people(data.people, limits.people, _LEFT_COLUMN), _LEFT_COLUMN),
        titled(_("To remember"), _remember(data.remember, limits.remember), _RIGHT_COLUMN),
        _RIGHT_AT,
    )


def _reason(reason: str, lines: int) -> Block:
    room = ROOM - 22
    style, leading = _REASON, 18.0
    if len(wrap(printable(reason), style, room, hyphens=True)) > lines - 1:
        style, leading = _REASON_TIGHT, 14.0
    content = paragraph(reason, room, lines, style, leading)

    def draw(paper: Paper, x: float, y: float) -> None:
        paper.box(x, y, ROOM, content.height + 17, radius=6)
        content.draw(paper, x + 11, y + 8)

    return Block(content.height + 17, draw)


def _people(people: tuple[PersonLine, ...], rows: int, room: float) -> Block:
    shown = people[:rows]
    widest = max((width(printable(person.name), STRONG) for person in shown), default=0)
    name_room = min(max(widest + 8, 78), room * 0.45)
    return stack(
        [
            row(person.name, person.about, name_room, room, last=person is shown[-1])
            for person in shown
        ]
    )


def _remember(lines: tuple[RememberLine, ...], most: int) -> Block:
    """Short texts behind their icons; a dot where there is none of that name."""
    texts = [paragraph(line.text, _RIGHT_COLUMN - _ICON_ROOM, 3) for line in lines]
    kept = within(texts, most)
    rows = [_beside_icon(line.icon, text) for line, text in zip(lines, kept, strict=False)]
    return list_of(rows, 2)


def _beside_icon(name: str | None, text: Block) -> Block:
    if not text.height:
        return EMPTY

    def draw(paper: Paper, x: float, y: float) -> None:
        if icon(name):
            draw_icon(paper, x, y + text.height / 2 - _ICON / 2, _ICON, name or "")
        else:
            paper.disc(x + _ICON / 2, y + 6.2, 1.5, edge=0)
        text.draw(paper, x + _ICON_ROOM, y)

    return Block(text.height, draw)


def _outcome(data: SheetData, lines: int) -> Block:
    least = _("At least: {outcome}").format(outcome=data.least_outcome)
    best = _("At best: {outcome}").format(outcome=data.best_outcome)
    return bullets([least, best], _HALF, lines, lines - 1)


def _thread(data: SheetData) -> Block:
    content = Block(
        thread.HEIGHT,
        lambda paper, _x, y: thread.draw_thread(paper, y, data.thread, dict(data.project_names)),
    )
    title = _("The thread of the relation")
    heading = titled(title, pictured(thread.says(data.thread), content), ROOM)

    def draw(paper: Paper, x: float, y: float) -> None:
        heading.draw(paper, x, y)
        with paper.ornament():
            thread.draw_key(paper, x + width(printable(title), HEADING) + 9, y + 12)

    return Block(heading.height - 4, draw)


def _theme(theme: Theme | None, lines: int) -> Block:
    if theme is None or not lines:
        return EMPTY
    return titled(theme.title, bullets(theme.lines, _THEME, lines), _THEME, theme.aside)


def _contacts(contacts: tuple[ContactLine, ...]) -> Block:
    """Boxes in a flow, ticked where the client agreed."""
    places: list[tuple[float, float, str, bool]] = []
    x = y = 0.0
    for contact in contacts:
        label = shorten(printable(contact.label), SMALL_BLACK, _CONTACTS - 14)
        needed = 14 + width(label, SMALL_BLACK) + 9
        if x and x + needed - 9 > _CONTACTS:
            x, y = 0.0, y + 16
        places.append((x, y, label, contact.given))
        x += needed

    def draw(paper: Paper, left: float, top: float) -> None:
        for x, y, label, given in places:
            baseline = top + y + LEADING * 0.75
            tick_box(paper, left + x, baseline, ticked=given)
            paper.text(left + x + 14, baseline, label, SMALL_BLACK)

    return Block(y + 14 if places else 0, draw)
