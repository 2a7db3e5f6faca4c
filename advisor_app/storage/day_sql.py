"""The few things about days that SQLite and PostgreSQL say in different words."""

from typing import Any

from sqlalchemy import Date
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

NEVER = "'9999-12-31'"


class day_before(FunctionElement[Any]):  # noqa: N801 reads as the function that it is in SQL
    """The eve of a day."""

    type = Date()
    inherit_cache = True


class day_after(FunctionElement[Any]):  # noqa: N801 same
    """The morrow of a day."""

    type = Date()
    inherit_cache = True


class as_day(FunctionElement[Any]):  # noqa: N801 same
    """A day out of its ISO text; nothing out of an empty text."""

    type = Date()
    inherit_cache = True


class earliest(FunctionElement[Any]):  # noqa: N801 same
    """The earliest of several days that may be unknown."""

    type = Date()
    inherit_cache = True


class plain_day(FunctionElement[Any]):  # noqa: N801 same
    """A day to be compared as it lies.

    SQLite holds a DATE column to be a number that may lie as text, and tries at each comparison
    whether its text is one, longer than it compares. An index is not used.
    """

    type = Date()
    inherit_cache = True


@compiles(day_before, "sqlite")
def _eve_sqlite(element: day_before, compiler: SQLCompiler, **how: Any) -> str:
    return f"date({compiler.process(element.clauses, **how)}, '-1 day')"


@compiles(day_before)
def _eve(element: day_before, compiler: SQLCompiler, **how: Any) -> str:
    return f"({compiler.process(element.clauses, **how)} - 1)"


@compiles(day_after, "sqlite")
def _morrow_sqlite(element: day_after, compiler: SQLCompiler, **how: Any) -> str:
    return f"date({compiler.process(element.clauses, **how)}, '+1 day')"


@compiles(day_after)
def _morrow(element: day_after, compiler: SQLCompiler, **how: Any) -> str:
    return f"({compiler.process(element.clauses, **how)} + 1)"


@compiles(as_day, "sqlite")
def _as_day_sqlite(element: as_day, compiler: SQLCompiler, **how: Any) -> str:
    return f"nullif({compiler.process(element.clauses, **how)}, '')"


@compiles(as_day)
def _as_day(element: as_day, compiler: SQLCompiler, **how: Any) -> str:
    return f"CAST(nullif({compiler.process(element.clauses, **how)}, '') AS DATE)"


@compiles(earliest, "sqlite")
def _earliest_sqlite(element: earliest, compiler: SQLCompiler, **how: Any) -> str:
    days = (f"ifnull({compiler.process(day, **how)}, {NEVER})" for day in element.clauses)
    return f"nullif(min({', '.join(days)}), {NEVER})"


@compiles(earliest)
def _earliest(element: earliest, compiler: SQLCompiler, **how: Any) -> str:
    return f"least({compiler.process(element.clauses, **how)})"


@compiles(plain_day, "sqlite")
def _plain_day_sqlite(element: plain_day, compiler: SQLCompiler, **how: Any) -> str:
    return f"+{compiler.process(element.clauses, **how)}"


@compiles(plain_day)
def _plain_day(element: plain_day, compiler: SQLCompiler, **how: Any) -> str:
    return compiler.process(element.clauses, **how)
