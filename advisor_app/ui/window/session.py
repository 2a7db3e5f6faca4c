"""One window over one store, from opening to closing."""

from __future__ import annotations

import signal
import threading
from datetime import UTC, datetime
from importlib import import_module
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from advisor_app.domain.codes import Language
from advisor_app.domain.errors import TeteATeteError
from advisor_app.i18n import _, language, set_language
from advisor_app.ui.errors import Reporter
from advisor_app.ui.tasks import Collector, Tasks

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from pathlib import Path

    from advisor_app.bootstrap import Services
    from advisor_app.ui.theme.application import Application
    from advisor_app.ui.window.desktop import Desktop
    from advisor_app.ui.window.facts import WindowFacts
    from advisor_app.ui.window.routes import Route
    from advisor_app.ui.window.shell import Shell

    Opener = Callable[[], AbstractContextManager[Services]]


def begin_session(shell: Shell, open_services: Opener, log: Path) -> Callable[[], None]:
    """Open the store on the worker while the window is dressed; gives back how to close both."""
    reporter = Reporter(log, lambda: datetime.now(UTC))
    reporter.install()
    close_on_interrupt(shell)
    session = Session(shell, open_services, reporter)
    session.begin()

    def close() -> None:
        session.end()
        reporter.close()

    return close


def close_on_interrupt(shell: Shell) -> None:
    """Let Ctrl+C in a terminal close the window as its own button does; the store closes too."""
    signal.signal(signal.SIGINT, lambda _number, _frame: shell.close())


class Session(QObject):
    """What is open now: the worker, and who works here."""

    reported = Signal(str)

    def __init__(self, shell: Shell, open_services: Opener, reporter: Reporter) -> None:
        super().__init__(shell)
        self._shell, self._open, self._reporter = shell, open_services, reporter
        self._tasks: Tasks[Services] | None = None
        self._spoken: Language | None = None
        self._desktop: Desktop | None = None
        self._route: Route | None = None
        self._collector = Collector(self)
        self.reported.connect(self._tell_bug, Qt.ConnectionType.QueuedConnection)
        reporter.tell = self.reported.emit

    def begin(self) -> None:
        """Let the worker open the store, and meanwhile fill the frame."""
        self._tasks = Tasks(self._open, self._unhandled)
        self._tasks.run(self, _facts, self._show, self._cannot_open)
        threading.Thread(target=_import_first_page, name="imports", daemon=True).start()
        application = cast("Application", QApplication.instance())
        application.dress()
        application.resized.connect(self.redress, Qt.ConnectionType.UniqueConnection)
        self._fill()

    def end(self) -> None:
        """Close the store."""
        if self._tasks is not None:
            self._tasks.close()
            self._tasks = None

    def _fill(self) -> None:
        if self._spoken is not language() or self._shell.pages.count():
            self._spoken = language()
            self._shell.rebuild()

    def _show(self, facts: WindowFacts) -> None:
        from advisor_app.ui.window.facts import show_facts

        if facts.language is not None:
            set_language(facts.language)
        self._fill()
        show_facts(self._shell, facts)
        if facts.advisor is None:
            self._ask_who(facts)
        else:
            self._work(facts)

    def _work(self, facts: WindowFacts) -> None:
        from advisor_app.ui.window.desktop import Desktop
        from advisor_app.ui.window.who import WhoMenu

        if self._tasks is None:
            return
        desktop = Desktop(self._shell, self._tasks.run, facts.today, self._route)
        desktop.bug.connect(self._unhandled)
        desktop.speak.connect(self._speak)
        self._desktop = desktop
        menu = WhoMenu(self._shell, facts)
        menu.advisor_chosen.connect(self._choose)
        menu.language_chosen.connect(self._speak)
        self._shell.rail.enable(works=True)

    def _ask_who(self, facts: WindowFacts) -> None:
        from advisor_app.ui.dialogs.first_run import FirstRun

        page = FirstRun()
        page.show_advisors(list(facts.advisors))
        page.chosen.connect(self._choose)
        self._shell.rail.enable(works=False)
        self._shell.top.hide()
        self._shell.pages.addWidget(page)
        self._shell.pages.setCurrentWidget(page)
        self._shell.name_page(_("Welcome"))

    def _choose(self, ref: str) -> None:
        if self._tasks is not None:
            self._tasks.run(self, lambda services: services.setup.choose_advisor(ref), self._again)

    def _speak(self, code: str) -> None:
        chosen = Language(code)
        if self._tasks is not None:
            self._tasks.run(
                self, lambda services: services.setup.choose_language(chosen), self.redress
            )

    def redress(self, _done: object = None) -> None:
        """Make the inside of the window anew, in the language and the sizes of now.

        The store stays open, and the page in front stays in front.
        """
        if self._tasks is None:
            return
        if self._desktop is not None:
            self._route = self._desktop.route()
        self._tasks.run(self, _facts, self._show)

    def _again(self, _done: object) -> None:
        """The store opens anew for who works here now."""
        self._desktop, self._route = None, None
        self.end()
        self.begin()

    def _cannot_open(self, error: Exception) -> None:
        from advisor_app.i18n.wording import sentence
        from advisor_app.ui.parts.states import Message

        if not isinstance(error, TeteATeteError):
            self._unhandled(error)
        text = sentence(error) if isinstance(error, TeteATeteError) else ""
        message = Message("database", _("The store could not be opened"), text, _("Try again"))
        message.button.clicked.connect(lambda: self._again(None))
        self._shell.rail.enable(works=False)
        self._shell.pages.addWidget(message)
        self._shell.pages.setCurrentWidget(message)

    def _unhandled(self, error: Exception) -> None:
        self._reporter.report(error)

    def _tell_bug(self, report: str) -> None:
        from advisor_app.ui.dialogs.bug import show_bug

        show_bug(self._shell, report)


def _import_first_page() -> None:
    """Import what the first page needs, while the store opens and the window still answers."""
    import_module("advisor_app.ui.window.desktop")
    import_module("advisor_app.ui.pages.today.page")


def _facts(services: Services) -> WindowFacts:
    """Gather what the frame shows; imported on the worker, where it costs the window nothing."""
    from advisor_app.ui.window.facts import gather

    return gather(services)
