"""The meeting note in a real window: two answers are enough, and it shows what will change."""

from typing import Any, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from window_walk import Window, at_work, past_meeting, settle

from advisor_app.domain.codes import AppointmentStatus, ConsentUse, Party
from advisor_app.domain.outcome import Happened
from advisor_app.domain.project_edits import Stage
from advisor_app.ui.dialogs.outcome import OutcomeDialog


@pytest.fixture
def opened(window: Window) -> Any:
    return at_work(window("A01"))


def asked(opened: Any) -> OutcomeDialog:
    opened.desktop._requests.write_up.emit(*past_meeting(opened))
    opened.until(lambda: opened.find(OutcomeDialog) is not None)
    settle(opened)
    return cast("OutcomeDialog", opened.find(OutcomeDialog))


def status(opened: Any, ref: str) -> AppointmentStatus:
    """What the store says of an appointment."""
    found: list[AppointmentStatus] = []
    opened.desktop._ask(
        opened.shell, lambda services: services.appointments.find(ref).status, found.append
    )
    opened.until(lambda: found)
    return found[0]


def look(opened: Any, dialog: OutcomeDialog) -> str:
    """What will change, once the pause after the last answer is over."""
    dialog._timer.stop()
    dialog._look_now()
    settle(opened)
    return dialog.changes.said()


def test_two_answers_are_enough_by_keyboard(opened: Any) -> None:
    dialog = asked(opened)
    ref, _whom = past_meeting(opened)
    dialog._text.field.setFocus()
    QTest.keyClicks(dialog._text.field, "They would rather wait for the autumn.")
    dialog.action.setFocus()
    QTest.keyClick(dialog.action, Qt.Key.Key_Return)
    opened.until(opened.shell.toast.isVisible)
    assert status(opened, ref) is AppointmentStatus.HELD


def test_it_shows_what_will_change_and_nothing_is_kept_by_that(opened: Any) -> None:
    dialog = asked(opened)
    ref, _whom = past_meeting(opened)
    told = look(opened, dialog)
    assert "1 step in your list" in told
    assert "A time of rest" in told
    dialog._promises[0][1].set_text("Ask for the study")
    assert "2 steps in your list" in look(opened, dialog)
    dialog._happened.choose(Happened.MISSED)
    assert "A kind letter is ready to be drafted" in look(opened, dialog)
    dialog.reject()
    settle(opened)
    assert status(opened, ref) is AppointmentStatus.CONFIRMED


def test_every_question_becomes_part_of_the_outcome(opened: Any) -> None:
    dialog = asked(opened)
    given = dialog._consents[ConsentUse.SMS].isChecked()
    dialog._consents[ConsentUse.SMS].setChecked(not given)
    dialog._text.set_text("All is well.")
    dialog._promises[1][1].set_text("Bring the pay slips")
    dialog._promises[1][2].setText("02/06/2026")
    dialog._next.setText("03/06/2026")
    dialog._remember.set_text("A new bicycle")
    if len(dialog._cards):
        dialog._project.setCurrentIndex(1)
        dialog._stage.choose(Stage.DECISION)
    told = dialog.outcome()
    assert told.text == "All is well."
    assert [(one.use, one.given) for one in told.consents] == [(ConsentUse.SMS, not given)]
    (promise,) = told.promises
    assert (promise.by, promise.what, str(promise.due)) == (
        Party.CLIENT,
        "Bring the pay slips",
        "2026-06-02",
    )
    assert (str(told.next_day), told.remember) == ("2026-06-03", "A new bicycle")
    assert [move.stage for move in told.moves] == [Stage.DECISION] * len(told.moves)
    dialog.reject()


def test_who_did_not_come_is_asked_nothing_more(opened: Any) -> None:
    dialog = asked(opened)
    dialog._text.set_text("All is well.")
    dialog._happened.choose(Happened.MISSED)
    told = dialog.outcome()
    assert (told.text, told.moves, told.consents, told.present) == (None, (), (), None)
    assert not dialog._text.isEnabled()
    assert not dialog._project.isEnabled()
    dialog.reject()


def test_words_that_say_too_much_are_warned_of_once(opened: Any) -> None:
    dialog = asked(opened)
    dialog._text.set_text("")
    QTest.keyClicks(dialog._text.field, "He has cancer.")
    dialog.accept()
    assert dialog.isVisible()
    assert "cancer" in dialog._text._warning._text.text()
    dialog.accept()
    opened.until(opened.shell.toast.isVisible)


def test_what_was_typed_comes_back_after_a_lock(opened: Any) -> None:
    dialog = asked(opened)
    dialog._text.set_text("They visited a house.")
    dialog.done(0)
    settle(opened)
    again = asked(opened)
    assert again._text.text() == "They visited a house."
    again.reject()
