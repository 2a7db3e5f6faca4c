"""What frames the table: its card with the legend, and the bar of the ticked rows."""

from PySide6.QtGui import QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.domain.codes import State
from advisor_app.i18n import _
from advisor_app.i18n.portfolio_words import chosen_words, presence_words
from advisor_app.ui.parts.buttons import Button, Kind
from advisor_app.ui.parts.card import Card, Line
from advisor_app.ui.parts.flow import Flow
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
        self._words, self._longest = Text("", Type.BODY_STRONG), ""
        self._all = Button("", Kind.LINK, role=Type.SMALL_MEDIUM)
        # Room for the link is kept where it does not show: the deeds stay where they are.
        policy = self._all.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._all.setSizePolicy(policy)
        self.printing = Button(_("Print the sheets"), Kind.SECONDARY, icon="printer")
        self.papers = Button(
            _("Other papers"), Kind.SECONDARY, icon="file-text", icon_after="chevron-down"
        )
        self.exporting = Button(_("Export…"), Kind.SECONDARY, icon="download")
        self.snoozing = Button(_("Later…"), Kind.SECONDARY, icon="alarm-clock")
        self._signed = True
        self._signs = {
            self.printing: "printer",
            self.papers: "file-text",
            self.snoozing: "alarm-clock",
            self.exporting: "download",
        }
        self._none = Button("", Kind.GHOST, icon="x", name=_("Choose none"))
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._parts.setContentsMargins(sizes.L, sizes.S, sizes.S, sizes.S)
        self._parts.setSpacing(sizes.S)
        self._said = _row(self._words, self._all)
        self._said.addStretch(1)
        self._deeds = _row(self.printing, self.papers, self.snoozing, self.exporting, self._none)
        self._deeds.insertStretch(0, 1)
        self._parts.addLayout(self._said, 1)
        self._parts.addLayout(self._deeds)
        self.all_asked = self._all.clicked
        self.none_asked = self._none.clicked

    def show_count(self, count: int, shown: int, total: int) -> None:
        """Say how many are ticked, how many of them the list of `total` shows; offer the rest."""
        self._words.setText(chosen_words(count, shown))
        # Room for everybody's number is kept too.
        self._longest = chosen_words(total, total)
        self._all.setText(_("Choose all {count}").format(count=total))
        self._all.setVisible(shown < total)
        self._all.updateGeometry()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where both do not fit beside each other, the deeds stand below the words."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        width = QFontMetricsF(self._words.font()).horizontalAdvance
        words = max(width(self._words.text()), width(self._longest))
        link = self._all.sizeHint().width()
        deeds = self._deeds_width()
        needed = words + link + deeds + 4 * sizes.L
        beside = needed <= self.width()
        ways = QBoxLayout.Direction
        self._parts.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        self._wear(signed=deeds + sizes.L + sizes.S <= self.width())

    def _deeds_width(self) -> int:
        """How wide the deeds are with their icons, whether or not these show."""
        icons = 0 if self._signed else len(self._signs) * (sizes.ICON + sizes.S)
        return self._deeds.sizeHint().width() + icons

    def _wear(self, *, signed: bool) -> None:
        """The words stay whole in a small window: the icons before them give way."""
        if signed == self._signed:
            return
        self._signed = signed
        for deed, sign in self._signs.items():
            deed.set_icon(sign if signed else "")
            deed.updateGeometry()


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(sizes.M)
    for widget in widgets:
        row.addWidget(widget)
    return row


class Legend(QWidget):
    """What the glyphs mean."""

    def __init__(self) -> None:
        super().__init__()
        flow = Flow(self, gap=sizes.M)
        flow.setContentsMargins(sizes.M, sizes.S, sizes.M, sizes.S)
        for state in (State.MET, State.DRIFTING, State.VOICE_ONLY, State.ONLINE_ONLY, State.SILENT):
            glyph = glyph_of(state, not_introduced=False)
            flow.addWidget(_explained(glyph, presence_words(state)))
        flow.addWidget(_explained(Glyph.NOT_INTRODUCED, _("Not introduced")))


def _explained(glyph: Glyph, words: str) -> QWidget:
    whole = QWidget()
    row = _row(PresenceMark(glyph, sizes.M), Text(words, Type.CAPTION, Tone.SECOND))
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(sizes.S)
    whole.setLayout(row)
    return whole
