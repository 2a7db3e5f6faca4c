"""The four figures: each follows its label, carries its denominator, and leads to its list."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.i18n import _
from advisor_app.ui.pages.today.words import FigureWords
from advisor_app.ui.parts.buttons import Button, Kind
from advisor_app.ui.parts.card import Card, Line
from advisor_app.ui.parts.text import Text
from advisor_app.ui.theme import sizes
from advisor_app.ui.theme.tokens import Tone
from advisor_app.ui.theme.type_scale import Type


class FigureCard(Card):
    """The card with the four figures."""

    asked_met = Signal()
    asked_online = Signal()
    asked_not_introduced = Signal()
    asked_due = Signal()

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._met = Figure(_("Met face to face in the last 12 months"), "")
        self._online = Figure(_("Served online only"), _("See the list"))
        self._new = Figure(_("Not met since the change of advisor"), _("See the list"))
        self._due = Figure(_("Follow-ups to do"), "")
        self._all = (self._met, self._online, self._new, self._due)
        for index, figure in enumerate(self._all):
            if index:
                row.addWidget(Line(standing=True))
            row.addWidget(figure, 1)
        self._online.link.clicked.connect(self.asked_online)
        self._new.link.clicked.connect(self.asked_not_introduced)

    def show_figures(self, figures: Sequence[FigureWords]) -> None:
        """Show the day's figures."""
        for place, words in zip(self._all, figures, strict=True):
            place.show_figure(words)

    def show_trend(self, trend: str) -> None:
        """Show how the first figure moved since January."""
        self._met.show_trend(trend)


class Figure(QWidget):
    """One figure: label, number, denominator, and a trend or a link."""

    def __init__(self, label: str, link: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.CARD_PAD, sizes.M - 1, sizes.S, sizes.S)
        column.setSpacing(sizes.TIGHT)
        column.addWidget(Text(label, Type.SMALL_MEDIUM, Tone.SECOND, wrap=True))
        column.addStretch(1)
        line = QHBoxLayout()
        line.setSpacing(sizes.S)
        self._number = Text("", Type.FIGURE)
        self._of = Text("", Type.SMALL, Tone.SECOND, wrap=True, most=2)
        bottom = Qt.AlignmentFlag.AlignBottom
        line.addWidget(self._number, 0, bottom)
        line.addWidget(self._of, 1, bottom)
        column.addLayout(line)
        self._trend = Text("", Type.CAPTION, Tone.SECOND)
        self.link = Button(
            link, Kind.LINK, icon_after="chevron-right", role=Type.CAPTION_MEDIUM, height=sizes.L
        )
        column.addWidget(self.link if link else self._trend)

    def show_trend(self, trend: str) -> None:
        """Show how the number moved."""
        self._trend.setText(trend)

    def show_figure(self, words: FigureWords) -> None:
        """Show the number of the day."""
        self._number.setText(words.number)
        self._of.setText(words.of)
        self.setAccessibleName(f"{words.number} {words.of}")
