"""Reading is cut short from another thread; what writes never is, and the store stays whole."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import pytest
from postgresql import find_programs, serve
from sqlalchemy import Engine, create_engine, select, text
from sqlalchemy.exc import DBAPIError

from advisor_app.storage.facts import facts_of
from advisor_app.storage.reads import Reads
from advisor_app.storage.settings import read_setting, write_setting
from advisor_app.storage.store import Store

COUNT = (
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {last})"
    " SELECT count(*) FROM n"
)
# A day of counting, on whatever machine.
ENDLESS = text(COUNT.format(last=10**12))
SOON_DONE = text(COUNT.format(last=300_000))
DAY = date(2026, 4, 23)


@contextmanager
def cutting(reads: Reads) -> Iterator[None]:
    """Cut whatever is read, again and again, on a thread of its own."""
    over = threading.Event()

    def cut() -> None:
        while not over.wait(0.005):
            reads.cut_short()

    thread = threading.Thread(target=cut)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def count_for_ever(store: Store) -> None:
    with store.reading() as transaction:
        transaction.execute(ENDLESS)


def fill_a_table(store: Store) -> None:
    with store.reading() as transaction:
        transaction.execute(text("CREATE TEMPORARY TABLE aside (i INTEGER)"))
        transaction.execute(text(f"INSERT INTO aside {ENDLESS}"))


def fill_beside_facts(store: Store) -> None:
    with store.reading() as transaction, facts_of(transaction, DAY, ()):
        transaction.execute(ENDLESS)


def count_at(engine: Engine, reads: Reads) -> None:
    with engine.begin() as connection, reads.of(connection):
        connection.execute(ENDLESS)


def test_a_statement_without_end_is_cut_and_the_store_reads_again(store: Store) -> None:
    with cutting(store.reads), pytest.raises(DBAPIError, match="interrupted"):
        count_for_ever(store)
    with store.reading() as transaction:
        assert transaction.execute(text("SELECT 1")).scalar_one() == 1


def test_what_was_put_beside_the_store_goes_with_the_reading_that_is_cut(store: Store) -> None:
    for fill in (fill_a_table, fill_beside_facts):
        with cutting(store.reads), pytest.raises(DBAPIError):
            fill(store)
    with store.reading() as transaction:
        transaction.execute(text("CREATE TEMPORARY TABLE aside (i INTEGER)"))
        with facts_of(transaction, DAY, ()) as then:
            assert not transaction.execute(select(then.facts)).all()


def test_a_write_is_never_cut(store: Store) -> None:
    with cutting(store.reads), store.writing() as transaction:
        write_setting(transaction, "before", "1")
        assert transaction.execute(SOON_DONE).scalar_one() == 300_000
        write_setting(transaction, "after", "1")
    with store.reading() as transaction:
        kept = [read_setting(transaction, name) for name in ("before", "after")]
    assert kept == ["1", "1"]


def test_nothing_is_cut_where_nothing_is_read(store: Store) -> None:
    with store.reading() as transaction:
        connection = transaction.connection.driver_connection
    store.reads.cut_short()
    assert connection is not None
    connection.execute("BEGIN")
    assert connection.execute(str(SOON_DONE)).fetchall() == [(300_000,)]
    connection.execute("ROLLBACK")


def test_a_server_ends_the_statement_that_is_cut() -> None:
    programs = find_programs()
    if programs is None:
        pytest.skip("no PostgreSQL server is installed")
    with serve(programs) as url:
        engine, reads = create_engine(url), Reads()
        with cutting(reads), pytest.raises(DBAPIError, match="user request"):
            count_at(engine, reads)
        with engine.begin() as connection:
            assert connection.execute(text("SELECT 1")).scalar_one() == 1
        engine.dispose()
