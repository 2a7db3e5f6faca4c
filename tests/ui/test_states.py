"""A list that waits shows a skeleton, then a way to stop; what comes too late is not shown."""

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from advisor_app.ui.parts.states import _WIDEST, Message, Stage
from advisor_app.ui.theme import sizes


@pytest.fixture
def stage(qtbot: QtBot, english: None) -> Stage:
    assert english is None
    asked: list[int] = []
    made = Stage(QLabel("rows"), Message("coffee", "None", ""), lambda: asked.append(1))
    made.asked = asked  # type: ignore[attr-defined] # what the test looks at
    qtbot.addWidget(made)
    made.show()
    return made


def shown(stage: Stage) -> object:
    return stage._layout.currentWidget()


def test_an_answer_in_time_shows_no_skeleton(stage: Stage) -> None:
    stage.wait()
    assert stage._timer.interval() == sizes.SKELETON_MS == 300
    assert stage._long.interval() == sizes.SLOW_MS == 2000
    stage.show_content()
    assert not stage._timer.isActive()
    assert not stage._long.isActive()
    assert shown(stage) is stage._content


def test_a_long_wait_offers_to_stop_and_drops_what_comes_later(stage: Stage) -> None:
    stage.wait()
    stage._timer.timeout.emit()
    assert shown(stage) is stage._skeleton
    stage._long.timeout.emit()
    assert shown(stage) is stage._slow
    stage._slow.stop.click()
    assert shown(stage) is stage._error
    stage.show_content()
    assert shown(stage) is stage._error
    stage._error.button.click()
    assert stage.asked == [1]  # type: ignore[attr-defined] # set above
    stage.wait()
    stage.show_content()
    assert shown(stage) is stage._content


def test_a_long_message_is_read_in_lines_of_a_hand(qtbot: QtBot) -> None:
    message = Message("users", "This portfolio is already open", "It is open elsewhere. " * 12)
    qtbot.addWidget(message)
    message.resize(1440, 872)
    message.show()
    text = message._text
    assert text.width() == _WIDEST
    assert text.height() >= text.heightForWidth(text.width())
    assert abs(text.geometry().center().x() - message.rect().center().x()) <= 1


def test_a_message_in_a_narrow_card_takes_the_width_of_the_card(qtbot: QtBot) -> None:
    message = Message("coffee", "Nothing planned", "A good moment to see somebody. " * 4)
    qtbot.addWidget(message)
    message.resize(300, 400)
    message.show()
    assert message._text.width() > 250
    assert message._text.height() >= message._text.heightForWidth(message._text.width())
