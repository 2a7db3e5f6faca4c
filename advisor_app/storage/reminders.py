"""Small things to remember about clients."""

from datetime import date

from sqlalchemy import Connection, insert, select

from advisor_app.domain.keys import Key, new_key
from advisor_app.storage.schema.clients import client, reminder


def write_reminder(
    connection: Connection, of: Key, text: str, icon: str | None, noted_on: date, by: Key | None
) -> None:
    """Keep one; it lies in its client's branch."""
    branch = select(client.c.branch_id).where(client.c.id == of).scalar_subquery()
    values = {"icon": icon, "text": text, "noted_on": noted_on, "advisor_id": by}
    connection.execute(
        insert(reminder).values(id=new_key(), branch_id=branch, client_id=of, **values)
    )
