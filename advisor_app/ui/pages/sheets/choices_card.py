"""The third column of the papers' page: what is on the sheet, what is hidden, how it is printed."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from advisor_app.domain.sheet_choices import SheetChoices
from advisor_app.i18n import _
from advisor_app.ui.pages.sheets.printing import PrintingChoices
from advisor_app.ui.pages.sheets.sheet_ticks import SheetTicks
from advisor_app.ui.parts.buttons import Button, Kind
from advisor_app.ui.parts.card import Card, Line
from advisor_app.ui.parts.notices import Mood, NoteBox
from advisor_app.ui.parts.scroll import Scroll
from advisor_app.ui.theme import sheets_sizes, sizes


class ChoicesCard(Card):
    """The choices, and the reminder that the client may read everything.

    `button` opens it where it has no room of its own: it then stands in the place of `instead`, so
    that what is ticked is still seen on the preview.
    """

    def __init__(self, instead: QWidget) -> None:
        super().__init__()
        self._instead = instead
        self._narrow = self._open = False
        self.ticks, self.printing = SheetTicks(), PrintingChoices()
        self.button = Button(self._label(), Kind.SECONDARY, icon="sliders-horizontal")
        self.button.clicked.connect(self.toggle)
        self.ticks.changed.connect(lambda _chosen: self._show())
        self._parting = Line()
        self.setFixedWidth(sheets_sizes.PRINTING)
        whole = QWidget()
        inner = QVBoxLayout(whole)
        inner.setContentsMargins(sizes.L, sizes.M, sizes.L, sizes.L)
        inner.setSpacing(sizes.M)
        for part in (self.ticks, self._parting, self.printing):
            inner.addWidget(part)
        inner.addStretch(1)
        read = _("The client may read everything that stands on the sheet.")
        inner.addWidget(NoteBox(Mood.INFO, read))
        area = Scroll()
        area.hold(whole)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 1, 0, 1)
        column.addWidget(area)

    def fold(self, *, narrow: bool) -> None:
        """Give way where the window is small, and come back where it is not."""
        self._narrow = narrow
        self._open = self._open and narrow
        self._show()

    def toggle(self) -> None:
        """Open in the other's place, or close again."""
        self._open = not self._open
        self._show()

    def show_choices(self, choices: SheetChoices) -> None:
        """Show what was chosen before."""
        self.ticks.show_choices(choices)
        self._show()

    def for_sheets(self, are_sheets: bool) -> None:
        """Offer the ticks of sheets only where the papers are some."""
        self.ticks.setVisible(are_sheets)
        self._parting.setVisible(are_sheets)

    def _show(self) -> None:
        self.setVisible(self._open or not self._narrow)
        self._instead.setVisible(not self._open)
        self.button.setVisible(self._narrow)
        self.button.setText(self._label())
        self.button.updateGeometry()

    def _label(self) -> str:
        """What the button does; that something is hidden shows while the ticks do not."""
        if self._open:
            return _("Back to the papers")
        if self.ticks.chosen().hidden:
            return _("Sheet and printing (discreet)")
        return _("Sheet and printing")
