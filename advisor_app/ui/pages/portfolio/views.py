"""The buttons beside the title: saved views, and the columns."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from advisor_app.domain.portfolio import PortfolioQuestion
from advisor_app.domain.portfolio_view import PortfolioView
from advisor_app.i18n import _
from advisor_app.i18n.portfolio_columns import filter_words, name_proposal
from advisor_app.ui.dialogs.view_name import ViewNameDialog
from advisor_app.ui.pages.portfolio.filters import below
from advisor_app.ui.parts.buttons import Button, Kind
from advisor_app.ui.parts.page import Ask
from advisor_app.ui.parts.projects import project_names
from advisor_app.ui.parts.requests import Requests
from advisor_app.ui.tasks import Asked
from advisor_app.ui.theme import sizes

if TYPE_CHECKING:
    from advisor_app.bootstrap import Services

_LEAVE_MS = 800


class ViewButtons(QWidget):
    """Saves, shows and deletes views; remembers how the page was left."""

    asked = Signal(object)
    columns_asked = Signal()

    def __init__(self, ask: Ask, requests: Requests, present: Callable[[], PortfolioView]) -> None:
        super().__init__()
        self._ask, self._requests, self._present = ask, requests, present
        self._views: tuple[PortfolioView, ...] | None = None
        self._views_button = Button(
            _("Saved views"), Kind.GHOST, icon="eye", icon_after="chevron-down"
        )
        self._columns_button = Button(_("Columns"), Kind.GHOST, icon="columns-3")
        self._views_button.setAccessibleDescription(_("Show, save or delete a view"))
        self._columns_button.setAccessibleDescription(_("Choose, order and size the columns"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(sizes.S)
        row.addWidget(self._views_button)
        row.addWidget(self._columns_button)
        self._views_button.clicked.connect(self.open_menu)
        self._columns_button.clicked.connect(self.columns_asked)
        self._leaving = QTimer(self)
        self._leaving.setSingleShot(True)
        self._leaving.setInterval(_LEAVE_MS)
        self._leaving.timeout.connect(self._leave)

    def load(
        self,
        done: Callable[[PortfolioView | None], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> Asked:
        """Read the views; `done` gets how the page was left."""

        def work(
            services: "Services",
        ) -> tuple[tuple[PortfolioView, ...], PortfolioView | None]:
            return services.portfolio_views.saved(), services.portfolio_views.as_left()

        def answer(told: tuple[tuple[PortfolioView, ...], PortfolioView | None]) -> None:
            self._views = told[0]
            done(told[1])

        return self._ask(self, work, answer, failed or self._requests.failed.emit)

    def remember(self) -> None:
        """Keep how the page is now, once it has stayed so for a moment."""
        self._leaving.start()

    def menu(self) -> QMenu:
        """The views by name, then saving and deleting."""
        menu = QMenu(self)
        menu.setAccessibleName(_("Saved views"))
        menu.addAction(_("The whole portfolio"), self._ask_whole)
        for view in self._views or ():
            menu.addAction(_escaped(view.name), partial(self.asked.emit, view))
        if self._views is None:
            menu.addAction(_("The saved views are not read yet: read them now"), self._reload)
        menu.addSeparator()
        menu.addAction(_("Save this view…"), self.ask_name)
        if self._views:
            deleting = menu.addMenu(_("Delete a view"))
            for view in self._views:
                deleting.addAction(_escaped(view.name), partial(self.delete, view))
        return menu

    def open_menu(self) -> None:
        """Show the menu below its button."""
        self.menu().exec(below(self._views_button))

    def ask_name(self) -> None:
        """Ask under which name the present view is saved."""
        question, names = self._present().question, project_names()
        about = filter_words(question, names)
        ViewNameDialog(self, name_proposal(question, names), about, self.save).open()

    def save(self, name: str) -> None:
        """Save the present view; one of the same name is replaced, which can be undone."""
        present = self._present()
        view = PortfolioView(name, present.question, present.columns)

        def done(replaced: PortfolioView | None) -> None:
            words = _("View “{name}” saved.").format(name=name)
            self._requests.say(words, partial(self._undo_save, view, replaced))
            self._reload()

        self._do(lambda services: services.portfolio_views.save(view), done)

    def delete(self, view: PortfolioView) -> None:
        """Delete a view, which can be undone."""

        def done(gone: PortfolioView) -> None:
            words = _("View “{name}” deleted.").format(name=view.name)
            self._requests.say(words, partial(self._put_back, gone))
            self._reload()

        self._do(lambda services: services.portfolio_views.delete(view.name), done)

    def _undo_save(self, view: PortfolioView, replaced: PortfolioView | None) -> None:
        if replaced is not None:
            self._put_back(replaced)
        else:
            self._do(
                lambda services: services.portfolio_views.delete(view.name),
                lambda _gone: self._reload(),
            )

    def _put_back(self, view: PortfolioView) -> None:
        self._do(
            lambda services: services.portfolio_views.save(view), lambda _replaced: self._reload()
        )

    def _ask_whole(self) -> None:
        """Everybody again, in the columns that show: to choose those was no part of the filter."""
        self.asked.emit(PortfolioView("", PortfolioQuestion(), self._present().columns))

    def _leave(self) -> None:
        view = self._present()
        self._do(lambda services: services.portfolio_views.leave(view), lambda _nothing: None)

    def _reload(self) -> None:
        self.load(lambda _left: None)

    def _do(self, work: "Callable[[Services], object]", done: Callable[..., None]) -> None:
        self._ask(self, work, done, self._requests.failed.emit)


def _escaped(name: str) -> str:
    """A name in a menu, where a single ampersand would mark a key."""
    return name.replace("&", "&&")
