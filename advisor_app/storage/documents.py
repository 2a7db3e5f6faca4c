"""The papers that left the printer: what, for whom, why; never their content."""

from datetime import date, datetime

from sqlalchemy import Connection, func, insert, select

from advisor_app.domain.keys import Key, new_key
from advisor_app.domain.papers import PaperKind, PaperOwner, PrintedPaper, paper_code
from advisor_app.storage.schema.record import document


def owner_of(connection: Connection, code: str) -> PaperOwner | None:
    """Whose code this is, or None while it is free."""
    row = connection.execute(select(document).where(document.c.code == code)).one_or_none()
    if row is None:
        return None
    return PaperOwner(PaperKind(row.kind), row.client_id, row.appointment_id, row.advisor_id)


def free_code(connection: Connection, owner: PaperOwner, day: date) -> str:
    """The owner's code of the day; the same again for the same paper, never another's."""
    parts = (owner.client, owner.appointment, owner.advisor)
    seed = b"|".join(
        [owner.kind.encode(), day.isoformat().encode(), *(part or b"" for part in parts)]
    )
    attempt = 0
    while owner_of(connection, code := paper_code(seed, attempt)) not in (None, owner):
        attempt += 1
    return code


def last_made(connection: Connection, kind: PaperKind, appointment: Key) -> int | None:
    """When a paper of a kind about an appointment last left the printer: seconds of the epoch."""
    query = select(func.max(document.c.made_utc)).where(
        document.c.kind == kind, document.c.appointment_id == appointment
    )
    return connection.execute(query).scalar()


def keep_document(connection: Connection, paper: PrintedPaper, now: datetime) -> None:
    """Remember a paper; the same paper printed again is remembered once."""
    if owner_of(connection, paper.code) is not None:
        return
    connection.execute(
        insert(document).values(
            id=new_key(),
            branch_id=paper.branch,
            kind=paper.owner.kind,
            code=paper.code,
            client_id=paper.owner.client,
            appointment_id=paper.owner.appointment,
            advisor_id=paper.owner.advisor,
            made_utc=int(now.timestamp()),
            purpose=paper.purpose,
            pages=paper.pages,
        )
    )
