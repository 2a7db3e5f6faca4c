"""The rows that a portfolio's list shows, and how many clients it is about."""

from collections.abc import Sequence

from sqlalchemy import Connection, func, select

from advisor_app.domain.codes import ClientStatus
from advisor_app.domain.keys import Key
from advisor_app.domain.months import less_months
from advisor_app.domain.portfolio import PortfolioEntry, PortfolioRow
from advisor_app.domain.thread import ThreadData
from advisor_app.storage.people import read_people
from advisor_app.storage.portfolio_entries import Asking, read_entries
from advisor_app.storage.presence import Scope, tables_for
from advisor_app.storage.schema.clients import client
from advisor_app.storage.thread import Window, read_threads

# A year of the thread, and the month in which it began.
_THREAD_MONTHS = 12


def count_served(connection: Connection, asking: Asking) -> int:
    """How many clients the advisor serves, without closed files and who objects to being counted."""
    with tables_for(connection, asking.today, Scope(advisor=asking.advisor)) as tables:
        served = (
            select(func.count())
            .select_from(client)
            .join(tables.facts, tables.facts.c.client_id == client.c.id)
            .where(
                tables.facts.c.advisor_id == asking.advisor,
                client.c.status == ClientStatus.ACTIVE.value,
                ~client.c.no_profile,
            )
        )
        return connection.execute(served).scalar_one()


def read_rows(
    connection: Connection, asking: Asking, keys: Sequence[Key]
) -> tuple[PortfolioRow, ...]:
    """The rows of some keys, in their order; keys of nobody served are left out."""
    entries = {entry.key: entry for entry in read_entries(connection, asking, keys)}
    return rows_of(connection, asking, [entries[key] for key in keys if key in entries])


def rows_of(
    connection: Connection,
    asking: Asking,
    entries: Sequence[PortfolioEntry],
    *,
    threads: bool = True,
) -> tuple[PortfolioRow, ...]:
    """The rows of some entries, in their order; with empty threads, sooner."""
    if not entries:
        return ()
    clients = {one.key: one.clients for one in entries}
    groups = read_people(connection, clients)
    first = less_months(asking.today.replace(day=1), _THREAD_MONTHS)
    window = Window(asking.now, first, asking.advisor)
    read = read_threads(connection, clients, window) if threads else {}
    empty = ThreadData(first, asking.today)
    return tuple(
        PortfolioRow(
            key=one.key,
            clients=tuple(groups[one.key]),
            state=one.state,
            not_introduced=one.not_introduced,
            last_meeting=one.last_meeting,
            last_digital=one.last_digital,
            projects=one.projects,
            appointment=one.appointment.start if one.appointment else None,
            town=one.town,
            since=one.since,
            thread=read.get(one.key, empty),
            segments=one.segments,
            phone=one.phone,
        )
        for one in entries
        if one.key in groups
    )
