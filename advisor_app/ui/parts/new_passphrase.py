"""Choosing a passphrase: typed twice, its strength shown in words and bars."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from advisor_app.domain.passphrase import Advice, Judgement, Strength, judge
from advisor_app.i18n import _
from advisor_app.ui.parts.fields import Labelled
from advisor_app.ui.parts.secret import Secret
from advisor_app.ui.parts.text import Text
from advisor_app.ui.theme import sizes
from advisor_app.ui.theme.application import colors
from advisor_app.ui.theme.draw import box
from advisor_app.ui.theme.tokens import Tone
from advisor_app.ui.theme.type_scale import Type


class NewPassphrase(QWidget):
    """Two fields; `ready` says whether what stands in them may be used."""

    ready = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.M)
        self.first = Secret(name=_("New passphrase"))
        self.second = Secret(name=_("Once more"))
        self.bars = Bars()
        self.told = Text("", Type.SMALL, Tone.SECOND, wrap=True)
        column.addWidget(Labelled(_("New passphrase"), self.first))
        column.addWidget(self.bars)
        column.addWidget(self.told)
        column.addWidget(Labelled(_("Once more"), self.second))
        self.first.textChanged.connect(self._judge)
        self.second.textChanged.connect(self._judge)
        self._judge()

    def is_ready(self) -> bool:
        """Strong enough, and the same twice."""
        typed = self.first.text()
        return judge(typed).enough and typed == self.second.text()

    def take(self) -> str:
        """What was chosen; the fields are empty afterwards."""
        typed = self.first.take()
        self.second.take()
        return typed

    def _judge(self) -> None:
        typed = self.first.text()
        found = judge(typed)
        self.bars.show_strength(found.strength)
        words = judged(found) if typed else _("Four or five words that nobody would put together")
        if found.enough and self.second.text() and typed != self.second.text():
            words = _("The two are not the same yet.")
        self.told.setText(words)
        self.ready.emit(self.is_ready())


def judged(found: Judgement) -> str:
    """The judgement in words, with what would help most."""
    if found.strength is Strength.STRONG:
        return _("Strong: nobody guesses this.")
    if found.strength is Strength.FAIR:
        return _("Good. One more word would make it stronger.")
    words = {
        Advice.LONGER: _("Too short: take at least 8 letters, better four words."),
        Advice.COMMON: _("Too easy to guess: it holds a word that many people choose."),
        Advice.PATTERN: _("Too easy to guess: the letters repeat or follow each other."),
        Advice.MORE_WORDS: _("Too easy to guess: add a word or two."),
    }
    return words[found.advice]


class Bars(QWidget):
    """Three bars, as many filled as the passphrase is strong; the words are beside them."""

    def __init__(self) -> None:
        super().__init__()
        self._strength = Strength.NONE
        self.setFixedHeight(sizes.XS + sizes.TIGHT)

    def show_strength(self, strength: Strength) -> None:
        """Show another strength."""
        self._strength = strength
        self.setAccessibleName(_("Strength: {step} of 3").format(step=int(strength)))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bars."""
        paint = colors()
        painter = QPainter(self)
        count = int(Strength.STRONG)
        width = (self.width() - (count - 1) * sizes.S) / count
        weak = self._strength <= Strength.WEAK
        for place in range(count):
            fill = paint.warn if weak else paint.accent
            frame = QRectF(place * (width + sizes.S), 0, width, self.height())
            filled = place < self._strength
            box(painter, frame, self.height() / 2, fill if filled else paint.sunken, None)
        painter.end()
