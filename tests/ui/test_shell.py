import signal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from pytestqt.qtbot import QtBot

from advisor_app.domain.codes import Language
from advisor_app.i18n import set_language, speaking
from advisor_app.ui.parts.initials import initials
from advisor_app.ui.theme import sizes
from advisor_app.ui.window.begin import close_on_interrupt
from advisor_app.ui.window.keys import bind
from advisor_app.ui.window.nav_button import places
from advisor_app.ui.window.shell import Shell


@pytest.fixture
def shell(qtbot: QtBot) -> Shell:
    made = Shell()
    made.rebuild()
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize(
    ("width", "rail"), [(960, 92), (1180, 92), (1399, 92), (1400, 204), (1919, 204), (1920, 240)]
)
def test_the_rail_keeps_the_widths_of_the_design(shell: Shell, width: int, rail: int) -> None:
    shell.resize(width, 700)
    shell.rail.fit(width)
    assert shell.rail.width() >= rail
    assert shell.rail.width() - rail <= 60
    if rail == sizes.RAIL_NARROW:
        assert shell.rail.width() == rail


def test_the_rail_grows_to_its_longest_label(qtbot: QtBot) -> None:
    with speaking(Language.EN):
        made = Shell()
        made.rebuild()
    qtbot.addWidget(made)
    longest = max(button.wide_width() for button in made.rail._buttons.values())
    assert made.rail.width() >= longest


def test_every_page_has_its_key_on_azerty_too() -> None:
    keys = [key for place in places() for key in place.keys]
    assert {"Alt+1", "Alt+&", "Alt+2", "Alt+É", "Alt+3", 'Alt+"', "Alt+4", "Alt+'"} <= set(keys)
    assert len(set(keys)) == len(keys)
    assert all(QKeySequence(key).toString() for key in keys)


def test_keys_do_their_deed(qtbot: QtBot, shell: Shell) -> None:
    done: list[str] = []
    bind(shell, [("Ctrl+K", lambda: done.append("search"))])
    with qtbot.waitActive(shell):
        shell.show()
    qtbot.keyClick(shell, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert done == ["search"]


def test_the_frame_is_made_anew_in_another_language(shell: Shell) -> None:
    try:
        set_language(Language.EN)
        shell.rebuild()
        assert shell.top.propose.text() == "New appointment"
        assert shell.findChildren(type(shell.rail))
    finally:
        set_language(Language.FR)


def test_an_interrupt_closes_the_window(shell: Shell) -> None:
    before = signal.getsignal(signal.SIGINT)
    try:
        shell.show()
        close_on_interrupt(shell)
        signal.raise_signal(signal.SIGINT)
        assert not shell.isVisible()
    finally:
        signal.signal(signal.SIGINT, before)


@pytest.mark.parametrize(
    ("name", "letters"), [("Claire Morvan", "CM"), ("", ""), ("Jean-Marc de Thibault", "JT")]
)
def test_initials_are_those_of_the_first_and_the_last_name(name: str, letters: str) -> None:
    assert initials(name) == letters


def test_a_refusal_looks_unlike_what_is_done_and_cannot_be_undone(shell: Shell) -> None:
    shell.toast.show_message("Done", lambda: None)
    done = shell.toast.grab().toImage()
    shell.toast.show_refusal("Done")
    assert not shell.toast._back.isVisible()
    width = shell.toast.grab().toImage().width()
    icon = done.rect().adjusted(0, 0, 40 - done.width(), 0)
    assert width < done.width()
    assert shell.toast.grab(icon).toImage() != done.copy(icon)


def test_the_message_can_be_taken_back_once(qtbot: QtBot, shell: Shell) -> None:
    taken: list[int] = []
    shell.show()
    shell.toast.show_message("Gérard <b>Lemoine</b>", lambda: taken.append(1))
    assert shell.toast.isVisible()
    shell.toast.take_back()
    shell.toast.take_back()
    assert taken == [1]
    assert not shell.toast.isVisible()
    qtbot.wait(1)
