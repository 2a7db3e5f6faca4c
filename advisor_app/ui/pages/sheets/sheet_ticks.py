"""What stands on a sheet, and what is hidden on it: a tick each."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from advisor_app.domain.sheet_choices import SheetBlock, SheetChoices
from advisor_app.i18n import _
from advisor_app.ui.parts.card import Line
from advisor_app.ui.parts.choices import Check
from advisor_app.ui.parts.text import Text
from advisor_app.ui.theme import sizes
from advisor_app.ui.theme.tokens import Tone
from advisor_app.ui.theme.type_scale import Type


class SheetTicks(QWidget):
    """The ticks; `changed` gives what is chosen after each.

    What is hidden stays hidden for whatever papers are shown, until it is unticked or the day is
    over (`services.sheet_choices` says why).
    """

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        # Not to be ticked before it is known what was chosen before: it would be overwritten.
        self.setEnabled(False)
        self._blocks = {block: Check(words) for block, words in _block_words().items()}
        self._amounts = Check(_("Hide amounts"))
        self._initials = Check(_("Hide names, initials only"))
        for tick in self._blocks.values():
            tick.setChecked(True)
        for tick in (*self._blocks.values(), self._amounts, self._initials):
            tick.toggled.connect(lambda _on: self.changed.emit(self.chosen()))
        # A reader of the screen hears what stands below the words, too.
        for_whom = _("for a home visit")
        self._initials.setAccessibleDescription(for_whom)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.S)
        column.addWidget(Text(_("On the sheet"), Type.H2))
        for tick in self._blocks.values():
            column.addWidget(tick)
        column.addSpacing(sizes.XS)
        column.addWidget(Line())
        column.addSpacing(sizes.XS)
        column.addWidget(Text(_("Discretion"), Type.H3))
        column.addWidget(self._amounts)
        column.addWidget(self._initials)
        # Nearer to its tick than another one would be, and in line with its words.
        column.addSpacing(-sizes.S)
        below = QVBoxLayout()
        below.setContentsMargins(sizes.ICON + sizes.S, 0, 0, 0)
        below.addWidget(Text(for_whom, Type.SMALL, Tone.SECOND, wrap=True))
        column.addLayout(below)

    def chosen(self) -> SheetChoices:
        """What is ticked."""
        left_out = (block for block, tick in self._blocks.items() if not tick.isChecked())
        return SheetChoices(
            frozenset(left_out), self._amounts.isChecked(), self._initials.isChecked()
        )

    def show_choices(self, choices: SheetChoices) -> None:
        """Show what is chosen, without telling anybody."""
        before = self.blockSignals(True)
        for block, tick in self._blocks.items():
            tick.setChecked(block not in choices.without)
        self._amounts.setChecked(choices.hide_amounts)
        self._initials.setChecked(choices.initials)
        self.blockSignals(before)
        self.setEnabled(True)


def _block_words() -> dict[SheetBlock, str]:
    return {
        SheetBlock.THREAD: _("The thread of the relation"),
        SheetBlock.FIGURES: _("The projects and their figures"),
        SheetBlock.QUESTIONS: _("The questions to ask"),
        SheetBlock.DOCUMENTS: _("The documents to ask for"),
        SheetBlock.REMEMBER: _("To remember"),
        SheetBlock.HANDWRITING: _("Room to write by hand"),
    }
