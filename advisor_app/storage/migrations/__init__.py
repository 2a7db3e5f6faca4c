"""The store's schema, brought up to date at opening (ARCHITECTURE.md, decision 5)."""

import shutil
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from advisor_app.domain.errors import NewerStore, StoreLocked, StoreUnusable

HEAD = "0017"
FOLDER = Path(__file__).parent


def bring_up_to_date(engine: Engine, path: Path) -> None:
    """Migrate an older or empty store; NewerStore if a later program wrote it."""
    found = schema_version(engine)
    if found == HEAD:
        return
    if found is not None:
        check_version(found, path)
        copy_beside(engine, path, found)
    migrate(engine, path)


def check_version(found: str, path: Path) -> None:
    """Raise NewerStore if a later program wrote the store."""
    if found > HEAD:
        raise NewerStore(str(path), found)


def schema_version(engine: Engine) -> str | None:
    """The version that the store says it has; None in an empty one."""
    with engine.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def copy_beside(engine: Engine, path: Path, version: str) -> None:
    """Keep the file as it was, so that a failed migration costs nothing.

    Raises StoreLocked where another program reads it: its last writes would not be in the copy.
    """
    kept = path.with_name(f"{path.name}.before-{version}")
    half = kept.with_name(f"{kept.name}.half")
    with engine.connect() as connection:
        busy, *_ = connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").one()
    if busy:
        raise StoreLocked(str(path))
    engine.dispose()  # reading the file ourselves would end our connections' locks on it
    try:
        shutil.copy2(path, half)
        half.replace(kept)
    finally:
        half.unlink(missing_ok=True)


def migrate(engine: Engine, path: Path) -> None:
    """Run the missing migrations in one transaction, foreign keys off, then check them all."""
    with engine.connect() as connection:
        embedded = connection.dialect.name == "sqlite"
        if embedded:
            set_foreign_keys(connection, on=False)
        with connection.execution_options(writing=True).begin():
            run_migrations(connection)
            broken = connection.exec_driver_sql("PRAGMA foreign_key_check") if embedded else None
            if broken is not None and broken.first() is not None:
                raise StoreUnusable(str(path), "a migration broke a reference")
        if embedded:
            set_foreign_keys(connection, on=True)


def set_foreign_keys(connection: Connection, *, on: bool) -> None:
    """Outside a transaction, where alone SQLite heeds it."""
    driver = connection.connection.dbapi_connection
    assert driver is not None  # noqa: S101 an open connection has a driver's connection
    driver.cursor().execute(f"PRAGMA foreign_keys = {'ON' if on else 'OFF'}")


def run_migrations(connection: Connection) -> None:
    """Alembic's own part; imported late, because it costs a quarter of a second."""
    from alembic.config import Config
    from alembic.runtime.environment import EnvironmentContext
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    scripts = ScriptDirectory.from_config(config)
    with EnvironmentContext(
        config,
        scripts,
        fn=lambda revision, _context: scripts._upgrade_revs("head", revision),  # noqa: SLF001 Alembic offers no public way to run without an env.py
    ) as environment:
        environment.configure(connection=connection, transactional_ddl=False)
        environment.run_migrations()
