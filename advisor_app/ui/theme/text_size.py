"""How large the user wants the text: everything that holds text follows it."""

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication

from advisor_app.domain.codes import Language
from advisor_app.ui.theme.look import NORMAL, Look

if TYPE_CHECKING:
    from advisor_app.ui.theme.application import Application


_AS_IT_COMES = Look()


def text_percent() -> int:
    """The size of text in per cent; 100 before the application is there, or without its look."""
    return look().text_percent


def look() -> Look:
    """How the user likes the window; as the system has it where nobody was asked."""
    application = cast("Application | None", QCoreApplication.instance())
    worn: Look | None = getattr(application, "look", None)
    return worn or _AS_IT_COMES


def remember_language(language: Language) -> None:
    """Keep the language of the store that is open for the words before the next one is."""
    application = cast("Application | None", QCoreApplication.instance())
    if application is not None and look().language is not language:
        application.wear(replace(application.look, language=language))


def scaled(pixels: int) -> int:
    """A length that holds text, at the present size of text."""
    percent = text_percent()
    return pixels if percent == NORMAL else round(pixels * percent / NORMAL)
