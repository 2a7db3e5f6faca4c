"""How "Today" is laid out: as drawn, with a third column, or in three segments (section 8)."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.i18n import _
from advisor_app.ui.pages.today.chart import ChartCard
from advisor_app.ui.pages.today.figures import FigureCard
from advisor_app.ui.pages.today.owed import OwedCard
from advisor_app.ui.pages.today.reminders import ReminderCard
from advisor_app.ui.pages.today.suggestion_list import SuggestionCardList
from advisor_app.ui.pages.today.visits import VisitCard
from advisor_app.ui.parts.buttons import Button, Kind
from advisor_app.ui.parts.discreet import Discretion, Private
from advisor_app.ui.parts.reading import could_not_be_read
from advisor_app.ui.parts.scroll import Scroll
from advisor_app.ui.parts.tags import Segments
from advisor_app.ui.parts.text import Text
from advisor_app.ui.theme import sizes, today_sizes
from advisor_app.ui.theme.tokens import Tone
from advisor_app.ui.theme.type_scale import Type, line_height

if TYPE_CHECKING:
    from collections.abc import Sequence

    from advisor_app.ui.pages.today.words import ReminderWords
    from advisor_app.ui.parts.preview import Preview

VISITS, TO_MEET, FIGURES = range(3)
# The chart takes what is left of the column until it is as tall as drawn.
_MOST_OF_IT = 100


class Board(QWidget):
    """The parts of the page, and which of them show at the window's size."""

    reformed = Signal()

    def __init__(self, discretion: Discretion) -> None:
        super().__init__()
        self.narrow, self.wide, self._tall = False, False, False
        self._part, self._follow_ups, self.beside_closed = TO_MEET, False, False
        self._title = self._hello = ""
        self._reminds = False
        self.title = Text("", Type.H1, wrap=True)
        self.subtitle = Text("", Type.BODY, Tone.SECOND)
        self.remind = Button("", Kind.LINK, role=Type.BODY, height=line_height(Type.BODY))
        self.remind.clicked.connect(self.enter_reminders)
        self.figures, self.visits, self.chart = FigureCard(), VisitCard(), ChartCard()
        self.owed, self.reminders, self.suggested = (
            OwedCard(),
            ReminderCard(),
            SuggestionCardList(),
        )
        self._parts = [_("Your appointments"), _("To meet"), _("Figures")]
        self._counted_parts = list(self._parts)
        self.tabs = Segments(self._parts, height=sizes.CONTROL)
        self.tabs.choose(TO_MEET)
        self.tabs.chosen.connect(self.show_part)
        self.owed.closed.connect(lambda: self.show_owed(shown=False))
        self._counted = Private(self.figures, _("Figures are hidden"), discretion)
        self._charted = Private(self.chart, _("Figures are hidden"), discretion)
        self._coming = Private(self.visits, _("Appointments are hidden"), discretion)
        self._due = Private(self.owed, _("Follow-ups are hidden"), discretion)
        self._reminding = Private(self.reminders, _("Reminders are hidden"), discretion)
        self._to_meet = Private(self.suggested, _("Other clients are hidden"), discretion)
        self._discretion = discretion
        discretion.changed.connect(self._greet)
        self._beside: Private | None = None
        self.preview: Preview | None = None
        self._lay_out()
        self._arrange()

    def fit(self, width: int, height: int) -> None:
        """Take the form of a window of this size."""
        small = width < sizes.NARROW or height < sizes.VERY_LOW
        form = (small, width >= sizes.WIDE, height >= today_sizes.TALL)
        if form != (self.narrow, self.wide, self._tall):
            self.narrow, self.wide, self._tall = form
            self._arrange()
            self.reformed.emit()

    def show_part(self, part: int) -> None:
        """Show another segment, where there are segments."""
        self._part, self._follow_ups = part, False
        self._arrange()

    def count_part(self, part: int, words: str) -> None:
        """Say on a segment how much it holds, unless somebody looks on."""
        self._counted_parts[part] = words
        self._greet(self._discretion.on)

    def show_owed(self, *, shown: bool) -> None:
        """Give what is owed the whole column at the left, where there is no room for all of it."""
        self._follow_ups = shown
        if shown and self.narrow:
            self.tabs.choose(VISITS)
            self._part = VISITS
        self._arrange()
        if shown:
            self.owed.enter()
        # Its title too: the rows have their places only now.
        self._left.verticalScrollBar().setValue(0)

    def hold_preview(self, preview: "Preview") -> None:
        """Put the third column in its place."""
        self.preview = preview
        self._beside = Private(preview, _("Other clients are hidden"), self._discretion)
        self._beside.setFixedWidth(preview.width())
        self.across.addWidget(self._beside)
        self._arrange()

    def close_beside(self) -> None:
        """Leave the third column to the list, until the window opens again."""
        self.beside_closed = True
        self._arrange()

    def greet(self, title: str, hello: str) -> None:
        """Name who comes next, or nobody while somebody looks on."""
        self._title, self._hello = title, hello
        self._greet(self._discretion.on)

    def miss_reminders(self) -> None:
        """The reminders could not be read: their card says so."""
        self._reminds = True
        could_not_be_read(self.reminders.stage)
        self._arrange()

    def show_reminders(self, words: "Sequence[ReminderWords]", hours: str, told: str) -> None:
        """Show whom to remind of the next meetings, below what is owed; a link leads there."""
        self.reminders.show_reminders(words, hours)
        self.reminders.stage.show_content()
        self._reminds = bool(words)
        self.remind.setText(told)
        self.remind.setAccessibleDescription(told)
        self.remind.updateGeometry()
        self._greet(self._discretion.on)
        self._arrange()

    def enter_reminders(self) -> None:
        """Open the side of what is due at the first reminder."""
        self.show_owed(shown=True)
        self.reminders.enter()
        self._left.bring(self.reminders)

    def _greet(self, discreet: bool) -> None:
        self.title.setText(self._hello if discreet else self._title)
        # It counts, as the figures do.
        self.subtitle.setVisible(not discreet)
        self.remind.setVisible(bool(self.remind.text()) and not discreet)
        for part, words in enumerate(self._parts if discreet else self._counted_parts):
            self.tabs.set_label(part, words)

    def _lay_out(self) -> None:
        self.across = QHBoxLayout(self)
        self.across.setContentsMargins(0, sizes.M, 0, sizes.XL)
        self.across.setSpacing(sizes.XXL)
        column = QVBoxLayout()
        column.setSpacing(sizes.CARD_GAP)
        head = QVBoxLayout()
        head.setSpacing(sizes.TIGHT)
        head.addWidget(self.title)
        below = QHBoxLayout()
        below.setSpacing(sizes.M)
        below.addWidget(self.subtitle)
        below.addWidget(self.remind)
        below.addStretch(1)
        head.addLayout(below)
        column.addLayout(head)
        column.addWidget(self.tabs, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._counted)
        body = QHBoxLayout()
        body.setSpacing(sizes.ICON)
        body.addWidget(self._left_column())
        body.addWidget(self._to_meet, 1)
        column.addLayout(body, 1)
        self.across.addLayout(column, 1)

    def _left_column(self) -> Scroll:
        self._left, inside = Scroll(), QWidget()
        left = QVBoxLayout(inside)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(sizes.ICON)
        left.addWidget(self._coming)
        left.addWidget(self._charted, _MOST_OF_IT)
        left.addWidget(self._due)
        left.addWidget(self._reminding)
        left.addStretch(1)
        self._left.hold(inside)
        return self._left

    def _arrange(self) -> None:
        narrow, part = self.narrow, self._part
        both = self.wide and self._tall
        alone = self._follow_ups and not both
        self.title.set_role(Type.H1_SMALL if narrow else Type.H1)
        self.tabs.setVisible(narrow)
        self._counted.setVisible(not narrow or part == FIGURES)
        self._left.setVisible(not narrow or part != TO_MEET)
        self._coming.setVisible(not alone and (not narrow or part == VISITS))
        owes = part == VISITS if narrow else both or alone
        self._due.setVisible(owes)
        self._reminding.setVisible(owes and self._reminds)
        self._charted.setVisible(part == FIGURES if narrow else not alone)
        self.owed.stand(alone=alone)
        self._to_meet.setVisible(not narrow or part == TO_MEET)
        if self._beside is not None:
            self._beside.setVisible(self.wide and not self.beside_closed)
        self._widen()

    def _widen(self) -> None:
        if self.narrow:
            self._left.setMinimumWidth(0)
            self._left.setMaximumWidth(sizes.WIDE)
        else:
            self._left.setFixedWidth(today_sizes.LEFT_WIDE if self.wide else today_sizes.LEFT)
