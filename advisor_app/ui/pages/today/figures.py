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
        self._met = Figure(
            _("Met face to face in the last 12 months"), _("See the list"), trend=True
        )
        self._online = Figure(_("Served online only"), _("See the list"))
        self._new = Figure(_("Not met since the change of advisor"), _("See the list"))
        self._due = Figure(_("Follow-ups to do"), _("Open the follow-ups"))
        self._all = (self._met, self._online, self._new, self._due)
        for index, figure in enumerate(self._all):
            if index:
                row.addWidget(Line(standing=True))
            row.addWidget(figure, 1)
        self._met.link.clicked.connect(self.asked_met)
        self._online.link.clicked.connect(self.asked_online)
        self._new.link.clicked.connect(self.asked_not_introduced)
        self._due.link.clicked.connect(self.asked_due)

    def show_figures(self, figures: Sequence[FigureWords]) -> None:
        """Show the day's figures."""
        for place, words in zip(self._all, figures, strict=True):
            place.show_figure(words)

    def show_trend(self, trend: str) -> None:
        """Show how the first figure moved since January."""
        self._met.show_trend(trend)


class Figure(QWidget):
    """One figure: label, number, denominator, and a link; with a trend, the link is an arrow."""

    def __init__(self, label: str, link: str, *, trend: bool = False) -> None:
        super().__init__()
        self._label = label
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.CARD_PAD, sizes.M - 1, sizes.S, sizes.S)
        column.setSpacing(sizes.TIGHT)
        column.addWidget(Text(label, Type.SMALL_MEDIUM, Tone.SECOND, wrap=True))
        column.addStretch(1)
        line = QHBoxLayout()
        line.setSpacing(sizes.S)
        self._number = Text("", Type.FIGURE)
        self._of = Text("", Type.SMALL, Tone.SECOND, wrap=True)
        bottom = Qt.AlignmentFlag.AlignBottom
        line.addWidget(self._number, 0, bottom)
        line.addWidget(self._of, 1, bottom)
        column.addLayout(line)
        self._trend = Text("", Type.CAPTION, Tone.SECOND, wrap=True)
        self.link = Button(
            "" if trend else link,
            Kind.LINK,
            icon_after="chevron-right",
            name=_("{link}: {figure}").format(link=link, figure=label),
            role=Type.CAPTION_MEDIUM,
            height=sizes.L,
        )
        foot = QHBoxLayout()
        foot.setSpacing(sizes.XS)
        if trend:
            foot.addWidget(self._trend, 1)
        foot.addWidget(self.link)
        foot.addStretch(0 if trend else 1)
        column.addLayout(foot)

    def show_trend(self, trend: str) -> None:
        """Show how the number moved."""
        self._trend.setText(trend)

    def show_figure(self, words: FigureWords) -> None:
        """Show the number of the day."""
        self._number.setText(words.number)
        self._of.setText(words.of)
        self.setAccessibleName(f"{self._label}: {words.number} {words.of}")
        self.link.setAccessibleDescription(f"{words.number} {words.of}")
