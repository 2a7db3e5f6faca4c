"""The child process that reads foreign files, and the parent's end of it.

Foreign files are hostile: whatever they make the reader do, the parent waits only so long, and the
child may use only so much memory, before it is killed and a sentence says why. While the child
reads and checks, the parent writes: both cores work.
"""

import marshal
import os
import signal
import sys
from collections.abc import Generator, Iterator
from contextlib import contextmanager, suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from queue import Empty, Full, Queue
from threading import Event, Thread
from typing import Any

from advisor_app.domain.bank_import import (
    ImportEvent,
    Unreadable,
    UnreadableFile,
    WrongProfile,
)
from advisor_app.exchange.bank_files import Job, read_bank
from advisor_app.exchange.messages import (
    Trouble,
    event_of,
    message_of,
    trouble_message,
)

# The longest that the child may think without a word, and the most memory it may take: a bank of a
# million clients needs two thirds of it, a hundred thousand a tenth.
PATIENCE_SECONDS = 60.0
MEMORY_BYTES = 3 << 30
_AHEAD = 12
_END = b""
_POLL_SECONDS = 0.2


class ReadingFailed(Exception):
    """The reader broke in a way that nobody foresaw: a bug, told by its place, without values."""


def read_in_child(
    job: Job, patience: float = PATIENCE_SECONDS, memory: int = MEMORY_BYTES
) -> Generator[ImportEvent, None, None]:
    """The events of `read_bank`, read by another process.

    Raises UnreadableFile and WrongProfile as `read_bank` does, and UnreadableFile where the child
    is too slow, takes too much memory or dies. Closing the iterator kills the child.
    """
    context = get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=run_child, args=(job, sender, memory), daemon=True)
    with without_ctrl_c():
        process.start()
    sender.close()
    pump = _Pump(receiver)
    try:
        yield from _events(job, pump, patience)
    finally:
        process.kill()
        process.join()
        pump.stop()
        process.close()


@contextmanager
def without_ctrl_c() -> Iterator[None]:
    """Children born here never hear of Ctrl+C, not even while they begin; here it waits."""
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _events(job: Job, pump: "_Pump", patience: float) -> Iterator[ImportEvent]:
    while True:
        data = pump.next(patience)
        if data is None:
            facts = {"seconds": f"{patience:.0f}"}
            raise UnreadableFile(job.path.name, Unreadable.TOO_SLOW, facts=facts)
        if data == _END:
            raise UnreadableFile(job.path.name, Unreadable.TOO_MUCH_MEMORY)
        # Our own child's bytes, and plain values only: marshal runs no code, pickle would.
        message: tuple[Any, ...] = marshal.loads(data)  # noqa: S302 see above
        if message[0] == "end":
            return
        event = event_of(message)
        if isinstance(event, Trouble):
            raise ReadingFailed(event.place)
        if isinstance(event, UnreadableFile | WrongProfile):
            raise event
        yield event


class _Pump:
    """Takes what the child sends, a few batches ahead of who writes them."""

    def __init__(self, receiver: Connection) -> None:
        self._receiver = receiver
        self._queue: Queue[bytes] = Queue(_AHEAD)
        self._stopped = Event()
        self._thread = Thread(target=self._run, name="bank files", daemon=True)
        self._thread.start()

    def next(self, patience: float) -> bytes | None:
        """The next message; the empty one after the last, None when it takes too long."""
        try:
            return self._queue.get(timeout=patience)
        except Empty:
            return None

    def stop(self) -> None:
        """Let go of the child, which is dead by now."""
        self._stopped.set()
        self._thread.join()
        self._receiver.close()

    def _run(self) -> None:
        with suppress(EOFError, OSError):
            while self._put(self._receiver.recv_bytes()):
                pass
        self._put(_END)

    def _put(self, data: bytes) -> bool:
        while not self._stopped.is_set():
            with suppress(Full):
                self._queue.put(data, timeout=_POLL_SECONDS)
                return True
        return False


def run_child(job: Job, sender: "Connection[Any, Any]", memory: int) -> None:
    """What the child does: read, send, and say what went wrong."""
    restrain(memory)
    try:
        for event in read_bank(job):
            sender.send_bytes(marshal.dumps(message_of(event)))
        last: tuple[Any, ...] = ("end",)
    except MemoryError:
        last = trouble_message(UnreadableFile(job.path.name, Unreadable.TOO_MUCH_MEMORY))
    except BaseException as error:  # noqa: BLE001 told to the parent; Rust's panics are no Exception
        last = trouble_message(error)
    with suppress(OSError):
        sender.send_bytes(marshal.dumps(last))


def restrain(memory: int) -> None:
    """Leave Ctrl+C to the parent, say nothing on the terminal, and take no more than allowed."""
    import gc

    gc.disable()  # nothing here makes cycles, and millions of rows would be looked through for them
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 2)
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
