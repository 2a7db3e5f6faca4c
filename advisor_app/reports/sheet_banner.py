"""The top of page 1 of the briefing sheet: who is met, when and where, and the code."""

from advisor_app.i18n import _
from advisor_app.i18n.formats import clock, long_date
from advisor_app.reports.blocks import LEADING
from advisor_app.reports.fonts import Face
from advisor_app.reports.marks import answer_line
from advisor_app.reports.paper import LEFT, RIGHT, SMALL_BLACK, SOFT, STRONG, Paper
from advisor_app.reports.qr import draw_code
from advisor_app.reports.sentences import sentence_start
from advisor_app.reports.sheet_data import SheetData, Visit
from advisor_app.reports.structure import Role
from advisor_app.reports.text import Style, fit, printable, shorten, wrap

_CODE, _CODE_TOP = 53.8, 56.2
_CODE_LEFT = RIGHT - _CODE - 7
_BANNER_ROOM = _CODE_LEFT - LEFT - 18
_BANNER_END = 137.0
_WHEN = Style(Face.SEMIBOLD, 11.5)
# One line of the first size, two of the second, and so on.
_TITLES = tuple(Style(Face.SERIF_SEMIBOLD, size) for size in (23, 17, 13, 10.5))


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
