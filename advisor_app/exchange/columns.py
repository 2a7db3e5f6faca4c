"""What a file, and a column of it, is."""

from dataclasses import dataclass
from enum import StrEnum

from advisor_app.domain.bank_records import RECORD_TYPES


class Form(StrEnum):
    """How a cell is written."""

    REF = "ref"
    REFS = "refs"
    TEXT = "text"
    CODE = "code"
    DATE = "date"
    BIRTH = "birth"
    MOMENT = "moment"
    DATE_TIME = "date_time"
    TIME = "time"
    MONTH = "month"
    PARTIAL_DATE = "partial_date"
    WHOLE = "whole"
    DECIMAL = "decimal"
    LATITUDE = "latitude"
    LONGITUDE = "longitude"
    BOOLEAN = "boolean"
    CURRENCY = "currency"
    COUNTRY = "country"
    ZONE = "zone"
    PROJECT = "project"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name in the file, its form, and what a blank or absent cell means.

    `refers` is the table that a reference must be found in; `codes` a name of
    `exchange.vocabularies`; `low` and `high` bound whole numbers.
    """

    name: str
    form: Form = Form.TEXT
    required: bool = False
    default: str | int | bool | None = None
    refers: str | None = None
    codes: str | None = None
    low: int = 0
    high: int = 1_000_000


@dataclass(frozen=True, slots=True)
class Table:
    """One file: its columns, and those of them that say which row is meant."""

    name: str
    columns: tuple[Column, ...]
    identity: tuple[str, ...]

    @property
    def fields(self) -> tuple[str, ...]:
        """The record's fields, in the order of the columns."""
        known = RECORD_TYPES.get(self.name)
        return known._fields if known else tuple(column.name for column in self.columns)

    def index(self, name: str) -> int:
        """Where a column stands."""
        return next(i for i, column in enumerate(self.columns) if column.name == name)
