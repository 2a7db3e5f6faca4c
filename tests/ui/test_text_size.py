"""Text at 150 per cent leaves nothing of the program's own words cut, on every page."""

import gettext
import re
from collections.abc import Iterator

import pytest
from cut_text import FILLER, watching
from PySide6.QtWidgets import QApplication
from window_walk import QUESTIONS, Window, asked, at_work, visited

from advisor_app.ui.theme.application import Application
from advisor_app.ui.theme.look import LARGEST, Look

SIZE = (1440, 900)
_FIELD = re.compile(r"(\{\w*\})")
_LAST_LETTER = re.compile(r"[a-z](?=[^a-zA-Z]*$)")


def marked(text: str) -> str:
    """A sentence as long as it is, in which a letter tells that the program said it."""
    parts = _FIELD.split(text)
    return "".join(one if _FIELD.fullmatch(one) else _LAST_LETTER.sub(FILLER, one) for one in parts)


class MarkedLanguage(gettext.NullTranslations):
    """Answers every sentence with a mark in it."""

    def gettext(self, message: str) -> str:
        return marked(message)

    def ngettext(self, singular: str, plural: str, count: int) -> str:
        return marked(singular if count == 1 else plural)

    def pgettext(self, _context: str, message: str) -> str:
        return marked(message)

    def npgettext(self, _context: str, singular: str, plural: str, count: int) -> str:
        return self.ngettext(singular, plural, count)


# What stands in a table's columns, which can be widened, and the line above it: their tooltips
# hold the whole.
IN_COLUMNS = {marked(head) for head in ("12 months", "Appointment")}


def elides(text: str) -> bool:
    """Whether the text is one that ends in an ellipsis by design."""
    return text in IN_COLUMNS or marked("years old") in text or marked("households shown") in text


@pytest.fixture
def large(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The largest text, and words that can be told from data."""
    assert isinstance(qapp, Application)
    spoken = MarkedLanguage()
    monkeypatch.setattr("advisor_app.i18n._translations", lambda _language: spoken)
    qapp.wear(Look(text_percent=LARGEST))
    yield
    qapp.wear(Look())


@pytest.mark.usefixtures("large")
def test_no_page_cuts_its_words(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = at_work(window("A01"))
    opened.shell.resize(*SIZE)
    found = []
    for name, root in visited(opened):
        with watching(monkeypatch) as watch:
            root.grab()
            watch.controls(root)
        found += [f"{name}: “{text}” {why}" for text, why in watch.cut.items() if not elides(text)]
    assert not found, "\n".join(found)


@pytest.mark.usefixtures("large")
@pytest.mark.parametrize("question", QUESTIONS)
def test_no_question_cuts_its_words(
    window: Window, monkeypatch: pytest.MonkeyPatch, question: str
) -> None:
    opened = at_work(window("A01"))
    opened.shell.resize(*SIZE)
    dialog = asked(opened, question)
    with watching(monkeypatch) as watch:
        dialog.grab()
        watch.controls(dialog)
    dialog.close()
    assert not watch.cut, "\n".join(f"“{text}” {why}" for text, why in watch.cut.items())
