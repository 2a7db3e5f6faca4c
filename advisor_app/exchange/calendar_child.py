"""The child process that reads calendars, and the parent's end of it.

A file may use so much processor time, and the child so much memory; what asks for more is refused
by its name, and the files after it are still read.
"""

import marshal
import signal
import sys
import types
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import astuple
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from advisor_app.domain.busy_time import (
    CalendarRead,
    CalendarScope,
    OwnEntry,
    PastMeeting,
    UnreadableCalendar,
    WhyNotRead,
)
from advisor_app.domain.stretches import Stretch
from advisor_app.exchange.calendar_in import read_calendar
from advisor_app.exchange.child import ReadingFailed, restrain, without_ctrl_c

# Of the processor; a megabyte of a sound calendar takes less than half as much more.
SECONDS_A_FILE = 1.5
SECONDS_A_MEGABYTE = 2.0
# The longest that the child may be silent on a machine that has other work.
PATIENCE_SECONDS = 60.0
MEMORY_BYTES = 200 << 20
MOST_FILES = 1000
MOST_MEGABYTES = 10
_MEGABYTE = 1 << 20
_NAMES = (".ics", ".ical", ".icalendar", ".ifb")

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

Outcome: TypeAlias = CalendarRead | UnreadableCalendar
# A file by its name, or what stands in it.
Named: TypeAlias = tuple[str, Path | bytes]


class _OutOfTime(BaseException):
    """Not an Exception: no library shall catch it."""


def calendar_files(path: Path) -> list[Named]:
    """The calendars of a folder by name, or the one file; UnreadableCalendar where there is none."""
    if path.is_file():
        return [(path.name, path)]
    if not path.is_dir():
        raise UnreadableCalendar(path.name, WhyNotRead.MISSING)
    found = sorted(one for one in path.rglob("*") if one.suffix.lower() in _NAMES and one.is_file())
    if not found:
        raise UnreadableCalendar(path.name, WhyNotRead.NOTHING_TO_READ)
    if len(found) > MOST_FILES:
        raise UnreadableCalendar(path.name, WhyNotRead.TOO_MANY_FILES, {"limit": MOST_FILES})
    return [(one.relative_to(path).as_posix(), one) for one in found]


def read_calendars(
    files: Sequence[Named], scope: CalendarScope, memory: int = MEMORY_BYTES
) -> Iterator[Outcome]:
    """What each file says, in order, read by another process; refused ones are given, not raised."""
    left = list(files)
    while left:
        for outcome in _read_some(tuple(left), scope, memory):
            left.pop(0)
            yield outcome
        if left:
            # The child died over this file.
            yield UnreadableCalendar(left.pop(0)[0], WhyNotRead.TOO_MUCH_MEMORY)


def _read_some(files: Sequence[Named], scope: CalendarScope, memory: int) -> Iterator[Outcome]:
    """What the child tells until it has read everything, or dies."""
    context = get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    job = (list(files), astuple(scope), memory)
    process = context.Process(target=run_child, args=(*job, sender), daemon=True)
    with without_ctrl_c():
        process.start()
    sender.close()
    try:
        for name, _path in files:
            if not receiver.poll(PATIENCE_SECONDS):
                yield UnreadableCalendar(name, WhyNotRead.TOO_SLOW)
                return
            # Our own child's bytes, and plain values only: marshal runs no code, pickle would.
            yield _outcome(marshal.loads(receiver.recv_bytes()))  # noqa: S302 see above
    except EOFError:
        return
    finally:
        process.kill()
        process.join()
        receiver.close()
        process.close()


def run_child(
    files: list[Named],
    scope: tuple[Any, ...],
    memory: int,
    sender: "Connection[Any, Any]",
) -> None:
    """What the child does: read each file and send what it says."""
    restrain(memory)
    wanted = CalendarScope(*scope)
    for name, path in files:
        with suppress(OSError):
            sender.send_bytes(marshal.dumps(_told(name, path, wanted)))


def _told(name: str, path: Path | bytes, scope: CalendarScope) -> tuple[Any, ...]:
    try:
        data = _bytes_of(name, path)
        with _limited(len(data)):
            return _plain(read_calendar(name, data, scope))
    except _OutOfTime:
        return _refused(UnreadableCalendar(name, WhyNotRead.TOO_SLOW))
    except (MemoryError, RecursionError):
        return _refused(UnreadableCalendar(name, WhyNotRead.TOO_MUCH_MEMORY))
    except OSError:
        return _refused(UnreadableCalendar(name, WhyNotRead.NO_PERMISSION))
    except UnreadableCalendar as refused:
        return _refused(refused)
    except Exception as error:  # noqa: BLE001 told to the parent by its kind, without values
        return ("trouble", type(error).__name__)


def _bytes_of(name: str, path: Path | bytes) -> bytes:
    if isinstance(path, bytes):
        return path
    with path.open("rb") as file:
        data = file.read(MOST_MEGABYTES * _MEGABYTE + 1)
    if len(data) > MOST_MEGABYTES * _MEGABYTE:
        raise UnreadableCalendar(name, WhyNotRead.TOO_LARGE, {"limit": MOST_MEGABYTES})
    return data


@contextmanager
def _limited(size: int) -> Iterator[None]:
    """Raise _OutOfTime when the processor has worked too long.

    Where there is no such timer, the parent's patience holds alone.
    """
    if sys.platform == "win32":
        yield
        return
    seconds = SECONDS_A_FILE + min(size / _MEGABYTE, MOST_MEGABYTES) * SECONDS_A_MEGABYTE
    before = signal.signal(signal.SIGPROF, _out_of_time)
    # Again and again, should a library swallow the first.
    signal.setitimer(signal.ITIMER_PROF, seconds, 0.1)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _out_of_time(_number: int, _frame: types.FrameType | None) -> None:
    raise _OutOfTime


def _plain(read: CalendarRead) -> tuple[Any, ...]:
    busy = [tuple(one) for one in read.busy]
    meetings = [(one.mark, one.start, one.minutes, one.addresses) for one in read.meetings]
    own = [astuple(one) for one in read.own]
    return ("read", read.file, busy, meetings, read.events, read.left_out, own)


def _refused(error: UnreadableCalendar) -> tuple[Any, ...]:
    return ("refused", error.file, error.why.value, dict(error.facts))


def _outcome(message: tuple[Any, ...]) -> Outcome:
    match message:
        case ("read", file, busy, meetings, events, left_out, own):
            stretches = tuple(Stretch(*one) for one in busy)
            found = tuple(PastMeeting(*one) for one in meetings)
            ours = tuple(OwnEntry(*one) for one in own)
            return CalendarRead(file, stretches, found, events, left_out, ours)
        case ("refused", file, why, facts):
            return UnreadableCalendar(file, WhyNotRead(why), facts)
        case _:
            raise ReadingFailed(str(message[-1]))
