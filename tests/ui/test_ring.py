"""Whatever the keyboard reaches has a ring, in the window and in every question over it."""

from collections.abc import Callable
from typing import Any

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from window_walk import asked, at_work, settle

from advisor_app.ui.dialogs.drafting import Drafting
from advisor_app.ui.parts.fields import Field, Labelled
from advisor_app.ui.parts.ring import Ring, rings

Open = Callable[[str | None], Any]


def ring_of(window: QWidget) -> Ring:
    found = window.findChild(Ring, options=Qt.FindChildOption.FindDirectChildrenOnly)
    assert isinstance(found, Ring)
    return found


def test_every_stop_of_a_question_has_the_ring(window: Open) -> None:
    opened = at_work(window("A01"))
    dialog = asked(opened, "note_contact")
    with opened.qtbot.waitActive(dialog):
        dialog.activateWindow()
    ring, seen = ring_of(dialog), set()
    for _ in range(12):
        opened.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        seen.add(now)
        if rings(now):
            assert ring.frame.widget() is now
            assert ring.frame.isVisible()
    assert len(seen) > 6
    dialog.reject()


def test_the_ring_survives_what_it_surrounded(window: Open) -> None:
    opened = at_work(window("A01"))
    with opened.qtbot.waitActive(opened.shell):
        opened.shell.activateWindow()
    ring = ring_of(opened.shell)
    first = opened.shell.rail.lock
    first.setFocus(Qt.FocusReason.TabFocusReason)
    ring.frame.deleteLater()
    opened.qtbot.wait(1)
    opened.shell.rail.who.setFocus(Qt.FocusReason.TabFocusReason)
    assert ring.frame.widget() is opened.shell.rail.who


def test_a_draft_that_comes_back_leaves_every_field_whole(window: Open) -> None:
    opened = at_work(window("A01"))
    dialog = asked(opened, "note_contact")
    drafting = dialog.findChild(Drafting)
    dialog._text.field.setPlainText("They call back on Tuesday")
    drafting.keep()
    settle(opened)
    dialog.answered = False
    dialog.done(0)
    settle(opened)
    again = asked(opened, "note_contact")
    settle(opened)
    assert again._text.field.toPlainText() == "They call back on Tuesday"
    assert again.height() >= again.layout().totalHeightForWidth(again.width())
    again.reject()


def test_a_window_deleted_with_its_frame_gone_may_lose_the_focus(qtbot: QtBot) -> None:
    window = QWidget()
    field = QLineEdit(window)
    ring = Ring(window)
    window.show()
    field.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is field, timeout=60_000)
    shiboken6.delete(ring.frame)
    shiboken6.delete(window)
    assert not shiboken6.isValid(window)


def test_no_parent_cuts_the_ring(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    field = Field()
    column = QVBoxLayout(window)
    column.addWidget(Labelled("A field as wide as its place", field))
    window.show()
    ring = Ring(window)
    ring.frame.setWidget(field)
    around = ring.frame.parentWidget()
    assert around is window
    corner = field.mapTo(window, field.rect().topLeft())
    assert ring.frame.geometry().contains(field.rect().translated(corner))
    assert window.rect().contains(ring.frame.geometry())
