"""The menu of who works here: another advisor, another language, light or dark."""

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu

from advisor_app.i18n import _, language
from advisor_app.i18n.formats import LANGUAGES
from advisor_app.ui.theme.tokens import Scheme
from advisor_app.ui.window.facts import WindowFacts
from advisor_app.ui.window.shell import Shell, of_session

if TYPE_CHECKING:
    from advisor_app.ui.dialogs.first_run import FirstRun
    from advisor_app.ui.theme.application import Application


class WhoMenu(QObject):
    """Opens above the advisor's name."""

    advisor_chosen = Signal(str)
    language_chosen = Signal(str)

    def __init__(self, shell: Shell, facts: WindowFacts) -> None:
        super().__init__(shell)
        of_session(self)
        self._shell, self._facts = shell, facts
        shell.rail.asked_who.connect(self.show)

    def show(self) -> None:
        """Open the menu."""
        button = self._shell.rail.who
        menu = self.menu()
        height = menu.sizeHint().height()
        menu.popup(button.mapToGlobal(QPoint(0, -height)))

    def menu(self) -> QMenu:
        """The menu, made anew: what is chosen may have changed."""
        menu = QMenu(self._shell)
        self._advisors(menu.addMenu(_("Who works here")))
        self._languages(menu.addMenu(_("Language")))
        self._schemes(menu.addMenu(_("Appearance")))
        return menu

    def _advisors(self, menu: QMenu) -> None:
        current = self._facts.advisor
        for advisor in self._facts.advisors:
            action = _checkable(menu, advisor.name, on=advisor.ref == (current and current.ref))
            action.triggered.connect(partial(self._emit_advisor, advisor.ref))

    def _emit_advisor(self, ref: str) -> None:
        self.advisor_chosen.emit(ref)

    def _languages(self, menu: QMenu) -> None:
        for code, name in LANGUAGES.items():
            action = _checkable(menu, name, on=code is language())
            action.triggered.connect(partial(self._emit_language, code.value))

    def _emit_language(self, code: str) -> None:
        self.language_chosen.emit(code)

    def _schemes(self, menu: QMenu) -> None:
        application = cast("Application", QApplication.instance())
        for words, scheme in (
            (_("As the system"), None),
            (_("Light"), Scheme.LIGHT),
            (_("Dark"), Scheme.DARK),
        ):
            action = _checkable(menu, words, on=application.look.scheme is scheme)
            action.triggered.connect(partial(application.choose, scheme))


def _checkable(menu: QMenu, words: str, *, on: bool) -> QAction:
    action = menu.addAction(words.replace("&", "&&"))
    action.setCheckable(True)
    action.setChecked(on)
    return action


def show_first_run(shell: Shell, facts: WindowFacts) -> "FirstRun":
    """Ask in place of the pages who works here."""
    from advisor_app.ui.dialogs.first_run import FirstRun

    page = FirstRun()
    page.show_advisors(list(facts.advisors))
    shell.top.hide()
    shell.show_alone(page)
    shell.name_page(_("Welcome"))
    return page
