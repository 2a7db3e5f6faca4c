"""Importing a bank's files: everything is checked, then written in one transaction, or nothing."""

import json
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import date

from advisor_app.domain.bank_import import (
    ColumnBatch,
    ImportEvent,
    ImportReport,
    KnownStore,
    NoUsableRow,
    RowsRefused,
)
from advisor_app.domain.bank_records import RECORD_TYPES, RecordBatch
from advisor_app.domain.keys import new_key
from advisor_app.domain.trail import Deed
from advisor_app.services.desk import Desk
from advisor_app.services.import_count import ImportCount, Progress, counts_of
from advisor_app.services.import_undo import IMPORTED, LastImport, last_import, undo_last
from advisor_app.services.setup import HOME_BRANCH, remembered_zone
from advisor_app.storage import facts
from advisor_app.storage.backup import back_up
from advisor_app.storage.importing.bulk import in_bulk
from advisor_app.storage.importing.known import known_store
from advisor_app.storage.importing.runs import (
    ImportRun,
    keep_run,
    last_run,
)
from advisor_app.storage.importing.writer import BankWriter
from advisor_app.storage.organisation import find_branch
from advisor_app.storage.store import Transaction

# Beyond so many touched clients, making everybody's facts anew is quicker.
_MANY = 20_000

# Reads and checks the files, over what the store holds, as of the store's day.
Read = Callable[[KnownStore, date], Generator[ImportEvent, None, None]]


class Stopped(Exception):
    """Whoever watched the progress asked to stop; nothing was written."""


class _DryRun(Exception):
    """Everything was tried, and nothing is to stay."""


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """`source` is what the trail calls the files: a folder's or a file's name."""

    source: str
    dry_run: bool = False
    strict: bool = False


class Importing:
    """A bank's files in, and out again."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def write(
        self, read: Read, options: ImportOptions, progress: Progress | None = None
    ) -> ImportReport:
        """Check and write files. Raises what `read` raises, RowsRefused and NoUsableRow.

        Whatever is raised, or Ctrl+C at any moment, leaves the store as it was.
        """
        with (
            self._backup(options) as run,
            suppress(_DryRun),
            self._desk.writing() as transaction,
        ):
            with in_bulk(transaction):
                report = self._take(transaction, read, options, progress)
            if options.dry_run:
                raise _DryRun
            self._record(transaction, run, report)
        return report

    def write_records(self, batches: Iterable[RecordBatch]) -> None:
        """Write records that need no check, such as the demonstration's, in one transaction."""
        with self._desk.writing() as transaction, in_bulk(transaction):
            writer = self._writer(transaction)
            for table, records in batches:
                columns = list(zip(*records, strict=True))
                if columns:
                    told = frozenset(RECORD_TYPES[table]._fields)
                    writer.write(ColumnBatch(table, told, columns))
            self._bring_facts(transaction, writer)

    def last(self) -> LastImport | None:
        """What `undo` would take back; None where there is nothing, or it is too old."""
        return last_import(self._desk)

    def undo(self) -> str:
        """Take the last import back; what it was called is returned.

        Raises NothingToUndo, ImportTooOld, ImportBuiltUpon and BackupGone.
        """
        return undo_last(self._desk)

    def last_day(self) -> date | None:
        """The day, in the bank's zone, of the last import that still holds; None before any."""
        with self._desk.reading() as transaction:
            run = last_run(transaction)
        return run.at.astimezone(self._desk.now().tzinfo).date() if run else None

    def _take(
        self,
        transaction: Transaction,
        read: Read,
        options: ImportOptions,
        progress: Progress | None,
    ) -> ImportReport:
        writer, count = self._writer(transaction), ImportCount()
        known = known_store(transaction, remembered_zone(transaction))
        with closing(read(known, self._desk.today())) as events:
            for event in events:
                count.take(event, writer, progress)
                if progress is not None and progress.cancelled():
                    raise Stopped
        self._bring_facts(transaction, writer)
        report = count.report(written=not options.dry_run)
        _insist(report, options)
        return report

    def _writer(self, transaction: Transaction) -> BankWriter:
        home = find_branch(transaction, HOME_BRANCH)
        assert home is not None  # noqa: S101 `initialise` made it with the store
        zone = remembered_zone(transaction)
        return BankWriter(transaction, home.key, zone, self._desk.today())

    def _bring_facts(self, transaction: Transaction, writer: BankWriter) -> None:
        touched = writer.finish()
        if facts.known_day(transaction) is None:
            facts.advance(transaction, self._desk.today())
        else:
            facts.recompute(transaction, touched if len(touched) < _MANY else None)

    def _record(self, transaction: Transaction, run: ImportRun, report: ImportReport) -> None:
        """Remember the run; one entry on the trail for each table, with its files' hashes."""
        text = json.dumps(counts_of(report), sort_keys=True)
        advisor = self._desk.advisor.key if self._desk.advisor else None
        keep_run(transaction, run, advisor, text)
        for table, counts in counts_of(report).items():
            files = [f"{one.file} {one.sha256}" for one in report.files if one.table == table]
            detail: dict[str, str | int | list[str]] = {"files": files, **counts}
            self._desk.record(
                transaction, Deed(IMPORTED, subject=table, why=run.source, detail=detail)
            )

    @contextmanager
    def _backup(self, options: ImportOptions) -> Iterator[ImportRun]:
        """A copy of the store from before, kept only if the import is, in the last one's place."""
        path = self._desk.store.path
        key = new_key()
        copy = path.with_name(f"{path.name}.before-import-{key.hex()[-12:]}")
        if not options.dry_run:
            back_up(self._desk.store, copy)
        try:
            yield ImportRun(key, options.source, copy.name, self._desk.now())
        except BaseException:
            copy.unlink(missing_ok=True)
            raise
        for older in path.parent.glob(f"{path.name}.before-import-*"):
            if older != copy and not options.dry_run:
                older.unlink()


def _insist(report: ImportReport, options: ImportOptions) -> None:
    if options.strict and report.refused:
        raise RowsRefused(report)
    usable = sum(one.new + one.changed + one.unchanged for one in report.tables.values())
    if not usable:
        raise NoUsableRow(report)
