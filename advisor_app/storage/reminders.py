"""Small things to remember about clients."""

from datetime import date

from sqlalchemy import Connection, delete, insert, select, update

from advisor_app.domain.keys import Key, new_key
from advisor_app.domain.reminders import KeptReminder
from advisor_app.storage.schema.clients import client, reminder


def write_reminder(
    connection: Connection, of: Key, text: str, icon: str | None, noted_on: date, by: Key | None
) -> Key:
    """Keep one; it lies in its client's branch. Its key."""
    branch = select(client.c.branch_id).where(client.c.id == of).scalar_subquery()
    values = {"icon": icon, "text": text, "noted_on": noted_on, "advisor_id": by}
    key = new_key()
    connection.execute(insert(reminder).values(id=key, branch_id=branch, client_id=of, **values))
    return key


def find_reminder(connection: Connection, key: Key) -> KeptReminder | None:
    """One of them."""
    row = connection.execute(select(reminder).where(reminder.c.id == key)).one_or_none()
    if row is None:
        return None
    told = (row.icon, row.text, row.noted_on, row.advisor_id)
    return KeptReminder(row.id, row.branch_id, row.client_id, *told)


def change_reminder(connection: Connection, kept: KeptReminder) -> None:
    """Write one anew."""
    connection.execute(
        update(reminder).where(reminder.c.id == kept.key).values(text=kept.text, icon=kept.icon)
    )


def remove_reminder(connection: Connection, key: Key) -> None:
    """Forget one."""
    connection.execute(delete(reminder).where(reminder.c.id == key))


def put_reminder_back(connection: Connection, kept: KeptReminder) -> None:
    """Keep one again as it was."""
    connection.execute(
        insert(reminder).values(
            id=kept.key,
            branch_id=kept.branch,
            client_id=kept.client,
            icon=kept.icon,
            text=kept.text,
            noted_on=kept.noted_on,
            advisor_id=kept.advisor,
        )
    )
