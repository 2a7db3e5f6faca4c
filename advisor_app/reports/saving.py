"""Saving a paper: whole or not at all, and what stood there before stays until then."""

import errno
import os
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
}


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
    return SavingProblem.NO_FILE if path.exists() and not path.is_file() else None


def _replace(path: Path, data: bytes) -> None:
    handle, half = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(half).replace(path)
    except BaseException:
        Path(half).unlink(missing_ok=True)
        raise
