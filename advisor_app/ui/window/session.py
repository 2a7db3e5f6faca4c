"""One window over one store, from opening to closing."""

from __future__ import annotations

import contextlib
from functools import cached_property, partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from advisor_app.domain.codes import Language
from advisor_app.domain.errors import TeteATeteError
from advisor_app.domain.locking import IDLE_USUAL, Lock, LockedBy
from advisor_app.i18n import language, set_language
from advisor_app.ui.courtesy import Courtesy
from advisor_app.ui.tasks import Collector, Slices, Tasks
from advisor_app.ui.theme.text_size import look, remember_language
from advisor_app.ui.window.errands import (
    ask_facts,
    cut_short,
    import_first_page,
    import_guard,
    leave_ready,
    left,
    open_after,
    speak,
    untold,
)
from advisor_app.ui.window.first_show import FirstShow
from advisor_app.ui.window.instance import claimed

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date

    from advisor_app.bootstrap import Services
    from advisor_app.domain.kept_pages import FirstLook
    from advisor_app.ui.errors import Reporter
    from advisor_app.ui.theme.application import Application
    from advisor_app.ui.window.desktop import Desktop
    from advisor_app.ui.window.door import Door, Opener
    from advisor_app.ui.window.facts import WindowFacts
    from advisor_app.ui.window.gate import Gate
    from advisor_app.ui.window.guard import Guard
    from advisor_app.ui.window.routes import Route
    from advisor_app.ui.window.shell import Shell


class Session(QObject):
    """What is open now: the worker, and who works here.

    What was kept of the last time shows first, and the worker opens the store after that.
    """

    reported = Signal(str)

    def __init__(self, shell: Shell, door: Door, reporter: Reporter) -> None:
        super().__init__(shell)
        self._shell, self._door, self._reporter = shell, door, reporter
        self._slices, self._courtesy = Slices(self), Courtesy(shell)
        self._first = FirstShow(self, door.look, self._slices, self._show_first)
        self._first.painted.connect(self._refine)
        self._tasks: Tasks[Services] | None = None
        self._spoken: Language | None = None
        self._desktop: Desktop | None = None
        self._route: Route | None = None
        # Whether private things are folded; None lets the user's look decide.
        self._folded: bool | None = None
        self._guard: Guard | None = None
        self._who = ""
        self._closing: threading.Thread | None = None
        self._collector = Collector(self)
        self.reported.connect(self._tell_bug, Qt.ConnectionType.QueuedConnection)
        reporter.tell = self.reported.emit

    def begin(self) -> None:
        """Let the worker look at the store, and meanwhile fill the frame."""
        self._first.begin()
        self._slices.add(self._dress, self._fill)
        self._ask_first(self._opened)

    def end(self) -> None:
        """Close the store."""
        if self._tasks is not None:
            self._first.wait_no_more()
            self._tasks.close()
            self._tasks = None
        if self._closing is not None:
            self._closing.join()

    def lock(self, why: LockedBy = LockedBy.HAND) -> None:
        """Hide everything at once, then close the store; the passphrase opens it again.

        Work that goes on, such as an import, is finished before the store closes.
        """
        if self._tasks is None or self._desktop is None:
            return
        self._slices.finish()
        self._route, self._desktop, self._spoken = self._desktop.route(), None, None
        self._folded = None
        self._first.forget()
        self._tasks.run(self, leave_ready, left, untold)
        self._gate.lock(Lock(why, self._who, self._guard.minutes if self._guard else IDLE_USUAL))
        self._let_go()

    @cached_property
    def _gate(self) -> Gate:
        from advisor_app.ui.window.gate import Gate

        gate = Gate(self._shell, self._door)
        gate.opened_with.connect(self._attempt)
        return gate

    def _attempt(self, opener: Opener) -> None:
        """Open the store, once what was open before is closed."""
        self._let_go()
        path = self._gate.door.path
        self._ask_first(partial(open_after, self._closing, path, opener))

    def _ask_first(self, opened: Opener) -> None:
        tasks = self._tasks = Tasks(opened, self._unhandled, self._courtesy, cut_short)
        # The worker is the last to let go of it: it would destroy an object of the other thread.
        tasks.setParent(self)
        # What names Qt is imported here: PySide is not made for two threads that name it first.
        self._slices.add(import_first_page, partial(self._ask_facts, tasks))

    def _ask_facts(self, tasks: Tasks[Services]) -> None:
        give_way = self._courtesy.give_way
        tasks.run(self, ask_facts, self._show, self._cannot_open)
        tasks.run(self, lambda services: services.give_way(give_way), left, untold)

    def _let_go(self) -> None:
        if self._tasks is not None:
            self._first.wait_no_more()
            self._closing = self._tasks.leave()
            self._tasks = None

    def leave(self) -> None:
        """Close the store for good, with what the next start shows first."""
        if self._tasks is not None and self._desktop is not None:
            self._tasks.run(self, leave_ready, left, untold)
        self.end()

    @contextlib.contextmanager
    def _opened(self) -> Iterator[Services]:
        """On the worker: tell what was kept, wait until it shows, then open the store."""
        self._first.tell()
        with claimed(self._door.path), self._door.open() as services:
            yield services

    def _show_first(self, look: FirstLook) -> Sequence[Callable[[], None]]:
        """Make the page of what was kept; what is asked of it waits for the store.

        Gives what fills and shows it: until then it is not painted, which would be for nothing.
        """
        from advisor_app.ui.window.frame import show_kept_frame

        if self._tasks is None:
            return ()
        set_language(look.language)
        self._fill()
        show_kept_frame(self._shell, look)
        page = self._work(self._tasks, look.day).page()
        pages = self._shell.pages
        pages.setUpdatesEnabled(False)
        fill = partial(page.show_kept, look.today, current=look.current, earlier=look.earlier)
        return fill, partial(pages.setUpdatesEnabled, True)

    def _dress(self) -> None:
        application = cast("Application", QApplication.instance())
        application.dress()
        application.resized.connect(self.redress, Qt.ConnectionType.UniqueConnection)

    def _refine(self) -> None:
        """Put on the style: the first page shows without it, and sooner."""
        cast("Application", QApplication.instance()).refine()

    def _catch_up(self) -> None:
        """Do now what was left for later: more than the first page is about to show."""
        self._slices.finish()
        self._refine()

    def _fill(self) -> None:
        if self._spoken is not language() or self._shell.pages.count():
            self._spoken = language()
            self._shell.rebuild()

    def _show(self, facts: WindowFacts) -> None:
        from advisor_app.ui.window.facts import keep_frame, show_facts
        from advisor_app.ui.window.who import WhoMenu, show_first_run

        self._catch_up()
        if self._tasks is None:
            return
        if facts.language is not None:
            set_language(facts.language)
            remember_language(facts.language)
        stands = self._first.stands(facts)
        if not stands:
            self._fill()
        show_facts(self._shell, facts)
        self._who = facts.who[0]
        if "_gate" in vars(self):
            self._gate.passed(facts.today, self._tasks.run, self._changed)
        if facts.advisor is None:
            page = show_first_run(self._shell, facts)
            page.chosen.connect(self._choose)
            page.files_chosen.connect(self._bring_in)
            return
        if not stands:
            self._work(self._tasks, facts.today)
        menu = WhoMenu(self._shell, facts)
        menu.advisor_chosen.connect(self._choose)
        menu.language_chosen.connect(self._speak)
        self._tasks.run(self, lambda services: keep_frame(services, facts), left)
        self._slices.add(import_guard, partial(self._watch, facts))

    def _work(self, tasks: Tasks[Services], today: date) -> Desktop:
        from advisor_app.ui.window.desktop import Desktop

        desktop = Desktop(self._shell, tasks.run, today, self._route)
        folded = look().discreet if self._folded is None else self._folded
        desktop.discretion.turn(folded)
        desktop.bug.connect(self._unhandled)
        desktop.speak.connect(self._speak)
        desktop.lock.connect(self.lock)
        desktop.restored.connect(self._changed)
        self._desktop = desktop
        self._shell.rail.enable(works=True)
        return desktop

    def _watch(self, facts: WindowFacts) -> None:
        from advisor_app.ui.window.guard import Guard, tell_of_clock

        if self._guard is None:
            self._guard = Guard(self, facts.lock_after, self._is_busy)
            self._guard.listen_at(self._shell, self._door.path)
            tell_of_clock(self._shell, facts)
            self._guard.lock.connect(self.lock)
        self._guard.lock_after(facts.lock_after)
        if self._desktop is not None:
            self._desktop.lock_after.connect(self._guard.lock_after)

    def _is_busy(self) -> bool:
        """Whether something is printed or written, which no lock should cut short."""
        return self._tasks is not None and self._tasks.busy()

    def _bring_in(self, path: str) -> None:
        from advisor_app.ui.dialogs.import_bank import ImportDialog, source_of

        if self._tasks is not None:
            ImportDialog(self._shell, source_of(path), self._tasks.run, self._changed).open()

    def _choose(self, ref: str) -> None:
        if self._tasks is not None:
            self._tasks.run(self, lambda services: services.work_for(ref), self._changed)

    def _speak(self, code: str) -> None:
        chosen = Language(code)
        if self._tasks is not None:
            self._tasks.run(self, partial(speak, chosen), self.redress)

    def redress(self, _done: object = None) -> None:
        """Make the inside of the window anew, in the language and the sizes of now.

        The store stays open, and the page in front stays in front.
        """
        if self._tasks is None:
            return
        forgets = False
        if self._desktop is not None:
            self._route = self._desktop.route()
            self._folded = self._desktop.discretion.on
            forgets = self._desktop.history.can_undo()
        self._tasks.run(self, ask_facts, partial(self._show_anew, forgets))

    def _show_anew(self, forgets: bool, facts: WindowFacts) -> None:
        """Undo leads to pages that are gone now: say so, or it would be missed in silence."""
        from advisor_app.i18n import _

        self._show(facts)
        if forgets and self._desktop is not None:
            self._shell.toast.show_message(
                _("What was done before can no longer be undone: the window has been made anew."),
                None,
            )

    def _changed(self, _done: object = None) -> None:
        """Somebody else works here now, or a backup is in place: the day, whatever was in front."""
        self._desktop, self._route = None, None
        self.redress()

    def _again(self) -> None:
        self._desktop, self._route = None, None
        self._attempt(self._gate.door.open)

    def _cannot_open(self, error: Exception) -> None:
        self._catch_up()
        self._first.forget()
        self._spoken = None
        if self._gate.refused(error):
            return
        from advisor_app.ui.window.gate import unopened

        if not isinstance(error, TeteATeteError):
            self._unhandled(error)
        message = unopened(error)
        message.button.clicked.connect(self._again)
        self._fill()
        self._shell.show_alone(message)

    def _unhandled(self, error: Exception) -> None:
        """What is refused for a known reason is said in passing; the rest is a mistake of ours."""
        if isinstance(error, TeteATeteError) and self._desktop is not None:
            from advisor_app.i18n.wording import sentence

            self._shell.toast.show_refusal(sentence(error))
            return
        self._reporter.report(error)

    def _tell_bug(self, report: str) -> None:
        from advisor_app.ui.dialogs.bug import show_bug

        show_bug(self._shell, report)
