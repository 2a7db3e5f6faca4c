"""The same schema on the shared engine: a real PostgreSQL server."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from postgresql import find_programs, serve
from sqlalchemy import Engine, create_engine, text
from sqlalchemy.exc import DBAPIError

from advisor_app.domain.trail import Deed
from advisor_app.storage import trail
from advisor_app.storage.migrations import bring_up_to_date
from advisor_app.storage.schema import metadata


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
