"""Contacts as the program itself records and corrects them."""

from sqlalchemy import Connection, Row, delete, insert, select, update

from advisor_app.domain.codes import Channel, Direction, Nature
from advisor_app.domain.contacts import Contact, ContactBody, KeptContact
from advisor_app.domain.keys import Key, new_key
from advisor_app.storage.schema.contacts import former_contact, touchpoint


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


def find_contact(connection: Connection, ref: str) -> KeptContact | None:
    """The contact of a reference, as it stands."""
    row = connection.execute(select(touchpoint).where(touchpoint.c.ref == ref)).one_or_none()
    if row is None:
        return None
    return KeptContact(row.id, row.ref, row.client_id, row.branch_id, _body(row))


def correct_contact(connection: Connection, kept: KeptContact, body: ContactBody) -> None:
    """Let a contact say something else; what it said before is to be kept apart."""
    connection.execute(
        update(touchpoint).where(touchpoint.c.id == kept.key).values(**_columns(body))
    )


def keep_former(
    connection: Connection, kept: KeptContact, at: int, by: Key | None, why: str | None
) -> Key:
    """Keep a contact as it stands before a correction; `at` in seconds since 1970."""
    key = new_key()
    connection.execute(
        insert(former_contact).values(
            id=key,
            branch_id=kept.branch,
            touchpoint_id=kept.key,
            client_id=kept.client,
            corrected_utc=at,
            corrected_by=by,
            why=why,
            **_columns(kept.body),
        )
    )
    return key


def forget_former(connection: Connection, key: Key) -> None:
    """Forget a former state: its correction was taken back at once."""
    connection.execute(delete(former_contact).where(former_contact.c.id == key))


def has_formers(connection: Connection, kept: KeptContact) -> bool:
    """Whether a contact said something else before."""
    its = select(former_contact.c.id).where(former_contact.c.touchpoint_id == kept.key)
    return connection.execute(its.limit(1)).first() is not None


def forget_contact(connection: Connection, kept: KeptContact) -> None:
    """Let a contact go that was noted by mistake, and is taken back at once."""
    connection.execute(delete(touchpoint).where(touchpoint.c.id == kept.key))


def _columns(body: ContactBody) -> dict[str, object]:
    return {
        "on_day": body.day,
        "at_time": body.at,
        "channel": body.channel.value,
        "nature": body.nature.value,
        "direction": body.direction.value,
        "minutes": body.minutes,
        "one_to_one": body.one_to_one,
        "subject": body.subject,
        "project_id": body.project,
        "note": body.note,
    }


def _body(row: Row[tuple[object, ...]]) -> ContactBody:
    return ContactBody(
        day=row.on_day,
        at=row.at_time,
        channel=Channel(row.channel),
        nature=Nature(row.nature),
        direction=Direction(row.direction),
        minutes=row.minutes,
        one_to_one=row.one_to_one,
        subject=row.subject,
        project=row.project_id,
        note=row.note,
    )
