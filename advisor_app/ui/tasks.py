"""One worker thread for everything that touches the database.

Work goes in as functions; results come back on the GUI thread through one queued signal of one
long-lived object, and are dropped where the asker is gone. Python's cyclic garbage collector would
destroy Qt's objects on whichever thread allocates: it is switched off and run on a GUI timer.
"""

import gc
import queue
import threading
from collections import deque
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import partial
from typing import Any, Generic, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from advisor_app.ui.courtesy import Courtesy

S = TypeVar("S")
T = TypeVar("T")
_COLLECT_MS = 1_000
# By then the first page's services are imported too.
_STARTED_MS = 10_000
# A statement that was only about to begin is cut the next time.
_CUT_AGAIN_S = 0.02


class Asked:
    """What somebody asked of the worker, for whoever may want it no longer."""

    def __init__(self, *, answered: bool = False) -> None:
        self.answered = answered
        self._lock, self._over = threading.Lock(), threading.Event()
        self._cut: Callable[[], None] | None = None
        self.unwanted = False

    def stop(self) -> None:
        """Want it no longer: nobody is told of it, and reading that goes on is cut short.

        What writes is finished, whole.
        """
        with self._lock:
            goes_on = self._cut is not None and not self.unwanted
            self.unwanted = True
        if goes_on:
            threading.Thread(target=self._cut_short, name="stopping", daemon=True).start()

    def begin(self, cut: Callable[[], None]) -> bool:
        """On the worker: whether it is still wanted; from now on `cut` ends its reading."""
        with self._lock:
            self._cut = None if self.unwanted else cut
            return not self.unwanted

    def end(self) -> None:
        """On the worker: it is done, and what comes next is not cut in its place."""
        with self._lock:
            self._cut = None
        self._over.set()

    def _cut_short(self) -> None:
        while not self._over.is_set():
            with self._lock:
                if self._cut is not None:
                    self._cut()
            self._over.wait(_CUT_AGAIN_S)


@dataclass(frozen=True, slots=True)
class Job(Generic[S]):
    """A piece of work with who asked for it and what to do with its result."""

    work: Callable[[S], Any]
    done: Callable[[Any], None]
    failed: Callable[[Exception], None]
    owner: QObject
    asked: Asked


@dataclass(frozen=True, slots=True)
class Outcome:
    """A result or an error on its way back to the GUI thread."""

    job: Job[Any]
    value: Any
    error: Exception | None


class Progress:
    """What long work reports to, and where it asks whether to stop; safe on any thread."""

    def __init__(self, tell: Callable[[int, int], None]) -> None:
        self._tell = tell
        self._cancelled = threading.Event()

    def report(self, done: int, total: int) -> None:
        """Say how far the work is."""
        self._tell(done, total)

    def cancel(self) -> None:
        """Ask the work to stop."""
        self._cancelled.set()

    def cancelled(self) -> bool:
        """Whether to stop."""
        return self._cancelled.is_set()


class Tasks(QObject, Generic[S]):
    """The worker: opens the services on its own thread, first, and closes them there, last.

    `unhandled` gets the errors that nobody expected. With a courtesy the window comes first whenever
    work is asked for or answered. `cut_short` ends the services' reading, from another thread.
    """

    _back = Signal(object)

    def __init__(
        self,
        open_services: Callable[[], AbstractContextManager[S]],
        unhandled: Callable[[Exception], None],
        courtesy: Courtesy | None = None,
        cut_short: Callable[[S], None] | None = None,
    ) -> None:
        super().__init__()
        self._open = open_services
        self._cut_short = cut_short or _finish
        self._unhandled = unhandled
        self._courtesy = courtesy
        self._jobs: queue.SimpleQueue[Job[S] | None] = queue.SimpleQueue()
        self._back.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._waiting, self._silent = 0, False
        self._thread = threading.Thread(target=self._serve, name="worker", daemon=True)
        self._thread.start()

    def run(
        self,
        owner: QObject,
        work: Callable[[S], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> Asked:
        """Do `work` with the services, then `done` or `failed` here, unless `owner` is gone."""
        self._waiting += 1
        self._come_first()
        asked = Asked()
        self._jobs.put(Job(work, done, failed or self._unhandled, owner, asked))
        return asked

    def busy(self) -> bool:
        """Whether somebody still waits for an answer."""
        return self._waiting > 0

    def leave(self) -> threading.Thread:
        """Finish what is waiting and close, without anybody being told any more.

        The thread ends when the services are closed.
        """
        self._silent = True
        self._jobs.put(None)
        return self._thread

    def close(self) -> None:
        """Finish what is waiting, close the services, end the thread."""
        self._jobs.put(None)
        if self._courtesy is not None:
            self._courtesy.hold_nobody()
        self._thread.join()

    def _come_first(self) -> None:
        if self._courtesy is not None:
            self._courtesy.come_first()

    def _serve(self) -> None:
        try:
            with self._open() as services:
                while (job := self._jobs.get()) is not None:
                    self._back.emit(self._answer(job, services))
        except Exception as error:  # noqa: BLE001 a store that does not open fails every job
            self._refuse_all(error)

    def _answer(self, job: Job[S], services: S) -> Outcome:
        if not job.asked.begin(partial(self._cut_short, services)):
            return Outcome(job, None, None)
        try:
            return _outcome(job, services)
        finally:
            job.asked.end()

    def _refuse_all(self, error: Exception) -> None:
        while (job := self._jobs.get()) is not None:
            self._back.emit(Outcome(job, None, error))

    @Slot(object)
    def _deliver(self, outcome: Outcome) -> None:
        job = outcome.job
        self._waiting -= 1
        job.asked.answered = True
        if self._silent or job.asked.unwanted or not shiboken6.isValid(job.owner):
            return
        self._come_first()
        if outcome.error is not None:
            job.failed(outcome.error)
            return
        job.done(outcome.value)


def _outcome(job: Job[S], services: S) -> Outcome:
    try:
        return Outcome(job, job.work(services), None)
    except Exception as error:  # noqa: BLE001 the GUI thread words it or reports it
        return Outcome(job, None, error)


def _finish(_services: object) -> None:
    """Work whose reading nobody can cut goes on to its end, and nobody is told."""


class Slices(QObject):
    """Work of the GUI thread in small pieces, one a turn, so that the window answers in between."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._left: deque[Callable[[], object]] = deque()
        # A timer begun anew after each piece: what is posted, or due at once, would come before
        # what the user does.
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._next)

    def add(self, *pieces: Callable[[], object]) -> None:
        """Do these after what is waiting already."""
        self._left.extend(pieces)
        if self._left and not self._turn.isActive():
            self._turn.start()

    def finish(self) -> None:
        """Do what is waiting now."""
        while self._left:
            self._left.popleft()()

    def _next(self) -> None:
        if not self._left:
            return
        try:
            self._left.popleft()()
        finally:
            self.add()


class Collector(QTimer):
    """Runs Python's cyclic garbage collector on the GUI thread, as it would run by itself.

    What the program is made of by then is frozen: looking through all of it again and again would
    keep the window silent for a tenth of a second each time.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        gc.freeze()
        QTimer.singleShot(_STARTED_MS, self, gc.freeze)
        self.destroyed.connect(_collect_by_itself)
        self.timeout.connect(collect)
        self.start(_COLLECT_MS)


def _collect_by_itself() -> None:
    gc.enable()


def collect() -> int:
    """Collect the oldest generation whose threshold is passed; which one, or -1 for none."""
    counts, thresholds = gc.get_count(), gc.get_threshold()
    for generation in (2, 1, 0):
        if counts[generation] > thresholds[generation]:
            gc.collect(generation)
            return generation
    return -1
