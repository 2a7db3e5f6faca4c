"""Whatever the command line writes, a full disk keeps what it had, and is said in a sentence."""

import subprocess
import sys
from pathlib import Path

import pytest
from command_line import kept_store_in, new_store_in, options_in
from paper.store import fill
from small_disk import OLD, full_disk, listed
from sqlalchemy import select

from advisor_app.cli.main import INTERRUPTED, main
from advisor_app.storage.schema.record import audit_entry

ROOT = Path(__file__).resolve().parents[2]
# Each with the ending of its file.
WRITTEN = {
    "brief": (".pdf", ["brief", "--appointment", "RV1"]),
    "daypack": (".pdf", ["daypack", "--advisor", "A1", "--on", "2026-04-23"]),
    "letter": (".pdf", ["print", "appointment", "--appointment", "RV1"]),
    "handover": (".pdf", ["print", "handover", "--client", "C1"]),
    "labels": (".pdf", ["print", "labels", "--client", "C1"]),
    "list": (".pdf", ["export", "--purpose", "A test"]),
    "table": (".csv", ["export", "--purpose", "A test"]),
    "workbook": (".xlsx", ["export", "--purpose", "A test"]),
    "copy": (".json", ["client", "copy", "C1"]),
    "calendar": (".ics", ["ics", "--appointment", "RV1"]),
}

# What the trail says of it: a paper is only told once it is there, the others before.
NOT_WRITTEN: dict[str, set[str]] = {
    "brief": set(),
    "table": {"portfolio export not written"},
    "copy": {"copy not written"},
}


@pytest.fixture
def options(tmp_path: Path) -> list[str]:
    with new_store_in(tmp_path) as store:
        fill(store)
    return [*options_in(tmp_path), "--as", "A1"]


@pytest.mark.parametrize("name", WRITTEN)
def test_a_full_disk_keeps_the_old_file_and_is_not_taken_for_the_stores(
    options: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    ending, command = WRITTEN[name]
    with full_disk(tmp_path / "disk", f"old{ending}") as disk:
        for target in (disk / f"old{ending}", disk / f"new{ending}"):
            assert main([*options, *command, "--out", str(target)]) == 2
            assert capsys.readouterr().err == (
                f"The file {target} cannot be written: the disk is full. Nothing was saved; free "
                "some space, then try again.\n"
            )


def test_what_could_not_be_written_is_not_told_as_printed(
    options: list[str], tmp_path: Path
) -> None:
    with full_disk(tmp_path / "disk") as disk:
        for name in ("brief", "letter", "table"):
            ending, command = WRITTEN[name]
            assert main([*options, *command, "--out", str(disk / f"x{ending}")]) == 2
    with kept_store_in(tmp_path) as store, store.reading() as transaction:
        told = set(transaction.execute(select(audit_entry.c.action)).scalars())
    assert not any("printed" in one for one in told)
    assert "portfolio export not written" in told


@pytest.mark.parametrize("name", NOT_WRITTEN)
def test_who_stops_in_the_middle_keeps_the_old_file(
    options: list[str],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    name: str,
) -> None:
    ending, command = WRITTEN[name]
    folder = tmp_path / "papers"
    folder.mkdir()
    target = folder / f"x{ending}"
    target.write_bytes(OLD)

    def stop(_handle: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("os.fsync", stop)
    assert main([*options, *command, "--out", str(target)]) == INTERRUPTED
    assert capsys.readouterr().err == "Stopped. Nothing was changed.\n"
    assert listed(folder) == {target.name: OLD}
    with kept_store_in(tmp_path) as store, store.reading() as transaction:
        told = set(transaction.execute(select(audit_entry.c.action)).scalars())
    assert not any("printed" in one for one in told)
    assert {one for one in told if "not written" in one} == NOT_WRITTEN[name]


def test_a_write_protected_file_is_not_replaced(
    options: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    target = folder / "x.pdf"
    target.write_bytes(OLD)
    target.chmod(0o444)
    assert main([*options, *WRITTEN["brief"][1], "--out", str(target)]) == 2
    assert f"The file {target} cannot be replaced: it is protected" in capsys.readouterr().err
    assert listed(folder) == {"x.pdf": OLD}


# The store is written to as ever: only the paper meets the limit.
LIMITED = """
import resource, sys
from advisor_app.reports import saving
whole = saving._replace

def limited(path, data):
    resource.setrlimit(resource.RLIMIT_FSIZE, (4_000, resource.RLIM_INFINITY))
    try:
        whole(path, data)
    finally:
        resource.setrlimit(
            resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY)
        )

saving._replace = limited
from advisor_app.cli.main import main
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit of a file's size")
def test_a_limit_of_the_size_of_files_is_said(options: list[str], tmp_path: Path) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    target = folder / "x.pdf"
    target.write_bytes(OLD)
    command = [sys.executable, "-c", LIMITED, *options, *WRITTEN["brief"][1], "--out", str(target)]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert told.returncode == 2
    assert f"The file {target} cannot be written: it is larger than" in told.stderr
    assert listed(folder) == {"x.pdf": OLD}
