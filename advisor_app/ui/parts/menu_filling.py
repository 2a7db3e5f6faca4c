"""Filling a menu with actions: a line between their groups, and menus behind entries."""

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QMenu

from advisor_app.ui.parts.actions import Action


def fill(menu: QMenu, actions: Iterable[Action], add: Callable[[QMenu, Action], object]) -> None:
    """Let `add` put each action where it belongs, the groups in the order in which they come."""
    group = None
    behind: dict[str, QMenu] = {}
    for one in actions:
        if group is not None and one.group != group:
            menu.addSeparator()
        group = one.group
        if one.under and one.under not in behind:
            behind[one.under] = menu.addMenu(one.under.replace("&", "&&"))
        add(behind[one.under] if one.under else menu, one)
