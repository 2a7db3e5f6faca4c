"""Qt's own words, in buttons, menus of fields and file dialogs, in the present language."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from advisor_app.domain.codes import Language
from advisor_app.i18n import language, pgettext
from advisor_app.i18n.formats import locale

_NAME = "qt words"


class FileWords(QTranslator):
    """What Qt's catalogs lack of the file dialogs, some languages more than others."""

    def __init__(self, parent: QCoreApplication) -> None:
        super().__init__(parent)
        self._words = {
            "&Look in:": pgettext("file dialog", "Look in:"),
            "Files of &type:": pgettext("file dialog", "Files of type:"),
            "Folder": pgettext("file dialog", "Folder"),
            "File Folder": pgettext("file dialog", "Folder"),
            "File": pgettext("file dialog", "File"),
            "%1 File": pgettext("file dialog", "%1 file"),
            "Drive": pgettext("file dialog", "Drive"),
            "Shortcut": pgettext("file dialog", "Shortcut"),
            "Unknown": pgettext("file dialog", "Unknown"),
        }

    def isEmpty(self) -> bool:
        """Never: Qt asks no empty translator."""
        return False

    def translate(
        self,
        context: str,
        source: str,
        disambiguation: str | None = None,  # noqa: ARG002 Qt gives it
        n: int = -1,  # noqa: ARG002 Qt gives it
    ) -> str:
        """The word of a file dialog; None, which Qt takes for "not here", for any other."""
        words: dict[str, str] = self._words if context in _OF_FILES else {}
        return words.get(source)  # type: ignore[return-value] # "" would stand for the word


_OF_FILES = {"QFileDialog", "QAbstractFileIconProvider"}


def speak_qt() -> None:
    """Let Qt speak the present language; English is what it speaks by itself.

    Months, the first day of a week and decimal points are the language's too, whatever the system's.
    """
    QLocale.setDefault(QLocale(locale()))
    application = QCoreApplication.instance()
    if application is None:
        return
    for old in application.findChildren(QTranslator, _NAME):
        application.removeTranslator(old)
        old.deleteLater()
    words = QTranslator()
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if language() is Language.EN or not words.load(f"qtbase_{language().value}", folder):
        return
    # The last one is asked first.
    for translator in (FileWords(application), words):
        translator.setParent(application)
        translator.setObjectName(_NAME)
        application.installTranslator(translator)
