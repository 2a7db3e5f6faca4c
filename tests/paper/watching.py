"""Watches what the program opens, calls and starts while it makes a paper."""

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from advisor_app.resources import resource_folder

_REACHING = ("socket.", "subprocess.", "os.exec", "os.system", "os.posix_spawn", "os.spawn")
_ALSO = frozenset(
    {"os.listdir", "os.scandir", "os.remove", "os.rename", "os.mkdir", "os.startfile", "os.fork"}
)
_watches: list[tuple[int, list[str]]] = []


def _hook(event: str, arguments: tuple[Any, ...]) -> None:
    if not _watches:
        return
    thread, touched = _watches[-1]
    if thread != threading.get_ident():
        return  # what other threads of the tests' own program do
    if event == "open":
        if not str(arguments[0]).startswith(str(resource_folder())):
            touched.append(f"open {arguments[0]!r}")
    elif event in _ALSO or event.startswith(
        (*_REACHING, "urllib.", "http.", "ftplib.", "smtplib.")
    ):
        touched.append(event)


# A hook of the interpreter stays for good: there is one, and it looks on only while it is asked to.
sys.addaudithook(_hook)


@contextmanager
def watching() -> Iterator[list[str]]:
    """What this thread touches meanwhile besides the program's own resources."""
    touched: list[str] = []
    _watches.append((threading.get_ident(), touched))
    try:
        yield touched
    finally:
        _watches.pop()
