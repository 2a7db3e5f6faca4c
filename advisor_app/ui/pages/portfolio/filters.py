"""The chips above the table, with their live counts, and the field that filters by words."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from advisor_app.domain.codes import Segment
from advisor_app.domain.distance import NEARBY_KM
from advisor_app.domain.portfolio import Facet, PortfolioCounts, PortfolioQuestion
from advisor_app.i18n import _
from advisor_app.i18n.portfolio_columns import facet_label
from advisor_app.i18n.portfolio_words import households_words, segment_label
from advisor_app.ui.pages.portfolio.chips import AddChip
from advisor_app.ui.parts.fields import Field
from advisor_app.ui.parts.flow import Flow
from advisor_app.ui.parts.icons import icon
from advisor_app.ui.parts.requests import Filter
from advisor_app.ui.parts.tags import Chip
from advisor_app.ui.parts.text import plain_tooltip
from advisor_app.ui.theme import sizes
from advisor_app.ui.theme.tokens import Tone

# The ring of a focused control lies outside it, and a parent cuts what leaves it.
RING_ROOM = sizes.RING + sizes.RING_GAP
# Always there; the others come from "+ Filter" and leave by their cross.
_ALWAYS = (Facet.WITH_PROJECT, Facet.ONLINE_ONLY, Facet.NOT_INTRODUCED)
_STANDING = frozenset((*_ALWAYS, Facet.NEAR))
_ICONS = {Facet.WITH_PROJECT: "flag", Facet.NEAR: "map-pin"}


class Filters(QWidget):
    """What narrows the list; `question` is what they say together."""

    changed = Signal()
    left_downwards = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.question = PortfolioQuestion()
        self._counts: PortfolioCounts | None = None
        self._names: dict[str, str] = {}
        self._flow = flow = Flow(self, sizes.S)
        flow.setContentsMargins(RING_ROOM, RING_ROOM, RING_ROOM, RING_ROOM)
        self.words = Field(
            hint=_("Filter by name, town, phone…"),
            shorter=_("Filter the list…"),
            name=_("Filter the list by name, town, phone, reference or project"),
        )
        self.words.addAction(icon("search", Tone.SECOND), self.words.ActionPosition.LeadingPosition)
        self.words.setTextMargins(0, 0, sizes.S, 0)
        self.words.installEventFilter(self)
        self.chips = {facet: _chip(facet) for facet in Facet}
        self._project = Chip(_("Project"), menu=True)
        self._segment = Chip(_("Segment"), menu=True)
        self._more = AddChip(_("Filter"))
        placed = (
            self.words,
            *(self.chips[facet] for facet in _ALWAYS),
            *(self.chips[facet] for facet in Facet if facet not in {*_ALWAYS, Facet.NEAR}),
            self._project,
            self._segment,
            self.chips[Facet.NEAR],
            self._more,
        )
        for widget in placed:
            flow.addWidget(widget)
        self._connect()
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the line out anew."""
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        """The field is wide where the window is, and gives way before a chip takes another line."""
        wide = self.window().width() >= sizes.WIDE
        wished = sizes.FILTER_WIDTH_WIDE if wide else sizes.FILTER_WIDTH
        shown = [chip for chip in self._flow.widgets() if chip.isVisibleTo(self)]
        chips = sum(chip.sizeHint().width() + sizes.S for chip in shown if chip is not self.words)
        left = self.width() - 2 * RING_ROOM - chips
        fits = sizes.FILTER_WIDTH_LEAST <= left < wished
        self.words.setFixedWidth(left if fits else wished)

    def _connect(self) -> None:
        self.words.textChanged.connect(self._typed)
        for facet, chip in self.chips.items():
            chip.clicked.connect(partial(self._toggle, facet))
        self._project.clicked.connect(self._choose_project)
        self._segment.clicked.connect(self._choose_segment)
        self._more.clicked.connect(self._choose_more)

    def show_counts(self, counts: PortfolioCounts) -> None:
        """Show how many households each chip holds."""
        self._counts = counts
        for facet, chip in self.chips.items():
            count = counts.facets.get(facet, 0)
            chip.set_count(count)
            chip.setAccessibleDescription(households_words(count))
        self._share()

    def forget_counts(self) -> None:
        """Show bars in place of the numbers: the list that says them is slow, or did not come."""
        self._counts = None
        for chip in self.chips.values():
            chip.forget_count()
            chip.setAccessibleDescription(_("Not counted yet"))
        self._share()

    def know_projects(self, names: dict[str, str]) -> None:
        """The projects that can be chosen, by code."""
        self._names = names
        self._show()

    def apply(self, asked: Filter) -> None:
        """Show the list that a figure counts."""
        told = {
            Facet.ONLINE_ONLY: asked.online_only,
            Facet.NOT_INTRODUCED: asked.not_introduced,
            Facet.MET: asked.met,
        }
        order = {"order": self.question.order, "descending": self.question.descending}
        facets = frozenset(facet for facet, on in told.items() if on)
        self.put(PortfolioQuestion(facets=facets, **order))  # type: ignore[arg-type] # two known fields

    def put(self, question: PortfolioQuestion) -> None:
        """Ask this from now on, as a saved view does."""
        self.question = question
        self.words.blockSignals(True)
        self.words.setText(question.words)
        self.words.blockSignals(False)
        self._show()
        self.changed.emit()

    def clear(self) -> None:
        """Take every filter away."""
        self.apply(Filter())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc clears the field; the arrow down goes to the list."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape and self.words.text():
                self.words.clear()
                return True
            if event.key() == Qt.Key.Key_Down:
                self.left_downwards.emit()
                return True
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:
        """All on one line."""
        layout = self.layout()
        return layout.sizeHint() if layout is not None else QSize()

    def _show(self) -> None:
        """Let the chips say what is asked."""
        question = self.question
        for facet, chip in self.chips.items():
            chip.setChecked(facet in question.facets)
            chip.setVisible(facet in _STANDING or facet in question.facets)
            chip.updateGeometry()
        self._project.setChecked(question.project is not None)
        self._project.setText(self._names.get(question.project or "", _("Project")))
        self._segment.setChecked(question.segment is not None)
        chosen = question.segment
        self._segment.setText(_("Segment") if chosen is None else segment_label(chosen))
        for chip in (self._project, self._segment):
            chip.updateGeometry()
        self._share()

    def _ask(self, question: PortfolioQuestion) -> None:
        self.question = question
        self._show()
        self.changed.emit()

    def _typed(self, text: str) -> None:
        """Only the words change: the chips stand as they are."""
        self.question = replace(self.question, words=text)
        self.changed.emit()

    def _toggle(self, facet: Facet) -> None:
        self._ask(replace(self.question, facets=self.question.facets ^ {facet}))

    def _choose_project(self) -> None:
        counted = None if self._counts is None else self._counts.projects
        choices: list[tuple[str, int | None, Callable[[], None]]] = [
            (_("Every project"), None, partial(self._set_project, None))
        ]
        for code, name in self._names.items():
            count = None if counted is None else counted.get(code, 0)
            if count != 0 or code == self.question.project:
                choices.append((name, count, partial(self._set_project, code)))
        self._open(self._project, choices)

    def _choose_segment(self) -> None:
        counted = None if self._counts is None else self._counts.segments
        choices: list[tuple[str, int | None, Callable[[], None]]] = [
            (_("Every segment"), None, partial(self._set_segment, None))
        ]
        choices += [
            (
                segment_label(one),
                None if counted is None else counted.get(one, 0),
                partial(self._set_segment, one),
            )
            for one in Segment
            if one is not Segment.SENIOR
        ]
        self._open(self._segment, choices)

    def _choose_more(self) -> None:
        counted = None if self._counts is None else self._counts.facets
        self._open(
            self._more,
            [
                (
                    facet_label(one),
                    None if counted is None else counted.get(one, 0),
                    partial(self._toggle, one),
                )
                for one in Facet
                if one not in _STANDING and one not in self.question.facets
            ],
        )

    def _open(self, chip: Chip, choices: list[tuple[str, int | None, Callable[[], None]]]) -> None:
        menu = QMenu(self)
        menu.setAccessibleName(chip.text())
        for words, count, deed in choices:
            label = (
                words if count is None else _("{name} ({count})").format(name=words, count=count)
            )
            menu.addAction(label.replace("&", "&&"), deed)
        menu.exec(below(chip))
        self._show()

    def _set_project(self, code: str | None) -> None:
        self._ask(replace(self.question, project=code))

    def _set_segment(self, segment: Segment | None) -> None:
        self._ask(replace(self.question, segment=segment))


def _chip(facet: Facet) -> Chip:
    chip = Chip(facet_label(facet), icon=_ICONS.get(facet, ""))
    chip.setAccessibleDescription(_("Filter"))
    if facet is Facet.NEAR:
        said = _("At most {km} km from your branch, of those who agreed to the use of distance")
        chip.setToolTip(plain_tooltip(said.format(km=round(NEARBY_KM))))
    return chip


def below(widget: QWidget) -> QPoint:
    """Where a menu of this control opens."""
    return widget.mapToGlobal(QPoint(0, widget.height() + sizes.XS))
