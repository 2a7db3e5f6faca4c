from pytestqt.qtbot import QtBot

from advisor_app.ui.parts.text import Text, plain_tooltip
from advisor_app.ui.theme.type_scale import Type, line_height

HOSTILE = "<b>Müller</b> & <img src='/etc/hostname'/>"


def test_data_is_never_markup(qtbot: QtBot) -> None:
    label = Text(HOSTILE)
    qtbot.addWidget(label)
    assert label.text() == HOSTILE
    assert label.sizeHint().height() == line_height(Type.BODY)
    label.resize(40, 20)
    label.grab()
    assert "<img" not in label.toolTip()
    assert "<img" not in plain_tooltip(HOSTILE)


def test_wrapped_text_asks_for_the_height_of_its_lines(qtbot: QtBot) -> None:
    label = Text("mot " * 40, Type.BODY, wrap=True)
    qtbot.addWidget(label)
    wide, narrow = label.heightForWidth(2000), label.heightForWidth(200)
    assert wide == 20
    assert narrow > 60
    assert narrow % 20 == 0
    label.resize(200, narrow)
    label.grab()


def test_kept_lines_follow_the_text_and_the_size(qtbot: QtBot) -> None:
    label = Text("mot " * 40, Type.BODY, wrap=True)
    qtbot.addWidget(label)
    before = label.heightForWidth(200)
    label.setText("mot")
    assert label.heightForWidth(200) == line_height(Type.BODY) < before
    label.setText("mot " * 40)
    label.set_role(Type.H1)
    assert label.heightForWidth(200) // line_height(Type.H1) > before // line_height(Type.BODY)


def test_a_short_tooltip_stays_on_one_line() -> None:
    assert "white-space: pre" in plain_tooltip("New appointment · Ctrl+N")
    assert "white-space" not in plain_tooltip("One sentence, and another one. " * 4)
