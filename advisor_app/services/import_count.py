"""Counts what an import reads and writes, table by table."""

from dataclasses import asdict, replace
from typing import Any, Protocol

from advisor_app.domain.bank_import import (
    Advance,
    ColumnBatch,
    FileOpened,
    ImportEvent,
    ImportReport,
    Refusal,
    RowsRead,
    TableCount,
    UnknownFiles,
)
from advisor_app.storage.importing.writer import BankWriter, Written


class Progress(Protocol):
    """Hears how far the work is, and says whether to stop."""

    def report(self, done: int, total: int) -> None:
        """Say how far the work is, in bytes read."""

    def cancelled(self) -> bool:
        """Whether to stop."""


class ImportCount:
    """The report of one import, as it grows."""

    def __init__(self) -> None:
        self._tables: dict[str, TableCount] = {}
        self._files: list[FileOpened] = []
        self._refusals: list[Refusal] = []
        self._unknown: list[str] = []

    def take(self, event: ImportEvent, writer: BankWriter, progress: Progress | None) -> None:
        """Write what is to be written and count it."""
        match event:
            case ColumnBatch(table):
                self._wrote(table, writer.write(event))
            case RowsRead():
                self._read(event)
            case FileOpened(table):
                writer.begin(table)
                self._files.append(event)
                self._tables.setdefault(table, TableCount())
            case UnknownFiles(files):
                self._unknown += files
            case Advance(done, total) if progress is not None:
                progress.report(done, total)

    def _read(self, event: RowsRead) -> None:
        before = self._tables.get(event.table, TableCount())
        self._refusals += event.refusals
        self._tables[event.table] = replace(
            before,
            read=before.read + event.read,
            skipped=before.skipped + event.skipped,
            refused=before.refused + event.refused,
        )

    def _wrote(self, table: str, written: Written) -> None:
        before = self._tables.get(table, TableCount())
        self._tables[table] = replace(
            before,
            new=before.new + written.new,
            changed=before.changed + written.changed,
            unchanged=before.unchanged + written.unchanged,
        )

    def report(self, *, written: bool) -> ImportReport:
        """Everything so far."""
        return ImportReport(
            written,
            dict(self._tables),
            tuple(self._files),
            tuple(self._refusals),
            tuple(self._unknown),
        )


def counts_of(report: ImportReport) -> dict[str, dict[str, Any]]:
    """The counts of every table, as JSON keeps them."""
    return {table: asdict(count) for table, count in report.tables.items()}
