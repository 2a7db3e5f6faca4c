"""The top of a letter: who writes, the address where the envelope's window is, the fold marks.

Nothing of it is cut while the paper has room: a long name takes smaller type, then a second line.
"""

from typing import NamedTuple

from advisor_app.reports.fonts import Face
from advisor_app.reports.letter_data import LetterData
from advisor_app.reports.paper import SMALL, SMALL_STRONG, Paper
from advisor_app.reports.text import Style, fit, printable, shorten, width, wrap

LEFT, RIGHT = 68.4, 535.4
COLUMN = 314.0  # where address, date and the second list begin
_FOLDS = (280.6, 561.3)  # thirds of the sheet, for a DL envelope
# Below what the window can show wherever the folded sheet slides to, and above the fold.
_DATE = 268.0
_HALF = (RIGHT - LEFT) / 2 - 10
_TOP, _LEADING = 59.8, 13.0
_LOGO, _LOGO_WIDEST, _LOGO_TOP = 48.0, 110.0, 46.0
_NAMES = tuple(Style(Face.SERIF_SEMIBOLD, size) for size in (15.8, 13.4, 11.4))
_NAME_LINES, _MOST_NAME_LINES, _HEAD_LINES = 2, 5, 3
_SENDER_TOP, _SENDER_LEADING, _SENDER_LINES = 53.7, 12.1, 7


class _Window(NamedTuple):
    """How an address stands in the envelope's window: its type, its lines and their height."""

    style: Style
    lines: int
    leading: float


_WINDOWS = (
    _Window(Style(Face.REGULAR, 10.8), 6, 15.1),
    _Window(Style(Face.REGULAR, 9.5), 7, 12.6),
)


def draw_head(paper: Paper, data: LetterData) -> None:
    """Everything above the subject, and the marks at the paper's edge."""
    _draw_letterhead(paper, data)
    _draw_sender(paper, data.sender)
    size = _window_size(data.address)
    for number, line in enumerate(_spread(data.address, size.style, RIGHT - COLUMN, size.lines)):
        paper.text(COLUMN, 159 + number * size.leading, line, size.style)
    where = shorten(printable(data.place_and_date), SMALL, RIGHT - COLUMN)
    paper.text(COLUMN, _DATE, where, SMALL)
    for fold in _FOLDS:
        paper.line((14.5, fold), (29, fold), grey=0.5)


def _draw_letterhead(paper: Paper, data: LetterData) -> None:
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
    y = _TOP
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
    for style in _NAMES:
        lines = wrap(name, style, room)
        whole = all(width(word, style) <= room for word in name.split(" "))
        if whole and len(lines) <= _NAME_LINES:
            return style, lines
    return style, fit(name, style, room, _MOST_NAME_LINES)


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


def _window_size(address: tuple[str, ...]) -> _Window:
    """The larger type, unless only the smaller one holds all of the address."""
    for size in _WINDOWS:
        lines = sum(len(wrap(printable(line), size.style, RIGHT - COLUMN)) for line in address)
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
