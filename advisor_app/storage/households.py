"""Who is of a household: read, written by hand, and put back as it was."""

from collections.abc import Collection, Iterable
from typing import Any

from sqlalchemy import Connection, delete, insert, or_, select, update

from advisor_app.domain.codes import Link
from advisor_app.domain.households import HouseholdState, Membership
from advisor_app.domain.keys import Key, new_key, reference_of
from advisor_app.storage.schema.clients import client, household, member

_COLUMNS = {
    "key": member.c.id,
    "branch": member.c.branch_id,
    "household": member.c.household_id,
    "client": member.c.client_id,
    "first_name": member.c.first_name,
    "last_name": member.c.last_name,
    "birth_date": member.c.birth_date,
    "link": member.c.link,
    "may_know": member.c.may_know,
}


def home_of(connection: Connection, key: Key) -> Key | None:
    """The household of a client."""
    return connection.execute(select(client.c.household_id).where(client.c.id == key)).scalar()


def clients_of(connection: Connection, home: Key) -> list[tuple[Key, Key]]:
    """The clients of a household, the eldest first, each with his branch."""
    query = select(client.c.id, client.c.branch_id).where(client.c.household_id == home)
    rows = connection.execute(query.order_by(client.c.birth_date, client.c.ref))
    return [(key, branch) for key, branch in rows]


def members_of(connection: Connection, homes: Collection[Key]) -> list[Membership]:
    """Everybody who was entered as of some households."""
    query = select(*(column.label(name) for name, column in _COLUMNS.items()))
    rows = connection.execute(query.where(member.c.household_id.in_(homes))).mappings()
    return [Membership(**{**row, "link": Link(row["link"])}) for row in rows]


def find_member(connection: Connection, key: Key) -> Membership | None:
    """One of them."""
    home = select(member.c.household_id).where(member.c.id == key)
    found = connection.execute(home).scalar()
    members = [] if found is None else members_of(connection, [found])
    return next((one for one in members if one.key == key), None)


def make_household(connection: Connection) -> Key:
    """A household of which nobody is yet."""
    key = new_key()
    connection.execute(insert(household).values(id=key, ref=reference_of("H", key)))
    return key


def settle_client(connection: Connection, key: Key, home: Key | None) -> None:
    """Say where a client belongs."""
    connection.execute(update(client).where(client.c.id == key).values(household_id=home))


def add_member(connection: Connection, made: Membership) -> None:
    """Enter somebody."""
    connection.execute(insert(member).values(_row(made)))


def tie(connection: Connection, key: Key, link: Link) -> None:
    """Say how somebody is tied to the head of the household."""
    connection.execute(update(member).where(member.c.id == key).values(link=link.value))


def remove_member(connection: Connection, key: Key) -> None:
    """Take somebody out of the list."""
    connection.execute(delete(member).where(member.c.id == key))


def leave(connection: Connection, key: Key) -> None:
    """Take a client out of his household."""
    connection.execute(delete(member).where(member.c.client_id == key))
    settle_client(connection, key, None)


def state_of(
    connection: Connection, clients: Iterable[Key], homes: Iterable[Key]
) -> HouseholdState:
    """Where some clients belong, and who is of these households and of theirs."""
    found = tuple((key, home_of(connection, key)) for key in sorted(clients))
    around = set(homes) | {home for _, home in found if home is not None}
    return HouseholdState(found, frozenset(members_of(connection, around)))


def put_back(connection: Connection, before: HouseholdState, after: HouseholdState) -> None:
    """Make it as it was: rows that differ, and households that nobody is of any more."""
    gone = [one.key for one in after.members - before.members]
    connection.execute(delete(member).where(member.c.id.in_(gone)))
    for one in before.members - after.members:
        add_member(connection, one)
    for key, home in before.homes:
        settle_client(connection, key, home)
    was = {home for _, home in before.homes}
    for made in {home for _, home in after.homes if home is not None} - was:
        _drop_empty(connection, made)


def _drop_empty(connection: Connection, home: Key) -> None:
    lived_in = or_(
        select(client.c.id).where(client.c.household_id == home).exists(),
        select(member.c.id).where(member.c.household_id == home).exists(),
    )
    connection.execute(delete(household).where(household.c.id == home, ~lived_in))


def _row(one: Membership) -> dict[str, Any]:
    row = {column.name: getattr(one, name) for name, column in _COLUMNS.items()}
    return {**row, "link": one.link.value}
