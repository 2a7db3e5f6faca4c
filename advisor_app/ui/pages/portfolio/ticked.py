"""The ticked households: how many there are, the bar below the list, and what is done with them."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QMenu, QWidget

from advisor_app.domain.portfolio import PortfolioQuestion
from advisor_app.i18n import _
from advisor_app.ui.changes import Changes
from advisor_app.ui.pages.portfolio.bars import ChosenBar
from advisor_app.ui.pages.portfolio.bulk import Bulk
from advisor_app.ui.pages.portfolio.model import PortfolioModel
from advisor_app.ui.pages.portfolio.paper_asking import PaperAsking
from advisor_app.ui.pages.portfolio.table import PortfolioTable
from advisor_app.ui.parts.actions import Action, Menu
from advisor_app.ui.parts.page import Ask
from advisor_app.ui.parts.requests import Requests


class Ticked:
    """Keeps the bar true; `owner` is the page, `question` what its filters ask now."""

    def __init__(
        self,
        owner: QWidget,
        table: PortfolioTable,
        model: PortfolioModel,
        question: Callable[[], PortfolioQuestion],
    ) -> None:
        self._table, self._model, self._question = table, model, question
        self.bar = ChosenBar()
        self.bar.hide()
        self._owner = owner
        self._today: date | None = None

    def listen(self, ask: Ask, changes: Changes, requests: Requests) -> None:
        """Answer the ticks and the bar."""
        self.bulk = Bulk(self._owner, ask, changes, requests)
        self._papers = PaperAsking(self._owner, ask, requests)
        bar, head = self.bar, self._table.head
        head.all_asked.connect(lambda: self.all(on=not self._model.shown_tick_count()))
        self._table.ticks_changed.connect(self.count)
        bar.all_asked.connect(lambda: self.all(on=True))
        bar.none_asked.connect(self.none)
        self._table.none_asked.connect(self.none)
        bar.printing.clicked.connect(lambda: self._papers.sheets(self._model.ticked()))
        bar.papers.clicked.connect(self.open_papers)
        bar.exporting.clicked.connect(self.export)
        bar.snoozing.clicked.connect(self.put_off)

    def live_on(self, today: date) -> None:
        """Which day it is: from then on suggestions are put off."""
        self._today = today

    def all(self, *, on: bool) -> None:
        """Tick everybody on the list, or nobody of it."""
        self._model.tick_all(on=on)
        self.count()

    def none(self) -> None:
        """Leave no tick, and the keyboard in the list where it was on the bar that goes."""
        if self.bar.isAncestorOf(self.bar.window().focusWidget()):
            self._table.setFocus()
        self._model.untick_everybody()
        self.count()

    def count(self) -> None:
        """Say how many are ticked, and how many of them the list shows."""
        count, shown = self._model.tick_count(), self._model.shown_tick_count()
        self.bar.show_count(count, shown, self._model.rowCount())
        self.bar.setVisible(count > 0)
        self._table.head.viewport().update()

    def open_papers(self) -> QMenu:
        """Open the menu of their other papers."""
        columns = self._table.head.columns().shown
        ticked = self._model.ticked()
        return self._papers.menu(ticked, self._question(), columns, self.bar.papers)

    def export(self) -> None:
        """Ask how and what for, and write them to a file."""
        columns = self._table.head.columns().shown
        self.bulk.export(self._model.ticked(), self._question(), columns)

    def put_off(self) -> None:
        """Ask until when, and let their suggestions rest."""
        if self._today is not None:
            self.bulk.put_off(self._model.ticked(), self._today)

    def actions(self) -> tuple[Action, ...]:
        """The same for the menus and Ctrl+K."""

        def some() -> bool:
            return self._model.tick_count() > 0

        return (
            Action(
                _("Export the chosen households…"),
                Menu.FILE,
                self.export,
                icon="download",
                ready=some,
                group=1,
            ),
            Action(
                _("Put the chosen households off…"),
                Menu.CLIENT,
                self.put_off,
                icon="alarm-clock",
                ready=some,
                group=1,
            ),
            *self._paper_actions(some),
        )

    def _paper_actions(self, some: Callable[[], bool]) -> tuple[Action, ...]:
        ticked, papers = self._model.ticked, self._papers
        columns = self._table.head.columns

        def on_paper() -> None:
            papers.listed(ticked(), self._question(), columns().shown)

        return tuple(
            Action(words, Menu.FILE, deed, icon="printer", ready=some, group=2)
            for words, deed in (
                (_("Address labels for the chosen households…"), lambda: papers.labels(ticked())),
                (_("The chosen households as a list on paper…"), on_paper),
            )
        )
