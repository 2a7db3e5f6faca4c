"""What frames the table: its card with the legend, and the bar of the ticked rows."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.domain.codes import State
from advisor_app.i18n import _
from advisor_app.i18n.portfolio_words import chosen_words, presence_words
from advisor_app.ui.parts.buttons import Button, Kind
from advisor_app.ui.parts.card import Card, Line
from advisor_app.ui.parts.presence import Glyph, PresenceMark, glyph_of
from advisor_app.ui.parts.text import Text
from advisor_app.ui.theme import sizes
from advisor_app.ui.theme.tokens import Tone
from advisor_app.ui.theme.type_scale import Type


def table_card(table: QWidget) -> Card:
    """The table above its legend."""
    card = Card()
    column = QVBoxLayout(card)
    column.setContentsMargins(1, 1, 1, 1)
    column.setSpacing(0)
    column.addWidget(table, 1)
    column.addWidget(Line())
    column.addWidget(Legend())
    return card


class ChosenBar(Card):
    """What can be done with the ticked rows; it says how many there are."""

    def __init__(self) -> None:
        super().__init__(fill="accent_tint", border="accent_line")
        self.setAccessibleName(_("Chosen households"))
        row = QHBoxLayout(self)
        row.setContentsMargins(sizes.L, sizes.S, sizes.S, sizes.S)
        row.setSpacing(sizes.M)
        self._words = Text("", Type.BODY_STRONG)
        self._all = Button("", Kind.LINK, role=Type.SMALL_MEDIUM)
        self.printing = Button(_("Print the sheets"), Kind.SECONDARY, icon="printer")
        self.exporting = Button(_("Export…"), Kind.SECONDARY, icon="download")
        self.snoozing = Button(_("Later…"), Kind.SECONDARY, icon="alarm-clock")
        self._none = Button("", Kind.GHOST, icon="x", name=_("Choose none"))
        row.addWidget(self._words)
        row.addWidget(self._all)
        row.addStretch(1)
        for button in (self.printing, self.snoozing, self.exporting, self._none):
            row.addWidget(button)
        self.all_asked = self._all.clicked
        self.none_asked = self._none.clicked

    def show_count(self, count: int, total: int) -> None:
        """Say how many are ticked, and offer the rest."""
        self._words.setText(chosen_words(count))
        self._all.setText(_("Choose all {count}").format(count=total))
        self._all.setVisible(count < total)
        self._all.updateGeometry()


class Legend(QWidget):
    """What the glyphs mean."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(sizes.M, sizes.S, sizes.M, sizes.S)
        row.setSpacing(sizes.S)
        for state in (State.MET, State.DRIFTING, State.VOICE_ONLY, State.ONLINE_ONLY, State.SILENT):
            row.addWidget(PresenceMark(glyph_of(state, not_introduced=False), 12))
            row.addWidget(Text(presence_words(state), Type.CAPTION, Tone.SECOND))
            row.addSpacing(sizes.S)
        row.addWidget(PresenceMark(Glyph.NOT_INTRODUCED, 12))
        row.addWidget(Text(_("Not introduced"), Type.CAPTION, Tone.SECOND))
        row.addStretch(1)
