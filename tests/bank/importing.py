"""Imports a folder into a store, read in this process."""

from collections.abc import Generator
from datetime import date
from pathlib import Path
from typing import Any

from advisor_app.domain.bank_import import ImportEvent, ImportReport, KnownStore
from advisor_app.exchange.bank_files import Job, read_bank
from advisor_app.services.desk import Desk
from advisor_app.services.importing import Importing, ImportOptions


def bring(
    desk: Desk, folder: Path, *, strict: bool = False, dry_run: bool = False, progress: Any = None
) -> ImportReport:
    """Import a folder, read in this process."""

    def read(known: KnownStore, today: date) -> Generator[ImportEvent, None, None]:
        yield from read_bank(Job(folder, None, known, today))

    options = ImportOptions(folder.name, dry_run=dry_run, strict=strict)
    return Importing(desk).write(read, options, progress)
