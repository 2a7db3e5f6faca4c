"""How our values lie in columns, on SQLite and on PostgreSQL alike."""

from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import LargeBinary, Numeric, String, Uuid
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator, TypeEngine

from advisor_app.domain.keys import Key

DIGITS = 18
DECIMALS = 6


class KeyColumn(TypeDecorator[Key]):
    """A key: 16 bytes on SQLite, a native uuid on PostgreSQL."""

    impl = LargeBinary(16)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Choose the column by the engine."""
        return dialect.type_descriptor(Uuid() if is_postgresql(dialect) else LargeBinary(16))

    def process_bind_param(self, value: Key | None, dialect: Dialect) -> Any:
        """Give PostgreSQL a UUID."""
        return UUID(bytes=value) if value is not None and is_postgresql(dialect) else value

    def result_processor(self, dialect: Dialect, coltype: object) -> Any:
        """Give the program bytes; SQLite's are right as they come, and a bank has many."""
        del coltype
        return _bytes_of_uuid if is_postgresql(dialect) else None


class DecimalColumn(TypeDecorator[Decimal]):
    """An exact decimal: SQLite has none, so its text; never a float."""

    impl = String(32)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Choose the column by the engine."""
        numeric = Numeric(DIGITS, DECIMALS)
        return dialect.type_descriptor(numeric if is_postgresql(dialect) else String(32))

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> Any:
        """Give SQLite text."""
        return value if value is None or is_postgresql(dialect) else f"{value:f}"

    def process_result_value(self, value: Any, dialect: Dialect) -> Decimal | None:
        """Give the program a Decimal without PostgreSQL's trailing zeros."""
        if value is None:
            return None
        return Decimal(value).normalize() + 0 if is_postgresql(dialect) else Decimal(value)


def is_postgresql(dialect: Dialect) -> bool:
    """Tell the shared engine from the embedded one."""
    return dialect.name == "postgresql"


def _bytes_of_uuid(value: UUID | None) -> Key | None:
    return None if value is None else Key(value.bytes)
