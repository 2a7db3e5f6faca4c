"""One window a store: a lock file beside it says who has it open.

The lock file holds a process's number and its computer's name; it is left behind by a crash, and
then taken over where that process is known to be gone.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QLockFile, QSysInfo

from advisor_app.domain.errors import StoreInUse

_WRITTEN_WITHIN_MS = 500


@contextmanager
def claimed(path: Path) -> Iterator[None]:
    """Hold a store for this window; StoreInUse where another has it open.

    In a folder that cannot be written there is no lock: opening the store says why.
    """
    lock = QLockFile(f"{path}.lock")
    lock.setStaleLockTime(0)
    if not _taken(lock):
        pid, host, _program = _holder(lock)
        raise StoreInUse(str(path), pid, host)
    try:
        yield
    finally:
        lock.unlock()


def _taken(lock: QLockFile) -> bool:
    """Whether the lock is ours, or cannot be had at all in this folder.

    One that names nobody is being written at this moment, or its process died while it was: after
    a moment it is taken over.
    """
    if lock.tryLock(0) or lock.error() is not QLockFile.LockError.LockFailedError:
        return True
    if any(_holder(lock)):
        return False
    return lock.tryLock(_WRITTEN_WITHIN_MS) or (
        not any(_holder(lock)) and lock.removeStaleLockFile() and lock.tryLock(0)
    )


def is_here(host: str) -> bool:
    """Whether a computer's name is that of this one."""
    return host == QSysInfo.machineHostName()


def _holder(lock: QLockFile) -> tuple[int, str, str]:
    """Who holds the file: process, computer, program; PySide gives them with or without a sign."""
    told = lock.getLockInfo()
    parts = told[-3:] if isinstance(told, tuple) else (0, "", "")
    return int(parts[0]), str(parts[1]), str(parts[2])
