import os
from pathlib import Path

import pytest
from bank.folders import TODAY, WhatWasRead, read, write_folder

from advisor_app.domain.bank_import import KnownStore, Unreadable, UnreadableFile, WrongProfile
from advisor_app.exchange.bank_files import Job
from advisor_app.exchange.child import read_in_child


def job(path: Path, profile: Path | None = None) -> Job:
    return Job(path, profile, KnownStore(), TODAY)


def test_the_child_tells_what_reading_here_tells(tmp_path: Path) -> None:
    folder = write_folder(
        tmp_path,
        clients="ref,last_name,birth_date\nC1,Éva 😀,1990-01-01\nC2,Petit,1990-13-01\n",
        digital="client,month,logins\nC1,2026-01,3\n",
    )
    told = WhatWasRead()
    for event in read_in_child(job(folder)):
        told.take(event)
    assert told == read(folder)


def test_errors_come_back_as_what_they_are(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile) as caught:
        list(read_in_child(job(tmp_path / "nowhere")))
    assert caught.value.why is Unreadable.MISSING
    with pytest.raises(WrongProfile):
        list(read_in_child(job(write_folder(tmp_path, clients="ref\n"), tmp_path / "no.toml")))


def test_a_child_that_makes_no_headway_is_killed(tmp_path: Path) -> None:
    folder = write_folder(tmp_path, clients="ref,last_name\nC1,Durand\n")
    with pytest.raises(UnreadableFile) as caught:
        list(read_in_child(job(folder), patience=0.0))
    assert caught.value.why is Unreadable.TOO_SLOW


@pytest.mark.skipif(os.name != "posix", reason="only POSIX limits a process's memory by itself")
def test_a_file_that_takes_too_much_memory_is_refused(tmp_path: Path) -> None:
    row = "C{0}," + ",".join(["x" * 100_000] * 30) + "\n"
    header = "ref,last_name," + ",".join(f"c{i}" for i in range(29)) + "\n"
    with (tmp_path / "clients.csv").open("w") as file:
        file.write(header)
        file.writelines(row.format(i) for i in range(60))
    with pytest.raises(UnreadableFile) as caught:
        list(read_in_child(job(tmp_path), memory=200 << 20))
    assert caught.value.why is Unreadable.TOO_MUCH_MEMORY
