"""The audit trail's rows: appended in the transaction of the deed, verified as a chain."""

from collections.abc import Collection
from datetime import UTC, datetime

from sqlalchemy import Connection, func, insert, select

from advisor_app.domain.keys import Key
from advisor_app.domain.trail import FIRST, BrokenChain, Deed, Entry, entry, is_genuine
from advisor_app.storage.schema.record import audit_entry
from advisor_app.storage.setting_names import KEPT, TRAIL_HEAD
from advisor_app.storage.settings import forget_settings, read_setting, write_setting

# Made once: every search asks it.
_NEWEST_NUMBER = select(func.max(audit_entry.c.number))


def append(connection: Connection, now: datetime, who: str, deed: Deed) -> None:
    """Put a deed on the trail; `now` is aware, `who` an advisor's reference or "" where unknown.

    Pages kept for the next start go: they may show what the deed changed, or erased.
    """
    newest = select(audit_entry.c.number, audit_entry.c.hash).order_by(audit_entry.c.number.desc())
    number, previous = connection.execute(newest.limit(1)).one_or_none() or (0, FIRST)
    at = now.astimezone(UTC).isoformat(timespec="milliseconds")
    made = entry(number + 1, at, who, deed, previous)
    connection.execute(
        insert(audit_entry).values(
            number=made.number,
            at_utc=made.at,
            who=made.who,
            action=made.action,
            subject=made.subject,
            client_id=made.client,
            why=made.why,
            detail=made.detail,
            previous=made.previous,
            hash=made.hash,
        )
    )
    write_setting(connection, TRAIL_HEAD, _head(made.number, made.hash))
    forget_settings(connection, KEPT)


def last_action(connection: Connection) -> str | None:
    """What was done last; None on an empty trail."""
    newest = select(audit_entry.c.action).order_by(audit_entry.c.number.desc())
    return connection.execute(newest.limit(1)).scalar()


def first_moment(connection: Connection) -> datetime | None:
    """When the trail begins; None on an empty one."""
    oldest = select(audit_entry.c.at_utc).order_by(audit_entry.c.number).limit(1)
    found = connection.execute(oldest).scalar()
    return None if found is None else datetime.fromisoformat(found)


def last_moment(connection: Connection) -> datetime | None:
    """When something was done last; None on an empty trail."""
    newest = select(audit_entry.c.at_utc).order_by(audit_entry.c.number.desc()).limit(1)
    found = connection.execute(newest).scalar()
    return None if found is None else datetime.fromisoformat(found)


def verify(connection: Connection) -> BrokenChain | None:
    """Follow the whole chain; None when every entry is genuine and the newest is the last made."""
    previous, number = FIRST, 0
    for row in connection.execute(select(audit_entry).order_by(audit_entry.c.number)):
        number += 1
        if row.number != number or not is_genuine(Entry(*row), previous):
            return BrokenChain(number)
        previous = row.hash
    head = read_setting(connection, TRAIL_HEAD)
    told = None if number == 0 and head is None else _head(number, previous)
    return None if head == told else BrokenChain(number + 1)


def read_entries(connection: Connection, client: Key, limit: int) -> list[Entry]:
    """A client's newest entries, the newest first."""
    statement = select(audit_entry).where(audit_entry.c.client_id == client)
    newest = statement.order_by(audit_entry.c.number.desc()).limit(limit)
    return [Entry(*row) for row in connection.execute(newest)]


def newest_entry(connection: Connection) -> str:
    """What changes with every deed that is on the trail: the newest entry's number and hash."""
    return read_setting(connection, TRAIL_HEAD) or ""


def newest_number(connection: Connection) -> int:
    """The number of the newest entry; 0 before the first."""
    return connection.execute(_NEWEST_NUMBER).scalar() or 0


def touched_since(
    connection: Connection, number: int, harmless: Collection[str]
) -> set[Key] | None:
    """The clients of the entries after a number, without harmless actions.

    None where one of the entries may have changed anybody.
    """
    clients = select(audit_entry.c.client_id).where(
        audit_entry.c.number > number, audit_entry.c.action.not_in(harmless)
    )
    touched = set(connection.execute(clients).scalars())
    return None if None in touched else touched


def count_entries(connection: Connection) -> int:
    """How long the trail is."""
    return connection.execute(select(func.count()).select_from(audit_entry)).scalar_one()


def _head(number: int, newest: bytes) -> str:
    return f"{number}:{newest.hex()}"
