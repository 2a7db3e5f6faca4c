"""The chips above the table, with their live counts, and the field that filters by words."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from advisor_app.domain.codes import Segment
from advisor_app.domain.portfolio import PortfolioCounts, PortfolioQuestion
from advisor_app.i18n import _
from advisor_app.i18n.portfolio_words import segment_label
from advisor_app.ui.parts.fields import Field
from advisor_app.ui.parts.flow import Flow
from advisor_app.ui.parts.icons import icon
from advisor_app.ui.parts.requests import Filter
from advisor_app.ui.parts.tags import Chip
from advisor_app.ui.theme import sizes
from advisor_app.ui.theme.tokens import Tone

_FIELD = 228


class Filters(QWidget):
    """What narrows the list; `question` is what they say together."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.question = PortfolioQuestion()
        self._names: dict[str, str] = {}
        flow = Flow(self, sizes.S)
        self.words = Field(hint=_("Filter the list…"), name=_("Filter the list by name or town"))
        self.words.setFixedWidth(_FIELD)
        self.words.setFixedHeight(sizes.CONTROL)
        self.words.addAction(icon("search", Tone.SECOND), self.words.ActionPosition.LeadingPosition)
        self.words.setTextMargins(0, 0, sizes.S, 0)
        self.words.installEventFilter(self)
        self._with_project = Chip(_("With a project"), icon="flag")
        self._online = Chip(_("Online only"))
        self._new = Chip(_("Not introduced"))
        self._met = Chip(_("Met within a year"))
        self._project = Chip(_("Project"), menu=True)
        self._segment = Chip(_("Segment"), menu=True)
        for widget in (
            self.words,
            self._with_project,
            self._online,
            self._new,
            self._met,
            self._project,
            self._segment,
        ):
            flow.addWidget(widget)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(sizes.SEARCH_MS)
        self._connect()

    def _connect(self) -> None:
        self.words.textChanged.connect(self._restart)
        self._timer.timeout.connect(self._ask)
        for chip in (self._with_project, self._online, self._new, self._met):
            chip.toggled.connect(self._ask)
        self._project.clicked.connect(self._choose_project)
        self._segment.clicked.connect(self._choose_segment)

    def show_counts(self, counts: PortfolioCounts) -> None:
        """Show how many households each chip holds."""
        self._with_project.set_count(counts.with_project)
        self._online.set_count(counts.online_only)
        self._new.set_count(counts.not_introduced)

    def know_projects(self, names: dict[str, str]) -> None:
        """The projects that can be chosen, by code."""
        self._names = names

    def apply(self, asked: Filter) -> None:
        """Show the list that a figure counts."""
        for chip in (self._with_project, self._online, self._new, self._met):
            chip.blockSignals(True)
        self._with_project.setChecked(False)
        self._online.setChecked(asked.online_only)
        self._new.setChecked(asked.not_introduced)
        self._met.setChecked(asked.met)
        for chip in (self._with_project, self._online, self._new, self._met):
            chip.blockSignals(False)
            chip.update()
        self.question = replace(self.question, project=None, segment=None)
        self.words.clear()
        self._ask()

    def clear(self) -> None:
        """Take every filter away."""
        self.apply(Filter())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc clears the field."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape and self.words.text():
            self.words.clear()
            return True
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:
        """All on one line."""
        layout = self.layout()
        return layout.sizeHint() if layout is not None else QSize()

    def _restart(self) -> None:
        self._timer.start()

    def _ask(self) -> None:
        self._timer.stop()
        self.question = replace(
            self.question,
            words=self.words.text().strip(),
            with_project=self._with_project.isChecked(),
            online_only=self._online.isChecked(),
            not_introduced=self._new.isChecked(),
            met=self._met.isChecked(),
        )
        self._project.setChecked(self.question.project is not None)
        self._project.setText(self._names.get(self.question.project or "", _("Project")))
        segment = self.question.segment
        self._segment.setChecked(segment is not None)
        self._segment.setText(_("Segment") if segment is None else segment_label(segment))
        for chip in (self._project, self._segment, self._with_project, self._online, self._new):
            chip.updateGeometry()
        self.changed.emit()

    def _choose_project(self) -> None:
        menu = QMenu(self)
        menu.addAction(_("Every project"), lambda: self._set(project=None))
        for code, name in self._names.items():
            menu.addAction(name, partial(self._set, project=code))
        menu.exec(below(self._project))
        self._ask()

    def _choose_segment(self) -> None:
        menu = QMenu(self)
        menu.addAction(_("Every segment"), lambda: self._set(segment=None))
        for segment in Segment:
            if segment is not Segment.SENIOR:
                menu.addAction(segment_label(segment), partial(self._set, segment=segment))
        menu.exec(below(self._segment))
        self._ask()

    def _set(self, **change: object) -> None:
        self.question = replace(self.question, **change)  # type: ignore[arg-type] # one of two known fields


def below(widget: QWidget) -> QPoint:
    """Where a menu of this control opens."""
    return widget.mapToGlobal(QPoint(0, widget.height() + sizes.XS))
