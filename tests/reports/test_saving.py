"""Papers are saved whole or not at all."""

import errno
import os
from pathlib import Path

import pytest

from advisor_app.domain.saving import CannotSave, SavingProblem
from advisor_app.reports.saving import save


def test_a_paper_is_written_for_its_user_alone(tmp_path: Path) -> None:
    target = tmp_path / "fiche.pdf"
    save(target, b"paper")
    assert target.read_bytes() == b"paper"
    assert list(tmp_path.iterdir()) == [target]
    if os.name == "posix":
        assert target.stat().st_mode & 0o077 == 0


def test_a_paper_replaces_the_one_before(tmp_path: Path) -> None:
    target = tmp_path / "fiche.pdf"
    target.write_bytes(b"old")
    save(target, b"new")
    assert target.read_bytes() == b"new"


def test_a_missing_folder_and_a_folder_of_that_name_are_said(tmp_path: Path) -> None:
    with pytest.raises(CannotSave) as missing:
        save(tmp_path / "no" / "fiche.pdf", b"")
    assert missing.value.problem is SavingProblem.NO_FOLDER
    with pytest.raises(CannotSave) as folder:
        save(tmp_path, b"")
    assert folder.value.problem is SavingProblem.IS_FOLDER


def test_a_pipe_is_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(CannotSave) as refused:
        save(pipe, b"")
    assert refused.value.problem is SavingProblem.NO_FILE
    assert pipe.is_fifo()


def test_a_name_that_no_disk_takes_is_said(tmp_path: Path) -> None:
    with pytest.raises(CannotSave) as refused:
        save(tmp_path / ("x" * 300), b"")
    assert refused.value.problem is SavingProblem.OTHER


@pytest.mark.parametrize(
    ("code", "problem"),
    [
        (errno.ENOSPC, SavingProblem.DISK_FULL),
        (errno.EROFS, SavingProblem.READ_ONLY),
        (errno.EACCES, SavingProblem.IN_USE),
        (errno.EIO, SavingProblem.OTHER),
    ],
)
def test_a_failing_disk_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, problem: SavingProblem
) -> None:
    target = tmp_path / "fiche.pdf"
    target.write_bytes(b"old")

    def fail(_handle: int) -> None:
        raise OSError(code, "as told")

    monkeypatch.setattr("os.fsync", fail)
    with pytest.raises(CannotSave) as refused:
        save(target, b"new")
    assert refused.value.problem is problem
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]
