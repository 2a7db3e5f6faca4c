"""Contacts as the program itself records them."""

from sqlalchemy import Connection, insert

from advisor_app.domain.contacts import Contact
from advisor_app.domain.keys import Key
from advisor_app.storage.schema.contacts import touchpoint


def write_contact(connection: Connection, contact: Contact, client: Key, branch: Key) -> None:
    """Keep one client's part of a contact."""
    connection.execute(
        insert(touchpoint).values(
            id=contact.key,
            branch_id=branch,
            ref=contact.ref,
            client_id=client,
            advisor_id=contact.advisor,
            on_day=contact.at.day,
            at_time=contact.at.text[11:] if contact.has_time else None,
            channel=contact.channel.value,
            nature=contact.nature.value,
            direction=contact.direction.value,
            minutes=contact.minutes,
            one_to_one=contact.one_to_one,
            subject=contact.subject,
            project_id=contact.project,
            note=contact.note,
        )
    )
