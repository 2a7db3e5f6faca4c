from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from advisor_app.ui.dialogs.veil import Veil, veil_behind
from advisor_app.ui.window.first_keys import FirstKeys


class Page(QWidget):
    """A window with a field of its own, and a letter for a command."""

    def __init__(self) -> None:
        super().__init__()
        self.field, self.done = QLineEdit(), 0
        QVBoxLayout(self).addWidget(self.field)
        QShortcut("Alt+L", self).activated.connect(self._do)

    def _do(self) -> None:
        self.done += 1


def opened(qtbot: QtBot) -> tuple[Page, QDialog, QLineEdit]:
    page = Page()
    qtbot.addWidget(page)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    page.field.setFocus()
    search = QDialog(page)
    field = QLineEdit(search)
    FirstKeys(field, page)
    return page, search, field


def test_what_is_typed_before_the_new_window_has_the_keyboard_goes_to_it(qtbot: QtBot) -> None:
    page, search, field = opened(qtbot)
    before = page.windowHandle()

    for letter in (Qt.Key.Key_L, Qt.Key.Key_E):
        QTest.keyClick(before, letter)
    QTest.keyClick(before, Qt.Key.Key_L, Qt.KeyboardModifier.AltModifier)

    assert (field.text(), page.field.text(), page.done) == ("le", "", 0)

    QApplication.sendEvent(search, QEvent(QEvent.Type.WindowActivate))
    QTest.keyClick(before, Qt.Key.Key_M)
    QTest.keyClick(before, Qt.Key.Key_L, Qt.KeyboardModifier.AltModifier)

    assert (field.text(), page.field.text(), page.done) == ("le", "m", 1)


def test_escape_closes_the_new_window_and_the_keys_come_back(qtbot: QtBot) -> None:
    page, search, _field = opened(qtbot)
    search.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    search.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    search.show()

    with qtbot.waitSignal(search.destroyed):
        QTest.keyClick(page.windowHandle(), Qt.Key.Key_Escape)
    QTest.keyClick(page.windowHandle(), Qt.Key.Key_M)

    assert page.field.text() == "m"


def test_a_click_beside_closes_a_dialog_that_is_not_modal(qtbot: QtBot) -> None:
    page, search, _field = opened(qtbot)
    veil_behind(search, page)
    (veil,) = page.findChildren(Veil)
    search.show()
    qtbot.waitUntil(lambda: all(strip.isVisible() for strip in veil.strips), timeout=60_000)

    with qtbot.waitSignal(search.rejected):
        QTest.mouseClick(veil.strips[0], Qt.MouseButton.LeftButton)
