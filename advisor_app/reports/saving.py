"""Saving a paper: whole or not at all, and what stood there before stays until then."""

import contextlib
import errno
import os
import stat
import tempfile
from pathlib import Path

from advisor_app.domain.saving import CannotSave, SavingProblem

_PROBLEMS = {
    errno.EACCES: SavingProblem.READ_ONLY,
    errno.EPERM: SavingProblem.READ_ONLY,
    errno.EBUSY: SavingProblem.IN_USE,
    errno.ETXTBSY: SavingProblem.IN_USE,
    errno.EROFS: SavingProblem.READ_ONLY,
    errno.ENOENT: SavingProblem.NO_FOLDER,
    errno.ENOTDIR: SavingProblem.NO_FOLDER,
    errno.EISDIR: SavingProblem.IS_FOLDER,
    errno.ENOSPC: SavingProblem.DISK_FULL,
    errno.EDQUOT: SavingProblem.DISK_FULL,
    errno.EIO: SavingProblem.FAULTY,
    errno.EFBIG: SavingProblem.TOO_LARGE,
    errno.ENAMETOOLONG: SavingProblem.NAME_TOO_LONG,
    errno.ESTALE: SavingProblem.OUT_OF_REACH,
    errno.ENOTCONN: SavingProblem.OUT_OF_REACH,
    errno.ENODEV: SavingProblem.OUT_OF_REACH,
    errno.ENXIO: SavingProblem.OUT_OF_REACH,
    errno.EHOSTDOWN: SavingProblem.OUT_OF_REACH,
    errno.EHOSTUNREACH: SavingProblem.OUT_OF_REACH,
    errno.ENETDOWN: SavingProblem.OUT_OF_REACH,
    errno.ENETUNREACH: SavingProblem.OUT_OF_REACH,
    errno.ETIMEDOUT: SavingProblem.OUT_OF_REACH,
}

_HALF, _PART = ".tete-a-tete-", ".part"
_LONG_AGO_SECONDS = 3_600


def save(path: Path, data: bytes) -> None:
    """Write a file under its name once it is whole on the disk; CannotSave otherwise.

    Only the user may read it: papers hold client data.
    """
    try:
        if (obstacle := _in_the_way(path)) is None:
            _replace(path, data)
    except OSError as error:
        raise CannotSave(str(path), _problem(path, error.errno), error.strerror or "") from None
    if obstacle is not None:
        raise CannotSave(str(path), obstacle)


def _problem(path: Path, code: int | None) -> SavingProblem:
    """What an error means; a file that may not be replaced in a folder that may is in use."""
    refused = code in (errno.EACCES, errno.EPERM)
    if refused and path.exists() and os.access(path.parent, os.W_OK):
        return SavingProblem.IN_USE
    return _PROBLEMS.get(code or 0, SavingProblem.OTHER)


def _in_the_way(path: Path) -> SavingProblem | None:
    # A device would not be written to but replaced, for everybody on the machine.
    if path.is_dir():
        return SavingProblem.IS_FOLDER
    if path.is_file():
        return None if _may_be_replaced(path) else _problem(path, errno.EACCES)
    return SavingProblem.NO_FILE if path.exists() else None


def _may_be_replaced(path: Path) -> bool:
    """Whether nobody protected the file: replacing it asks its folder for leave, not the file."""
    return os.access(path, os.W_OK) and bool(path.stat().st_mode & stat.S_IWUSR)


def _replace(path: Path, data: bytes) -> None:
    handle, half = tempfile.mkstemp(dir=path.parent, prefix=_HALF, suffix=_PART)
    try:
        _clear_away(Path(half))
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(half).replace(path)
    except BaseException:
        Path(half).unlink(missing_ok=True)
        raise


def _clear_away(half: Path) -> None:
    """Remove what a program that was killed while it saved here left half written, long before."""
    now = half.stat().st_mtime
    for left in half.parent.glob(f"{_HALF}*{_PART}"):
        with contextlib.suppress(OSError):
            if now - left.stat().st_mtime > _LONG_AGO_SECONDS:
                left.unlink()
