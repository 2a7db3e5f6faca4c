"""Who looked at the file, who changed it, and why: the trail, as far as it is about these clients."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from advisor_app.domain.client_record import HistoryLine
from advisor_app.i18n import _
from advisor_app.i18n.formats import clock, plain_date
from advisor_app.i18n.record_words import history_why, history_words
from advisor_app.ui.pages.client.edits import Shown
from advisor_app.ui.pages.client.tab import Tab, column_of, empty, titled
from advisor_app.ui.parts.card import Card
from advisor_app.ui.parts.discreet import Folded
from advisor_app.ui.parts.text import Text
from advisor_app.ui.theme import sizes
from advisor_app.ui.theme.text_size import scaled
from advisor_app.ui.theme.tokens import Tone
from advisor_app.ui.theme.type_scale import Type

_WHEN, _WHO = 220, 170


class HistoryTab(Tab):
    """Only read: the trail only grows."""

    def show_household(self, shown: Shown, *, narrow: bool) -> None:  # noqa: ARG002 one column at any width
        """Show one household."""
        hidden = Folded(_("History hidden"), bare=False)
        self.renew(column_of([hidden if shown.discreet else history_card(shown)]))


def history_card(shown: Shown) -> Card:
    """One line a deed, the latest first."""
    made, column = titled(_("Who looked, who changed, and why"))
    for line in shown.record.history:
        column.addWidget(_line(line))
    if not shown.record.history:
        empty(column, _("Nobody has opened this file yet."))
    return made


def _line(line: HistoryLine) -> QWidget:
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(sizes.M)
    when = _("{day} at {time}").format(day=plain_date(line.at.date()), time=clock(line.at.time()))
    for words, width, tone in (
        (when, scaled(_WHEN), Tone.SECOND),
        (line.who or _("The program"), scaled(_WHO), Tone.SECOND),
    ):
        text = Text(words, Type.SMALL, tone)
        text.setFixedWidth(width)
        row.addWidget(text, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Text(history_words(line), Type.SMALL_MEDIUM, wrap=True), 1)
    row.addWidget(Text(history_why(line), Type.SMALL, Tone.HINT, wrap=True), 1)
    return whole
