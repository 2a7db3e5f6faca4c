"""The portfolio: filters, the table, ticks and what to do with them, the preview."""

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.domain.keys import Key
from advisor_app.domain.portfolio_view import Columns, PortfolioView
from advisor_app.i18n import _
from advisor_app.i18n.portfolio_words import row_said, shown_of
from advisor_app.ui.changes import Changes, Topic
from advisor_app.ui.pages.portfolio.arrangement import Arrangement
from advisor_app.ui.pages.portfolio.bars import table_card
from advisor_app.ui.pages.portfolio.filters import RING_ROOM, Filters
from advisor_app.ui.pages.portfolio.model import PortfolioModel
from advisor_app.ui.pages.portfolio.paper_asking import whom_of
from advisor_app.ui.pages.portfolio.searching import Searching
from advisor_app.ui.pages.portfolio.side import Side
from advisor_app.ui.pages.portfolio.table import PortfolioTable, WholeRows, row_menu
from advisor_app.ui.pages.portfolio.ticked import Ticked
from advisor_app.ui.pages.portfolio.views import ViewButtons
from advisor_app.ui.parts.actions import Action, Menu
from advisor_app.ui.parts.discreet import Private
from advisor_app.ui.parts.page import Ask, Page
from advisor_app.ui.parts.projects import project_names, short_project_names
from advisor_app.ui.parts.requests import About, Filter, Requests, Whom
from advisor_app.ui.parts.shortening import Shortening
from advisor_app.ui.parts.states import Message, Stage
from advisor_app.ui.parts.text import Text
from advisor_app.ui.theme import sizes
from advisor_app.ui.theme.type_scale import Type

if TYPE_CHECKING:
    from collections.abc import Sequence

    from advisor_app.services.portfolio import FirstRows


class PortfolioPage(Page):
    """Find and gather."""

    topics = frozenset({Topic.CLIENTS, Topic.CONTACTS, Topic.APPOINTMENTS, Topic.SUGGESTIONS})
    margin = sizes.XXL

    def __init__(self, ask: Ask, changes: Changes, requests: Requests) -> None:
        super().__init__(ask, changes, requests)
        self._today: date | None = None
        self._known_views = False
        names = project_names()
        self._model = PortfolioModel(
            lambda keys: ask(
                self,
                lambda services: services.portfolio.rows(keys),
                partial(self._model.take_rows, keys),
            )
        )
        self._table = PortfolioTable(self._model)
        self._table.painter_of_rows.names = names
        self._table.painter_of_rows.short_names = short_project_names()
        self._filters = Filters()
        self._filters.know_projects(names)
        self._arrangement = Arrangement(self._table, self._filters)
        self._views = ViewButtons(ask, requests, self._arrangement.view)
        self._title = Text(_("Portfolio"), Type.H1)
        # One line: what is found changes with every key, and the list below must not move.
        self._subtitle = Shortening(lines=1)
        empty = Message(
            "search",
            _("No client matches"),
            _("Take a filter away, or look for another name."),
            _("Take the filters away"),
        )
        empty.button.clicked.connect(self._filters.clear)
        self._rows = WholeRows(self._table)
        self._stage = Stage(self._rows, empty, self.reload)
        self._searching = Searching(
            self, ask, self._stage, self._table.fits, self._show, self._failed
        )
        self._side = Side(self, self._stage, ask, requests, names)
        self._ticked = Ticked(self, self._table, self._model, lambda: self._filters.question)
        self._ticked.listen(ask, changes, requests)
        self._lay_out()
        self._connect()

    def reload(self) -> None:
        """Ask for the list; the first time, how the page was left."""
        if self._known_views:
            self._searching.search(self._filters.question)
        else:
            self._stage.wait(self._views.load(self._come_back, self._failed))

    def _come_back(self, left: PortfolioView | None) -> None:
        """Take the page as it was left."""
        self._known_views = True
        self._arrangement.come_back(left)

    def show_about(self, about: About) -> None:
        """Show the clients that a figure counts, or the list as it was."""
        if isinstance(about, Filter):
            self._stale, self._known_views = False, True
            arrange = self._arrangement.arrange
            self._views.load(lambda left: arrange(left.columns if left else Columns()))
            self._filters.apply(about)
        else:
            self.come_forward()

    def whom(self) -> Whom | None:
        """The chosen row's household."""
        row = self._model.row_at(self._table.currentIndex().row())
        today = self._today
        return None if row is None or today is None else whom_of(row, today)

    def order(self) -> "Sequence[Key]":
        """Everybody on the list, beyond the screen."""
        return self._model.keys()

    def take_focus(self) -> None:
        """The arrows move in the list at once."""
        self._table.setFocus()

    def narrow(self) -> None:
        """Go to the field that filters by words."""
        self._filters.words.setFocus()
        self._filters.words.selectAll()

    def page_actions(self) -> tuple[Action, ...]:
        """Views, columns, and what is done with the ticked households."""
        return (
            Action(_("Save this view…"), Menu.VIEW, self._views.ask_name, icon="eye", group=1),
            Action(_("Columns…"), Menu.VIEW, self._choose_columns, icon="columns-3", group=1),
            Action(
                _("Take the filters away"),
                Menu.VIEW,
                self._filters.clear,
                ready=lambda: self._filters.question.narrows,
                group=1,
            ),
            *self._ticked.actions(),
        )

    def page_help(self) -> tuple[str, ...]:
        """How one finds and gathers."""
        return (
            _(
                "Type the beginning of a name, a town, a reference or a project, or digits of a "
                "telephone number: the list follows every key, in any order and without accents."
            ),
            _(
                "Filters narrow each other; two states widen each other. The numbers say how many "
                "households there would be."
            ),
            _(
                "Space ticks a household, Shift with the arrows ticks several, Ctrl+A all. What can "
                "be done with them stands below the list. The ticks stay while you look for others; "
                "Esc takes them away."
            ),
            _(
                "The arrow to the right shows the preview, Enter opens the page, the Menu key all "
                "that can be done."
            ),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Hide columns and the preview where there is no room (DESIGN.md, section 8)."""
        super().resizeEvent(event)
        low = self.window().height() < sizes.LOW
        self._subtitle.fit()
        self._table.set_row_height(sizes.TABLE_ROW_LOW if low else sizes.TABLE_ROW)
        self._rows.fit()
        wide = self.window().width()
        self._table.painter_of_rows.with_town = not sizes.MEDIUM <= wide < sizes.WIDE
        self._side.fit()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, sizes.M - 1, 0, sizes.XL)
        self.keep_edge(column, RING_ROOM, RING_ROOM)
        column.setSpacing(sizes.M - RING_ROOM)
        head = QHBoxLayout()
        head.setContentsMargins(RING_ROOM, 0, RING_ROOM, 0)
        head.setSpacing(sizes.L)
        head.addWidget(self._title)
        head.addWidget(self._subtitle, 1, Qt.AlignmentFlag.AlignBottom)
        head.addWidget(self._views)
        column.addLayout(head)
        discretion = self.requests.discretion
        column.addWidget(Private(self._listed(), _("Other clients are hidden"), discretion), 1)
        discretion.changed.connect(self._subtitle.setHidden)
        self._subtitle.setHidden(discretion.on)

    def _listed(self) -> QWidget:
        """What a visitor should not see: the filters with their counts, and the list."""
        listed = QWidget()
        inside = QVBoxLayout(listed)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(sizes.M - RING_ROOM)
        inside.addWidget(self._filters)
        body = QHBoxLayout()
        body.setContentsMargins(RING_ROOM, 0, RING_ROOM, 0)
        body.setSpacing(sizes.L)
        left = QVBoxLayout()
        left.setSpacing(sizes.M - 2)
        left.addWidget(table_card(self._stage), 1)
        left.addWidget(self._ticked.bar)
        body.addLayout(left, 1)
        body.addLayout(self._side.place)
        inside.addLayout(body, 1)
        return listed

    def _connect(self) -> None:
        table = self._table
        self._filters.changed.connect(self._asked_anew)
        self._stage.patient.connect(self._forget)
        self._stage.given_up.connect(self._forget)
        self._filters.left_downwards.connect(table.setFocus)
        self._views.asked.connect(self._arrangement.show_view)
        self._views.columns_asked.connect(self._choose_columns)
        self._arrangement.rearranged.connect(self._views.remember)
        table.opened.connect(self._open)
        table.chosen.connect(self._side.show_household)
        table.proposal_asked.connect(lambda _key: self.main_action())
        table.preview_asked.connect(self._side.open)
        table.menu_asked.connect(self._open_menu)
        self._side.left.connect(table.setFocus)
        self._side.opened.connect(self._open)
        self._side.proposed.connect(self.main_action)
        self._side.sheet_asked.connect(self.print_now)

    def _choose_columns(self) -> None:
        self._arrangement.ask_columns(self)

    def _asked_anew(self) -> None:
        self._views.remember()
        self._searching.search(self._filters.question)

    def _show(self, answer: "FirstRows") -> None:
        found, self._today = answer.found, answer.today
        painter = self._table.painter_of_rows
        painter.today = today = answer.today
        self._ticked.live_on(today)
        painter.forget()
        self._model.word_rows(lambda row: row_said(row, today), painter.cell_words)
        chosen = self._model.key_at(self._table.currentIndex().row())
        self._model.show_keys(found.keys, answer.rows)
        if not self._filters.question.narrows:
            self._model.keep_ticks(found.keys)
        self._filters.show_counts(found.counts)
        others = found.counted < len(found.keys)
        self._subtitle.say(
            *shown_of(found.counted, found.counts, self._filters.question, uncounted=others)
        )
        self.titled.emit(_("Portfolio"))
        self._ticked.count()
        if not len(found.keys):
            self._stage.show_empty()
            self._side.show_household(None)
            return
        self._stage.show_content()
        if self.window().focusWidget() in (None, self.window()):
            self.take_focus()
        self._table.head.fit(self._table.width())
        place = next((at for at, row in enumerate(answer.rows) if row.key == chosen), 0)
        self._table.choose(place)

    def _forget(self) -> None:
        """What was counted before belongs to another question."""
        self._filters.forget_counts()
        self._subtitle.say("")

    def _failed(self, error: Exception) -> None:
        self._forget()
        self._stage.show_error(
            _("The list could not be read"), _("Nothing was changed. Try again in a moment.")
        )
        self.requests.failed.emit(error)

    def _open(self, key: Key | None) -> None:
        if key is not None:
            self.requests.open_client.emit(key)

    def _open_menu(self, key: Key | None, place: QPoint) -> None:
        whom = self.whom()
        if key is None or whom is None:
            return
        ask, at = self.requests, self._model.place_of(key)
        deeds = [
            (_("Open the page"), self._open),
            (_("Suggest a meeting"), lambda _key: ask.propose.emit(whom)),
            (_("Note a contact"), lambda _key: ask.note_contact.emit(whom)),
            (_("Print the sheet"), lambda _key: ask.print_sheet.emit(whom)),
            (_("Later…"), lambda key: self._ticked.bulk.put_off((key,), self._today or date.min)),
            (_("Tick, or untick"), lambda _key: self._table.tick(at or 0)),
            (_("Show the preview"), lambda _key: self._side.open(True)),
        ]
        row_menu(self._table, deeds, key).exec(place)
