"""The sentences of an import: why a row is refused, why a file or a profile cannot be used."""

from collections.abc import Callable
from typing import Any

from advisor_app.domain.bank_import import (
    BackupGone,
    ImportBuiltUpon,
    ImportTooOld,
    NothingToUndo,
    NoUsableRow,
    ProfileFault,
    Refusal,
    RowsRefused,
    Unreadable,
    UnreadableFile,
    Why,
    WrongProfile,
)
from advisor_app.domain.errors import TeteATeteError
from advisor_app.i18n import N_, _, ngettext

_LONGEST_VALUE = 60

WHYS = {
    Why.TOO_WIDE: N_(
        "The row has {cells} cells and the header only {columns}; a text that holds the delimiter "
        "must stand in quotes."
    ),
    Why.TOO_SHORT: N_("The row has {cells} cells and the header {columns}."),
    Why.NUL_BYTE: N_("The row holds a NUL byte, which is no text."),
    Why.BROKEN_QUOTE: N_(
        "A quoted text goes on after its closing quote; a quote inside a text is written twice."
    ),
    Why.CELL_TOO_LONG: N_("A cell is longer than {limit} characters."),
    Why.MISSING_VALUE: N_("The column {column} is blank, and this row needs it."),
    Why.MISSING_NAME: N_("The client has no name."),
    Why.NOT_A_DATE: N_("“{value}” in {column} is not a date such as 2026-04-23."),
    Why.NO_SUCH_DAY: N_("The calendar has no day {value} ({column})."),
    Why.FAR_YEAR: N_("The year of {value} in {column} is not between {low} and {high}."),
    Why.BORN_IN_FUTURE: N_("The birth date {value} lies in the future."),
    Why.NOT_A_MOMENT: N_("“{value}” in {column} is not a date and time such as 2026-04-23T10:30."),
    Why.NOT_A_TIME: N_("“{value}” in {column} is not a time such as 09:30."),
    Why.NOT_A_MONTH: N_("“{value}” in {column} is not a month such as 2026-04."),
    Why.NOT_A_PARTIAL_DATE: N_(
        "“{value}” in {column} is neither a year, nor a month such as 2027-04, nor a date."
    ),
    Why.NOT_A_WHOLE_NUMBER: N_("“{value}” in {column} is not a whole number from {low} to {high}."),
    Why.NOT_A_DECIMAL: N_("“{value}” in {column} is not a number such as 1234.50."),
    Why.NOT_A_COORDINATE: N_("“{value}” in {column} is not a number from {low} to {high}."),
    Why.NOT_A_BOOLEAN: N_("“{value}” in {column} is neither yes nor no."),
    Why.NOT_A_CURRENCY: N_("“{value}” in {column} is not a currency code such as EUR."),
    Why.NOT_A_COUNTRY: N_("“{value}” in {column} is not a country code such as FR."),
    Why.NOT_A_ZONE: N_("“{value}” in {column} is not a time zone such as Europe/Paris."),
    Why.UNKNOWN_CODE: N_("The code “{value}” in {column} is unknown."),
    Why.UNKNOWN_REFERENCE: N_(
        "“{value}” in {column} is neither in the file {table} nor in the store."
    ),
    Why.UNMAPPED: N_("The profile says nothing about the value “{value}” in {column}."),
    Why.TWICE: N_("An earlier row of the file is about the same thing ({column} {value})."),
    Why.ENDS_BEFORE_START: N_("The row ends ({end}) before it starts ({start})."),
    Why.OVERLAP: N_(
        "The assignment overlaps the one to {advisor} from {from_day} until {until_day}."
    ),
    Why.TAKEN: N_("{name} has the appointment {ref} already, from {from} to {until}."),
    Why.GAP: N_(
        "“{value}” in {column} does not exist: the clocks jump over it when summer time begins."
    ),
    Why.NOT_ONE_OWNER: N_("Exactly one of branch and advisor must be given."),
    Why.NO_MEMBER: N_("The member is neither a client nor has a name."),
    Why.NO_SUCH_PROJECT: N_(
        "“{value}” is neither a project's reference nor the code of a heard or open project of "
        "this client."
    ),
    Why.TWO_PROJECTS: N_(
        "The client has several heard or open projects of the kind “{value}”: give the reference."
    ),
}

UNREADABLES = {
    Unreadable.MISSING: N_("There is no file or folder {file}."),
    Unreadable.NOTHING_TO_READ: N_(
        "{file} holds no file of a bank folder, such as clients.csv, and no workbook."
    ),
    Unreadable.NO_CLIENTS: N_("{file} holds no clients, and the store has none yet."),
    Unreadable.NOT_A_FILE: N_("{file} is not a plain file."),
    Unreadable.NO_PERMISSION: N_("{file} may not be read by you."),
    Unreadable.EMPTY: N_("The file {file} is empty."),
    Unreadable.NO_HEADER: N_(
        "The first line of {file} is no header: no column there has a name that we know."
    ),
    Unreadable.COLUMN_TWICE: N_("The header of {file} names the column {column} twice."),
    Unreadable.NO_COLUMN: N_("The file {file} has no column {column}, which it needs."),
    Unreadable.UTF16_WITHOUT_MARK: N_(
        "{file} looks like UTF-16 without its byte order mark: save it as UTF-8."
    ),
    Unreadable.WRONG_ENCODING: N_("The text of {file} cannot be read as {encoding}."),
    Unreadable.NUL_BYTES: N_("The header of {file} holds NUL bytes: it is no text file."),
    Unreadable.OPEN_QUOTE: N_(
        "A quote opened on line {line} of {file} is not closed: from there on, no row can be told "
        "from another."
    ),
    Unreadable.LINE_TOO_LONG: N_("A line of {file} is longer than {limit} megabytes."),
    Unreadable.TOO_MANY_COLUMNS: N_("{file} has more than {limit} columns."),
    Unreadable.NOT_A_WORKBOOK: N_("{file} is not an XLSX workbook, or is damaged."),
    Unreadable.PASSWORD: N_("{file} is protected by a password: save it without one."),
    Unreadable.BOMB: N_(
        "{file} would unpack to far more than it seems to hold; it was not opened."
    ),
    Unreadable.TOO_MANY_CELLS: N_("A sheet of {file} spans more than {limit} cells."),
    Unreadable.TOO_SLOW: N_("Reading {file} made no headway for {seconds} seconds."),
    Unreadable.TOO_MUCH_MEMORY: N_("Reading {file} took more memory than is allowed."),
}

FAULTS = {
    ProfileFault.MISSING: N_("There is no profile {profile}."),
    ProfileFault.NOT_TOML: N_("The profile {profile} is not TOML: {name}"),
    ProfileFault.NO_FILES: N_("The profile {profile} has no block [[files....]]."),
    ProfileFault.UNKNOWN_TABLE: N_("The profile {profile} names a table {name}, which we lack."),
    ProfileFault.UNKNOWN_KEY: N_("The profile {profile} has a key {name}, which means nothing."),
    ProfileFault.NO_PATH: N_("A block {block} of the profile {profile} has no path."),
    ProfileFault.NO_SUCH_FILE: N_(
        "No file matches {name}, which the block {block} of the profile {profile} asks for."
    ),
    ProfileFault.PATH_OUTSIDE: N_(
        "The path {name} in the block {block} of the profile {profile} leaves the folder."
    ),
    ProfileFault.UNKNOWN_COLUMN: N_(
        "The block {block} of the profile {profile} fills a column {name}, which we lack."
    ),
    ProfileFault.NO_SUCH_COLUMN: N_(
        "{file} has no column {name}, which the block {block} of the profile {profile} reads."
    ),
    ProfileFault.BAD_COLUMN: N_(
        "The block {block} of the profile {profile} does not say rightly how to fill {name}."
    ),
    ProfileFault.BAD_DELIMITER: N_(
        "The delimiter “{name}” in the block {block} of the profile {profile} is not one character."
    ),
    ProfileFault.BAD_ENCODING: N_(
        "The encoding {name} in the block {block} of the profile {profile} is unknown."
    ),
    ProfileFault.BAD_DATE_FORMAT: N_(
        "The date_format {name} in the block {block} of the profile {profile} describes no date."
    ),
    ProfileFault.BAD_WHERE: N_(
        "The block {block} of the profile {profile} must give a list of values for {name} in where."
    ),
    ProfileFault.NO_COLUMNS: N_("A block {block} of the profile {profile} fills no columns."),
}


def refusal_sentence(refusal: Refusal) -> str:
    """Why a row is refused, and what would be accepted."""
    fields = {"column": refusal.column or "", "value": _shown(refusal.value), **refusal.facts}
    fields.setdefault("until_day", _("further notice"))
    text = _(WHYS[refusal.why]).format_map(fields)
    if refusal.proposal is None:
        return text
    return text + " " + _("Perhaps {proposal} is meant.").format(proposal=refusal.proposal)


def refusal_line(refusal: Refusal) -> str:
    """A refused row as a report tells it: where it stands, and why it is refused."""
    line = _("Line {line} of {file} is refused. {sentence}")
    return line.format(line=refusal.line, file=refusal.file, sentence=refusal_sentence(refusal))


def _shown(value: str | None) -> str:
    """A value from a file: on one line, and not longer than a reader needs."""
    text = "".join(char if char.isprintable() else "�" for char in value or "")
    return text if len(text) <= _LONGEST_VALUE else text[:_LONGEST_VALUE] + "…"


def _unreadable(error: UnreadableFile) -> str:
    fields = {"file": error.file, "line": str(error.line or 1), **error.facts}
    return _(UNREADABLES[error.why]).format_map(fields) + " " + _("Nothing was written.")


def _wrong_profile(error: WrongProfile) -> str:
    shown = {name: _shown(value) for name, value in error.facts.items()}
    fields = {"profile": error.profile, "block": error.block or "", "name": "", **shown}
    return _(FAULTS[error.why]).format_map(fields) + " " + _("Nothing was written.")


def _rows_refused(error: RowsRefused) -> str:
    text = ngettext(
        "{count} row is refused, and none may be here: nothing was written.",
        "{count} rows are refused, and none may be here: nothing was written.",
        error.report.refused,
    )
    return text.format(count=error.report.refused)


def _no_usable_row(_error: NoUsableRow) -> str:
    return _("Not one row can be used: nothing was written.")


def _nothing_to_undo(_error: NothingToUndo) -> str:
    return _("There is no import to take back.")


def _too_old(error: ImportTooOld) -> str:
    return _("An import can be taken back for {days} days; they are over.").format(days=error.days)


def _built_upon(error: ImportBuiltUpon) -> str:
    text = ngettext(
        "Since the import, {count} more thing was recorded, which taking it back would lose.",
        "Since the import, {count} more things were recorded, which taking it back would lose.",
        error.deeds,
    )
    return text.format(count=error.deeds)


def _backup_gone(error: BackupGone) -> str:
    return _("The copy from before the import is no longer there: {path}").format(path=error.path)


IMPORT_SENTENCES: dict[type[TeteATeteError], Callable[[Any], str]] = {
    UnreadableFile: _unreadable,
    WrongProfile: _wrong_profile,
    RowsRefused: _rows_refused,
    NoUsableRow: _no_usable_row,
    NothingToUndo: _nothing_to_undo,
    ImportTooOld: _too_old,
    ImportBuiltUpon: _built_upon,
    BackupGone: _backup_gone,
}
