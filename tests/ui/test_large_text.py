"""Text half as large again leaves no words cut at 1366 x 768."""

from typing import TYPE_CHECKING, cast

import cut_text
import pytest
from cut_text import FILLER, speak_longer, watching
from PySide6.QtWidgets import QApplication
from window_walk import Window, at_work, settle, visited

if TYPE_CHECKING:
    from advisor_app.ui.theme.application import Application

LARGE = 150


def test_no_page_cuts_its_words_at_one_and_a_half(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Words are marked by one letter, so that what is cut of a client's own data does not count.
    monkeypatch.setattr(cut_text, "stretched", lambda text: f"{text}{FILLER}" if text else text)
    speak_longer(monkeypatch)
    application = cast("Application", QApplication.instance())
    before = application.look
    opened = at_work(window("A01"))
    try:
        application.wear(before.with_text(LARGE))
        opened.shell.resize(1366, 768)
        settle(opened)
        at_work(opened)
        found = []
        for name, root in visited(opened):
            with watching(monkeypatch) as watch:
                root.grab()
                watch.controls(root)
            found += [f"{name}: “{text}” {why}" for text, why in watch.cut.items()]
        assert not found, "\n".join(found)
    finally:
        application.wear(before)
