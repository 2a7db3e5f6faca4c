"""The register of small attentions."""

from collections.abc import Collection

from sqlalchemy import Connection, Row, delete, insert, select, update

from advisor_app.domain.attentions import Attention, AttentionDraft, AttentionStage
from advisor_app.domain.keys import Key
from advisor_app.storage.schema.clients import client
from advisor_app.storage.schema.contacts import attention


def read_attentions(connection: Connection, clients: Collection[Key]) -> tuple[Attention, ...]:
    """The attentions around these clients, the latest first."""
    query = (
        select(attention)
        .where(attention.c.client_id.in_(clients))
        .order_by(attention.c.on_day.desc(), attention.c.id.desc())
    )
    return tuple(map(_attention, connection.execute(query)))


def find_attention(connection: Connection, key: Key) -> Attention | None:
    """One of them."""
    row = connection.execute(select(attention).where(attention.c.id == key)).one_or_none()
    return None if row is None else _attention(row)


def branch_of(connection: Connection, of: Key) -> Key:
    """The branch that a client's attentions lie in."""
    branch: Key = connection.execute(
        select(client.c.branch_id).where(client.c.id == of)
    ).scalar_one()
    return branch


def insert_attention(connection: Connection, made: Attention, branch: Key, by: Key | None) -> None:
    """Write one; `by` is the advisor who notes it."""
    connection.execute(
        insert(attention).values(
            id=made.key,
            branch_id=branch,
            client_id=made.client,
            advisor_id=by,
            **_columns(made.draft),
        )
    )


def update_attention(connection: Connection, changed: Attention) -> None:
    """Make one what is said."""
    connection.execute(
        update(attention).where(attention.c.id == changed.key).values(**_columns(changed.draft))
    )


def delete_attention(connection: Connection, key: Key) -> None:
    """Remove one."""
    connection.execute(delete(attention).where(attention.c.id == key))


def _columns(draft: AttentionDraft) -> dict[str, object]:
    return {
        "stage": draft.stage.value,
        "what": draft.what,
        "on_day": draft.on,
        "amount": draft.amount,
        "agreed_by": draft.agreed_by,
    }


def _attention(row: Row[tuple[object, ...]]) -> Attention:
    draft = AttentionDraft(
        AttentionStage(row.stage), row.what, row.on_day, row.amount, row.agreed_by
    )
    return Attention(row.id, row.client_id, draft)
