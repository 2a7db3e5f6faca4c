"""The demonstration written as a bank's files is read back as itself, and nothing is refused."""

import runpy
from collections import Counter
from pathlib import Path
from typing import Any

from bank.folders import read

from advisor_app.demo.portfolio import demonstration

ROOT = Path(__file__).resolve().parents[2]


def test_files_of_the_demonstration_are_read_back_as_its_records(tmp_path: Path) -> None:
    write_folder = runpy.run_path(str(ROOT / "benchmarks/bank_folder.py"))["write_folder"]
    counts = write_folder(tmp_path, 120, 4)
    told = read(tmp_path)
    invented: dict[str, list[Any]] = {}
    for table, batch in demonstration(120, 4):
        invented.setdefault(table, []).extend(batch)
    assert told.refusals == []
    assert told.unknown == []
    assert counts == Counter({table: len(rows) for table, rows in invented.items()})
    for table, rows in invented.items():
        assert sorted(told.records[table], key=str) == sorted(rows, key=str), table
