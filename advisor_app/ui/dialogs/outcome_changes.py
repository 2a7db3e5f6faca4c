"""What the answers of a meeting note will change, as a service says it: "Ce qui va changer"."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from advisor_app.i18n import _
from advisor_app.i18n.outcome_words import ChangeKind, ChangeWords
from advisor_app.ui.parts.card import Badge, Card, Row
from advisor_app.ui.parts.scroll import Scroll
from advisor_app.ui.parts.states import Stage
from advisor_app.ui.parts.text import Text
from advisor_app.ui.theme import sizes
from advisor_app.ui.theme.tokens import Tone
from advisor_app.ui.theme.type_scale import Type

_MARKS = {
    ChangeKind.PRESENCE: ("circle-check", "accent_tint", "accent_text"),
    ChangeKind.INTRODUCTION: ("handshake", "accent_tint", "accent_text"),
    ChangeKind.PROJECT: ("house", "project_tint", "project_text"),
    ChangeKind.TO_DO: ("alarm-clock", "warn_tint", "warn_text"),
    ChangeKind.REST: ("coffee", "digital_tint", "digital_text"),
    ChangeKind.NEXT: ("calendar-days", "accent_tint", "accent_text"),
}


class ChangesCard(Card):
    """A line for each change; it says so where nothing changes yet. `retried` asks again."""

    retried = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("What will change"))
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.L, sizes.M, sizes.L, sizes.M)
        column.setSpacing(sizes.M)
        column.addWidget(Text(_("What will change"), Type.H2, wrap=True))
        scroll = Scroll()
        self._held = Row(first=True)
        scroll.hold(self._held)
        self._lines = QVBoxLayout(self._held)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(sizes.M)
        self.stage = Stage(scroll, None, self.retried.emit)
        column.addWidget(self.stage, 1)
        safe = _("Nothing leaves by itself: you read it again before it is sent.")
        column.addWidget(Text(safe, Type.CAPTION, Tone.HINT, wrap=True))
        self.show_changes(())

    def show_changes(self, words: Sequence[ChangeWords]) -> None:
        """Show them, in their order."""
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for one in words:
            self._lines.addWidget(_line(one))
        if not words:
            self._lines.addWidget(Text(_("Nothing yet."), Type.SMALL, Tone.SECOND, wrap=True))
        self._lines.addStretch(1)
        self.stage.show_content()

    def said(self) -> str:
        """All of it, as it reads."""
        return "\n".join(text.text() for text in self._held.findChildren(Text))


def _line(words: ChangeWords) -> Row:
    line = Row(first=True)
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(sizes.M)
    row.addWidget(Badge(*_MARKS[words.kind]))
    column = QVBoxLayout()
    column.setSpacing(0)
    column.addWidget(Text(words.title, Type.SMALL_STRONG, wrap=True))
    if words.detail:
        column.addWidget(Text(words.detail, Type.CAPTION, Tone.SECOND, wrap=True))
    row.addLayout(column, 1)
    return line
