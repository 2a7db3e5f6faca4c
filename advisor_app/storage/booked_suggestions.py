"""The suggestion that a booking answers."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Connection, insert, select

from advisor_app.domain.codes import Answer
from advisor_app.domain.keys import Key, new_key
from advisor_app.storage.schema.suggestions import suggestion, suggestion_answer

KEY_BYTES = 16


def find_suggestion(connection: Connection, clients: Sequence[Key], ref: str) -> Key | None:
    """A kept suggestion of one of the clients; its reference is its key in hexadecimal."""
    try:
        key = bytes.fromhex(ref)
    except ValueError:
        return None
    if len(key) != KEY_BYTES:
        return None
    query = select(suggestion.c.id).where(
        suggestion.c.id == Key(key), suggestion.c.client_id.in_(clients)
    )
    return connection.execute(query).scalar_one_or_none()


def answer_booked(connection: Connection, answered: Key, branch: Key, day: date) -> None:
    """Keep that a suggestion was booked."""
    connection.execute(
        insert(suggestion_answer).values(
            id=new_key(),
            branch_id=branch,
            suggestion_id=answered,
            answer=Answer.BOOKED.value,
            on_day=day,
        )
    )
