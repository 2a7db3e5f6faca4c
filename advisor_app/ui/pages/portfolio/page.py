"""The portfolio: filters, the table, ticks and what to do with them, the preview."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from advisor_app.domain.client_page import ClientPage
from advisor_app.domain.keys import Key
from advisor_app.domain.people import of_age
from advisor_app.domain.portfolio import PortfolioList, PortfolioRow
from advisor_app.domain.suggestions.suggestion import Suggestion
from advisor_app.i18n import _
from advisor_app.i18n.people_words import joint_name
from advisor_app.i18n.portfolio_words import row_said, shown_of
from advisor_app.ui.changes import Changes, Topic
from advisor_app.ui.pages.portfolio.bars import ChosenBar, table_card
from advisor_app.ui.pages.portfolio.filters import Filters
from advisor_app.ui.pages.portfolio.model import ORDERS, Column, PortfolioModel
from advisor_app.ui.pages.portfolio.table import Header, PortfolioTable
from advisor_app.ui.parts.page import Ask, Page
from advisor_app.ui.parts.preview import Preview
from advisor_app.ui.parts.projects import project_names
from advisor_app.ui.parts.requests import About, Filter, Requests, Whom
from advisor_app.ui.parts.states import Message, Stage
from advisor_app.ui.parts.suggested import why_words
from advisor_app.ui.parts.text import Text
from advisor_app.ui.theme import sizes
from advisor_app.ui.theme.tokens import Tone
from advisor_app.ui.theme.type_scale import Type

if TYPE_CHECKING:
    from advisor_app.bootstrap import Services


class PortfolioPage(Page):
    """Find and gather."""

    topics = frozenset({Topic.CLIENTS, Topic.CONTACTS, Topic.APPOINTMENTS, Topic.SUGGESTIONS})

    def __init__(self, ask: Ask, changes: Changes, requests: Requests) -> None:
        super().__init__(ask, changes, requests)
        self._today: date | None = None
        self._names = project_names()
        self._wanted: Key | None = None
        self._model = PortfolioModel(
            lambda keys: ask(
                self, lambda services: services.portfolio.rows(keys), self._model.take_rows
            )
        )
        self._table = PortfolioTable(self._model)
        self._filters = Filters()
        self._filters.know_projects(self._names)
        self._title = Text(_("Portfolio"), Type.H1)
        self._subtitle = Text("", Type.BODY, Tone.SECOND)
        empty = Message(
            "search",
            _("No client matches"),
            _("Take a filter away, or look for another name."),
            _("Take the filters away"),
        )
        empty.button.clicked.connect(self._filters.clear)
        self._stage = Stage(self._table, empty, self.reload)
        self._preview = Preview()
        self._preview.hide()
        self._bar = ChosenBar()
        self._bar.hide()
        self._lay_out()
        self._connect()

    def reload(self) -> None:
        """Ask for the keys, their counts, and the day."""
        question = self._filters.question
        self._stage.wait()

        def work(services: "Services") -> tuple[PortfolioList, date]:
            return services.portfolio.keys(question), services.today()

        self.ask(self, work, self._show, self._failed)

    def show_about(self, about: About) -> None:
        """Show the clients that a figure counts, or the list as it was."""
        if isinstance(about, Filter):
            self._stale = False
            self._filters.apply(about)
        else:
            self.come_forward()

    def whom(self) -> Whom | None:
        """The chosen row's household."""
        row = self._model.row_at(self._table.currentIndex().row())
        today = self._today
        return None if row is None or today is None else whom_of(row, today)

    def narrow(self) -> None:
        """Go to the field that filters by words."""
        self._filters.words.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Hide columns and the preview where there is no room (DESIGN.md, section 8)."""
        super().resizeEvent(event)
        window = self.window().width()
        low = self.window().height() < sizes.LOW
        self._table.set_row_height(sizes.TABLE_ROW_LOW if low else sizes.TABLE_ROW)
        self._table.painter_of_rows.with_town = window < sizes.MEDIUM
        self._show_preview_where_it_fits()
        self._table.fit(self._table.width())

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.XXL, sizes.M - 1, sizes.XXL, sizes.XL)
        column.setSpacing(sizes.L)
        head = QHBoxLayout()
        head.setSpacing(sizes.L)
        head.addWidget(self._title)
        head.addWidget(self._subtitle, 1, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(head)
        column.addWidget(self._filters)
        body = QHBoxLayout()
        body.setSpacing(sizes.L)
        left = QVBoxLayout()
        left.setSpacing(sizes.M - 2)
        left.addWidget(table_card(self._stage), 1)
        left.addWidget(self._bar)
        body.addLayout(left, 1)
        body.addWidget(self._preview)
        column.addLayout(body, 1)

    def _connect(self) -> None:
        self._filters.changed.connect(self.reload)
        header = self._table.horizontalHeader()
        if isinstance(header, Header):
            header.sort_asked.connect(self._sort)
            header.all_asked.connect(self._tick_all)
        self._table.opened.connect(self._open)
        self._table.chosen.connect(self._choose)
        self._table.proposal_asked.connect(lambda _key: self.main_action())
        self._table.ticks_changed.connect(self._count_ticks)
        self._model.dataChanged.connect(lambda *_changed: self._count_ticks())
        self._preview.closed.connect(self._close_preview)
        self._preview.opened.connect(lambda: self._open(self._wanted))
        self._preview.proposed.connect(self.main_action)
        self._preview.sheet_asked.connect(self.print_now)
        self._bar.all_asked.connect(lambda: self._tick_all(on=True))
        self._bar.none_asked.connect(lambda: self._tick_all(on=False))
        self._bar.print_asked.connect(self._print_ticked)

    def _show(self, answer: tuple[PortfolioList, date]) -> None:
        found, self._today = answer
        self._table.painter_of_rows.today = self._today
        self._table.painter_of_rows.names = self._names
        today = self._today
        self._model.word_rows(lambda row: row_said(row, today))
        self._model.show_keys(found.keys)
        self._filters.show_counts(found.counts)
        self._subtitle.setText(shown_of(len(found.keys), found.counts, self._filters.question))
        self.titled.emit(_("Portfolio"))
        if not found.keys:
            self._stage.show_empty()
            return
        self._stage.show_content()
        self._table.fit(self._table.width())
        place = self._model.place_of(self._wanted) if self._wanted is not None else None
        self._table.selectRow(place or 0)

    def _failed(self, error: Exception) -> None:
        self._stage.show_error(
            _("The list could not be read"), _("Nothing was changed. Try again in a moment.")
        )
        self.requests.failed.emit(error)

    def _choose(self, key: Key | None) -> None:
        self._wanted = key
        if key is None or not self._preview_fits():
            return

        def work(services: "Services") -> tuple[ClientPage, Suggestion | None]:
            page = services.client_page.page(key)
            return page, services.suggesting.best(page.clients[0].key or key)

        def done(answer: tuple[ClientPage, Suggestion | None]) -> None:
            page, best = answer
            if key != self._wanted or self._today is None:
                return
            place = self._model.place_of(key)
            row = None if place is None else self._model.row_at(place)
            why = "" if best is None else why_words(best, page.clients, self._today)
            self._preview.show_client(page, why, row, self._today, self._names)
            self._preview.setVisible(self._preview_fits())

        self.ask(self, work, done)

    def _preview_fits(self) -> bool:
        return self.window().width() >= sizes.MEDIUM and not self._closed

    _closed = False

    def _close_preview(self) -> None:
        self._closed = True
        self._preview.hide()

    def _show_preview_where_it_fits(self) -> None:
        if not self._preview_fits():
            self._preview.hide()
        elif self._preview.isHidden() and self._wanted is not None:
            self._choose(self._wanted)

    def _open(self, key: Key | None) -> None:
        if key is not None:
            self.requests.open_client.emit(key)

    def _sort(self, column: Column) -> None:
        order = ORDERS[column]
        before = self._filters.question
        descending = not before.descending if before.order is order else False
        self._filters.question = replace(before, order=order, descending=descending)
        header = self._table.horizontalHeader()
        if isinstance(header, Header):
            header.show_sort(column, descending=descending)
        self.reload()

    def _tick_all(self, *, on: bool | None = None) -> None:
        self._model.tick_all(on=on if on is not None else not self._model.ticked())
        self._count_ticks()

    def _count_ticks(self) -> None:
        count = len(self._model.ticked())
        self._bar.show_count(count, self._model.rowCount())
        self._bar.setVisible(count > 0)
        self._table.horizontalHeader().viewport().update()

    def _print_ticked(self) -> None:
        ticked = self._model.ticked()

        def work(services: "Services") -> tuple[Whom, ...]:
            today = services.today()
            return tuple(whom_of(row, today) for row in services.portfolio.rows(ticked))

        self.ask(self, work, self.requests.print_several.emit, self._failed)


def whom_of(row: PortfolioRow, today: date) -> Whom:
    """The household of a row."""
    return Whom(row.key, joint_name(row.clients), of_age(row.clients, today))
