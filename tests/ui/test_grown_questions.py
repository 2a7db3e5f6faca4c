"""A question takes the height that it needs, when it opens and when something is added to it."""

from datetime import date
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from advisor_app.domain.codes import Channel, Direction, Nature
from advisor_app.domain.people import Person
from advisor_app.ui.dialogs.attention import AttentionDialog, Register
from advisor_app.ui.dialogs.commitment import CommitmentDialog
from advisor_app.ui.dialogs.correction import CorrectionDialog
from advisor_app.ui.dialogs.frame import HouseDialog
from advisor_app.ui.parts.text import Text
from advisor_app.ui.theme.type_scale import Type

CLEAN = "Hésitent entre Les Ormeaux et Montcel. La mère de Julien pourrait aider pour l’apport."
TODAY = date(2026, 4, 23)
CLIENT = Person(b"k" * 16, "C000001", "Bruno", "Castel")
WATCHED = "Il a un cancer ; she is pregnant ; Krebs ; kanker"


@pytest.fixture
def around(qtbot: QtBot) -> QWidget:
    window = QWidget()
    window.resize(1440, 870)
    qtbot.addWidget(window)
    window.show()
    return window


def correcting(around: QWidget, note: str) -> CorrectionDialog:
    said: Any = SimpleNamespace(
        day=date(2026, 4, 23),
        channel=Channel.PHONE,
        nature=Nature.CONVERSATION,
        direction=Direction.OUT,
        minutes=30,
        project=None,
        subject="Prise de nouvelles",
        note=note,
    )
    entry: Any = SimpleNamespace(exchange=said)
    dialog = CorrectionDialog(around, entry, [], lambda *_said: None)
    dialog.open()
    return dialog


def stands_whole(dialog: HouseDialog) -> bool:
    body = dialog.body
    held = body.widget()
    return held.heightForWidth(body.viewport().width()) <= body.viewport().height()


@pytest.mark.parametrize("note", [CLEAN, WATCHED])
def test_a_note_to_be_corrected_opens_with_its_reason(
    around: QWidget, qtbot: QtBot, note: str
) -> None:
    dialog = correcting(around, note)
    qtbot.waitUntil(lambda: stands_whole(dialog), timeout=60_000)
    assert dialog.body.verticalScrollBar().maximum() == 0
    why = dialog._why
    foot = why.mapTo(dialog.body.viewport(), why.rect().bottomLeft()).y()
    assert foot < dialog.body.viewport().height()
    dialog.reject()


def test_a_refusal_takes_no_room_from_the_fields(around: QWidget, qtbot: QtBot) -> None:
    dialog = correcting(around, CLEAN)
    qtbot.waitUntil(lambda: stands_whole(dialog), timeout=60_000)
    before = dialog.height()
    dialog.refuse("The file cannot be written: its folder is read-only. " * 3)
    qtbot.waitUntil(lambda: stands_whole(dialog), timeout=60_000)
    assert dialog.height() > before
    assert dialog.body.verticalScrollBar().maximum() == 0
    dialog.reject()


def test_what_is_added_while_it_shows_makes_the_question_grow(
    around: QWidget, qtbot: QtBot
) -> None:
    dialog = HouseDialog(around, "May I?", "", "Yes")
    told = Text("", Type.SMALL, wrap=True)
    dialog.fields.addWidget(told)
    dialog.open()
    told.setText("Above the ceiling of the year, which the bank has set. " * 12)
    qtbot.waitUntil(lambda: stands_whole(dialog), timeout=60_000)
    assert dialog.body.verticalScrollBar().maximum() == 0
    dialog.reject()


def test_a_promise_is_not_due_on_a_day_that_has_passed(around: QWidget, qtbot: QtBot) -> None:
    kept: list[Any] = []
    dialog = CommitmentDialog(around, [CLIENT], TODAY, lambda *said: kept.append(said))
    dialog.open()
    dialog._what.set_text("Envoyer la brochure")
    dialog._due.setText("12/12/2025")
    dialog.accept()
    assert kept == []
    assert dialog.problem.isVisible()
    assert dialog._due.property("wrong")
    dialog._due.setText("24/04/2026")
    assert not dialog._due.property("wrong")
    qtbot.waitUntil(dialog.isActiveWindow, timeout=60_000)
    QTest.keyClick(dialog._due, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [wish.draft.due for _dialog, wish in kept] == [date(2026, 4, 24)]
    dialog.reject()


@pytest.mark.parametrize("typed", ["60,00", "23/06/0000,00", ""])
def test_a_day_of_an_attention_is_never_repaired_in_silence(around: QWidget, typed: str) -> None:
    kept: list[Any] = []
    register = Register((), Decimal(50))
    dialog = AttentionDialog(around, [CLIENT], TODAY, register, lambda *said: kept.append(said))
    dialog.open()
    dialog._what.set_text("Une carte")
    dialog._day.setText(typed)
    dialog.accept()
    assert kept == []
    assert dialog._day.property("wrong")
    assert dialog._day.text() == typed
    dialog._day.setText("21/04/2026")
    dialog.accept()
    assert [wish.draft.on for _dialog, wish in kept] == [date(2026, 4, 21)]
    dialog.reject()
