"""Small things that a store remembers, by name."""

from collections.abc import Sequence

from sqlalchemy import Connection, delete, insert, select

from advisor_app.storage.schema.record import setting


def read_setting(connection: Connection, name: str) -> str | None:
    """The value kept under a name; None where there is none."""
    return connection.execute(select(setting.c.value).where(setting.c.name == name)).scalar()


def write_setting(connection: Connection, name: str, value: str | None) -> None:
    """Keep a value under a name; None forgets it."""
    connection.execute(delete(setting).where(setting.c.name == name))
    if value is not None:
        connection.execute(insert(setting).values(name=name, value=value))


def forget_settings(connection: Connection, names: Sequence[str]) -> None:
    """Forget the values kept under some names."""
    connection.execute(delete(setting).where(setting.c.name.in_(names)))
