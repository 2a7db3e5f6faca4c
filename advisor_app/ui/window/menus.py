"""The full menus, by F10: they show while they are used, and list every shortcut."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QMenuBar, QWidget

from advisor_app.i18n import pgettext
from advisor_app.i18n.key_words import key_words
from advisor_app.ui.parts.actions import Action, Menu
from advisor_app.ui.parts.menu_filling import fill


class Menus(QMenuBar):
    """The bar above everything, made of the actions of the window and of the page in front."""

    def __init__(self, window: QMainWindow, actions: Iterable[Action]) -> None:
        super().__init__(window)
        self._before: QWidget | None = None
        for menu in Menu:
            offered = [one for one in actions if one.menu is menu]
            if offered:
                self._fill(self.addMenu(menu_words(menu)), offered)

    def open_first(self) -> None:
        """Show the bar and open its first menu; what had the focus gets it back afterwards."""
        self._before = QApplication.focusWidget()
        self.show()
        self.setActiveAction(self.actions()[0])

    def _fill(self, menu: QMenu, offered: Sequence[Action]) -> None:
        menu.aboutToHide.connect(lambda: QTimer.singleShot(0, self, self._leave))
        fill(menu, sorted(offered, key=lambda one: one.group), self._add)

    def _add(self, menu: QMenu, one: Action) -> None:
        entry = QAction(_entry(one), menu)
        entry.setEnabled(one.ready())
        # The menu closes first: what the deed opens then gets the focus, and keeps it.
        entry.triggered.connect(lambda _on=False: self._do(one.deed))
        menu.addAction(entry)

    def _do(self, deed: object) -> None:
        QTimer.singleShot(0, self, deed)  # type: ignore[call-overload] # any function without arguments

    def _leave(self) -> None:
        if QApplication.activePopupWidget() is None:
            self.hide()
            if self._before is not None and QApplication.activeModalWidget() is None:
                self._before.setFocus()
            self._before = None


def menu_words(menu: Menu) -> str:
    """The name of a menu."""
    return {
        Menu.FILE: pgettext("menu", "File"),
        Menu.EDIT: pgettext("menu", "Edit"),
        Menu.CLIENT: pgettext("menu", "Client"),
        Menu.VIEW: pgettext("menu", "View"),
        Menu.HELP: pgettext("menu", "Help"),
    }[menu]


def _entry(one: Action) -> str:
    """The words, and the keys at the right, which Qt parts by a tab."""
    words = one.words.replace("&", "&&")
    return f"{words}\t{key_words(one.keys[0])}" if one.keys else words
