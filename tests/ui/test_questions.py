"""What holds for every question over the window: where it begins, and how it grows."""

from datetime import UTC, date, datetime
from functools import partial
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot
from window_walk import QUESTIONS, Window, asked, at_work

from advisor_app.ui.dialogs.erase import EraseDialog
from advisor_app.ui.dialogs.frame import HouseDialog
from advisor_app.ui.dialogs.passphrase import ChangeDialog
from advisor_app.ui.dialogs.veil import Veil
from advisor_app.ui.dialogs.wrong_clock import WrongClock


@pytest.fixture
def frame(qtbot: QtBot) -> QWidget:
    window = QWidget()
    window.resize(1366, 768)
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_question_begins_at_its_first_field(window: Window, question: str) -> None:
    dialog = asked(at_work(window("A01")), question)
    begun = dialog.focusWidget()
    assert begun is not None
    assert isinstance(dialog, HouseDialog)
    assert begun not in (dialog.action, dialog.cancel)
    dialog.close()


def test_a_passphrase_is_typed_at_once_and_nothing_else_can_be_pressed(frame: QWidget) -> None:
    dialog = ChangeDialog(frame, lambda *_typed: None)
    dialog.show()
    assert not isinstance(dialog.focusWidget(), QPushButton)
    dialog.close()


def test_erasing_begins_at_its_reason_and_enter_erases_only_with_the_reference(
    frame: QWidget,
) -> None:
    said: list[object] = []
    dialog = EraseDialog(frame, "Camille Fournier", "C000001", 12, lambda *what: said.append(what))
    dialog.show()
    assert dialog.focusWidget() is dialog.reason
    QTest.keyClick(dialog.reason, Qt.Key.Key_Return)
    QTest.keyClicks(dialog.typed_ref, "C00000")
    QTest.keyClick(dialog.typed_ref, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.problem.isVisible()
    assert dialog.typed_ref.text() == "C00000"
    assert said == []
    QTest.keyClicks(dialog.typed_ref, "1")
    QTest.keyClick(dialog.typed_ref, Qt.Key.Key_Return)
    assert len(said) == 1
    dialog.close()


def test_a_question_without_fields_begins_at_its_answer(frame: QWidget) -> None:
    dialog = WrongClock(frame, date(2026, 4, 23), datetime(2026, 4, 28, 15, tzinfo=UTC))
    dialog.show()
    assert dialog.action.isDefault()
    dialog.close()


def test_who_sees_that_the_clock_is_wrong_may_quit_or_go_on(frame: QWidget) -> None:
    written = datetime(2026, 4, 28, 15, tzinfo=UTC)
    frame.show()
    WrongClock(frame, date(2026, 4, 23), written).reject()
    assert frame.isVisible()
    dialog = WrongClock(frame, date(2026, 4, 23), written)
    dialog.show()
    dialog.cancel.click()
    assert not frame.isVisible()


def test_a_warning_has_its_whole_height_and_covers_nothing(window: Window, qtbot: QtBot) -> None:
    opened = at_work(window("A01"))
    dialog: Any = asked(opened, "note_contact")
    note = dialog._text
    note.set_text("Il est malade, il a un cancer, il sort de prison, vraiment radin.")
    qtbot.wait(1)
    warning = note._warning
    assert warning.isVisible()
    assert warning.height() >= warning.heightForWidth(warning.width())
    assert warning.y() >= note.field.y() + note.field.height()
    assert isinstance(dialog, HouseDialog)
    assert note.height() >= warning.y() + warning.height()
    dialog.close()


def test_the_window_is_darkened_behind_a_question_and_only_as_long(
    frame: QWidget, qtbot: QtBot
) -> None:
    veils = partial(frame.findChildren, Veil)
    dialog = HouseDialog(frame, "May I?", "", "Yes")
    dialog.open()
    (veil,) = veils()
    qtbot.waitUntil(lambda: all(one.isVisible() for one in veil.strips), timeout=60_000)
    assert darkened(veil) == QRegion(frame.rect())
    frame.resize(frame.width() + 301, frame.height() + 77)
    qtbot.waitUntil(lambda: darkened(veil) == QRegion(frame.rect()), timeout=60_000)
    strips = veil.strips
    dialog.reject()
    qtbot.waitUntil(lambda: not veils(), timeout=60_000)
    assert not any(shiboken6.isValid(one) for one in strips)


def test_a_question_that_closes_at_once_darkens_nothing(frame: QWidget, qtbot: QtBot) -> None:
    dialog = HouseDialog(frame, "May I?", "", "Yes")
    dialog.open()
    (veil,) = frame.findChildren(Veil)
    strips = veil.strips
    dialog.reject()
    qtbot.waitUntil(lambda: not frame.findChildren(Veil), timeout=60_000)
    assert not any(shiboken6.isValid(one) for one in strips)


def test_no_strip_of_a_veil_that_is_lifted_is_given_a_place(frame: QWidget, qtbot: QtBot) -> None:
    dialog = HouseDialog(frame, "May I?", "", "Yes")
    dialog.open()
    (veil,) = frame.findChildren(Veil)
    before = [strip.geometry() for strip in veil.strips]
    dialog.reject()
    frame.resize(frame.width() + 100, frame.height())
    assert [strip.geometry() for strip in veil.strips] == before
    qtbot.waitUntil(lambda: not frame.findChildren(Veil))


def darkened(veil: Veil) -> QRegion:
    """What the strips cover, none of it twice."""
    whole = QRegion()
    for strip in veil.strips:
        assert whole.intersected(strip.geometry()).isEmpty()
        whole += strip.geometry()
    return whole
