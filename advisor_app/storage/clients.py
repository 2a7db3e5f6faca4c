"""Clients by reference."""

from sqlalchemy import Connection, select

from advisor_app.domain.keys import Key
from advisor_app.storage.schema.clients import client


def find_client_key(connection: Connection, ref: str) -> Key | None:
    """The key of a reference; None where no client has it."""
    return connection.execute(select(client.c.id).where(client.c.ref == ref)).scalar()
