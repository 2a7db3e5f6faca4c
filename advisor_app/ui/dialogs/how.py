"""How the list is made, for one row: its facts, the parts of its order, and the rules."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from advisor_app.i18n import _
from advisor_app.i18n.suggestion_rules import how_the_list_is_made
from advisor_app.i18n.why_words import WhyWords
from advisor_app.ui.dialogs.reading import ReadingDialog
from advisor_app.ui.parts.card import Line
from advisor_app.ui.parts.text import Text
from advisor_app.ui.theme import sizes
from advisor_app.ui.theme.tokens import Tone
from advisor_app.ui.theme.type_scale import Type


class HowDialog(ReadingDialog):
    """Why this household stands where it does, then what holds for every row."""

    def __init__(self, window: QWidget, name: str, why: WhyWords) -> None:
        super().__init__(window, _("How this list is made"))
        self._heading(name)
        self._say(why.place)
        self._pairs(_("The facts"), [(one.sentence, one.strength) for one in why.facts])
        self._pairs(_("The parts of the order"), [(one.asks, one.counts) for one in why.parts])
        if why.form:
            self._heading(_("Why in this form"))
            self._say(why.form)
        self._list(_("What was left aside"), why.kept)
        self.lines.addSpacing(sizes.S)
        self.lines.addWidget(Line())
        self._list(_("The rules, for every row"), how_the_list_is_made())
        self.lines.addStretch(1)

    def _heading(self, words: str) -> None:
        self.lines.addSpacing(sizes.XS)
        self.lines.addWidget(Text(words, Type.H3, wrap=True))

    def _say(self, words: str) -> None:
        self.lines.addWidget(Text(words, Type.BODY, wrap=True))

    def _pairs(self, heading: str, pairs: Sequence[tuple[str, str]]) -> None:
        if not pairs:
            return
        self._heading(heading)
        for words, aside in pairs:
            row = QHBoxLayout()
            row.setSpacing(sizes.L)
            row.addWidget(Text(words, Type.BODY, wrap=True), 1)
            row.addWidget(Text(aside, Type.SMALL, Tone.SECOND))
            self.lines.addLayout(row)

    def _list(self, heading: str, sentences: Sequence[str]) -> None:
        if sentences:
            self._heading(heading)
        for sentence in sentences:
            self._say(sentence)
