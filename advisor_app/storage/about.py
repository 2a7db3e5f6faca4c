"""What keeps the store: the engine, its cipher, and the schema's version."""

from sqlalchemy import Connection, text


def engine_version(connection: Connection) -> str:
    """The engine's name and version."""
    name = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}.get(connection.dialect.name, "")
    numbers = connection.dialect.server_version_info or ()
    return f"{name} {'.'.join(str(number) for number in numbers)}".strip()


def cipher_version(connection: Connection) -> str:
    """The version of the file's encryption; empty on an engine that has none of its own."""
    if connection.dialect.name != "sqlite":
        return ""
    return str(connection.exec_driver_sql("PRAGMA cipher_version").scalar() or "")


def schema_version(connection: Connection) -> str:
    """The number of the newest migration of this store."""
    return str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar() or "")
