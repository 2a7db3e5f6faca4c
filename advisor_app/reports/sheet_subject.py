"""The project on page 1: its figures, what they rest on, and amounts compared by length."""

from collections.abc import Sequence

from advisor_app.reports.blocks import (
    EMPTY,
    LEADING,
    Block,
    beside,
    paragraph,
    stack,
    tagged,
    titled,
)
from advisor_app.reports.marks import answer_line, rule
from advisor_app.reports.paper import (
    BODY,
    RIGHT,
    ROOM,
    SMALL_BLACK,
    SMALL_STRONG,
    SOFT,
    STRONG,
    Paper,
)
from advisor_app.reports.sheet_data import Bar, FigureLine, Subject
from advisor_app.reports.structure import Role
from advisor_app.reports.text import fit, printable, shorten, width

_FIGURES, _BASIS_AT = 226.0, 248.0
_BASIS = ROOM - _BASIS_AT
_VALUE_TO_FILL = 70.0
_BAR_LABEL, _BAR_HEIGHT, _BAR_PITCH, _LONGEST_BAR = 92.0, 9.0, 14.3, 105.0


def subject_block(subject: Subject, figures: int, basis: int, remark: int) -> Block:
    """The project under its title, in at most so many figures and lines."""
    left = _figures(subject.figures[:figures])
    bars = _bars(subject.bars)
    if left.height or bars.height:
        beside_figures = int((left.height - bars.height) // LEADING)
        notes = _notes(subject.basis, _BASIS, max(basis, beside_figures))
        right = stack([bars, notes], 4)
        content = beside(left, right, _BASIS_AT) if left.height else right
    else:
        content = _notes(subject.basis, ROOM, basis)
    content = stack([content, _remark(subject.remark, remark)], 6)
    return titled(subject.title, content, ROOM, subject.aside)


def _notes(texts: Sequence[str], room: float, lines: int) -> Block:
    """What the figures rest on; the last note is shortened to the lines that are left."""
    notes = []
    for text in texts:
        if lines > 0:
            notes.append(paragraph(text, room, lines, SOFT))
            lines -= round(notes[-1].height / LEADING)
    return stack(notes)


def _figures(figures: Sequence[FigureLine]) -> Block:
    return stack([_figure(figure, last=figure is figures[-1]) for figure in figures])


def _figure(figure: FigureLine, *, last: bool) -> Block:
    value = printable(figure.value) if figure.value is not None else None
    style = STRONG if figure.strong else BODY
    value_room = _VALUE_TO_FILL if value is None else min(width(value, STRONG), 140)
    lines = fit(printable(figure.label), style, _FIGURES - value_room - 10, 2, hyphens=True)
    height = len(lines) * LEADING + 4.6

    def draw(paper: Paper, x: float, y: float) -> None:
        for number, line in enumerate(lines, 1):
            paper.text(x, y + number * LEADING - 3, line, style)
        baseline = y + LEADING - 3
        if value is None:
            answer_line(paper, x + _FIGURES - value_room, baseline + 1, value_room)
        else:
            paper.text_right(x + _FIGURES, baseline, shorten(value, STRONG, 140), STRONG)
        if not last:
            rule(paper, x, y + height - 2.4, _FIGURES, thick=False)

    return tagged(Role.PARAGRAPH, Block(height, draw))


def _bars(bars: Sequence[Bar]) -> Block:
    longest = max((bar.amount for bar in bars), default=0)
    if longest <= 0:
        return EMPTY

    def draw(paper: Paper, x: float, y: float) -> None:
        for bar in bars:
            label = shorten(printable(bar.label), SMALL_BLACK, _BAR_LABEL - 4)
            length = max(float(bar.amount / longest) * _LONGEST_BAR, 2)
            value_at = x + _BAR_LABEL + length + 4
            with paper.part(Role.PARAGRAPH):
                paper.text(x, y + 7.6, label, SMALL_BLACK)
                _draw_bar(paper, x + _BAR_LABEL, y, length, bar.drawn)
                value = shorten(printable(bar.value), SMALL_STRONG, RIGHT - value_at)
                paper.text(value_at, y + 7.6, value, SMALL_STRONG)
            y += _BAR_PITCH

    return Block(len(bars) * _BAR_PITCH, draw)


def _draw_bar(paper: Paper, x: float, y: float, length: float, drawn: str) -> None:
    paper.box(x, y, length, _BAR_HEIGHT, fill=0 if drawn == "black" else 1)
    if drawn == "hatched":
        paper.hatch(x, y, length, _BAR_HEIGHT)


def _remark(text: str, lines: int) -> Block:
    if not lines:
        return EMPTY
    content = paragraph(text, ROOM - 11, lines)
    if not content.height:
        return EMPTY

    def draw(paper: Paper, x: float, y: float) -> None:
        paper.block(x, y, 2.4, content.height + 1)
        content.draw(paper, x + 11, y)

    return Block(content.height + 1, draw)
