"""One reporter for everything that goes wrong unexpectedly; it cannot fail while reporting.

Python's three hooks, Qt's messages and fatal signals end here. What is written names files, lines
and kinds of errors, never their messages: those may carry a client's data.
"""

import contextlib
import faulthandler
import sys
import threading
import traceback
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import TextIO

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

_LARGEST = 1_000_000
# A screen reader asks for what is gone already, hundreds of times an hour: no mistake of anybody.
_CHATTER = {"qt.accessibility.atspi"}
_SEVERE = {QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg}


class Reporter:
    """Writes reports to a file and tells the window, if there is one.

    `tell` is called with the report, on whatever thread failed; `clock` gives the time to write.
    """

    def __init__(self, path: Path, clock: Callable[[], datetime]) -> None:
        self._path, self._clock = path, clock
        self._file: TextIO | None = None
        self._busy = threading.local()
        self.tell: Callable[[str], None] | None = None

    def install(self) -> None:
        """Take over the hooks; a folder that cannot be written leaves standard error."""
        with contextlib.suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            fresh = not self._path.exists() or self._path.stat().st_size > _LARGEST
            self._file = self._path.open("w" if fresh else "a", encoding="utf-8")
            faulthandler.enable(self._file)
        sys.excepthook = self._from_python
        threading.excepthook = lambda args: self.report(args.exc_value)
        sys.unraisablehook = lambda args: self.report(args.exc_value)
        qInstallMessageHandler(self._from_qt)

    def close(self) -> None:
        """Give the hooks back and close the file."""
        sys.excepthook, sys.unraisablehook = sys.__excepthook__, sys.__unraisablehook__
        threading.excepthook = threading.__excepthook__
        qInstallMessageHandler(None)
        if self._file is not None:
            faulthandler.disable()
            self._file.close()
            self._file = None

    def report(self, error: BaseException | None) -> str:
        """Write an exception down and tell it; the report that can be copied."""
        text = described(error)
        self._write(text)
        self._tell(text)
        return text

    def _from_python(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self.report(error)

    def _from_qt(self, kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        if context.category in _CHATTER:
            return
        self._write(f"Qt {kind.name} {context.category}: {message}")
        if kind in _SEVERE:
            self._tell(f"Qt {kind.name}")

    def _write(self, text: str) -> None:
        with contextlib.suppress(Exception):
            stamp = self._clock().isoformat(timespec="seconds")
            target = self._file or sys.stderr
            target.write(f"{stamp} {text}\n")
            target.flush()

    def _tell(self, text: str) -> None:
        if self.tell is None or getattr(self._busy, "now", False):
            return
        self._busy.now = True
        with contextlib.suppress(Exception):
            self.tell(text)
        self._busy.now = False


def described(error: BaseException | None) -> str:
    """The kind of the error and where it happened, innermost last; no message, no values."""
    if error is None:
        return "unknown error"
    frames = traceback.extract_tb(error.__traceback__)
    places = "".join(f"\n  {Path(f.filename).name}:{f.lineno} {f.name}" for f in frames)
    cause = error.__cause__ or error.__context__
    behind = f"\nafter {described(cause)}" if cause is not None else ""
    return f"{type(error).__module__}.{type(error).__qualname__}{places}{behind}"
