"""The imports that a store has seen, and the copy of the store from before the last one."""

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, insert, select, update

from advisor_app.domain.keys import Key
from advisor_app.storage.schema.record import audit_entry, import_run


@dataclass(frozen=True, slots=True)
class ImportRun:
    """One import that was written; `at` is aware, `backup` a file's name beside the store's."""

    key: Key
    source: str
    backup: str | None
    at: datetime


def keep_run(connection: Connection, run: ImportRun, advisor: Key | None, report: str) -> None:
    """Remember an import, in its own transaction; only the last one can be taken back.

    `report` is JSON of counts.
    """
    connection.execute(update(import_run).values(backup=None))
    connection.execute(
        insert(import_run).values(
            id=run.key,
            at_utc=int(run.at.timestamp()),
            advisor_id=advisor,
            source=run.source,
            backup=run.backup,
            report=report,
        )
    )


def last_run(connection: Connection) -> ImportRun | None:
    """The last import that was not undone."""
    columns = (import_run.c[name] for name in ("id", "source", "backup", "at_utc"))
    newest = select(*columns).where(import_run.c.undone_utc.is_(None))
    row = connection.execute(newest.order_by(import_run.c.id.desc()).limit(1)).one_or_none()
    if row is None:
        return None
    return ImportRun(Key(row.id), row.source, row.backup, datetime.fromtimestamp(row.at_utc, UTC))


def mark_undone(connection: Connection, run: ImportRun, now: datetime) -> None:
    """Remember that an import was undone."""
    this = update(import_run).where(import_run.c.id == run.key)
    connection.execute(this.values(undone_utc=int(now.timestamp()), backup=None))


def deeds_since(connection: Connection, action: str) -> list[str]:
    """The actions on the trail after the last one of this name, oldest first."""
    newest = select(audit_entry.c.number).where(audit_entry.c.action == action)
    last = newest.order_by(audit_entry.c.number.desc()).limit(1).scalar_subquery()
    later = select(audit_entry.c.action).where(audit_entry.c.number > last)
    return list(connection.execute(later.order_by(audit_entry.c.number)).scalars())
