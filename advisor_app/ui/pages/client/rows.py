"""Rows of a card's list: read only, or pressed to change what they say."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.ui.parts.card import RowButton
from advisor_app.ui.parts.text import Text
from advisor_app.ui.theme import sizes
from advisor_app.ui.theme.tokens import Tone
from advisor_app.ui.theme.type_scale import Type


class TallRow(RowButton):
    """A row whose texts wrap: its height follows its width."""

    def hasHeightForWidth(self) -> bool:
        """Texts inside wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """What the content needs at a width."""
        layout = self.layout()
        return self.sizeHint().height() if layout is None else layout.totalHeightForWidth(width)


def two_lines(title: str, about: str, mark: QWidget | None = None) -> QHBoxLayout:
    """A title and what is said of it, with a mark at the left."""
    row = QHBoxLayout()
    row.setSpacing(sizes.M)
    if mark is not None:
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(Text(title, Type.BODY_STRONG, wrap=True))
    if about:
        words.addWidget(Text(about, Type.SMALL, Tone.SECOND, wrap=True))
    row.addLayout(words, 1)
    return row


def pressed_row(
    title: str, about: str, press: Callable[[], None], mark: QWidget | None = None
) -> TallRow:
    """A row of two lines that does something."""
    row = TallRow(first=True)
    row.setAccessibleName(f"{title}, {about}" if about else title)
    across = two_lines(title, about, mark)
    across.setContentsMargins(sizes.S, sizes.S, sizes.S, sizes.S)
    row.setLayout(across)
    row.clicked.connect(press)
    for inside in row.findChildren(QWidget):
        inside.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return row
