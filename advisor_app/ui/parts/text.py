"""Text that is never markup, with the type scale's line heights, wrapped or elided."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from advisor_app.ui.theme.application import colors
from advisor_app.ui.theme.tokens import Tone
from advisor_app.ui.theme.type_scale import Type, font, line_height

_UNBOUND = 1_000_000.0
_WIDTHS_KEPT = 8
# A tooltip of so many letters stays on one line.
_SHORT = 60
# How wide a few letters are, by font.
_NARROW: dict[str, int] = {}


class Text(QLabel):
    """A piece of text in one role and tone.

    `wrap` lets it take as many lines as it needs, or `most`; otherwise it is one line. What is cut
    ends with an ellipsis, and the whole text is in the tooltip. Data may stand in it: it is always
    PlainText.
    """

    def __init__(
        self,
        text: str = "",
        role: Type = Type.BODY,
        tone: Tone = Tone.TEXT,
        *,
        wrap: bool = False,
        most: int = 0,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        super().__init__()
        self._laid: dict[int, list[str]] = {}
        self._wide: int | None = None
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._tone, self._wrap, self._most = tone, wrap, most
        # Kept as the font is: layouts ask for it more than a thousand times a change of page.
        self._line = line_height(role)
        self.setAlignment(align)
        self.setFont(font(role))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(wrap)
        self.setSizePolicy(policy)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show another text."""
        super().setText(text)
        self._forget()
        self.updateGeometry()
        self.update()

    def setFont(self, font: QFont | str | Sequence[str]) -> None:
        """Show the text in another font."""
        super().setFont(font)
        self._forget()

    def set_role(self, role: Type) -> None:
        """Show the text in another size."""
        self._line = line_height(role)
        self.setFont(font(role))
        self.updateGeometry()

    def set_tone(self, tone: Tone) -> None:
        """Show the text in another colour."""
        self._tone = tone
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Whether the height depends on the width."""
        return self._wrap

    def heightForWidth(self, width: int) -> int:
        """The height that the lines need."""
        return max(len(self._lines(width)), 1) * self._line

    def sizeHint(self) -> QSize:
        """All the text on as few lines as it has."""
        lines = self.text().count("\n") + 1 if self._wrap else 1
        return QSize(self._width(), lines * self._line)

    def longest_word(self) -> int:
        """The width under which a word would be broken."""
        metrics = QFontMetricsF(self.font())
        return (
            math.ceil(max(metrics.horizontalAdvance(word) for word in self.text().split(" "))) + 1
        )

    def minimumSizeHint(self) -> QSize:
        """A few letters: rows give way before they push their neighbours out."""
        return QSize(min(_narrow(self.font()), self._width()), self._line)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the lines, the middle of each on the middle of its line height."""
        painter = QPainter(self)
        painter.setFont(self.font())
        tone = self._tone if self.isEnabled() else Tone.DISABLED
        painter.setPen(colors().of(tone))
        lines = self._lines(self.width()) if self._wrap else [self._elided()]
        height = self._line
        top = (self.height() - len(lines) * height) / 2 if self._centred() else 0.0
        flags = self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask
        for index, line in enumerate(lines):
            frame = QRectF(0, top + index * height, self.width(), height)
            painter.drawText(
                frame,
                int(flags | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip),
                line,
            )
        painter.end()

    def _forget(self) -> None:
        self._laid.clear()
        self._wide = None

    def _width(self) -> int:
        """Of the longest line; kept, as the lines are."""
        if self._wide is None:
            metrics = QFontMetricsF(self.font())
            longest = max(metrics.horizontalAdvance(line) for line in self.text().split("\n"))
            self._wide = math.ceil(longest) + 1
        return self._wide

    def _centred(self) -> bool:
        return not self._wrap or bool(self.alignment() & Qt.AlignmentFlag.AlignVCenter)

    def _elided(self) -> str:
        metrics = QFontMetricsF(self.font())
        text = self.text().replace("\n", " ")
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, self.width() + 0.5)
        self.setToolTip(plain_tooltip(text) if shown != text else "")
        return shown

    def _lines(self, width: int) -> list[str]:
        """The lines at a width; kept, for a layout asks for the same height many times."""
        if width not in self._laid:
            if len(self._laid) >= _WIDTHS_KEPT:
                self._laid.clear()
            self._laid[width] = self._laid_out(width)
        return self._laid[width]

    def _laid_out(self, width: int) -> list[str]:
        lines: list[str] = []
        for paragraph in self.text().split("\n"):
            lines += broken(paragraph, self, width)
        if self._most and len(lines) > self._most:
            return self._cut(lines, width)
        return lines

    def _cut(self, lines: list[str], width: int) -> list[str]:
        kept, rest = lines[: self._most - 1], " ".join(lines[self._most - 1 :])
        metrics = QFontMetricsF(self.font())
        last = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)
        self.setToolTip(plain_tooltip(self.text()))
        return [*kept, last]


def _narrow(font: QFont) -> int:
    key = font.key()
    if key not in _NARROW:
        _NARROW[key] = math.ceil(QFontMetricsF(font).horizontalAdvance("mmmm"))
    return _NARROW[key]


def broken(text: str, label: QWidget, width: int) -> list[str]:
    """A paragraph cut into lines of a width."""
    layout = QTextLayout(text, label.font())
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    lines: list[str] = []
    while True:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width if width > 0 else _UNBOUND)
        line.setPosition(QPointF(0, 0))
        lines.append(text[line.textStart() : line.textStart() + line.textLength()].rstrip())
    layout.endLayout()
    return lines


def plain_tooltip(text: str) -> str:
    """A tooltip that Qt cannot take for markup: Qt guesses, and a name may look like a tag."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    # Qt breaks marked texts at a width of its own, a short name in the middle too.
    way = ' style="white-space: pre"' if len(text) <= _SHORT else ""
    return f"<span{way}>{escaped}</span>"
