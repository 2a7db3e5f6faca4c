"""Reads a profile: how somebody else's files become ours (FORMAT.md, "A profile")."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import Any, TypeAlias

from advisor_app.domain.bank_import import ProfileFault, WrongProfile
from advisor_app.exchange.tables import TABLES
from advisor_app.resources import resource_folder

SKIP = "skip"
PARTS = ("day", "month", "year")
_BLOCK_KEYS = frozenset({"path", "delimiter", "encoding", "date_format", "where", "columns"})
_Fault = ProfileFault


@dataclass(frozen=True, slots=True)
class Renamed:
    """A column of theirs as it is."""

    column: str


@dataclass(frozen=True, slots=True)
class Joined:
    """Several columns of theirs with a text between them."""

    columns: tuple[str, ...]
    between: str


@dataclass(frozen=True, slots=True)
class Mapped:
    """A column of theirs through a table; `default` None refuses what is outside it."""

    column: str
    values: Mapping[str, str]
    default: str | None


@dataclass(frozen=True, slots=True)
class Constant:
    """The same text in every row."""

    value: str


@dataclass(frozen=True, slots=True)
class RowText:
    """A text with the row's number in the place of `{}`; the first row of data is 1."""

    template: str


@dataclass(frozen=True, slots=True)
class DateParts:
    """A day put together from day, month and year: a column of theirs each, or a constant."""

    parts: tuple[str | int, str | int, str | int]


Made: TypeAlias = Renamed | Joined | Mapped | Constant | RowText | DateParts


@dataclass(frozen=True, slots=True)
class Block:
    """One table of ours from the files that match `path`."""

    table: str
    path: str
    delimiter: str | None
    encoding: str | None
    date_format: str | None
    where: Mapping[str, frozenset[str]]
    columns: Mapping[str, Made]


@dataclass(frozen=True, slots=True)
class Profile:
    """A whole profile; the blocks stand in the order in which references point backwards."""

    name: str
    blocks: tuple[Block, ...]


def shipped_profile(profile: Path) -> Path:
    """The profile itself, or the shipped one of this name where there is no such file."""
    shipped = resource_folder() / "profiles" / f"{profile.name}.toml"
    return shipped if not profile.exists() and shipped.is_file() else profile


def read_profile(path: Path) -> Profile:
    """Read and check a profile; WrongProfile says what is wrong with it."""
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError:
        raise WrongProfile(path.name, _Fault.MISSING) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise WrongProfile(path.name, _Fault.NOT_TOML, facts={"name": str(error)}) from None
    return _Reader(path.name).profile(told)


class _Reader:
    """Checks one profile, and names it in every complaint."""

    def __init__(self, profile: str) -> None:
        self._profile = profile
        self._block: str | None = None

    def profile(self, told: dict[str, Any]) -> Profile:
        """The whole profile."""
        self._only(told, {"name", "files"})
        files = told.get("files")
        if not isinstance(files, dict) or not files:
            raise self._wrong(_Fault.NO_FILES)
        unknown = next((name for name in files if name not in TABLES), None)
        if unknown:
            raise self._wrong(_Fault.UNKNOWN_TABLE, unknown)
        blocks = tuple(
            self._one_block(table, one)
            for table in TABLES
            for one in self._list(files.get(table, []))
        )
        if not blocks:
            raise self._wrong(_Fault.NO_FILES)
        return Profile(str(told.get("name", self._profile)), blocks)

    def _list(self, told: Any) -> list[Any]:
        return told if isinstance(told, list) else [told]

    def _one_block(self, table: str, told: Any) -> Block:
        self._block = table
        if not isinstance(told, dict):
            raise self._wrong(_Fault.NO_PATH)
        self._only(told, _BLOCK_KEYS)
        return Block(
            table,
            self._path(told.get("path")),
            self._delimiter(told.get("delimiter")),
            self._encoding(told.get("encoding")),
            self._date_format(told.get("date_format")),
            self._where(told.get("where", {})),
            self._columns(table, told.get("columns")),
        )

    def _path(self, told: Any) -> str:
        if not isinstance(told, str) or not told.strip():
            raise self._wrong(_Fault.NO_PATH)
        path = PurePosixPath(told)
        if path.is_absolute() or ".." in path.parts or "\\" in told or ":" in told:
            raise self._wrong(_Fault.PATH_OUTSIDE, told)
        return told

    def _delimiter(self, told: Any) -> str | None:
        if told is None:
            return None
        if not isinstance(told, str) or len(told) != 1 or told in '"\r\n\0 ':
            raise self._wrong(_Fault.BAD_DELIMITER, told)
        return told

    def _encoding(self, told: Any) -> str | None:
        if told is None:
            return None
        try:
            "".encode(str(told))
        except (LookupError, ValueError):
            raise self._wrong(_Fault.BAD_ENCODING, told) from None
        return str(told)

    def _date_format(self, told: Any) -> str | None:
        if told is None:
            return None
        day = datetime(2001, 11, 23)  # noqa: DTZ001 any day will do
        try:
            if datetime.strptime(day.strftime(str(told)), str(told)) == day:  # noqa: DTZ007 same
                return str(told)
        except (ValueError, re.error):
            pass
        raise self._wrong(_Fault.BAD_DATE_FORMAT, told)

    def _where(self, told: Any) -> Mapping[str, frozenset[str]]:
        if not isinstance(told, dict):
            raise self._wrong(_Fault.BAD_WHERE, told)
        return {name: self._values(name, values) for name, values in told.items()}

    def _values(self, name: str, told: Any) -> frozenset[str]:
        values = self._list(told)
        if not values or any(not isinstance(one, str | int) for one in values):
            raise self._wrong(_Fault.BAD_WHERE, name)
        return frozenset(str(one) for one in values)

    def _columns(self, table: str, told: Any) -> Mapping[str, Made]:
        if not isinstance(told, dict) or not told:
            raise self._wrong(_Fault.NO_COLUMNS)
        known = {column.name for column in TABLES[table].columns}
        unknown = next((name for name in told if name not in known), None)
        if unknown:
            raise self._wrong(_Fault.UNKNOWN_COLUMN, unknown)
        return {name: self._made(name, one) for name, one in told.items()}

    def _made(self, name: str, told: Any) -> Made:
        match told:
            case str():
                return Renamed(told)
            case {"join": [*columns], **rest} if self._texts(columns) and set(rest) <= {"with"}:
                return Joined(tuple(columns), str(rest.get("with", "")))
            case {"from": str(column), "map": dict(values), **rest} if set(rest) <= {"default"}:
                default = rest.get("default")
                shown = {str(key): str(value) for key, value in values.items()}
                return Mapped(column, shown, None if default is None else str(default))
            case {"value": str() | int() | float() as value, **rest} if not rest:
                return Constant(str(value).lower() if isinstance(value, bool) else str(value))
            case {"row": str(template), **rest} if not rest and "{}" in template:
                return RowText(template)
            case {"date": [*columns], **rest} if set(rest) <= set(PARTS):
                return self._date(name, columns, {str(part): one for part, one in rest.items()})
            case _:
                raise self._wrong(_Fault.BAD_COLUMN, name)

    def _texts(self, columns: list[Any]) -> bool:
        return bool(columns) and all(isinstance(one, str) for one in columns)

    def _date(self, name: str, columns: list[Any], constants: dict[str, Any]) -> DateParts:
        """Columns fill day, month and year in this order, but for those that are constants.

        All three may be named all the same: a constant then stands in its column's place.
        """
        if len(columns) == len(PARTS):
            named = zip(PARTS, columns, strict=True)
            columns = [column for part, column in named if part not in constants]
        told = [*columns, *constants.values()]
        if len(told) != len(PARTS) or any(not isinstance(one, str | int) for one in told):
            raise self._wrong(_Fault.BAD_COLUMN, name)
        left = iter(columns)
        day, month, year = (constants[part] if part in constants else next(left) for part in PARTS)
        return DateParts((day, month, year))

    def _only(self, told: Mapping[str, Any], known: set[str] | frozenset[str]) -> None:
        unknown = next((name for name in told if name not in known), None)
        if unknown:
            raise self._wrong(_Fault.UNKNOWN_KEY, unknown)

    def _wrong(self, why: ProfileFault, name: Any = "") -> WrongProfile:
        return WrongProfile(self._profile, why, self._block, {"name": str(name)})
