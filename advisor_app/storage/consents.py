"""What clients agree to, day by day, and who of a household may know."""

from datetime import date

from sqlalchemy import Connection, delete, insert, select, update

from advisor_app.domain.client_page import ConsentLine
from advisor_app.domain.codes import ConsentUse
from advisor_app.domain.keys import Key, new_key
from advisor_app.storage.parties import MetClient
from advisor_app.storage.schema.clients import client, consent, member


def find_consent(connection: Connection, of: Key, use: ConsentUse, on: date) -> ConsentLine | None:
    """A client's word on a use, given on that very day."""
    query = select(consent).where(
        consent.c.client_id == of, consent.c.use == use.value, consent.c.on_day == on
    )
    row = connection.execute(query).one_or_none()
    return None if row is None else ConsentLine(use, row.given, row.on_day, row.source)


def write_consent(connection: Connection, of: MetClient, line: ConsentLine) -> None:
    """Keep a word; the last one of a day counts."""
    forget_consent(connection, of.key, line.use, line.on)
    connection.execute(
        insert(consent).values(
            id=new_key(),
            branch_id=of.branch,
            client_id=of.key,
            use=line.use.value,
            given=line.given,
            on_day=line.on,
            source=line.source,
        )
    )


def forget_consent(connection: Connection, of: Key, use: ConsentUse, on: date) -> None:
    """Take back a word of that day."""
    connection.execute(
        delete(consent).where(
            consent.c.client_id == of, consent.c.use == use.value, consent.c.on_day == on
        )
    )


def write_preferences(
    connection: Connection, of: Key, channel: str | None, time: str | None
) -> tuple[str | None, str | None]:
    """Change how and when a client prefers to be met; what stood before is given back."""
    mine = client.c.id == of
    query = select(client.c.preferred_channel, client.c.preferred_time).where(mine)
    before = connection.execute(query).one()
    connection.execute(
        update(client).where(mine).values(preferred_channel=channel, preferred_time=time)
    )
    return before[0], before[1]


def let_know(connection: Connection, of: Key, *, may: bool) -> tuple[bool, Key | None]:
    """Say whether a member of a household may know.

    Gives back whether he might before, and the client behind him, where he is one.
    """
    his = select(member.c.may_know, member.c.client_id).where(member.c.id == of)
    before, whom = connection.execute(his).one()
    connection.execute(update(member).where(member.c.id == of).values(may_know=may))
    return before, whom
