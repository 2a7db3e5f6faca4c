"""Papers are saved whole or not at all."""

import errno
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from small_disk import OLD, full_disk, listed, make_read_only, small_disk

from advisor_app.domain.codes import Language
from advisor_app.domain.saving import CannotSave, SavingProblem
from advisor_app.i18n import speaking
from advisor_app.i18n.wording import sentence
from advisor_app.reports.saving import save
from advisor_app.storage.store import Store

ROOT = Path(__file__).resolve().parents[2]


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
    assert refused.value.problem is SavingProblem.NAME_TOO_LONG


@pytest.mark.parametrize(
    ("code", "problem"),
    [
        (errno.ENOSPC, SavingProblem.DISK_FULL),
        (errno.EDQUOT, SavingProblem.DISK_FULL),
        (errno.EFBIG, SavingProblem.TOO_LARGE),
        (errno.EROFS, SavingProblem.READ_ONLY),
        (errno.EACCES, SavingProblem.IN_USE),
        (errno.ENOENT, SavingProblem.NO_FOLDER),
        (errno.ESTALE, SavingProblem.OUT_OF_REACH),
        (errno.EHOSTDOWN, SavingProblem.OUT_OF_REACH),
        (errno.ETIMEDOUT, SavingProblem.OUT_OF_REACH),
        (errno.EIO, SavingProblem.FAULTY),
        (errno.ELOOP, SavingProblem.OTHER),
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
    assert listed(tmp_path) == {"fiche.pdf": b"old"}


@pytest.mark.parametrize("problem", SavingProblem)
@pytest.mark.parametrize("language", Language)
def test_every_problem_is_told_with_the_file_in_every_language(
    problem: SavingProblem, language: Language
) -> None:
    with speaking(language):
        told = sentence(CannotSave("/mnt/fiches/jeudi.pdf", problem, "detail"))
    assert "/mnt/fiches/jeudi.pdf" in told
    assert told.endswith(".")


def test_a_full_disk_takes_nothing_and_keeps_what_it_had(tmp_path: Path) -> None:
    with full_disk(tmp_path / "disk", "fiche.pdf") as disk:
        for name in ("fiche.pdf", "new.pdf"):
            with pytest.raises(CannotSave) as refused:
                save(disk / name, b"x" * 100_000)
            assert refused.value.problem is SavingProblem.DISK_FULL


def test_a_paper_larger_than_what_is_left_of_a_disk_leaves_the_room_as_it_was(
    tmp_path: Path,
) -> None:
    with small_disk(tmp_path / "disk") as disk:
        save(disk / "fiche.pdf", OLD)
        with pytest.raises(CannotSave):
            save(disk / "fiche.pdf", b"x" * 100_000)
        assert listed(disk) == {"fiche.pdf": OLD}
        save(disk / "fiche.pdf", b"y" * 40_000)
        assert listed(disk) == {"fiche.pdf": b"y" * 40_000}


def test_a_read_only_disk_is_said_and_not_taken_for_a_protected_file(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk") as disk:
        save(disk / "fiche.pdf", OLD)
        make_read_only(disk)
        for name in ("fiche.pdf", "new.pdf"):
            with pytest.raises(CannotSave) as refused:
                save(disk / name, b"new")
            assert refused.value.problem is SavingProblem.READ_ONLY
        assert listed(disk) == {"fiche.pdf": OLD}


def test_a_paper_that_fails_within_a_transaction_is_not_taken_for_the_store(
    store: Store, tmp_path: Path
) -> None:
    with pytest.raises(CannotSave) as refused, store.writing():
        save(tmp_path / "no" / "fiche.pdf", b"new")
    assert refused.value.path == str(tmp_path / "no" / "fiche.pdf")


LIMITED = """
import resource, sys
from pathlib import Path
from advisor_app.domain.saving import CannotSave
from advisor_app.reports.saving import save
resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, resource.RLIM_INFINITY))
try:
    save(Path(sys.argv[1]), b"x" * 100_000)
except CannotSave as error:
    print(error.problem)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit of a file's size")
def test_a_limit_of_the_size_of_files_is_said(tmp_path: Path) -> None:
    target = tmp_path / "fiche.pdf"
    target.write_bytes(OLD)
    command = [sys.executable, "-c", LIMITED, str(target)]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert told.stdout.strip() == SavingProblem.TOO_LARGE.value
    assert listed(tmp_path) == {"fiche.pdf": OLD}


def test_a_read_only_file_stays_though_its_folder_would_let_it_go(tmp_path: Path) -> None:
    target = tmp_path / "fiche.pdf"
    target.write_bytes(OLD)
    target.chmod(0o444)
    with pytest.raises(CannotSave) as refused:
        save(target, b"new")
    assert refused.value.problem is SavingProblem.IN_USE
    assert listed(tmp_path) == {"fiche.pdf": OLD}


def test_a_folder_that_vanishes_while_the_paper_is_written_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "network"
    folder.mkdir()
    monkeypatch.setattr("os.fsync", lambda _handle: shutil.rmtree(folder))
    with pytest.raises(CannotSave) as refused:
        save(folder / "fiche.pdf", b"new")
    assert refused.value.problem is SavingProblem.NO_FOLDER
    assert not folder.exists()


def test_who_stops_in_the_middle_keeps_what_was_there_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "fiche.pdf"
    target.write_bytes(OLD)

    def stop(_handle: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("os.fsync", stop)
    with pytest.raises(KeyboardInterrupt):
        save(target, b"new")
    assert listed(tmp_path) == {"fiche.pdf": OLD}


KILLED = """
import os, signal, sys
from pathlib import Path
from advisor_app.reports.saving import save
os.fsync = lambda handle: os.kill(os.getpid(), signal.SIGKILL)
save(Path(sys.argv[1]), b"new")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
def test_a_killed_program_leaves_the_old_file_and_the_next_one_clears_up(tmp_path: Path) -> None:
    target = tmp_path / "fiche.pdf"
    target.write_bytes(OLD)
    told = subprocess.run([sys.executable, "-c", KILLED, str(target)], cwd=ROOT, check=False)
    assert told.returncode == -signal.SIGKILL
    assert target.read_bytes() == OLD
    (half,) = (one for one in tmp_path.iterdir() if one != target)
    save(target, b"at the same time")
    assert half.exists(), "another program may still be writing it"
    os.utime(half, (0, 0))
    save(target, b"much later")
    assert listed(tmp_path) == {"fiche.pdf": b"much later"}
