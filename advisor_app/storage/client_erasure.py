"""Erasing a client: every row about him goes, in one transaction; others keep what is theirs."""

from collections import Counter
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, delete, exists, select, update

from advisor_app.domain.keys import Key
from advisor_app.storage import facts
from advisor_app.storage.calendar_sync import leave_orphans
from advisor_app.storage.client_edits import ABOUT_CLIENTS
from advisor_app.storage.columns import is_postgresql
from advisor_app.storage.schema.calendar import appointment, attendee, commitment, follow_up
from advisor_app.storage.schema.clients import client, client_merge, household, member
from advisor_app.storage.schema.contacts import former_contact, further_advisor, touchpoint
from advisor_app.storage.schema.own_calendar import calendar_link
from advisor_app.storage.schema.projects import project, project_input
from advisor_app.storage.schema.record import document
from advisor_app.storage.schema.suggestions import suggestion, suggestion_answer
from advisor_app.storage.store import Store

# These may speak of a project of somebody else's in the household.
_SPEAK_OF_PROJECTS = (touchpoint, former_contact, appointment, suggestion)


def erase(connection: Connection, key: Key) -> tuple[Counter[str], set[Key]]:
    """Erase a client and the files merged into his: rows by table, and whose facts may change."""
    files = _files_of(connection, key)
    rows, touched = Counter[str](), set[Key]()
    for side in (client_merge.c.client_id, client_merge.c.other_id):
        _remove(connection, client_merge, side.in_(files), rows)
    for one in files:
        touched |= _erase_one(connection, one, rows)
    return rows, touched - set(files)


def _files_of(connection: Connection, key: Key) -> list[Key]:
    """A client's file and those merged into it, or into one of these."""
    files = [key]
    for one in files:
        others = select(client_merge.c.other_id).where(
            client_merge.c.client_id == one, client_merge.c.undone_utc.is_(None)
        )
        files += [other for other in connection.execute(others).scalars() if other not in files]
    return files


def fold_log(store: Store) -> None:
    """Take what was erased out of the write-ahead log too, where nobody reads it just now."""
    if not is_postgresql(store.engine.dialect):
        with store.engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")


def _erase_one(connection: Connection, key: Key, rows: Counter[str]) -> set[Key]:
    home = connection.execute(select(client.c.household_id).where(client.c.id == key)).scalar()
    touched = _let_go(connection, key)
    _erase_lone_appointments(connection, key, rows)
    for table, parent, column in (
        (further_advisor, touchpoint, "touchpoint_id"),
        (project_input, project, "project_id"),
        (suggestion_answer, suggestion, "suggestion_id"),
    ):
        theirs = select(parent.c.id).where(parent.c.client_id == key)
        _remove(connection, table, table.c[column].in_(theirs), rows)
    for table in reversed(ABOUT_CLIENTS):
        _remove(connection, table, table.c.client_id == key, rows)
    facts.forget(connection, [key])
    _remove(connection, client, client.c.id == key, rows)
    _leave_household(connection, home, rows)
    return touched


def _let_go(connection: Connection, key: Key) -> set[Key]:
    """Cut what others' rows say of this client's; the clients behind them are given back."""
    projects = select(project.c.id).where(project.c.client_id == key)
    contacts = select(touchpoint.c.id).where(touchpoint.c.client_id == key)
    suggestions = select(suggestion.c.id).where(suggestion.c.client_id == key)
    meetings = select(attendee.c.appointment_id).where(attendee.c.client_id == key)
    beside = [
        select(attendee.c.client_id).where(attendee.c.appointment_id.in_(meetings)),
        select(touchpoint.c.client_id).where(touchpoint.c.project_id.in_(projects)),
    ]
    touched = {one for query in beside for one in connection.execute(query).scalars()}
    for table in _SPEAK_OF_PROJECTS:
        speaks = table.c.project_id.in_(projects)
        connection.execute(update(table).where(speaks).values(project_id=None))
    _hand_on(connection, contacts)
    of_it = appointment.c.suggestion_id.in_(suggestions)
    connection.execute(update(appointment).where(of_it).values(suggestion_id=None))
    return touched


def _hand_on(connection: Connection, contacts: Select[Any]) -> None:
    """A meeting of several stays recorded as held by the contact of one who is still here."""
    its = touchpoint.alias("its")
    own = select(its.c.on_day, its.c.client_id).where(its.c.id == appointment.c.held_as)
    day = own.with_only_columns(its.c.on_day).scalar_subquery()
    whose = own.with_only_columns(its.c.client_id).scalar_subquery()
    another = (
        select(touchpoint.c.id)
        .join(attendee, attendee.c.client_id == touchpoint.c.client_id)
        .where(attendee.c.appointment_id == appointment.c.id)
        .where(touchpoint.c.on_day == day, touchpoint.c.client_id != whose)
        .where(touchpoint.c.advisor_id == appointment.c.advisor_id)
        .order_by(touchpoint.c.id)
        .limit(1)
        .scalar_subquery()
    )
    held = appointment.c.held_as.in_(contacts)
    connection.execute(update(appointment).where(held).values(held_as=another))


def _erase_lone_appointments(connection: Connection, key: Key, rows: Counter[str]) -> None:
    """An appointment to which nobody else comes goes whole, with what it owed and printed."""
    others = attendee.alias("others")
    company = exists().where(
        others.c.appointment_id == attendee.c.appointment_id, others.c.client_id != key
    )
    query = select(attendee.c.appointment_id).where(attendee.c.client_id == key, ~company)
    lone = list(connection.execute(query).scalars())
    # Promises outlive the meeting at which they were made.
    connection.execute(
        update(commitment).where(commitment.c.appointment_id.in_(lone)).values(appointment_id=None)
    )
    if orphans := leave_orphans(connection, lone):
        rows[calendar_link.name] += orphans
    for table in (follow_up, document, attendee):
        _remove(connection, table, table.c.appointment_id.in_(lone), rows)
    _remove(connection, appointment, appointment.c.id.in_(lone), rows)


def _leave_household(connection: Connection, home: Key | None, rows: Counter[str]) -> None:
    """A household without any client is nobody's: who is known of it goes too."""
    if home is None:
        return
    lived_in = exists().where(client.c.household_id == home)
    if not connection.execute(select(lived_in)).scalar():
        _remove(connection, member, member.c.household_id == home, rows)
        _remove(connection, household, household.c.id == home, rows)


def _remove(
    connection: Connection, table: Table, condition: ColumnElement[bool], rows: Counter[str]
) -> None:
    gone = connection.execute(delete(table).where(condition)).rowcount
    if gone:
        rows[table.name] += gone


def merged_into(connection: Connection, key: Key) -> Key | None:
    """The file that holds everything of one that was merged away."""
    query = select(client_merge.c.client_id).where(
        client_merge.c.other_id == key, client_merge.c.undone_utc.is_(None)
    )
    return connection.execute(query).scalar()


def reference_of_key(connection: Connection, key: Key) -> str:
    """The reference of a client whose key the store gave."""
    return str(connection.execute(select(client.c.ref).where(client.c.id == key)).scalar_one())
