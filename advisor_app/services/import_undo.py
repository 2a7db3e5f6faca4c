"""Taking the last import back, for thirty days, as long as nothing was built upon it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from advisor_app.domain.bank_import import (
    BackupGone,
    ImportBuiltUpon,
    ImportTooOld,
    NothingToUndo,
)
from advisor_app.domain.trail import Deed
from advisor_app.services.desk import Desk
from advisor_app.storage import facts
from advisor_app.storage.cipher import read_salt
from advisor_app.storage.importing.runs import ImportRun, deeds_since, last_run, mark_undone
from advisor_app.storage.importing.undo import put_rows_back, writing_beside
from advisor_app.storage.store import Transaction

IMPORTED = "import"
UNDONE = "import undone"
UNDO_DAYS = 30
# They write nothing that an import could have brought, or that hangs on what it brought.
_HARMLESS = frozenset(
    {UNDONE, "day begun", "day set", "backup made", "facts mended", "why asked"}
    | {"advisor chosen", "language chosen", "lock changed", "recovery code shown"}
    | {"passphrase changed"}
    | {"file opened", "suggestions given out", "calendar exported", "invitation made"}
    | {"portfolio exported", "portfolio export not written"}
    | {"copy handed out", "copy not written", "day's list changed"}
    | {"rules applied", "attention ceiling set"}
)


@dataclass(frozen=True, slots=True)
class LastImport:
    """What can be taken back, and until when; the moments are aware."""

    source: str
    at: datetime
    until: datetime


def last_import(desk: Desk) -> LastImport | None:
    """The last import, where it can still be taken back by its age."""
    with desk.reading() as transaction:
        run = last_run(transaction)
    if run is None or run.backup is None or _is_old(desk, run):
        return None
    return LastImport(run.source, run.at, run.at + timedelta(days=UNDO_DAYS))


def undo_last(desk: Desk) -> str:
    """Take the last import back; what it was called is returned.

    Raises NothingToUndo, ImportTooOld, ImportBuiltUpon and BackupGone. What is asked first is asked
    again with the right to write: somebody else may have undone it, or built upon it, meanwhile.
    """
    with desk.reading() as transaction:
        run, name = _undoable(desk, transaction)
    backup = desk.store.path.with_name(name)
    # A copy from before the passphrase changed is as good as gone: nothing here opens it.
    if not backup.is_file() or read_salt(backup) != desk.store.key.salt:
        raise BackupGone(str(backup))
    with writing_beside(desk.store, backup) as transaction:
        if _undoable(desk, transaction)[0] != run:
            raise NothingToUndo
        put_rows_back(transaction)
        facts.recompute(transaction, None)
        mark_undone(transaction, run, desk.now())
        desk.record(transaction, Deed(UNDONE, subject=run.source))
    backup.unlink()
    return run.source


def _undoable(desk: Desk, transaction: Transaction) -> tuple[ImportRun, str]:
    """The last import and its copy's name, where it can be taken back; raises as `undo_last`."""
    run = last_run(transaction)
    if run is None or run.backup is None:
        raise NothingToUndo
    if _is_old(desk, run):
        raise ImportTooOld(UNDO_DAYS)
    later = deeds_since(transaction, IMPORTED)
    built = [action for action in later if action not in _HARMLESS]
    if built:
        raise ImportBuiltUpon(len(built))
    return run, run.backup


def forget_old_copy(desk: Desk) -> None:
    """Remove the copy from before the last import once that cannot be taken back any more."""
    with desk.reading() as transaction:
        run = last_run(transaction)
    if run is not None and run.backup is not None and _is_old(desk, run):
        desk.store.path.with_name(run.backup).unlink(missing_ok=True)


def _is_old(desk: Desk, run: ImportRun) -> bool:
    return desk.now() - run.at > timedelta(days=UNDO_DAYS)
