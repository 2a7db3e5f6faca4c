"""Panels and messages come in briefly, unless somebody wants them still."""

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from advisor_app.ui.parts.motion import ComingIn, come_in
from advisor_app.ui.parts.notices import Toast
from advisor_app.ui.theme.application import Application
from advisor_app.ui.theme.look import Look, keep_look, read_look


@pytest.fixture
def application(qapp: QApplication) -> Application:
    found = cast("Application", qapp)
    before = found.look
    found.wear(replace(before, still=False))
    return found


def test_a_message_comes_in_to_its_own_place_and_then_is_drawn_plainly(
    qtbot: QtBot, application: Application
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 600)
    window.show()
    toast = Toast(window)
    toast.show_message("Done", None)
    effect = toast.graphicsEffect()
    assert application.moves()
    assert isinstance(effect, ComingIn)
    before = toast.geometry()
    half = window.grab().toImage()
    assert not half.isNull()
    effect.animation.setCurrentTime(effect.animation.duration())
    assert not effect.isEnabled()
    assert toast.geometry() == before
    toast.show_message("Done again", None)
    assert toast.graphicsEffect() is effect
    assert not effect.isEnabled()


def test_who_wants_no_movement_gets_none(qtbot: QtBot, application: Application) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    application.wear(replace(application.look, still=True))
    come_in(widget)
    assert widget.graphicsEffect() is None
    application.wear(replace(application.look, still=False))
    come_in(widget)
    assert isinstance(widget.graphicsEffect(), ComingIn)


def test_a_system_without_animations_is_obeyed(
    application: Application, monkeypatch: pytest.MonkeyPatch
) -> None:
    still = SimpleNamespace(styleHint=lambda _hint: 0)
    monkeypatch.setattr(application, "style", lambda: still)
    assert not application.moves()


def test_the_wish_is_kept(tmp_path: Path) -> None:

    path = tmp_path / "look.json"
    keep_look(path, Look(still=True))
    assert read_look(path) == Look(still=True)


@pytest.mark.parametrize("wide", [640, 960, 1600])
def test_a_long_message_wraps_and_stays_in_the_window(
    qtbot: QtBot, application: Application, wide: int
) -> None:
    assert application is not None
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(wide, 600)
    window.show()
    toast = Toast(window)
    toast.show_refusal("The file /srv/a/portfolio.store is no longer there. " * 5)
    words = toast._text
    assert toast.x() >= 0
    assert toast.geometry().right() <= window.width()
    assert words.height() >= words.heightForWidth(words.width())
    assert toast.rect().contains(words.geometry())
    long_one = toast.width()
    toast.show_message("Done", None)
    assert toast.width() < long_one
