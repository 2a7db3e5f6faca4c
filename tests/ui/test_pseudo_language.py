"""A language 40 % longer than the source leaves no text cut at 1366 x 768."""

import pytest
from cut_text import FILLER, PseudoLanguage, speak_longer, stretched, watching
from window_walk import QUESTIONS, Window, asked, at_work, visited

SIZE = (1366, 768)
# The heads of a table's columns, which can be widened and whose tooltips hold the whole.
IN_COLUMNS = {stretched(head) for head in ("12 months", "Appointment")}


def test_the_pseudo_language_is_two_fifths_longer_and_keeps_fields() -> None:
    text = "Every suggestion rests on {name}, or on {day}."
    longer = stretched(text)
    assert 1.25 <= len(longer) / len(text) <= 1.45
    assert "{name}" in longer
    assert "{day}" in longer
    assert longer.replace(FILLER, "") == text
    assert PseudoLanguage().ngettext("one", "several", 2) == stretched("several")


def test_no_page_cuts_its_words(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    speak_longer(monkeypatch)
    opened = at_work(window("A01"))
    opened.shell.resize(*SIZE)
    found = []
    for name, root in visited(opened):
        with watching(monkeypatch) as watch:
            root.grab()
            watch.controls(root)
        found += [
            f"{name}: “{text}” {why}" for text, why in watch.cut.items() if text not in IN_COLUMNS
        ]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("question", QUESTIONS)
def test_no_question_cuts_its_words(
    window: Window, monkeypatch: pytest.MonkeyPatch, question: str
) -> None:
    speak_longer(monkeypatch)
    opened = at_work(window("A01"))
    opened.shell.resize(*SIZE)
    dialog = asked(opened, question)
    with watching(monkeypatch) as watch:
        dialog.grab()
        watch.controls(dialog)
    dialog.close()
    assert not watch.cut, "\n".join(f"“{text}” {why}" for text, why in watch.cut.items())
