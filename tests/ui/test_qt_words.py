from datetime import date

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from advisor_app.domain.codes import Language
from advisor_app.i18n import pgettext, set_language
from advisor_app.ui.parts.fields import DayField
from advisor_app.ui.theme.qt_words import speak_qt

WORDS = {
    Language.FR: "Fermer",
    Language.EN: "Close",
    Language.NL: "Sluiten",
    Language.DE: "Schließen",
}

MONTHS = {Language.FR: "avril", Language.EN: "April", Language.NL: "april", Language.DE: "April"}


@pytest.mark.usefixtures("english")
@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("system", [QLocale("en_US"), QLocale("de_AT")])
def test_a_calendar_speaks_the_language_and_begins_on_monday(
    qtbot: QtBot, language: Language, system: QLocale
) -> None:
    QLocale.setDefault(system)
    set_language(language)
    speak_qt()
    field = DayField(date(2026, 4, 23))
    qtbot.addWidget(field)
    calendar = field.calendarWidget()
    assert calendar.locale().monthName(4) == MONTHS[language]
    assert calendar.firstDayOfWeek() is Qt.DayOfWeek.Monday
    set_language(Language.EN)
    speak_qt()


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


@pytest.mark.usefixtures("english", "qapp")
@pytest.mark.parametrize("language", [Language.FR, Language.NL])
def test_what_qt_lacks_of_a_file_dialog_is_said_by_the_house(language: Language) -> None:
    set_language(language)
    speak_qt()
    said = QCoreApplication.translate
    assert said("QFileDialog", "&Look in:") == pgettext("file dialog", "Look in:")
    assert said("QAbstractFileIconProvider", "Folder") == pgettext("file dialog", "Folder")
    assert said("QFileSystemModel", "Size") not in {"", "Size"}
    assert said("QFileDialog", "Create New Folder") not in {"", "Create New Folder"}
    assert said("QFileDialog", "no such word") == "no such word"
    set_language(Language.EN)
    speak_qt()
    assert said("QFileDialog", "&Look in:") == "&Look in:"


@pytest.mark.usefixtures("english", "qapp")
def test_what_qt_has_it_says_itself() -> None:
    set_language(Language.DE)
    speak_qt()
    assert QCoreApplication.translate("QFileDialog", "&Look in:") == "&Suchen in:"
    set_language(Language.EN)
    speak_qt()
