"""What an import of a bank's files meets and reports (FORMAT.md, "A bank folder").

The reader (`exchange`) yields `ImportEvent`s in the order of the files; `services.importing` writes
the batches and answers with an `ImportReport`. Sentences: `i18n.import_wording`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, TypeAlias

from advisor_app.domain.errors import BadInput, Refused


class Why(StrEnum):
    """Why one row is refused; the facts named in each comment go with it."""

    TOO_WIDE = "too_wide"  # cells, columns
    TOO_SHORT = "too_short"  # cells, columns
    NUL_BYTE = "nul_byte"
    BROKEN_QUOTE = "broken_quote"
    CELL_TOO_LONG = "cell_too_long"  # limit
    MISSING_VALUE = "missing_value"
    MISSING_NAME = "missing_name"
    NOT_A_DATE = "not_a_date"
    NO_SUCH_DAY = "no_such_day"
    FAR_YEAR = "far_year"  # low, high
    BORN_IN_FUTURE = "born_in_future"
    NOT_A_MOMENT = "not_a_moment"
    NOT_A_TIME = "not_a_time"
    NOT_A_MONTH = "not_a_month"
    NOT_A_PARTIAL_DATE = "not_a_partial_date"
    NOT_A_WHOLE_NUMBER = "not_a_whole_number"  # low, high
    NOT_A_DECIMAL = "not_a_decimal"
    NOT_A_COORDINATE = "not_a_coordinate"  # low, high
    NOT_A_BOOLEAN = "not_a_boolean"
    NOT_A_CURRENCY = "not_a_currency"
    NOT_A_COUNTRY = "not_a_country"
    NOT_A_ZONE = "not_a_zone"
    UNKNOWN_CODE = "unknown_code"
    UNKNOWN_REFERENCE = "unknown_reference"  # table
    UNMAPPED = "unmapped"
    TWICE = "twice"
    ENDS_BEFORE_START = "ends_before_start"  # start
    OVERLAP = "overlap"  # advisor, from_day, until_day
    TAKEN = "taken"  # name, ref, from, until
    GAP = "gap"
    NOT_ONE_OWNER = "not_one_owner"
    NO_MEMBER = "no_member"
    NO_SUCH_PROJECT = "no_such_project"
    TWO_PROJECTS = "two_projects"


class Unreadable(StrEnum):
    """Why a whole file, and with it the import, is refused."""

    MISSING = "missing"
    NOTHING_TO_READ = "nothing_to_read"
    NO_CLIENTS = "no_clients"
    NOT_A_FILE = "not_a_file"
    NO_PERMISSION = "no_permission"
    EMPTY = "empty"
    NO_HEADER = "no_header"
    COLUMN_TWICE = "column_twice"  # column
    NO_COLUMN = "no_column"  # column
    UTF16_WITHOUT_MARK = "utf16_without_mark"
    WRONG_ENCODING = "wrong_encoding"  # encoding
    NUL_BYTES = "nul_bytes"
    OPEN_QUOTE = "open_quote"
    LINE_TOO_LONG = "line_too_long"  # limit
    TOO_MANY_COLUMNS = "too_many_columns"  # limit
    NOT_A_WORKBOOK = "not_a_workbook"
    PASSWORD = "password"  # noqa: S105 the name of a reason, not a secret
    BOMB = "bomb"
    TOO_MANY_CELLS = "too_many_cells"  # limit
    TOO_SLOW = "too_slow"  # seconds
    TOO_MUCH_MEMORY = "too_much_memory"


class ProfileFault(StrEnum):
    """What is wrong with a profile."""

    MISSING = "missing"
    NOT_TOML = "not_toml"  # reason
    NO_FILES = "no_files"
    UNKNOWN_TABLE = "unknown_table"  # name
    UNKNOWN_KEY = "unknown_key"  # name
    NO_PATH = "no_path"
    NO_SUCH_FILE = "no_such_file"  # name
    PATH_OUTSIDE = "path_outside"  # name
    UNKNOWN_COLUMN = "unknown_column"  # name: a column of ours
    NO_SUCH_COLUMN = "no_such_column"  # name: a column of theirs, file
    BAD_COLUMN = "bad_column"  # name
    BAD_DELIMITER = "bad_delimiter"  # name
    BAD_ENCODING = "bad_encoding"  # name
    BAD_DATE_FORMAT = "bad_date_format"  # name
    BAD_WHERE = "bad_where"  # name
    NO_COLUMNS = "no_columns"


@dataclass(frozen=True, slots=True)
class Refusal:
    """One refused row; `line` counts from 1 with the header (a workbook's own row numbers).

    `column` and `value` are as the file has them; `proposal` is a value that would be accepted.
    """

    file: str
    line: int
    column: str | None
    value: str | None
    why: Why
    facts: Mapping[str, str] = field(default_factory=dict)
    proposal: str | None = None


@dataclass(eq=False)
class UnreadableFile(BadInput):
    """A file that cannot be read as a whole; nothing was written."""

    file: str
    why: Unreadable
    line: int | None = None
    facts: Mapping[str, str] = field(default_factory=dict)


@dataclass(eq=False)
class WrongProfile(BadInput):
    """A profile that cannot be followed; nothing was written.

    `block` is the table whose block is wrong, None where it is the profile itself.
    """

    profile: str
    why: ProfileFault
    block: str | None = None
    facts: Mapping[str, str] = field(default_factory=dict)


@dataclass(eq=False)
class RowsRefused(BadInput):
    """`--strict`, and at least one row refused; nothing was written. Holds the report."""

    report: "ImportReport"


@dataclass(eq=False)
class NoUsableRow(BadInput):
    """Not one row can be used; nothing was written. Holds the report."""

    report: "ImportReport"


@dataclass(eq=False)
class NothingToUndo(Refused):
    """No import was written to this store, or the last one was undone already."""


@dataclass(eq=False)
class ImportTooOld(Refused):
    """An import can be taken back for so many days, and they are over."""

    days: int


@dataclass(eq=False)
class ImportBuiltUpon(Refused):
    """More was recorded since the last import; undoing it would lose that. `deeds` are counted."""

    deeds: int


@dataclass(eq=False)
class BackupGone(BadInput):
    """The copy of the store from before the import is no longer where it was put."""

    path: str


@dataclass(frozen=True, slots=True)
class KnownStore:
    """What a store holds already, as far as the checks of a file need it: references only.

    `projects` are (ref, client, code, status); `assignments` (client, advisor, from, until,
    announced), as the records have them; `appointments`, of those still to come, (ref, clients,
    advisor and colleague joined by "|", room, status, busy from, busy until), with buffers, on the
    wall of the bank's `zone`.
    """

    branches: tuple[str, ...] = ()
    rooms: tuple[str, ...] = ()
    advisors: tuple[str, ...] = ()
    clients: tuple[str, ...] = ()
    projects: tuple[tuple[str, str, str, str], ...] = ()
    assignments: tuple[tuple[str, str, str, str | None, str | None], ...] = ()
    appointments: tuple[tuple[str, str, str, str | None, str, str, str], ...] = ()
    zone: str = "UTC"


@dataclass(frozen=True, slots=True)
class FileOpened:
    """A file's turn: its table, its name, and what was found out about it.

    `unknown_columns` are left unread.
    """

    table: str
    file: str
    sha256: str
    encoding: str
    delimiter: str
    unknown_columns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ColumnBatch:
    """Checked rows of one table, column by column, in the order of the record's fields.

    `present` are the fields that the file has; the others hold defaults, and leave what is there.
    """

    table: str
    present: frozenset[str]
    columns: Sequence[Sequence[Any]]


@dataclass(frozen=True, slots=True)
class RowsRead:
    """What was counted since the last such event, with the refused rows among them.

    `refused` may exceed the refusals: only the first thousands of a file are told one by one.
    """

    table: str
    read: int
    skipped: int
    refused: int
    refusals: tuple[Refusal, ...] = ()


@dataclass(frozen=True, slots=True)
class UnknownFiles:
    """Files, or sheets, that bear no table's name and are left unread."""

    files: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Advance:
    """How far the reading has come, in bytes."""

    done: int
    total: int


ImportEvent: TypeAlias = UnknownFiles | FileOpened | ColumnBatch | RowsRead | Advance


@dataclass(frozen=True, slots=True)
class TableCount:
    """What became of one table's rows.

    read = accepted + skipped + refused; new, changed and unchanged count rows of the store.
    """

    read: int = 0
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    skipped: int = 0
    refused: int = 0


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did, or would do (`written` is False after a dry run)."""

    written: bool
    tables: Mapping[str, TableCount]
    files: tuple[FileOpened, ...]
    refusals: tuple[Refusal, ...]
    unknown_files: tuple[str, ...] = ()

    @property
    def refused(self) -> int:
        """How many rows were refused."""
        return sum(count.refused for count in self.tables.values())
