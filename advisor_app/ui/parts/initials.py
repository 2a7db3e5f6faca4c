"""A person's initials in a disc."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from advisor_app.ui.parts.icons import draw_icon
from advisor_app.ui.theme import sizes
from advisor_app.ui.theme.application import colors
from advisor_app.ui.theme.draw import box
from advisor_app.ui.theme.text_size import scaled
from advisor_app.ui.theme.type_scale import Type, font

_SIDE = 42


class Initials(QWidget):
    """The disc; a person's mark where there is no name. The name stands beside it in words."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._letters = initials(name)
        self.setFixedSize(scaled(_SIDE), scaled(_SIDE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw disc and letters."""
        paint = colors()
        painter = QPainter(self)
        disc = QRectF(self.rect())
        box(painter, disc, scaled(_SIDE) / 2, paint.accent_tint, None)
        if self._letters:
            painter.setPen(paint.accent_text)
            painter.setFont(font(Type.SMALL_STRONG))
            painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, self._letters)
        else:
            frame = QRectF(0, 0, sizes.ICON_LARGE, sizes.ICON_LARGE)
            frame.moveCenter(disc.center())
            draw_icon(painter, "lock", frame, paint.accent_text)
        painter.end()


def initials(name: str) -> str:
    """The first letters of the first and the last word."""
    words = name.split()
    return "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper()
