"""A widget that shows before it has its place is a window of its own, and takes the keyboard."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget

from advisor_app.ui.pages.client.page import ClientPage
from advisor_app.ui.window.desktop import Desktop
from advisor_app.ui.window.routes import Route
from advisor_app.ui.window.shell import Shell

Open = Callable[[str | None], Any]


class Watch(QObject):
    """Notes what shows as a window and is none."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 Qt's name
        shows = event.type() is QEvent.Type.Show and isinstance(watched, QWidget)
        if shows and watched.isWindow() and not isinstance(watched, Shell | QDialog | QMenu):
            self.seen.append(f"{type(watched).__name__}: {watched.accessibleName()}")
        return False


@pytest.fixture
def watch(qapp: QApplication) -> Iterator[Watch]:
    made = Watch()
    qapp.installEventFilter(made)
    yield made
    qapp.removeEventFilter(made)


def test_nothing_shows_outside_the_window(window: Open, watch: Watch) -> None:
    opened = window("A01")
    opened.until(lambda: opened.find(Desktop) is not None)
    desktop = opened.desktop
    opened.until(lambda: desktop.page().whom() is not None)
    client = desktop.page().whom().key
    desktop.propose()
    opened.until(lambda: opened.find(QDialog) is not None)
    opened.find(QDialog).reject()
    for name in ("portfolio", "sheets", "settings", "today"):
        desktop.go(Route(name))
        opened.until(desktop.page().isVisible)
    desktop.go(Route("client", client))
    page = desktop.page()
    assert isinstance(page, ClientPage)
    opened.until(lambda: page.whom() is not None)
    for index, part in enumerate(page._parts):
        page._choose(index)
        opened.until(part.isVisible)
    assert watch.seen == []
