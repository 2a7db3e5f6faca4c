"""The same schema on the shared engine: a real PostgreSQL server."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from postgresql import find_programs, serve
from sqlalchemy import Connection, Engine, create_engine, insert, select, text
from sqlalchemy.exc import DBAPIError

from advisor_app.demo.portfolio import demonstration
from advisor_app.domain.bank_import import ColumnBatch
from advisor_app.domain.bank_records import RECORD_TYPES
from advisor_app.domain.codes import Link
from advisor_app.domain.households import Membership
from advisor_app.domain.keys import Key, new_key
from advisor_app.domain.policy import STANDARD
from advisor_app.domain.portfolio import PortfolioQuestion
from advisor_app.domain.portfolio_index import PortfolioIndex
from advisor_app.domain.trail import Deed
from advisor_app.storage import client_merging, households, trail
from advisor_app.storage.client_copy import read_everything
from advisor_app.storage.client_edits import find_file, share_a_time
from advisor_app.storage.client_erasure import erase
from advisor_app.storage.facts import advance, differences, recompute
from advisor_app.storage.importing.bulk import in_bulk
from advisor_app.storage.importing.writer import BankWriter, Written
from advisor_app.storage.migrations import bring_up_to_date
from advisor_app.storage.organisation import find_advisor
from advisor_app.storage.portfolio import count_served, read_rows
from advisor_app.storage.portfolio_entries import Asking, read_entries
from advisor_app.storage.schema import metadata
from advisor_app.storage.schema.clients import client
from advisor_app.storage.schema.organisation import branch
from advisor_app.storage.schema.projects import contract
from advisor_app.storage.search import find_keys

DAY = date(2026, 4, 23)


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    programs = find_programs()
    if programs is None:
        pytest.skip("PostgreSQL's server is not installed here")
    with serve(programs) as url:
        made = create_engine(url)
        bring_up_to_date(made, Path("shared"))
        yield made
        made.dispose()


def test_migrations_lead_to_the_tables_of_the_code(engine: Engine) -> None:
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


def test_the_trail_only_grows(engine: Engine) -> None:
    with engine.begin() as connection:
        trail.append(connection, datetime.now(UTC), "A1", Deed("client opened", client=None))
    with engine.connect() as connection, pytest.raises(DBAPIError, match="only grows"):
        connection.execute(text("DELETE FROM audit_entry"))
    with engine.connect() as connection:
        assert trail.verify(connection) is None


@pytest.fixture(scope="module")
def home(engine: Engine) -> Key:
    """The home branch of the shared store, with an invented bank written to it."""
    key = new_key()
    with engine.begin() as connection:
        named = insert(branch).values(id=key, ref="HOME", name="Home", zone="Europe/Paris")
        connection.execute(named)
        assert {(one.changed, one.unchanged) for one in import_all(connection, key)} == {(0, 0)}
    return key


def test_the_same_import_twice_changes_nothing(engine: Engine, home: Key) -> None:
    with engine.begin() as connection:
        assert {(one.new, one.changed) for one in import_all(connection, home)} == {(0, 0)}
        assert differences(connection) == []


def test_an_import_changes_what_a_file_says_anew(engine: Engine, home: Key) -> None:
    with engine.connect() as connection:
        known = connection.execute(select(contract).order_by(contract.c.ref).limit(1)).one()
        owner = select(client.c.ref).where(client.c.id == known.client_id)
        told = {name: [None] for name in RECORD_TYPES["contracts"]._fields}
        row = {
            "ref": [known.ref],
            "client": [connection.execute(owner).scalar_one()],
            "family": [known.family],
            "opened_on": ["2020-01-31"],
            "amount": ["1234.50"],
        }
        writer = BankWriter(connection, home, "Europe/Paris", DAY)
        batch = ColumnBatch("contracts", frozenset(row), list({**told, **row}.values()))
        assert writer.write(batch).changed == 1
        found = connection.execute(select(contract).where(contract.c.id == known.id)).one()
        connection.rollback()
    assert (found.opened_on, found.amount) == (date(2020, 1, 31), Decimal("1234.5"))
    assert found.currency == known.currency


def test_a_portfolio_is_read_found_and_shown(engine: Engine, home: Key) -> None:
    assert home
    now = datetime(2026, 4, 23, 10, 18, tzinfo=UTC)
    with engine.connect() as connection:
        claire = find_advisor(connection, "A01")
        assert claire is not None
        asking = Asking(claire.key, now, STANDARD)
        entries = read_entries(connection, asking)
        found = PortfolioIndex(entries).find(PortfolioQuestion(words="four jul"), {})
        rows = read_rows(connection, asking, list(found.keys))
        assert sum(len(one.clients) for one in entries) == count_served(connection, asking)
        assert find_keys(connection, "fournier jul", 5) == list(found.keys)
    assert [person.name for row in rows for person in row.clients] == [
        "Camille Fournier",
        "Julien Fournier",
    ]
    assert rows[0].thread.months


def import_all(connection: Connection, home: Key) -> list[Written]:
    """Write the demonstration, as an import of its files does."""
    with in_bulk(connection):
        writer = BankWriter(connection, home, "Europe/Paris", DAY)
        written = [writer.write(batch) for batch in demonstration_batches()]
        writer.finish()
        advance(connection, DAY)
        recompute(connection, None)
    return written


def demonstration_batches() -> Iterator[ColumnBatch]:
    for table, records in demonstration(60):
        rows = list(records)
        if rows:
            columns = list(zip(*rows, strict=True))
            yield ColumnBatch(table, frozenset(RECORD_TYPES[table]._fields), columns)


def test_a_household_is_changed_and_put_back(engine: Engine, home: Key) -> None:
    assert home
    with engine.connect() as connection:  # and rolled back: others read the same bank
        refs = connection.execute(select(client.c.ref).order_by(client.c.ref).limit(2)).scalars()
        one, two = (found for ref in refs if (found := find_file(connection, ref)))
        before = households.state_of(connection, [one.key, two.key], [])
        made = households.make_household(connection)
        for file in (one, two):
            households.leave(connection, file.key)
            households.settle_client(connection, file.key, made)
        assert [key for key, _ in households.clients_of(connection, made)] != []
        names = ("Zoé", None, date(2020, 3, 1))
        child = Membership(
            new_key(), one.branch, made, None, *names, link=Link.CHILD, may_know=False
        )
        households.add_member(connection, child)
        households.tie(connection, child.key, Link.OTHER)
        assert households.find_member(connection, child.key) == replace(child, link=Link.OTHER)
        homes = {each.household for each in before.members}
        after = households.state_of(connection, [one.key, two.key], homes)
        households.put_back(connection, before, after)
        assert households.state_of(connection, [one.key, two.key], []) == before
        connection.rollback()


def test_files_are_merged_parted_copied_and_erased(engine: Engine, home: Key) -> None:
    assert home
    with engine.connect() as connection:  # and rolled back: others read the same bank
        refs = connection.execute(select(client.c.ref).order_by(client.c.ref).limit(3)).scalars()
        one, two, three = (found for ref in refs if (found := find_file(connection, ref)))
        before = read_everything(connection, two.key)
        moves: dict[str, Any] = {**client_merging.move_all(connection, one, two)}
        moves["kept"] = client_merging.fill_file(connection, one, two)
        moves["other"] = client_merging.empty_file(connection, two)
        key = new_key()
        ids = {"branch_id": one.branch, "client_id": one.key, "other_id": two.key}
        client_merging.keep_merge(connection, {"id": key, **ids, "made_utc": 0}, moves)
        recompute(connection, [one.key, two.key])
        assert differences(connection) == []
        assert share_a_time(connection, one.key, three.key) is False
        merge = client_merging.find_merge(connection, key)
        assert merge is not None
        assert client_merging.newer_merge(connection, merge) is None
        assert client_merging.count_noted(connection, [one.key, two.key])
        client_merging.move_back(connection, merge, two)
        client_merging.mark_undone(connection, key, 0)
        after = read_everything(connection, two.key)
        assert {name: len(rows) for name, rows in after.items()} == {
            name: len(rows) for name, rows in before.items()
        }
        for found in (one, three):
            recompute(connection, erase(connection, found.key)[1])
            assert find_file(connection, found.ref) is None
        assert find_file(connection, two.ref) == two
        assert differences(connection) == []
