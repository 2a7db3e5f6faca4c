"""Large statements as text, compiled once.

Minding sixty constants in each execution costs SQLAlchemy more than the execution costs the
database. So a statement that every write runs is compiled with its constants inside, and keeps two
parameters: `DAY` and `CLIENTS`.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import (
    BindParameter,
    ClauseElement,
    ColumnElement,
    Connection,
    Date,
    Dialect,
    TextClause,
    and_,
    bindparam,
    literal_column,
    text,
)

from advisor_app.domain.keys import Key
from advisor_app.storage.columns import KeyColumn

DAY: ColumnElement[Any] = literal_column(":day", Date)
CLIENTS: ColumnElement[Any] = literal_column(":clients")
_PARAMETERS: dict[str, BindParameter[Any]] = {
    "day": bindparam("day", type_=Date),
    "clients": bindparam("clients", type_=KeyColumn, expanding=True),
}


def frozen(statement: ClauseElement, dialect: Dialect) -> TextClause:
    """The statement as text; to be executed with `day`, `clients` or both, as it uses them."""
    written = str(statement.compile(dialect=dialect, compile_kwargs={"literal_binds": True}))
    used = [one for name, one in _PARAMETERS.items() if f":{name}" in written]
    return text(written).bindparams(*used)


def only_of(column: ColumnElement[Any], *, some: bool) -> ColumnElement[bool]:
    """The condition that a key is among the clients; none where everybody is meant."""
    return column.op("IN")(CLIENTS) if some else and_(True)  # noqa: FBT003 SQL's own TRUE


def execute_for_one(
    connection: Connection, statements: Iterable[TextClause], day: date, client: Key
) -> None:
    """Run frozen statements for one client, as every single write does.

    On the embedded engine they go straight to the driver, past half a millisecond of preparation.
    """
    if connection.dialect.name != "sqlite":
        for statement in statements:
            connection.execute(statement, {"day": day, "clients": [client]})
        return
    for statement in statements:
        written = statement.text.replace(":clients", "(:client)")
        connection.exec_driver_sql(written, {"day": day.isoformat(), "client": client})
