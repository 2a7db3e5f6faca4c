"""What every kind of file turns into before its cells are read: a header and batches of rows."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from advisor_app.domain.bank_import import Refusal, Unreadable, UnreadableFile

# Of few enough rows that a batch stays in the processor's own memory while it is checked.
BATCH_ROWS = 2_000
MAX_COLUMNS = 1_000


class RowBatch(NamedTuple):
    """Rows of texts with the line on which each begins, and what could not be split into cells.

    `position` says how far into the file the reading has come, in bytes.
    """

    rows: list[list[str]]
    lines: list[int]
    refusals: list[Refusal]
    position: int


@dataclass(frozen=True, slots=True)
class RowFile:
    """An opened file: what was found out about it, its header, and its rows to come."""

    file: str
    sha256: str
    encoding: str
    delimiter: str
    header: tuple[str, ...]
    batches: Iterator[RowBatch] = field(repr=False)
    close: Callable[[], None] = field(repr=False)


def checked_header(file: str, cells: list[str], line: int) -> tuple[str, ...]:
    """A header's names, bare; refused where it has too many or the same one twice."""
    names = tuple(cell.strip() for cell in cells)
    if len(names) > MAX_COLUMNS:
        raise UnreadableFile(file, Unreadable.TOO_MANY_COLUMNS, line, {"limit": str(MAX_COLUMNS)})
    if not any(names):
        raise UnreadableFile(file, Unreadable.NO_HEADER, line)
    twice = next((name for name in names if name and names.count(name) > 1), None)
    if twice:
        raise UnreadableFile(file, Unreadable.COLUMN_TWICE, line, {"column": twice})
    return names
