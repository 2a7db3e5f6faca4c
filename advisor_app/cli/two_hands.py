"""Work on a long list shared between two processes, each with a processor of its own."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from threading import Thread
from typing import TypeVar

_Item = TypeVar("_Item")
# Below this a second process costs more than it saves.
WORTH_SHARING = 20_000


def written_by_two(
    items: Sequence[_Item], write: Callable[[Sequence[_Item]], Iterator[str]], between: str
) -> Iterator[str]:
    """The parts that `write` makes of the items, `between` them; a copy of this process helps.

    It writes the second half: it sees what was read, and sends text back through memory alone.
    Where processes cannot be copied, there is one processor, or the copy fails, all is written
    here.
    """
    if len(items) < WORTH_SHARING or sys.platform == "win32" or (os.cpu_count() or 1) == 1:
        yield from parted(write(items), between)
        return
    middle = len(items) // 2
    helper = _Helper(lambda: parted(write(items[middle:]), between))
    yield from parted(write(items[:middle]), between)
    yield between
    told = helper.told()
    yield from parted(write(items[middle:]), between) if told is None else [told]


def parted(parts: Iterable[str], between: str) -> Iterator[str]:
    """The parts with something between them."""
    ahead = ""
    for part in parts:
        yield ahead + part
        ahead = between


class _Helper:
    """A copy of this process that writes text, and the thread that takes it in meanwhile."""

    def __init__(self, write: Callable[[], Iterator[str]]) -> None:
        reading, writing = os.pipe()
        self._process = os.fork()
        if self._process == 0:
            os._exit(_send(writing, write))
        os.close(writing)
        self._parts: list[bytes] = []
        self._thread = Thread(target=self._take, args=(reading,))
        self._thread.start()

    def told(self) -> str | None:
        """All that the copy wrote, once it has ended; None where it failed."""
        self._thread.join()
        _process, status = os.waitpid(self._process, 0)
        return None if status else b"".join(self._parts).decode()

    def _take(self, reading: int) -> None:
        with open(reading, "rb", buffering=0) as pipe:
            while part := pipe.read(1 << 20):
                self._parts.append(part)


def _send(writing: int, write: Callable[[], Iterator[str]]) -> int:
    """Write everything into the pipe: 0 when it went well. Nothing may leave the copy but this."""
    try:
        with open(writing, "w", encoding="utf-8") as pipe:
            pipe.writelines(write())
    except BaseException:  # noqa: BLE001 the parent does the work itself then
        return 1
    return 0
