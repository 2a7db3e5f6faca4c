"""The top of a letter: who writes, the address where the envelope's window is, the fold marks.

Nothing of it is cut while the paper has room: a long name takes smaller type, then a second line.
"""

from typing import NamedTuple

from advisor_app.domain.letters import Window
from advisor_app.reports.fonts import Face
from advisor_app.reports.letter_data import LetterData
from advisor_app.reports.paper import SMALL, SMALL_STRONG, Paper
from advisor_app.reports.text import Style, fit, printable, shorten, wrap
from advisor_app.reports.whole_names import whole_name

LEFT, RIGHT = 68.4, 535.4
COLUMN = 314.0  # where address, date and the second list begin
_HALF = (RIGHT - LEFT) / 2 - 10
_LEADING = 13.0
_LOGO, _LOGO_WIDEST, _LOGO_TOP = 48.0, 110.0, 46.0
_NAMES = tuple(Style(Face.SERIF_SEMIBOLD, size) for size in (15.8, 13.4, 11.4))
_NAME_LINES, _MOST_NAME_LINES, _HEAD_LINES = 2, 5, 3
_SENDER_TOP, _SENDER_LEADING, _SENDER_LINES = 53.7, 12.1, 7


class _Window(NamedTuple):
    """How an address stands in the envelope's window: its type, its lines and their height."""

    style: Style
    lines: int
    leading: float


_SIZES = (
    _Window(Style(Face.REGULAR, 10.8), 6, 15.1),
    _Window(Style(Face.REGULAR, 9.5), 7, 12.6),
)


class _Form(NamedTuple):
    """Where the head's parts are, in points: fitted to the envelope that the letter goes into.

    `top` is the letterhead's first line, `address` where the address begins, unless its `last`
    line would come too low, `room` its width; `date` and `subject` stand out of the window
    wherever the folded sheet slides to, and clear of the `folds`.
    """

    top: float
    address: tuple[float, float]
    last: float
    room: float
    date: float
    subject: float
    folds: tuple[float, float]


_FORMS = {
    # French DL: the window 20 mm from the right; folded at the sheet's thirds.
    Window.RIGHT: _Form(59.8, (COLUMN, 159.0), 240.0, RIGHT - COLUMN, 268.0, 306.5, (280.6, 561.3)),
    # DIN 5008, form B: the address zone from 62.7 to 90 mm, text 25 mm from the left; the window of
    # a DIN 680 envelope shows 10 mm less of its 90 where the sheet lies askew; folds at 105 and 210.
    Window.LEFT: _Form(50.0, (70.9, 187.7), 250.0, 212.0, 268.0, 316.0, (297.6, 595.3)),
}


def subject_at(data: LetterData) -> float:
    """The first baseline of the subject, below the head and the fold."""
    return _FORMS[data.window].subject


def draw_head(paper: Paper, data: LetterData) -> None:
    """Everything above the subject, and the marks at the paper's edge."""
    form = _FORMS[data.window]
    _draw_letterhead(paper, data, form.top)
    _draw_sender(paper, data.sender)
    size = _window_size(data.address, form.room)
    lines = _spread(data.address, size.style, form.room, size.lines)
    x, y = form.address
    y = min(y, form.last - size.leading * (len(lines) - 1))
    for number, line in enumerate(lines):
        paper.text(x, y + number * size.leading, line, size.style)
    where = shorten(printable(data.place_and_date), SMALL, RIGHT - COLUMN)
    paper.text(COLUMN, form.date, where, SMALL)
    for fold in form.folds:
        paper.line((14.5, fold), (29, fold), grey=0.5)


def _draw_letterhead(paper: Paper, data: LetterData, top: float) -> None:
    """The logo at the left, as high as the lines beside it; the bank's name in its colour."""
    x, logo = LEFT, data.bank.logo
    if logo is not None:
        height = min(_LOGO, _LOGO_WIDEST * logo.height / logo.width)
        wide = height * logo.width / logo.height
        with paper.figure(printable(data.bank.name or data.letterhead[0])):
            paper.picture(LEFT, _LOGO_TOP, wide, height, logo.png)
        x += wide + 10
    room = _HALF - (x - LEFT)
    name, *others = data.letterhead or ("",)
    style, lines = _name_lines(printable(name), room)
    y = top
    with paper.inked(data.bank.ink):
        for number, line in enumerate(lines):
            y += style.size * 1.15 if number else 0
            paper.text(x, y, line, style)
    y += 3
    for line in (
        piece for one in others for piece in fit(printable(one), SMALL, room, _HEAD_LINES)
    ):
        y += _LEADING
        paper.text(x, y, line, SMALL)


def _name_lines(name: str, room: float) -> tuple[Style, tuple[str, ...]]:
    """The largest type in which the name stands on two lines without a word torn apart."""
    smallest = _NAMES[-1]
    cut = smallest, fit(name, smallest, room, _MOST_NAME_LINES)
    return whole_name(name, _NAMES, room, _NAME_LINES) or cut


def _draw_sender(paper: Paper, sender: tuple[str, ...]) -> None:
    """The advisor's name, and how to reach him, along the right edge."""
    left, y = _SENDER_LINES - len(sender), _SENDER_TOP
    for number, line in enumerate(sender[:_SENDER_LINES]):
        style = SMALL if number else SMALL_STRONG
        pieces = fit(printable(line), style, _HALF, 1 + max(0, left))
        left -= len(pieces) - 1
        for piece in pieces:
            paper.text_right(RIGHT, y, piece, style)
            y += _SENDER_LEADING


def _window_size(address: tuple[str, ...], room: float) -> _Window:
    """The larger type, unless only the smaller one holds all of the address."""
    for size in _SIZES:
        lines = sum(len(wrap(printable(line), size.style, room)) for line in address)
        if lines <= size.lines:
            break
    return size


def _spread(lines: tuple[str, ...], style: Style, room: float, most: int) -> tuple[str, ...]:
    """At most so many lines; a long one goes on in the next while there is room for it."""
    left = most - min(len(lines), most)
    shown: list[str] = []
    for line in lines[:most]:
        pieces = fit(printable(line), style, room, 1 + left)
        left -= len(pieces) - 1
        shown += pieces
    return tuple(shown)
