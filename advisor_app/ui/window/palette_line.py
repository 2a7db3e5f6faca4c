"""The lines of the search's list."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from advisor_app.domain.names import folded
from advisor_app.i18n import pgettext
from advisor_app.i18n.key_words import key_words
from advisor_app.ui.parts.actions import Action
from advisor_app.ui.parts.icons import IconMark
from advisor_app.ui.parts.presence import Glyph, PresenceMark
from advisor_app.ui.parts.text import Text
from advisor_app.ui.theme import sizes
from advisor_app.ui.theme.application import colors
from advisor_app.ui.theme.text_size import scaled
from advisor_app.ui.theme.tokens import Tone
from advisor_app.ui.theme.type_scale import Type

_ROW = 46
_MOST = 6


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the list; a heading has no deed."""

    text: str
    about: str = ""
    aside: str = ""
    icon: str = ""
    glyph: Glyph | None = None
    deed: Callable[[], None] | None = None


class PaletteLine(QWidget):
    """One thing to open or do."""

    def __init__(self, entry: Entry, words: str) -> None:
        super().__init__()
        self.entry = entry
        self.pressed_with: Callable[[Entry], None] = lambda _entry: None
        self._chosen = False
        self._words = words
        self.setFixedHeight(scaled(_ROW))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        row = QHBoxLayout(self)
        row.setContentsMargins(sizes.L + 2, 0, sizes.L, 0)
        row.setSpacing(sizes.M)
        if entry.glyph is not None:
            row.addWidget(PresenceMark(entry.glyph, sizes.ICON_SMALL))
        else:
            row.addWidget(IconMark(entry.icon, sizes.ICON))
        row.addWidget(Text(entry.text, Type.BODY_MEDIUM))
        row.addWidget(Text(entry.about, Type.SMALL, Tone.HINT), 1)
        row.addWidget(Text(entry.aside, Type.SMALL, Tone.HINT))
        self.setAccessibleName(", ".join(filter(None, (entry.text, entry.about, entry.aside))))

    def choose(self, chosen: bool) -> None:
        """Mark the line, or not."""
        self._chosen = chosen
        self.update()

    def read_out(self) -> None:
        """Have a screen reader say the line, though the keyboard stays in the field."""
        from PySide6.QtGui import QAccessible, QAccessibleEvent

        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Focus))

    def is_chosen(self) -> bool:
        """Whether it is marked."""
        return self._chosen

    def mousePressEvent(self, _event: QEvent) -> None:
        """Do it."""
        self.pressed_with(self.entry)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the tint."""
        if self._chosen:
            paint = colors()
            painter = QPainter(self)
            painter.fillRect(self.rect(), paint.selected)
            painter.fillRect(0, 0, 3, self.height(), paint.accent)
            painter.end()


def indented(widget: QWidget) -> QHBoxLayout:
    """A heading in line with the entries below it."""
    row = QHBoxLayout()
    row.setContentsMargins(sizes.L, 0, sizes.L, 0)
    row.addWidget(widget)
    return row


def deeds_called(words: str, actions: Sequence[Action]) -> list[Entry]:
    """The actions whose words hold what is asked, accents and case left aside, under a heading.

    Where nothing is asked yet, the first of all that can be done now.
    """
    wanted = folded(words)
    called = [one for one in actions if one.ready() and wanted in folded(one.words)]
    if not called:
        return []
    return [
        Entry(pgettext("search", "Actions")),
        *(
            Entry(
                one.words,
                aside=key_words(one.keys[0]) if one.keys else "",
                icon=one.icon or "chevron-right",
                deed=one.deed,
            )
            for one in called[:_MOST]
        ),
    ]
