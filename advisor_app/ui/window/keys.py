"""The keyboard map (DESIGN.md, section 4): the keys of the actions, bound to the window."""

import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, cast

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from advisor_app.ui.parts.actions import Action
from advisor_app.ui.theme.look import NORMAL
from advisor_app.ui.window.shell import of_session

if TYPE_CHECKING:
    from advisor_app.ui.theme.application import Application

Deed = Callable[[], None]
_FUNCTION_KEY = re.compile(r"F\d+")


def keys_of(actions: Iterable[Action]) -> list[tuple[str, Deed]]:
    """Every spelling of every shortcut that works in the whole window.

    Single letters, Del and the like are left to the list that has the focus.
    """
    return [
        (keys, action.deed)
        for action in actions
        for keys in action.keys
        if "+" in keys or _FUNCTION_KEY.fullmatch(keys)
    ]


def resize_text(by: int) -> None:
    """Make the text larger or smaller by a step; zero makes it normal again."""
    application = cast("Application", QApplication.instance())
    look = application.look
    application.wear(look.stepped(by) if by else look.with_text(NORMAL))


def bind(window: QWidget, deeds: Iterable[tuple[str, Deed]]) -> list[QShortcut]:
    """Let keys do things anywhere in the window."""
    made = []
    for keys, deed in deeds:
        shortcut = QShortcut(QKeySequence(keys), window)
        of_session(shortcut)
        shortcut.activated.connect(deed)
        made.append(shortcut)
    return made
