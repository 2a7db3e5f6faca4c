"""Promises of the bank's and of clients'."""

from collections.abc import Collection

from sqlalchemy import Connection, Row, delete, insert, select, update

from advisor_app.domain.codes import Party
from advisor_app.domain.commitments import Commitment
from advisor_app.domain.keys import Key
from advisor_app.storage.schema.calendar import commitment


def find_commitment(connection: Connection, ref: str) -> Commitment | None:
    """The promise of a reference."""
    row = connection.execute(select(commitment).where(commitment.c.ref == ref)).one_or_none()
    return None if row is None else _commitment(row)


def read_commitments(connection: Connection, clients: Collection[Key]) -> tuple[Commitment, ...]:
    """The promises around these clients: those that stand by their day, then what ended."""
    query = (
        select(commitment)
        .where(commitment.c.client_id.in_(clients))
        .order_by(
            commitment.c.done_on.is_not(None),
            commitment.c.done_on.desc(),
            commitment.c.due.is_(None),
            commitment.c.due,
            commitment.c.ref,
        )
    )
    return tuple(map(_commitment, connection.execute(query)))


def insert_commitment(
    connection: Connection, made: Commitment, branch: Key, meeting: Key | None = None
) -> None:
    """Write a promise that is not there yet; `meeting` is the appointment at which it was made."""
    connection.execute(
        insert(commitment).values(
            id=made.key,
            ref=made.ref,
            branch_id=branch,
            client_id=made.client,
            appointment_id=meeting,
            **_columns(made),
        )
    )


def promises_of(connection: Connection, meeting: Key) -> tuple[Commitment, ...]:
    """What was promised at a meeting, by its appointment's key; the nearest day first."""
    query = select(commitment).where(commitment.c.appointment_id == meeting)
    ordered = query.order_by(commitment.c.due.is_(None), commitment.c.due, commitment.c.ref)
    return tuple(map(_commitment, connection.execute(ordered)))


def update_commitment(connection: Connection, changed: Commitment) -> None:
    """Make a promise what is said."""
    connection.execute(
        update(commitment).where(commitment.c.id == changed.key).values(**_columns(changed))
    )


def delete_commitment(connection: Connection, key: Key) -> None:
    """Remove a promise that was written by mistake."""
    connection.execute(delete(commitment).where(commitment.c.id == key))


def _columns(made: Commitment) -> dict[str, object]:
    return {
        "by": made.by.value,
        "what": made.what,
        "due": made.due,
        "done_on": made.ended_on,
        "dropped": made.dropped,
    }


def _commitment(row: Row[tuple[object, ...]]) -> Commitment:
    return Commitment(
        key=row.id,
        ref=row.ref,
        client=row.client_id,
        by=Party(row.by),
        what=row.what,
        due=row.due,
        ended_on=row.done_on,
        dropped=row.dropped,
    )
