"""A real disk of 64 KiB, or as many as one says: a file system in memory, which only root may mount."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

OLD = b"what stood there before"
_SIZE = 64 * 1024


@contextmanager
def small_disk(folder: Path, size: int = _SIZE) -> Iterator[Path]:
    """The disk under a folder; the test is skipped, with the reason, where none can be mounted."""
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only root on Linux may mount a small disk, so a full one is not tried")
    folder.mkdir()
    told = _run("mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder))
    if told.returncode:
        pytest.skip(f"no small disk can be mounted here: {told.stderr.strip()}")
    try:
        yield folder
    finally:
        _run("umount", str(folder)).check_returncode()


def fill(disk: Path) -> None:
    """Leave no room on the disk."""
    with (disk / "filling").open("wb", buffering=0) as filling:
        try:
            while True:
                filling.write(b"\0" * 4096)
        except OSError:
            return


def make_read_only(disk: Path) -> None:
    """Let the disk refuse every writing from now on."""
    _run("mount", "-o", "remount,ro", str(disk)).check_returncode()


@contextmanager
def full_disk(folder: Path, *names: str) -> Iterator[Path]:
    """A disk without any room, with files of these names that were there before."""
    with small_disk(folder) as disk:
        for name in names:
            (disk / name).write_bytes(OLD)
        fill(disk)
        before = listed(disk)
        yield disk
        assert listed(disk) == before


def listed(folder: Path) -> dict[str, bytes]:
    """Every file of the folder and what it holds, hidden ones too."""
    return {one.name: one.read_bytes() for one in folder.iterdir()}


def _run(command: str, *words: str) -> subprocess.CompletedProcess[str]:
    path = shutil.which(command)
    assert path is not None, f"root has no {command}"
    return subprocess.run([path, *words], capture_output=True, text=True, check=False)
