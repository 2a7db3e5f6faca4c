"""A window on which scenes are set and photographed: pages, questions over them, menus."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import shiboken6
from PySide6.QtCore import QEvent, QPoint, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget

from advisor_app.ui.dialogs.veil import Veil
from advisor_app.ui.picture import Here
from advisor_app.ui.tasks import Asked
from advisor_app.ui.window.desktop import Desktop
from advisor_app.ui.window.facts import gather, show_facts
from advisor_app.ui.window.palette import Palette
from advisor_app.ui.window.routes import Route
from advisor_app.ui.window.shell import Shell

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from advisor_app.bootstrap import Services
    from advisor_app.domain.keys import Key

    Scene = Callable[["Stage"], object]
    Named = tuple[str, Scene]

SIZE = (1440, 872)
_ROUNDS = 6


class Stage:
    """One window with its desktop; `client` finds the household that most scenes are about."""

    def __init__(
        self, services: Services, client: str, folder: Path, size: tuple[int, int] = SIZE
    ) -> None:
        self.services, self.folder = services, folder
        self.today = services.today()
        self.household: Key = services.search.find(client).clients[0].key
        self.ask = OnTheSpot(services)
        self.shell = Shell()
        self.shell.rebuild()
        self.shell.resize(QSize(*size))
        facts = gather(services)
        self.desktop = Desktop(self.shell, self.ask, self.today)
        show_facts(self.shell, facts)
        self.shell.show()
        settle()

    @property
    def requests(self) -> Any:
        """What the pages ask of the window."""
        return self.desktop._requests

    def go(self, page: str, about: Any = None) -> Any:
        """Visit a page; it is given back."""
        self.desktop.go(Route(page, about))
        settle()
        return self.desktop.page()

    def client(self) -> Any:
        """The page of the household that scenes are about."""
        return self.go("client", self.household)

    def question(self) -> Any:
        """The question that stands over the window."""
        return next(one for one in self.shell.findChildren(QDialog) if one.isVisible())

    def shoot(self, path: Path) -> None:
        """The window with what stands over it."""
        settle()
        shot(self.shell, path)

    def clear(self) -> None:
        """Take away what stands over the window."""
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        for dialog in self.shell.findChildren(QDialog):
            if shiboken6.isValid(dialog) and dialog.isVisible():
                dialog.done(QDialog.DialogCode.Rejected)
        self.shell.toast.hide()
        self.shell.menuBar().hide()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        settle()

    def end(self) -> None:
        """Close the window."""
        shiboken6.delete(self.shell)


class Empty:
    """A window without a desktop: what shows before a store is open, or once it is locked."""

    def __init__(self, services: Services, size: tuple[int, int] = SIZE) -> None:
        self.services, self.shell = services, Shell()
        self.shell.rebuild()
        self.shell.resize(QSize(*size))
        self.shell.top.hide()
        self.shell.rail.enable(works=False)
        self.shell.show()

    def put(self, page: QWidget) -> None:
        """Show a page in the frame that waits."""
        self.shell.pages.addWidget(page)
        self.shell.pages.setCurrentWidget(page)

    def shoot(self, path: Path) -> None:
        """The window with what stands over it."""
        settle()
        shot(self.shell, path)

    def end(self) -> None:
        """Close the window."""
        shiboken6.delete(self.shell)


class OnTheSpot(Here):
    """Asks on this thread, and tells a failure as the window does."""

    def __call__(self, owner: Any, work: Any, done: Any, failed: Any = None) -> Asked:  # noqa: ARG002 nobody leaves while a picture is taken
        """Do the work, then what follows of it or of its failure."""
        try:
            result = work(self._services)
        except Exception as error:
            if failed is None:
                raise
            failed(error)
        else:
            done(result)
        return Asked(answered=True)


def coming_meeting(stage: Stage) -> Any:
    """The last meeting of the week that is still to come."""
    plan = stage.services.agenda.week(stage.today)
    meetings = [one for day in plan.days for one in day.meetings if one.to_come]
    return meetings[-1]


def next_week(stage: Stage) -> datetime:
    """A time some days ahead at which one could meet."""
    return datetime.combine(stage.today + timedelta(days=5), datetime.min.time()).replace(hour=15)


def shot(window: QWidget, path: Path) -> None:
    for veil in window.findChildren(Veil):
        for strip in veil.strips:
            strip.show()
    picture = window.grab()
    painter = QPainter(picture)
    for popup in (*window.findChildren(QDialog), *window.findChildren(QMenu)):
        if popup.isVisible():
            painter.drawPixmap(place_of(popup, window), popup.grab())
    painter.end()
    assert picture.save(str(path), "PNG"), path


def place_of(popup: QWidget, window: QWidget) -> QPoint:
    """Menus and the search stand where they opened; a question stands in the middle."""
    if isinstance(popup, QMenu | Palette):
        return window.mapFromGlobal(popup.pos())
    left = (window.width() - popup.width()) // 2
    return QPoint(left, max(0, (window.height() - popup.height()) // 2))


def settle() -> None:
    for _round in range(_ROUNDS):
        QApplication.processEvents()
