"""What `test_scaling.py` runs in a process of its own, whose screen shows two dots for each pixel."""

from collections.abc import Iterator

import cut_text
import pytest
from cut_text import FILLER, speak_longer, watching
from PySide6.QtWidgets import QAbstractScrollArea, QWidget
from window_walk import Window, at_work, controls, place_of, settle, visited

# The smallest window: a screen of 1920 x 1200 at 200 % (DESIGN.md, section 5).
SIZE = (960, 600)
# The heads of a table's columns, which can be widened and whose tooltips hold the whole.
IN_COLUMNS = {f"{head}{FILLER}" for head in ("12 months", "Appointment")}


def test_no_page_cuts_its_words_or_loses_a_control(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cut_text, "stretched", lambda text: f"{text}{FILLER}" if text else text)
    speak_longer(monkeypatch)
    opened = at_work(window("A01"))
    opened.shell.resize(*SIZE)
    settle(opened)
    assert opened.shell.devicePixelRatioF() == 2
    found = []
    for name, root in visited(opened):
        assert (root.width(), root.height()) == SIZE
        with watching(monkeypatch) as watch:
            picture = root.grab()
            watch.controls(root)
        assert (picture.width(), picture.height()) == (2 * SIZE[0], 2 * SIZE[1])
        found += [
            f"{name}: “{text}” {why}" for text, why in watch.cut.items() if text not in IN_COLUMNS
        ]
        found += [f"{name}: {place_of(one)} lies outside" for one in lost(root)]
    assert not found, "\n".join(found)


def lost(root: QWidget) -> Iterator[QWidget]:
    """Controls outside of the window that nothing scrolls into it."""
    for one in controls(root):
        corner = one.mapTo(root, one.rect().topLeft())
        if not root.rect().contains(one.rect().translated(corner)) and not scrolled(one):
            yield one


def scrolled(widget: QWidget) -> bool:
    around = widget.parentWidget()
    while around is not None and not isinstance(around, QAbstractScrollArea):
        around = around.parentWidget()
    return around is not None
