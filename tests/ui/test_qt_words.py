import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from advisor_app.domain.codes import Language
from advisor_app.i18n import set_language
from advisor_app.ui.theme.qt_words import speak_qt

WORDS = {
    Language.FR: "Fermer",
    Language.EN: "Close",
    Language.NL: "Sluiten",
    Language.DE: "Schließen",
}


@pytest.mark.usefixtures("english")
@pytest.mark.parametrize("language", Language)
def test_qts_own_buttons_speak_the_language(qtbot: QtBot, language: Language) -> None:
    set_language(language)
    speak_qt()
    box = QMessageBox()
    qtbot.addWidget(box)
    button = box.addButton(QMessageBox.StandardButton.Close)
    assert button.text().replace("&", "") == WORDS[language]
    set_language(Language.EN)
    speak_qt()
