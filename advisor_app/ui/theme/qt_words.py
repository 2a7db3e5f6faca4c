"""Qt's own words, in buttons, menus of fields and file dialogs, in the present language."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator

from advisor_app.i18n import language

_NAME = "qt words"


def speak_qt() -> None:
    """Let Qt speak the present language; English is what it speaks by itself."""
    application = QCoreApplication.instance()
    if application is None:
        return
    for old in application.findChildren(QTranslator, _NAME):
        application.removeTranslator(old)
        old.deleteLater()
    words = QTranslator(application)
    words.setObjectName(_NAME)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if words.load(f"qtbase_{language().value}", folder):
        application.installTranslator(words)
