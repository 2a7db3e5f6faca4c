"""What is done with the ticked households besides their papers: export them, put them off."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from advisor_app.domain.errors import TeteATeteError
from advisor_app.domain.keys import Key
from advisor_app.domain.portfolio import PortfolioQuestion, PortfolioRow
from advisor_app.domain.portfolio_view import PortfolioColumn
from advisor_app.i18n.formats import long_date
from advisor_app.i18n.portfolio_columns import export_table, exported_words, put_off_words
from advisor_app.i18n.portfolio_words import households_words
from advisor_app.i18n.wording import sentence
from advisor_app.ui.changes import Changes, Topic
from advisor_app.ui.dialogs.coming import Read, ask_when_read
from advisor_app.ui.dialogs.export import ExportDialog, Order
from advisor_app.ui.dialogs.later import LaterDialog, later_title
from advisor_app.ui.parts.page import Ask
from advisor_app.ui.parts.projects import project_names
from advisor_app.ui.parts.requests import Requests

if TYPE_CHECKING:
    from advisor_app.bootstrap import Services
    from advisor_app.domain.snooze_days import SnoozeDay
    from advisor_app.services.snoozing import PutOff

# Households read at once: other work of the window is not kept waiting for longer.
_PART = 500


class Bulk:
    """Asks and tells for the page; `owner` is the page."""

    def __init__(self, owner: QWidget, ask: Ask, changes: Changes, requests: Requests) -> None:
        self._owner, self._ask = owner, ask
        self._changes, self._requests = changes, requests

    def put_off(self, keys: Sequence[Key], today: date) -> None:
        """Ask until when, then let the suggestions of all rest."""

        def work(until: date) -> "Callable[[Services], PutOff]":
            return lambda services: services.snoozing.put_off(keys, until)

        def answer(until: date) -> None:
            self._ask(
                self._owner,
                work(until),
                lambda done: self._is_put_off(done, until),
                self._requests.failed.emit,
            )

        words = households_words(len(keys))

        def ask(days: "tuple[SnoozeDay, ...]") -> None:
            LaterDialog(self._owner, words, today, days, answer).open()

        read = Read(lambda services: services.snoozing.days(), ask, self._requests.failed.emit)
        ask_when_read(self._owner, self._owner, later_title(words), self._ask, read)

    def _is_put_off(self, done: "PutOff", until: date) -> None:
        def undo() -> None:
            self._ask(
                self._owner,
                lambda services: services.snoozing.take_back(done.answers),
                lambda _nothing: self._changes.tell(Topic.SUGGESTIONS),
                self._requests.failed.emit,
            )

        words = put_off_words(len(done.answers), done.without, long_date(until))
        self._requests.say(words, undo if done.answers else None)
        self._changes.tell(Topic.SUGGESTIONS)

    def export(
        self,
        keys: Sequence[Key],
        question: PortfolioQuestion,
        columns: Sequence[PortfolioColumn],
    ) -> None:
        """Ask for the purpose and the file, then read the rows part by part and write them."""

        def answer(dialog: ExportDialog, order: Order) -> None:
            Exporting(self, dialog, order, keys, question, columns).go_on()

        ExportDialog(self._owner, len(keys), answer).open()

    def ask_for(
        self,
        dialog: ExportDialog,
        work: "Callable[[Services], object]",
        done: Callable[..., None],
    ) -> None:
        """Work for a dialog; a refusal is said there, anything else is a bug."""

        def failed(error: Exception) -> None:
            if isinstance(error, TeteATeteError):
                dialog.refuse(sentence(error))
            else:
                dialog.reject()
                self._requests.failed.emit(error)

        self._ask(dialog, work, done, failed)

    def say(self, words: str) -> None:
        """Tell that it is done."""
        self._requests.say(words)


class Exporting:
    """One export on its way; closing the dialog stops it, before anything is written."""

    def __init__(
        self,
        bulk: Bulk,
        dialog: ExportDialog,
        order: Order,
        keys: Sequence[Key],
        question: PortfolioQuestion,
        columns: Sequence[PortfolioColumn],
    ) -> None:
        self._bulk, self._dialog, self._order = bulk, dialog, order
        self._keys, self._question, self._columns = keys, question, columns
        self._rows: list[PortfolioRow] = []
        self._read = 0

    def go_on(self) -> None:
        """Read the next part, or write when all are read."""
        if self._dialog.stopped:
            return
        part = self._keys[self._read : self._read + _PART]
        if not part:
            self._bulk.ask_for(self._dialog, self._write, self._done)
            return
        self._read += len(part)
        self._dialog.tell(self._read, len(self._keys))
        self._bulk.ask_for(
            self._dialog,
            lambda services: services.portfolio.rows(part, threads=False),
            self._take,
        )

    def _take(self, rows: tuple[PortfolioRow, ...]) -> None:
        self._rows += rows
        self.go_on()

    def _write(self, services: "Services") -> None:
        from advisor_app.exchange.export_file import FORMS
        from advisor_app.reports.saving import save
        from advisor_app.services.exports import export_of

        order = self._order
        table = export_table(self._rows, self._columns, project_names(), services.today())
        data = FORMS[order.form](table)
        told = export_of(self._question, self._rows, order.purpose, order.form)
        services.exports.hand_out(told, self._rows, lambda: save(order.path, data))

    def _done(self, _nothing: object) -> None:
        self._dialog.done_well()
        self._bulk.say(exported_words(len(self._rows), self._order.path.name))
