"""Reads a whole bank folder, or workbook, into import events; runs in the child process."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from advisor_app.domain.bank_import import (
    Advance,
    ColumnBatch,
    FileOpened,
    ImportEvent,
    KnownStore,
    Refusal,
    RowsRead,
    UnknownFiles,
    Unreadable,
    UnreadableFile,
)
from advisor_app.exchange.appointment_check import Appointments
from advisor_app.exchange.assignment_check import Assignments
from advisor_app.exchange.csv_file import open_csv
from advisor_app.exchange.digital_count import DigitalCount
from advisor_app.exchange.known import Known
from advisor_app.exchange.mapping import map_by_header, map_by_profile
from advisor_app.exchange.profiles import Profile, read_profile
from advisor_app.exchange.rows import RowFile
from advisor_app.exchange.sources import Source, make_plan
from advisor_app.exchange.table_reader import TableReader
from advisor_app.exchange.tables import TABLES
from advisor_app.exchange.vocabularies import vocabularies
from advisor_app.exchange.workbook import open_sheet, open_workbook

# What is told one by one; beyond it, refused rows of a file are only counted.
TOLD_REFUSALS = 5_000


@dataclass(frozen=True, slots=True)
class Job:
    """What to read: a folder or a file, a profile or none, over what the store holds."""

    path: Path
    profile: Path | None
    known: KnownStore
    today: date


@dataclass(frozen=True, slots=True)
class _Opened:
    """A file with the table that it feeds."""

    source: Source
    file: RowFile


def read_bank(job: Job) -> Iterator[ImportEvent]:
    """Everything that the files hold, checked. Raises UnreadableFile or WrongProfile."""
    profile = read_profile(job.profile) if job.profile else None
    plan = make_plan(job.path, profile)
    tables = {source.table for source in plan.sources}
    if plan.workbook is None and "clients" not in tables and not job.known.clients:
        raise UnreadableFile(job.path.name, Unreadable.NO_CLIENTS)
    yield UnknownFiles(plan.unknown_files)
    total = sum(source.path.stat().st_size for source in plan.sources)
    reading = _Reading(job, profile, total)
    if plan.workbook:
        yield from reading.workbook(plan.workbook)
    for source in plan.sources:
        file = open_csv(
            source.path,
            source.block.encoding if source.block else None,
            source.block.delimiter if source.block else None,
        )
        yield from reading.file(_Opened(source, file))


class _Reading:
    """One run over all files, which share what is known."""

    def __init__(self, job: Job, profile: Profile | None, total: int) -> None:
        self._job = job
        self._profile = profile
        self._known = Known(job.known)
        self._total = total
        self._done = 0

    def workbook(self, path: Path) -> Iterator[ImportEvent]:
        """Every sheet that bears a table's name."""
        workbook = open_workbook(path)
        sheets = {name.strip().lower(): name for name in workbook.sheet_names}
        known = [table for table in TABLES if table in sheets]
        if not known:
            raise UnreadableFile(path.name, Unreadable.NOTHING_TO_READ)
        if "clients" not in known and not self._job.known.clients:
            raise UnreadableFile(path.name, Unreadable.NO_CLIENTS)
        read = {sheets[table] for table in known}
        yield UnknownFiles(
            tuple(f"{path.name}/{name}" for name in workbook.sheet_names if name not in read)
        )
        for table in known:
            file = open_sheet(path, workbook, sheets[table])
            yield from self.file(_Opened(Source(table, path), file))

    def file(self, opened: _Opened) -> Iterator[ImportEvent]:
        """One file's rows."""
        try:
            yield from self._rows(opened, self._reader(opened))
        finally:
            opened.file.close()
        self._done += opened.source.path.stat().st_size

    def _reader(self, opened: _Opened) -> TableReader:
        table, block = TABLES[opened.source.table], opened.source.block
        if block is not None and self._profile is not None:
            file_map = map_by_profile(table, opened.file, block, self._profile)
        else:
            file_map = map_by_header(table, opened.file)
        return TableReader(opened.file, file_map, self._known, vocabularies(), self._job.today)

    def _rows(self, opened: _Opened, reader: TableReader) -> Iterator[ImportEvent]:
        file, table = opened.file, opened.source.table
        yield FileOpened(
            table, file.file, file.sha256, file.encoding, file.delimiter, reader.unknown
        )
        assignments = Assignments(file.file, self._known, reader.present)
        appointments = Appointments(file.file, self._job.known, reader.present)
        events, left = DigitalCount(), TOLD_REFUSALS
        for batch in file.batches:
            checked = reader.read(batch)
            if table == "appointments":
                appointments.refuse_taken(checked)
            told = tuple(checked.refusals[:left])
            left -= len(told)
            refused = len(checked.refusals)
            yield RowsRead(table, checked.read, checked.skipped, refused, told)
            if table == "assignments":
                assignments.add(checked.columns, checked.lines)
            elif table == "digital_events":
                events.add(checked.columns)
            elif checked.lines:
                yield ColumnBatch(table, reader.present, checked.columns)
            yield Advance(self._done + batch.position, self._total)
        yield from events.batches()
        yield from _laid_out(assignments, reader.present)


def _laid_out(assignments: Assignments, present: frozenset[str]) -> Iterator[ImportEvent]:
    laid_out = assignments.lay_out()
    refusals: list[Refusal] = laid_out.refusals
    if refusals:
        told = tuple(refusals[:TOLD_REFUSALS])
        yield RowsRead("assignments", 0, 0, len(refusals), told)
    if laid_out.columns:
        yield ColumnBatch("assignments", present | {"until_day"}, laid_out.columns)
