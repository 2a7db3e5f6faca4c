"""A mistake of the program is told in the house's own words, and its details can be copied."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QDialogButtonBox, QWidget
from pytestqt.qtbot import QtBot

from advisor_app.domain.codes import Language
from advisor_app.i18n import speaking
from advisor_app.ui.dialogs.bug import BugDialog, show_bug

REPORT = "builtins.KeyError\n  today.py:42 read"
CLOSE = {Language.FR: "Fermer", Language.EN: "Close", Language.NL: "Sluiten"}


@pytest.fixture
def frame(qtbot: QtBot) -> QWidget:
    window = QWidget()
    window.resize(1366, 768)
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def tell(frame: QWidget) -> Iterator[Callable[[], BugDialog]]:
    def told() -> BugDialog:
        show_bug(frame, REPORT)
        (dialog,) = frame.findChildren(BugDialog)
        return dialog

    yield told
    for dialog in frame.findChildren(BugDialog):
        dialog.close()


def shown(dialog: QWidget) -> list[str]:
    return [one.text() for one in dialog.findChildren(QAbstractButton) if one.isVisible()]


@pytest.mark.parametrize("language", CLOSE)
def test_its_button_speaks_the_language(tell: Callable[[], BugDialog], language: Language) -> None:
    with speaking(language):
        dialog = tell()
        (box,) = dialog.findChildren(QDialogButtonBox)
        assert [one.text() for one in box.buttons() if one.isVisible()] == [CLOSE[language]]
        assert dialog.focusWidget() is dialog.action


def test_the_details_show_when_they_are_asked_for(tell: Callable[[], BugDialog]) -> None:
    dialog = tell()
    assert not dialog.details.isVisible()
    dialog.show_details.click()
    assert dialog.details.isVisible()
    assert dialog.details.toPlainText() == REPORT
    assert not dialog.show_details.isVisible()


def test_the_details_are_copied_as_they_stand(tell: Callable[[], BugDialog]) -> None:
    dialog = tell()
    dialog.copy.click()
    assert QGuiApplication.clipboard().text() == REPORT
    assert dialog.copied.text()


def test_a_second_mistake_opens_no_second_question(tell: Callable[[], BugDialog]) -> None:
    assert tell() is tell()
