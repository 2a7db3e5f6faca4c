"""Suggestions that were kept, and what became of them."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, exists, insert, select, update

from advisor_app.domain.codes import Answer, ClientStatus, Kind, Title
from advisor_app.domain.keys import Key, new_key
from advisor_app.domain.suggestions.answers import AcceptedSuggestion, SuggestionAnswer
from advisor_app.domain.suggestions.suggestion import Named, Suggestion
from advisor_app.storage.schema.clients import client
from advisor_app.storage.schema.projects import project
from advisor_app.storage.schema.suggestions import suggestion, suggestion_answer

# So many keys stand in one statement; more go by turns.
AT_ONCE = 500


def keep(connection: Connection, made: Suggestion, advisor: Key, on: date, facts: str) -> Key:
    """Keep a suggestion as it was made, with the facts it stood on, as JSON."""
    key = new_key()
    about = select(project.c.id).where(project.c.ref == made.project)
    connection.execute(
        insert(suggestion).values(
            id=key,
            branch_id=_branch_of(connection, made.client),
            client_id=made.client,
            advisor_id=advisor,
            ritual=made.ritual,
            subject=made.subject,
            project_id=connection.execute(about).scalar() if made.project else None,
            made_on=on,
            from_day=made.from_day,
            until_day=made.until_day,
            facts=facts,
        )
    )
    return key


def write_answer(connection: Connection, kept: Key, answer: SuggestionAnswer) -> Key:
    """Put an answer beside a kept suggestion; the key takes it back."""
    key = new_key()
    branch = select(suggestion.c.branch_id).where(suggestion.c.id == kept)
    connection.execute(
        insert(suggestion_answer).values(
            id=key,
            branch_id=connection.execute(branch).scalar_one(),
            suggestion_id=kept,
            answer=answer.answer.value,
            on_day=answer.on,
            until_day=answer.until,
            reason=answer.reason.value if answer.reason else None,
        )
    )
    return key


def client_of(connection: Connection, kept: Key) -> Key:
    """Whom a kept suggestion is for."""
    its = select(suggestion.c.client_id).where(suggestion.c.id == kept)
    return Key(connection.execute(its).scalar_one())


def withdraw_answer(connection: Connection, answer: Key, on: date) -> Key:
    """Take an answer back, as if it had not been given; the client that it was about."""
    connection.execute(
        update(suggestion_answer).where(suggestion_answer.c.id == answer).values(withdrawn_on=on)
    )
    about = (
        select(suggestion.c.client_id)
        .join(suggestion_answer, suggestion_answer.c.suggestion_id == suggestion.c.id)
        .where(suggestion_answer.c.id == answer)
    )
    return Key(connection.execute(about).scalar_one())


def accepted_of(connection: Connection, advisor: Key) -> tuple[AcceptedSuggestion, ...]:
    """What an advisor accepted and gave no time yet, the longest waiting first."""
    made, told = suggestion.c, suggestion_answer.c
    query = (
        _waiting(made.advisor_id == advisor)
        .join(client, client.c.id == made.client_id)
        .outerjoin(project, project.c.id == made.project_id)
        .where(client.c.status == ClientStatus.ACTIVE.value)
        .add_columns(made.client_id, client.c.household_id, made.ritual, made.subject)
        .add_columns(project.c.ref, told.on_day)
        .order_by(told.on_day, told.id)
    )
    return tuple(AcceptedSuggestion(*row) for row in connection.execute(query))


def find_accepted(connection: Connection, met: Key, subject: str) -> Key | None:
    """What was accepted for a client about a subject, and waits for a time."""
    its = (suggestion.c.client_id == met) & (suggestion.c.subject == subject)
    row = connection.execute(_waiting(its).limit(1)).first()
    return None if row is None else row[0]


def _waiting(whose: ColumnElement[bool]) -> Select[Any]:
    """The keys of suggestions that were accepted and not booked since, and of the acceptances."""
    told = suggestion_answer.c
    return (
        select(suggestion.c.id, told.id)
        .select_from(suggestion)
        .join(suggestion_answer, told.suggestion_id == suggestion.c.id)
        .where(whose, told.answer == Answer.ACCEPTED.value, told.withdrawn_on.is_(None))
        .where(~is_booked())
    )


def is_booked() -> ColumnElement[bool]:
    """Whether the suggestion of a row was booked, and the appointment was not given up."""
    booked = suggestion_answer.alias("booked")
    return exists().where(
        booked.c.suggestion_id == suggestion.c.id,
        booked.c.answer == Answer.BOOKED.value,
        booked.c.withdrawn_on.is_(None),
    )


def withdraw_booked(connection: Connection, kept: Key, on: date) -> None:
    """Take back that a suggestion was booked, because the appointment was cancelled."""
    booked = (suggestion_answer.c.suggestion_id == kept) & (
        suggestion_answer.c.answer == Answer.BOOKED.value
    )
    standing = booked & suggestion_answer.c.withdrawn_on.is_(None)
    connection.execute(update(suggestion_answer).where(standing).values(withdrawn_on=on))


def restore_booked(connection: Connection, kept: Key, on: date) -> None:
    """A suggestion is booked again, because the cancellation of that day was taken back."""
    booked = (suggestion_answer.c.suggestion_id == kept) & (
        suggestion_answer.c.answer == Answer.BOOKED.value
    )
    withdrawn = booked & (suggestion_answer.c.withdrawn_on == on)
    connection.execute(update(suggestion_answer).where(withdrawn).values(withdrawn_on=None))


def read_named(connection: Connection, keys: Sequence[Key]) -> dict[Key, Named]:
    """How the clients of these keys are called, however many they are."""
    columns = client.c
    query = select(
        columns.id, columns.ref, columns.first_name, columns.last_name, columns.kind, columns.title
    )
    found: dict[Key, Named] = {}
    for start in range(0, len(keys), AT_ONCE):
        part = query.where(columns.id.in_(keys[start : start + AT_ONCE]))
        for key, ref, first, last, kind, title in connection.execute(part):
            name = " ".join(word for word in (first, last) if word) or ref
            found[key] = Named(ref, name, Kind(kind), Title(title) if title else None)
    return found


def _branch_of(connection: Connection, key: Key) -> Key:
    branch = select(client.c.branch_id).where(client.c.id == key)
    return Key(connection.execute(branch).scalar_one())
