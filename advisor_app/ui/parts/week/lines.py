"""Words in a block of the week: as many lines as have room; the tooltip has the rest."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from advisor_app.ui.theme.type_scale import Type, font, line_height


def write_lines(painter: QPainter, frame: QRectF, text: str, role: Type) -> float:
    """Write what fits into the frame, and give back where the next words may begin."""
    room = int(frame.height() // line_height(role))
    return _write(painter, frame, fitting(text, font(role), frame.width(), room), role)


def write_whole(painter: QPainter, frame: QRectF, choices: Iterable[str], role: Type) -> float:
    """Write the first of several texts that has room as a whole; nothing where none has."""
    room = int(frame.height() // line_height(role))
    for text in choices:
        if fits(text, font(role), frame.width(), room):
            return _write(painter, frame, _broken(text, font(role), frame.width()), role)
    return frame.top()


def fits(text: str, role: QFont, width: float, room: int) -> bool:
    """Whether a text has room in so many lines, without a word being cut."""
    words = max((QFontMetricsF(role).horizontalAdvance(one) for one in text.split(" ")), default=0)
    return words <= width and len(_broken(text, role, width)) <= room


def _write(painter: QPainter, frame: QRectF, lines: Iterable[str], role: Type) -> float:
    height, top = line_height(role), frame.top()
    painter.setFont(font(role))
    flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    for line in lines:
        painter.drawText(QRectF(frame.left(), top, frame.width(), height), flags, line)
        top += height
    return top


def fitting(text: str, role: QFont, width: float, room: int) -> list[str]:
    """The text cut into so many lines at most; the last ends with "…" where words are left."""
    lines = _broken(text, role, width)
    kept = [_within(line, role, width) for line in lines[:room]]
    if kept and len(lines) > room:
        kept[-1] = _with_dots(kept[-1], role, width)
    return kept


def _within(line: str, role: QFont, width: float) -> str:
    """A word that is wider than its place is cut, and not broken in two lines."""
    if QFontMetricsF(role).horizontalAdvance(line) <= width:
        return line
    return _with_dots(line, role, width)


def _with_dots(line: str, role: QFont, width: float) -> str:
    metrics = QFontMetricsF(role)
    while line and metrics.horizontalAdvance(f"{line}…") > width:
        line = line[:-1].rstrip()
    return f"{line}…"


def _broken(text: str, role: QFont, width: float) -> list[str]:
    layout = QTextLayout(text, role)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout.setTextOption(option)
    layout.beginLayout()
    lines: list[str] = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1.0))
        line.setPosition(QPointF(0, 0))
        lines.append(text[line.textStart() : line.textStart() + line.textLength()].rstrip())
    layout.endLayout()
    return lines
