"""Names every type of Qt once on the window's thread, in small pieces.

PySide makes a type when it is first named, and crashes where two threads have some made at the same
time (6.11: two threads that name all of them do so in most runs). So the worker imports nothing
that names Qt before all of them are made.
"""

from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module
from types import ModuleType

# Those whose names the program imports.
_MODULES = ("QtCore", "QtGui", "QtWidgets", "QtSvg", "QtNetwork", "QtDBus", "QtPrintSupport")
# About two milliseconds.
_AT_ONCE = 5


def pieces() -> Iterator[Callable[[], None]]:
    """What names them all, a few in each piece; a part of Qt that this system lacks is left out."""
    for name in _MODULES:
        try:
            module = import_module(f"PySide6.{name}")
        except ImportError:
            continue
        names = [one for one in dir(module) if one.startswith("Q")]
        for start in range(0, len(names), _AT_ONCE):
            yield partial(_name, module, names[start : start + _AT_ONCE])


def _name(module: ModuleType, names: list[str]) -> None:
    for one in names:
        getattr(module, one)
