"""One window a store: a lock file beside it says who has it open.

The lock file holds a process's number and its computer's name; it is left behind by a crash, and
then taken over where that process is known to be gone.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QLockFile, QSysInfo

from advisor_app.domain.errors import StoreInUse


@contextmanager
def claimed(path: Path) -> Iterator[None]:
    """Hold a store for this window; StoreInUse where another has it open.

    In a folder that cannot be written there is no lock: opening the store says why.
    """
    lock = QLockFile(f"{path}.lock")
    lock.setStaleLockTime(0)
    if not lock.tryLock(0) and lock.error() is QLockFile.LockError.LockFailedError:
        pid, host, _program = _holder(lock)
        raise StoreInUse(str(path), pid, host)
    try:
        yield
    finally:
        lock.unlock()


def is_here(host: str) -> bool:
    """Whether a computer's name is that of this one."""
    return host == QSysInfo.machineHostName()


def _holder(lock: QLockFile) -> tuple[int, str, str]:
    """Who holds the file: process, computer, program; PySide gives them with or without a sign."""
    told = lock.getLockInfo()
    parts = told[-3:] if isinstance(told, tuple) else (0, "", "")
    return int(parts[0]), str(parts[1]), str(parts[2])
