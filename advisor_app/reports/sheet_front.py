"""Page 1 of the briefing sheet: what to know, in the corridor and then at the desk."""

from collections.abc import Iterator
from typing import NamedTuple

from advisor_app.i18n import _
from advisor_app.i18n.formats import clock, long_date
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
from advisor_app.reports.marks import answer_line, draw_icon, tick_box
from advisor_app.reports.paper import (
    HEADING,
    LEFT,
    RIGHT,
    ROOM,
    SMALL_BLACK,
    SOFT,
    STRONG,
    Paper,
)
from advisor_app.reports.qr import draw_code
from advisor_app.reports.sheet_data import (
    ContactLine,
    PersonLine,
    RememberLine,
    SheetData,
    Theme,
    Visit,
)
from advisor_app.reports.sheet_subject import subject_block
from advisor_app.reports.structure import Role
from advisor_app.reports.text import (
    Style,
    fit,
    printable,
    sentence_start,
    shorten,
    width,
    wrap,
)

_CODE, _CODE_TOP = 53.8, 56.2
_CODE_LEFT = RIGHT - _CODE - 7
_BANNER_ROOM = _CODE_LEFT - LEFT - 18
_BANNER_END = 137.0
_WHEN = Style(Face.SEMIBOLD, 11.5)
# One line of the first size, two of the second, and so on.
_TITLES = tuple(Style(Face.SERIF_SEMIBOLD, size) for size in (23, 17, 13, 10.5))
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


def draw_banner(paper: Paper, data: SheetData) -> float:
    """Who is met, when, where, and the code; says where the page goes on."""
    with paper.figure(printable(_("Code {reference}").format(reference=data.reference))):
        draw_code(paper, _CODE_LEFT, _CODE_TOP, _CODE, data.reference)
    middle = _CODE_LEFT + _CODE / 2
    for number, line in enumerate(wrap(printable(_("type in the meeting note")), SMALL_BLACK, 60)):
        paper.text_centred(middle, 120 + number * 9.4, line, SMALL_BLACK)
    y = _draw_names(paper, printable(data.names))
    y = _draw_visit(paper, y + 20.2, data.visit) + 15
    y = _draw_marks(paper, y, data)
    return max(y + 14, _BANNER_END)


def _draw_marks(paper: Paper, y: float, data: SheetData) -> float:
    """What asks for care in bold on a line of its own, then the rest on two lines at most."""
    if data.priority:
        marked = printable(" · ".join(data.priority))
        paper.text(LEFT, y, shorten(marked, STRONG, _BANNER_ROOM), STRONG)
        y += LEADING
    lines = fit(printable(" · ".join(data.marks)), SOFT, _BANNER_ROOM, 2)
    for number, line in enumerate(lines):
        paper.text(LEFT, y + number * LEADING, line, SOFT)
    return y + (len(lines) - 1) * LEADING


def _draw_names(paper: Paper, names: str) -> float:
    """The title in the largest size whose lines hold all of it; the last baseline."""
    for allowed, style in enumerate(_TITLES, 1):
        lines = wrap(names, style, _BANNER_ROOM)
        if len(lines) <= allowed:
            break
    else:
        lines = fit(names, style, _BANNER_ROOM, allowed)
    y = 78.0 if len(lines) == 1 else 58 + style.size * 0.8
    with paper.part(Role.TITLE):
        for line in lines:
            paper.text(LEFT, y, line, style)
            y += style.size * 1.15
    return y - style.size * 1.15


def _draw_visit(paper: Paper, y: float, visit: Visit) -> float:
    """One line, or two where the room has a long name."""
    if visit.start is None:
        return _draw_visit_to_fill(paper, y)
    facts = {"day": long_date(visit.start.date()), "start": clock(visit.start.time())}
    if visit.end is None:
        when = _("{day}, at {start}").format(**facts)
    else:
        when = _("{day}, from {start} to {end}").format(**facts, end=clock(visit.end.time()))
    line = printable(sentence_start(" · ".join([when, *([visit.place] if visit.place else [])])))
    lines = fit(line, _WHEN, _BANNER_ROOM, 2)
    for number, text in enumerate(lines):
        paper.text(LEFT, y + number * 14, text, _WHEN)
    return y + (len(lines) - 1) * 14


def _draw_visit_to_fill(paper: Paper, y: float) -> float:
    x = LEFT
    for label, room in ((_("Day"), 120), (_("Time"), 60), (_("Place"), 110)):
        x = paper.text(x, y, shorten(printable(label), STRONG, 60), STRONG) + 5
        answer_line(paper, x, y + 1, room)
        x += room + 12
    return y


def front_page(data: SheetData, room: float) -> Block:
    """The blocks of page 1 in at most `room` points; what is left is room for the hand."""
    for limits in _LEVELS:
        blocks = [block for block in _blocks(data, limits) if block.height]
        if stack(blocks, _GAP).height <= room:
            break
    left = room - stack(blocks, _GAP).height
    if left >= _NOTES_FROM + _GAP:
        notes = titled(_("Notes"), dotted(ROOM, left - _GAP - 25), ROOM, _("by hand"))
        return stack([*blocks, notes], _GAP)
    return stack(blocks, min(_GAP + left / len(blocks), _WIDEST_GAP))


def _blocks(data: SheetData, limits: _Limits) -> Iterator[Block]:
    yield _reason(data.reason, limits.reason)
    yield beside(
        titled(_("Who comes"), _people(data.people, limits.people), _LEFT_COLUMN),
        titled(
            _("To remember"),
            _remember(data.remember, limits.remember),
            _RIGHT_COLUMN,
        ),
        _RIGHT_AT,
    )
    yield beside(
        titled(_("To avoid"), bullets(data.avoid, _HALF, limits.avoid, 3), _HALF),
        titled(_("Expected outcome"), _outcome(data, limits.outcome), _HALF),
        _HALF_AT,
    )
    yield _thread(data)
    yield subject_block(data.subject, limits.figures, limits.basis, limits.remark)
    yield beside(
        _theme(data.theme, limits.theme),
        titled(_("Accepted contacts"), _contacts(data.contacts), _CONTACTS),
        _CONTACTS_AT,
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


def _people(people: tuple[PersonLine, ...], rows: int) -> Block:
    shown = people[:rows]
    widest = max((width(printable(person.name), STRONG) for person in shown), default=0)
    name_room = min(max(widest + 8, 78), _LEFT_COLUMN * 0.45)
    return stack(
        [
            row(person.name, person.about, name_room, _LEFT_COLUMN, last=person is shown[-1])
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
