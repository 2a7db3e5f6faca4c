"""Clients by reference."""

from sqlalchemy import Connection, func, select

from advisor_app.domain.keys import Key
from advisor_app.storage.schema.clients import client


def find_client_key(connection: Connection, ref: str) -> Key | None:
    """The key of a reference; None where no client has it."""
    return connection.execute(select(client.c.id).where(client.c.ref == ref)).scalar()


def count_clients(connection: Connection) -> int:
    """How many clients there are, closed and deceased ones too."""
    return connection.execute(select(func.count()).select_from(client)).scalar_one()
