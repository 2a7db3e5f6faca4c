"""Rows of appointments that want a time which is taken."""

from pathlib import Path

import pytest
from bank.folders import read, write_folder

from advisor_app.domain.bank_import import KnownStore, Why

STORED = ("V0", "C1|C2", "A1", "R1", "confirmed", "2026-05-05T10:00", "2026-05-05T11:15")
KNOWN = KnownStore(
    advisors=("A1", "A2"), clients=("C1", "C2", "C3"), rooms=("R1", "R2"), appointments=(STORED,)
)
HEADER = "ref,client,advisor,start,end,room,status\n"


def refused(tmp_path: Path, rows: str, header: str = HEADER) -> list[tuple[int, str]]:
    told = read(write_folder(tmp_path, appointments=header + rows), KNOWN).refusals
    assert {one.why for one in told} <= {Why.TAKEN}
    return [(one.line, one.facts["name"]) for one in told]


@pytest.mark.parametrize(
    ("row", "name"),
    [
        ("V1,C3,A1,2026-05-05T11:00,2026-05-05T12:00,,\n", "A1"),
        ("V1,C3,A2,2026-05-05T09:00,2026-05-05T10:01,R1,\n", "R1"),
        ("V1,C3|C2,A2,2026-05-04T09:00,2026-05-06T10:00,,proposed\n", "C2"),
    ],
)
def test_what_the_store_holds_is_kept(tmp_path: Path, row: str, name: str) -> None:
    assert refused(tmp_path, row) == [(2, name)]


@pytest.mark.parametrize(
    "row",
    [
        "V1,C1,A1,2026-05-05T11:15,2026-05-05T12:00,R1,\n",
        "V1,C1,A1,2026-05-05T09:00,2026-05-05T10:00,R1,\n",
        "V1,C3,A2,2026-05-05T10:00,2026-05-05T11:00,R2,\n",
        "V1,C1,A1,2026-05-05T10:00,2026-05-05T11:00,R1,cancelled\n",
        "V1,C1,A1,2026-05-05T10:00,2026-05-05T11:00,R1,held\n",
        "V0,C1,A1,2026-05-05T10:30,2026-05-05T11:30,R1,\n",
    ],
)
def test_what_is_free_over_or_the_same_is_taken_in(tmp_path: Path, row: str) -> None:
    assert refused(tmp_path, row) == []


def test_a_time_that_was_left_is_free(tmp_path: Path) -> None:
    rows = "V0,C1,A1,2026-05-05T15:00,2026-05-05T16:00,,\nV1,C3,A1,2026-05-05T10:00,2026-05-05T11:00,,\n"
    assert refused(tmp_path, rows) == []


def test_the_first_row_keeps_its_time(tmp_path: Path) -> None:
    rows = "".join(
        f"V{number},C3,A2,2026-05-05T1{number}:00,2026-05-05T1{number + 1}:30,,\n"
        for number in range(1, 5)
    )
    assert refused(tmp_path, rows) == [(3, "A2"), (5, "A2")]
