"""A line beside a title that says less where it has less room, instead of ending in the middle."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from advisor_app.ui.parts.text import Text, broken, plain_tooltip
from advisor_app.ui.theme import sizes
from advisor_app.ui.theme.tokens import Tone
from advisor_app.ui.theme.type_scale import Type


class Shortening(Text):
    """The longest of its versions that has room: `lines` lines in a high window, else one.

    All of it is in the tooltip and for the screen reader.
    """

    def __init__(self, lines: int = 2) -> None:
        super().__init__("", Type.BODY, Tone.SECOND, wrap=True, most=lines)
        self._rows = lines
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._versions: tuple[str, ...] = ("",)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        # Folded, it leaves what stands at its right where it is.
        policy.setRetainSizeWhenHidden(True)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def say(self, *versions: str) -> None:
        """Say this, the longest version first."""
        self._versions = versions
        self.setAccessibleName(versions[0])
        self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More or less has room now."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Choose anew: the window may have another height."""
        shown = next((one for one in self._versions if self._has_room(one)), self._versions[-1])
        if shown != self.text():
            self.setText(shown)
        whole = self._versions[0]
        self.setToolTip("" if shown == whole else plain_tooltip(whole))

    def _has_room(self, words: str) -> bool:
        if self._rows == 1 or self.window().height() < sizes.LOW:
            return QFontMetricsF(self.font()).horizontalAdvance(words) < self.width()
        return len(broken(words, self, self.width())) <= self._rows
