"""Boxes and round buttons whose words take as many lines as they need: Qt's own cut them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QRadioButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
)

from advisor_app.ui.parts.text import broken
from advisor_app.ui.theme import sizes
from advisor_app.ui.theme.application import colors
from advisor_app.ui.theme.type_scale import Type, line_height

_BOX = QStyle.PrimitiveElement.PE_IndicatorCheckBox
_ROUND = QStyle.PrimitiveElement.PE_IndicatorRadioButton


if TYPE_CHECKING:
    _Button = QAbstractButton
else:  # each of the two has its own kind of button, which comes after this in their bases
    _Button = object


class _Lines(_Button):
    """What both say of themselves: words beside a mark, on as many lines as they need."""

    def hasHeightForWidth(self) -> bool:
        """The words may need several lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of the lines."""
        lines = broken(_words(self), self, width - _beside())
        return max(len(lines), 1) * line_height(Type.BODY)

    def sizeHint(self) -> QSize:
        """All on one line."""
        words = QFontMetricsF(self.font()).horizontalAdvance(_words(self))
        return QSize(_beside() + round(words) + 2, line_height(Type.BODY))

    def minimumSizeHint(self) -> QSize:
        """The mark; the words give way."""
        return QSize(_beside(), line_height(Type.BODY))

    def hitButton(self, place: QPoint) -> bool:
        """The words choose too."""
        return self.rect().contains(place)


class Check(_Lines, QCheckBox):
    """A box to tick, with its words."""

    def __init__(self, words: str) -> None:
        super().__init__(words.replace("&", "&&"))
        _let_wrap(self)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box and the lines."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        _paint(self, option, _BOX)


class Radio(_Lines, QRadioButton):
    """One of a few, with its words."""

    def __init__(self, words: str) -> None:
        super().__init__(words.replace("&", "&&"))
        _let_wrap(self)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the mark and the lines."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        _paint(self, option, _ROUND)


def _words(button: QAbstractButton) -> str:
    """The words as they read: Qt takes a single "&" for a key."""
    return button.text().replace("&&", "&")


def _let_wrap(button: QAbstractButton) -> None:
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    button.setSizePolicy(policy)


def _paint(
    button: QAbstractButton, option: QStyleOptionButton, mark: QStyle.PrimitiveElement
) -> None:
    painter = QPainter(button)
    line = line_height(Type.BODY)
    option.rect = QRect(0, (line - sizes.ICON) // 2, sizes.ICON, sizes.ICON)
    button.style().drawPrimitive(mark, option, painter, button)
    paint = colors()
    painter.setFont(button.font())
    painter.setPen(paint.text if button.isEnabled() else paint.disabled_text)
    room = button.width() - _beside()
    for index, words in enumerate(broken(_words(button), button, room)):
        frame = QRectF(_beside(), index * line, room, line)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip
        painter.drawText(frame, int(flags), words)
    painter.end()


def _beside() -> int:
    """Where the words begin: beside the box."""
    return sizes.ICON + sizes.S
