from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from advisor_app.domain.codes import Language
from advisor_app.i18n import language
from advisor_app.ui.pages.settings.about import AboutPane
from advisor_app.ui.pages.settings.appearance import AppearancePane
from advisor_app.ui.pages.settings.page import SettingsPage
from advisor_app.ui.parts.requests import SettingsAt
from advisor_app.ui.theme.application import Application
from advisor_app.ui.theme.look import Look
from advisor_app.ui.theme.tokens import Scheme
from advisor_app.ui.window.routes import Route

Open = Callable[[str | None], Any]


@pytest.fixture
def application(qapp: QApplication) -> Iterator[Application]:
    assert isinstance(qapp, Application)
    yield qapp
    qapp.wear(Look())


def settings(opened: Any, section: str) -> SettingsPage:
    opened.until(lambda: opened.shell.rail.isEnabled() and opened.shell.pages.count())
    opened.desktop.go(Route("settings", SettingsAt(section)))
    page = opened.shell.findChild(SettingsPage)
    assert isinstance(page, SettingsPage)
    return page


def pane(opened: Any, kind: type) -> Any:
    opened.until(lambda: opened.shell.findChild(kind) is not None)
    return opened.shell.findChild(kind)


def test_the_keyboard_stands_on_the_pane_in_front(window: Open) -> None:
    opened = window("A01")
    page = settings(opened, "rules")
    lines = page._list._lines
    lines["rules"].setFocus()
    settings(opened, "about")
    assert lines["about"].isChecked()
    assert page._list.focusWidget() is lines["about"]


def test_the_rail_and_ctrl_comma_lead_to_the_settings(window: Open) -> None:
    opened = window("A01")
    opened.until(opened.shell.pages.count)
    opened.shell.activateWindow()
    opened.until(opened.shell.isActiveWindow)
    opened.qtbot.keyClick(opened.shell, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    opened.until(lambda: opened.find(SettingsPage) is not None)
    assert opened.shell.pages.currentWidget() is opened.find(SettingsPage)
    assert opened.shell.rail._buttons["settings"].isChecked()
    assert opened.shell.windowTitle() == "Settings — Tête-à-tête"


def test_the_arrows_move_in_the_list_of_panes(window: Open) -> None:
    opened = window("A01")
    page = settings(opened, "appearance")
    names = page._list.names()
    page.choose(names[0])
    opened.qtbot.keyClick(page._list._lines[names[0]], Qt.Key.Key_Down)
    assert page.about() == SettingsAt(names[1])
    opened.qtbot.keyClick(page._list._lines[names[1]], Qt.Key.Key_Up)
    opened.qtbot.keyClick(page._list._lines[names[0]], Qt.Key.Key_Up)
    assert page.about() == SettingsAt(names[0])


def test_the_focus_comes_along_to_the_pane_that_is_opened_from_elsewhere(window: Open) -> None:
    opened = window("A01")
    page = settings(opened, "appearance")
    for section in ("security", "calendars"):
        page._list._lines[page._list.names()[0]].setFocus()
        opened.desktop.go(Route("today"))
        opened.desktop.go(Route("settings", SettingsAt(section)))
        assert page.window().focusWidget() is page._list._lines[section]


def test_the_focus_stays_where_it_is_on_a_pane(window: Open) -> None:
    opened = window("A01")
    page = settings(opened, "appearance")
    shown = pane(opened, AppearancePane)
    opened.until(lambda: hasattr(shown, "language"))
    shown.language.setFocus()
    page.choose("appearance")
    assert page.window().focusWidget() is shown.language


def test_a_theme_is_worn_at_once(window: Open, application: Application) -> None:
    opened = window("A01")
    settings(opened, "appearance")
    found = pane(opened, AppearancePane)
    opened.qtbot.mouseClick(found.scheme._tiles[Scheme.DARK], Qt.MouseButton.LeftButton)
    assert application.scheme() is Scheme.DARK
    assert found.scheme._tiles[Scheme.DARK].isChecked()


def test_another_language_speaks_at_once_and_the_store_remembers_it(
    window: Open, application: Application
) -> None:
    opened = window("A01")
    settings(opened, "appearance")
    found, before = pane(opened, AppearancePane), opened.desktop
    found.language.choose(Language.DE)
    found.language.activated.emit(found.language.currentIndex())
    opened.until(lambda: language() is Language.DE)
    opened.until(lambda: opened.session._desktop is not before)
    assert opened.session._desktop.route() == Route("settings", SettingsAt("appearance"))
    assert application.look.language is Language.DE
    assert opened.shell.pages.currentWidget()._panes["appearance"].language.value() == "de"
    remembered: list[Language | None] = []
    opened.session._tasks.run(
        opened.shell, lambda services: services.setup.language(), remembered.append
    )
    opened.until(lambda: remembered)
    assert remembered == [Language.DE]


def test_larger_text_makes_the_window_anew_on_the_same_page(
    window: Open, application: Application
) -> None:
    opened = window("A01")
    settings(opened, "about")
    before = opened.desktop
    application.wear(application.look.with_text(150))
    opened.until(lambda: opened.session._desktop is not before)
    assert opened.session._desktop.route() == Route("settings", SettingsAt("about"))


def test_what_is_copied_for_support_names_no_file_and_no_client(window: Open) -> None:
    opened = window("A01")
    settings(opened, "about")
    found = pane(opened, AboutPane)
    opened.until(lambda: found._program is not None)
    found.main_action()
    copied = QGuiApplication.clipboard().text()
    assert "Tête-à-tête 0." in copied
    assert "SQLCipher 4" in copied
    assert str(opened.path.parent) not in copied
    assert opened.path.name not in copied


def test_ctrl_and_plus_minus_and_zero_change_the_size_of_text(
    window: Open, application: Application
) -> None:
    opened = window("A01")
    opened.until(opened.shell.pages.count)
    for key, percent in (
        (Qt.Key.Key_Plus, 110),
        (Qt.Key.Key_Equal, 120),
        (Qt.Key.Key_Minus, 110),
        (Qt.Key.Key_0, 100),
    ):
        before = opened.session._desktop
        opened.shell.activateWindow()
        opened.until(opened.shell.isActiveWindow)
        opened.qtbot.keyClick(opened.shell, key, Qt.KeyboardModifier.ControlModifier)
        assert application.look.text_percent == percent
        opened.until(lambda before=before: opened.session._desktop is not before)


def test_a_discreet_start_folds_and_a_new_size_of_text_keeps_what_was_chosen(
    window: Open, application: Application
) -> None:
    application.wear(Look(discreet=True))
    opened = window("A01")
    opened.until(lambda: opened.session._desktop is not None)
    assert opened.session._desktop.discretion.on
    opened.session._desktop.discretion.toggle()
    before = opened.session._desktop
    application.wear(application.look.with_text(120))
    opened.until(lambda: opened.session._desktop is not before)
    assert not opened.session._desktop.discretion.on
