"""The day's papers: each with its tick, and what to do with the ticked ones."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.i18n import _, ngettext
from advisor_app.ui.pages.sheets.paper import Paper
from advisor_app.ui.parts.buttons import Button, Kind
from advisor_app.ui.parts.card import Card, Line, RowButton
from advisor_app.ui.parts.fields import DayField
from advisor_app.ui.parts.scroll import Scroll
from advisor_app.ui.parts.states import Stage
from advisor_app.ui.parts.text import Text
from advisor_app.ui.tasks import Slices
from advisor_app.ui.theme import sheets_sizes, sizes
from advisor_app.ui.theme.tokens import Tone
from advisor_app.ui.theme.type_scale import Type

# Rows made in one turn of the event loop.
_AT_ONCE = 20


class SheetList(Card):
    """What can be printed for a day."""

    chosen = Signal(int)
    day_changed = Signal(object)
    print_asked = Signal()
    save_asked = Signal()
    stop_asked = Signal()
    retried = Signal()

    def __init__(self, today: date) -> None:
        super().__init__()
        self.setFixedWidth(sheets_sizes.LIST)
        self._rows: list[PaperRow] = []
        self._told: dict[int, Callable[[PaperRow], None]] = {}
        self._day = DayField(today, name=_("Day"))
        self._day.setFixedWidth(sheets_sizes.DAY)
        self._day.dateChanged.connect(lambda: self.day_changed.emit(self._day.day()))
        self._title = Text(_("Day pack"), Type.H2)
        self._area = Scroll()
        self.stage = Stage(self._area, None, self.retried.emit)
        self.stage.patient.connect(self._know_nothing)
        self._slices = Slices(self)
        self._progress = Text("", Type.SMALL, Tone.SECOND, wrap=True)
        self.stop = Button(_("Stop"), Kind.SECONDARY, icon="x", height=sizes.CONTROL_SMALL)
        self.stop.clicked.connect(self.stop_asked)
        self._working = QWidget()
        self._working.hide()
        self._count = Text("", Type.BODY_STRONG)
        self._of = Text("", Type.SMALL, Tone.SECOND)
        self.print = Button(
            _("Print"), Kind.PRIMARY, icon="printer", keys=_("Ctrl+P"), height=sizes.CONTROL_LARGE
        )
        self.save = Button(_("Save as PDF…"), Kind.SECONDARY, icon="download")
        self._know_nothing()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._header())
        column.addWidget(self.stage, 1)
        column.addWidget(Line())
        column.addLayout(self._foot())

    def _header(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(sizes.L, sizes.S, sizes.M, sizes.S)
        row.addWidget(self._title, 1)
        row.addWidget(self._day)
        return row

    def _foot(self) -> QVBoxLayout:
        foot = QVBoxLayout()
        foot.setContentsMargins(sizes.L, sizes.M, sizes.L, sizes.L)
        foot.setSpacing(sizes.S)
        words = QHBoxLayout()
        words.addWidget(self._count)
        words.addStretch(1)
        words.addWidget(self._of)
        foot.addLayout(words)
        working = QHBoxLayout(self._working)
        working.setContentsMargins(0, 0, 0, 0)
        working.addWidget(self._progress, 1)
        working.addWidget(self.stop)
        foot.addWidget(self._working)
        self.print.clicked.connect(self.print_asked)
        self.save.clicked.connect(self.save_asked)
        for button in (self.print, self.save):
            button.setMinimumWidth(sheets_sizes.LIST - 2 * sizes.L)
            foot.addWidget(button)
        return foot

    def show_day(self, day: date) -> None:
        """Show the day in the field, without telling anybody."""
        before = self._day.blockSignals(True)
        self._day.setDate(day)  # type: ignore[arg-type] # PySide takes a date of Python
        self._day.blockSignals(before)

    def show_title(self, title: str, *, of_a_day: bool) -> None:
        """Say what the papers are; only those of a day can be of another one."""
        self._title.setText(title)
        self._day.setVisible(of_a_day)

    def _know_nothing(self) -> None:
        """Count nothing and print nothing while it is unknown what there is."""
        self._count.setText("")
        self._of.setText("")
        self.print.setEnabled(False)
        self.save.setEnabled(False)

    def show_papers(self, papers: Sequence[Paper], chosen: int) -> None:
        """Show the papers; those not printed yet are ticked. Many come a few at a time."""
        self._slices.finish()
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addStretch(1)
        self._rows, self._told = [], {}
        self._area.hold(whole)
        self.stage.show_content()
        self._add_rows(column, papers[:_AT_ONCE])
        for first in range(_AT_ONCE, len(papers), _AT_ONCE):
            self._slices.add(partial(self._add_rows, column, papers[first : first + _AT_ONCE]))
        if papers:
            if chosen >= _AT_ONCE:
                self._slices.finish()
            self.choose(chosen)

    def _add_rows(self, column: QVBoxLayout, papers: Sequence[Paper]) -> None:
        for paper in papers:
            place = len(self._rows)
            row = PaperRow(paper)
            row.picked.connect(partial(self.choose, place))
            row.tick.toggled.connect(self._count_pages)
            self._rows.append(row)
            column.insertWidget(place, row)
            self._tell(place)
        self._count_pages()

    def choose(self, place: int) -> None:
        """Show one paper in the preview."""
        for index, row in enumerate(self._rows):
            row.choose(index == place)
        self.chosen.emit(place)

    def show_count(self, place: int, count: int) -> None:
        """Say how many pages a paper turned out to have."""
        self._told[place] = lambda row: row.take_count(count)
        self._tell(place)
        self._count_pages()

    def refuse(self, place: int, why: str) -> None:
        """Say why a paper cannot be; it is not ticked any more."""
        self._told[place] = lambda row: row.refuse(why)
        self._tell(place)

    def _tell(self, place: int) -> None:
        """Tell a row what became of its paper; one that is not there yet hears it when it comes."""
        if place < len(self._rows) and place in self._told:
            self._told.pop(place)(self._rows[place])

    def show_work(self, words: str) -> None:
        """Say how far long work is, and offer to stop it; nothing where there is none."""
        self._progress.setText(words)
        self._working.setVisible(bool(words))

    def ticked(self) -> list[int]:
        """The places of the ticked papers, in order."""
        self._slices.finish()
        return [index for index, row in enumerate(self._rows) if row.tick.isChecked()]

    def _count_pages(self) -> None:
        ticked = [row for row in self._rows if row.tick.isChecked()]
        pages = sum(row.count for row in ticked)
        self._count.setText(
            ngettext("{count} page chosen", "{count} pages chosen", pages).format(count=pages)
        )
        papers = ngettext("{count} paper", "{count} papers", len(ticked))
        self._of.setText(papers.format(count=len(ticked)))
        self.print.setEnabled(bool(ticked))
        self.save.setEnabled(bool(ticked))


class PaperRow(RowButton):
    """One paper; Space ticks it."""

    picked = Signal()

    def __init__(self, paper: Paper) -> None:
        super().__init__()
        self.count = paper.count
        self._title = paper.title
        self.pressed.connect(self.picked)
        self.setAccessibleName(f"{paper.title}. {paper.about}")
        row = QHBoxLayout(self)
        row.setContentsMargins(sizes.L, sizes.S + 2, sizes.L, sizes.S + 2)
        row.setSpacing(sizes.S + 2)
        self.tick = QCheckBox()
        self.tick.setChecked(paper.wanted)
        self.tick.setAccessibleName(paper.title)
        row.addWidget(self.tick, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(sizes.TIGHT)
        row.addLayout(words, 1)
        words.addWidget(Text(paper.title, Type.BODY_STRONG))
        tone = Tone.ACCENT if paper.wanted else Tone.SECOND
        self._about = Text(paper.about, Type.SMALL, tone, wrap=True)
        words.addWidget(self._about)
        self._about.setVisible(bool(paper.about))
        row.addWidget(Text(paper.aside, Type.BODY, Tone.SECOND), 0, Qt.AlignmentFlag.AlignTop)

    def take_count(self, count: int) -> None:
        """The paper has so many pages."""
        self.count = count

    def refuse(self, why: str) -> None:
        """The paper cannot be: say why, and take the tick away."""
        self.tick.setChecked(False)
        self.tick.setEnabled(False)
        self._about.setText(why)
        self._about.show()
        self.setAccessibleName(f"{self._title}. {why}")

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Reaching the row shows its paper."""
        self.picked.emit()
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks; the rest is a row's."""
        if event.key() == Qt.Key.Key_Space:
            self.tick.click()
        else:
            super().keyPressEvent(event)
