"""Writes small bank folders, and reads them in this process."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from advisor_app.domain.bank_import import (
    ColumnBatch,
    FileOpened,
    ImportEvent,
    KnownStore,
    Refusal,
    RowsRead,
    UnknownFiles,
)
from advisor_app.domain.bank_records import RECORD_TYPES
from advisor_app.exchange.bank_files import Job, read_bank

TODAY = date(2026, 4, 23)


def write_folder(folder: Path, **files: str | bytes) -> Path:
    """A folder with one file per table; texts are written as UTF-8."""
    folder.mkdir(parents=True, exist_ok=True)
    for table, content in files.items():
        data = content if isinstance(content, bytes) else content.encode()
        (folder / f"{table}.csv").write_bytes(data)
    return folder


@dataclass(slots=True)
class WhatWasRead:
    """Everything that one reading told."""

    records: dict[str, list[Any]] = field(default_factory=dict)
    refusals: list[Refusal] = field(default_factory=list)
    files: list[FileOpened] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    read: dict[str, int] = field(default_factory=dict)
    skipped: dict[str, int] = field(default_factory=dict)
    present: dict[str, frozenset[str]] = field(default_factory=dict)

    def take(self, event: ImportEvent) -> None:
        """Keep what an event tells."""
        match event:
            case ColumnBatch(table, present, columns):
                record = RECORD_TYPES.get(table, RECORD_TYPES["digital"])
                rows = [record(*row) for row in zip(*columns, strict=True)]
                self.records.setdefault(table, []).extend(rows)
                self.present[table] = present
            case RowsRead(table, read, skipped, _, refusals):
                self.refusals += refusals
                self.read[table] = self.read.get(table, 0) + read
                self.skipped[table] = self.skipped.get(table, 0) + skipped
            case FileOpened():
                self.files.append(event)
            case UnknownFiles(files):
                self.unknown += files
            case _:
                pass


def read(
    path: Path,
    known: KnownStore | None = None,
    profile: Path | None = None,
    today: date = TODAY,
) -> WhatWasRead:
    """Read a folder or a file to its end."""
    told = WhatWasRead()
    for event in read_bank(Job(path, profile, known or KnownStore(zone="Europe/Paris"), today)):
        told.take(event)
    return told
