"""Two works done at once by two processes, each with a processor of its own."""

import os
import sys
from collections.abc import Callable
from multiprocessing import get_context
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

_Done = TypeVar("_Done")


def both(here: Callable[[], _Done], there: Callable[[], _Done]) -> tuple[_Done, _Done]:
    """What the two give; a copy of this process does `there`, and sends it back through memory.

    Neither may count on what the other does, nor on anything open that a copy must not share. Where
    processes cannot be copied, there is one processor, or the copy fails, both are done here.
    """
    if sys.platform == "win32" or (os.cpu_count() or 1) == 1:
        return here(), there()
    copying = get_context("fork")
    receiving, sending = copying.Pipe(duplex=False)
    copy = copying.Process(target=_send, args=(sending, there), daemon=True)
    copy.start()
    sending.close()
    with receiving:
        done = here()
        try:
            return done, receiving.recv()
        except EOFError:
            return done, there()
        finally:
            copy.join()


def _send(sending: "Connection", there: Callable[[], object]) -> None:
    """Send what is given; nothing where that fails: the parent then tries itself, and says why."""
    try:
        sending.send(there())
    except BaseException:  # noqa: BLE001 nothing may leave the copy but what it was asked for
        sending.close()
