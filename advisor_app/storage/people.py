"""Clients as people, and households as groups of clients."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, bindparam, case, func, or_, select

from advisor_app.domain.client_page import HouseholdPerson
from advisor_app.domain.codes import Kind, Link, Title
from advisor_app.domain.keys import Key
from advisor_app.domain.people import Person
from advisor_app.storage.schema.clients import client, member

# The head first, then who decides with him.
_ORDER = case({link.value: place for place, link in enumerate(Link)}, value=member.c.link, else_=9)
_COLUMNS = (
    client.c.id,
    client.c.ref,
    client.c.first_name,
    client.c.last_name,
    client.c.kind,
    client.c.title,
    client.c.birth_date,
)
# Made once: it is asked at every key of a search, and SQLAlchemy takes longer to tell that two
# statements are alike than SQLite to answer.
_BY_KEYS = (
    select(*_COLUMNS)
    .outerjoin(member, member.c.client_id == client.c.id)
    .where(client.c.id.in_(bindparam("keys", expanding=True)))
    .order_by(_ORDER, client.c.birth_date, client.c.ref)
)

# So many keys more or less make the same statement, which SQLite has prepared already.
_KEYS_AT_ONCE = 32
_KINDS = {kind.value: kind for kind in Kind}
_TITLES: dict[str | None, Title | None] = {None: None, **{title.value: title for title in Title}}


def row_key() -> ColumnElement[Key]:
    """What a row of a list stands for: the household, else the client alone."""
    return func.coalesce(client.c.household_id, client.c.id)


def of_rows(keys: Collection[Key]) -> ColumnElement[bool]:
    """The clients behind some rows' keys; each half has its index, which `row_key` has not."""
    return or_(client.c.household_id.in_(keys), client.c.id.in_(keys))


def read_groups(connection: Connection, keys: Collection[Key]) -> dict[Key, list[Person]]:
    """The clients behind each row's key, the head of the household first, then by age."""
    query = (
        select(row_key(), *_COLUMNS)
        .outerjoin(member, member.c.client_id == client.c.id)
        .where(of_rows(keys))
        .order_by(_ORDER, client.c.birth_date, client.c.ref)
    )
    found: dict[Key, dict[Key, Person]] = defaultdict(dict)
    for key, *columns in connection.execute(query):
        person = _person(columns)
        if person.key is not None:
            found[key][person.key] = person
    return {key: list(people.values()) for key, people in found.items()}


def read_people(
    connection: Connection, groups: Mapping[Key, Collection[Key]]
) -> dict[Key, list[Person]]:
    """As `read_groups`, of clients who are known already: by their own keys alone."""
    of = {one: key for key, clients in groups.items() for one in clients}
    found: dict[Key, dict[Key, Person]] = defaultdict(dict)
    keys = list(of)
    keys += keys[-1:] * (-len(keys) % _KEYS_AT_ONCE)
    for columns in connection.execute(_BY_KEYS, {"keys": keys}):
        person = _person(columns)
        if person.key is not None:
            found[of[person.key]][person.key] = person
    return {key: list(people.values()) for key, people in found.items()}


def rows_of_clients(connection: Connection, clients: Collection[Key]) -> dict[Key, Key]:
    """The key of the row in which each client stands; without those who are no more."""
    query = select(client.c.id, row_key()).where(client.c.id.in_(clients))
    return dict(connection.execute(query).all())


def group_of(connection: Connection, client_key: Key) -> Key:
    """The key of the row that a client stands in; the key itself where it is a household's."""
    query = select(row_key()).where(client.c.id == client_key)
    return connection.execute(query).scalar() or client_key


def group_of_ref(connection: Connection, ref: str) -> Key | None:
    """The key of the row of a client's reference."""
    return connection.execute(select(row_key()).where(client.c.ref == ref)).scalar()


def read_household(
    connection: Connection, key: Key, clients: Sequence[Person]
) -> tuple[HouseholdPerson, ...]:
    """Everybody of a household, clients or not; a client alone is his own household."""
    query = (
        select(member, *(column.label(f"own_{column.name}") for column in _COLUMNS))
        .outerjoin(client, client.c.id == member.c.client_id)
        .where(member.c.household_id == key)
        .order_by(_ORDER, func.coalesce(client.c.birth_date, member.c.birth_date))
    )
    people = []
    for row in connection.execute(query).mappings():
        own = [row[f"own_{column.name}"] for column in _COLUMNS]
        person = (
            _person(own)
            if own[0] is not None
            else Person(
                None,
                None,
                row["first_name"],
                row["last_name"],
                birth_date=row["birth_date"],
            )
        )
        people.append(HouseholdPerson(person, Link(row["link"])))
    return tuple(people) or tuple(HouseholdPerson(one, Link.SELF) for one in clients)


def _person(columns: Sequence[Any]) -> Person:
    key, ref, first, last, kind, title, birth = columns
    return Person(key, ref, first, last, _KINDS[kind], _TITLES[title or None], birth)
