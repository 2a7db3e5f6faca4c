"""Turns rows of a file into columns of ours: by the header, or as a profile says."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import repeat

from advisor_app.domain.bank_import import (
    ProfileFault,
    Unreadable,
    UnreadableFile,
    Why,
    WrongProfile,
)
from advisor_app.exchange.cells import BadCell
from advisor_app.exchange.columns import Table
from advisor_app.exchange.profiles import (
    SKIP,
    Block,
    Constant,
    DateParts,
    Joined,
    Made,
    Mapped,
    Profile,
    Renamed,
    RowText,
)
from advisor_app.exchange.rows import RowFile

Texts = Sequence[str]
# A file's columns and its rows' numbers in, one column of ours out; BadCell where a map has a gap.
Maker = Callable[[Sequence[Texts], Sequence[int]], Iterable[str]]

# As banks shorten them in the four languages; longer names are found by their first letters.
_MONTH_NAMES = (
    ("jan",),
    ("feb", "fev", "fév"),
    ("mar", "mrt", "mär", "mrz", "maa"),
    ("apr", "avr"),
    ("may", "mai", "mei"),
    ("jun", "juin"),
    ("jul", "juil"),
    ("aug", "aou", "aoû"),
    ("sep",),
    ("oct", "okt"),
    ("nov",),
    ("dec", "déc", "dez"),
)
_MONTH_NUMBERS = {
    name: f"{number:02}" for number, names in enumerate(_MONTH_NAMES, 1) for name in names
}


@dataclass(frozen=True, slots=True)
class FileMap:
    """How one file becomes one table of ours.

    `makers` has one entry per column of the table, None where the file says nothing; `labels` are
    the names by which a refusal calls the columns; `where` keeps the rows that have one of the
    values in each of these places; `unknown` columns are left unread.
    """

    table: Table
    makers: tuple[Maker | None, ...]
    labels: tuple[str, ...]
    unknown: tuple[str, ...]
    where: tuple[tuple[int, frozenset[str]], ...] = ()
    date_format: str | None = None


def map_by_header(table: Table, file: RowFile) -> FileMap:
    """Columns that bear our names, whatever their case; raises where the file is no such table."""
    places = {name.lower(): index for index, name in enumerate(file.header)}
    ours = [column.name for column in table.columns]
    if not any(name in places for name in ours):
        raise UnreadableFile(file.file, Unreadable.NO_HEADER, 1)
    makers = tuple(_taken(places[name]) if name in places else None for name in ours)
    unknown = tuple(name for name in file.header if name and name.lower() not in ours)
    return FileMap(table, makers, tuple(ours), unknown)


def map_by_profile(table: Table, file: RowFile, block: Block, profile: Profile) -> FileMap:
    """Columns as a profile makes them; WrongProfile where it asks for a column that is not there."""
    compiler = _Compiler(file, profile.name, block)
    read = {name for other in profile.blocks if other.path == block.path for name in _read(other)}
    made = [block.columns.get(column.name) for column in table.columns]
    return FileMap(
        table,
        tuple(compiler.maker(one) if one else None for one in made),
        tuple(map(_label, (column.name for column in table.columns), made)),
        tuple(name for name in file.header if name and name not in read),
        compiler.where(),
        block.date_format,
    )


def _label(ours: str, made: Made | None) -> str:
    return made.column if isinstance(made, Renamed | Mapped) else ours


def _read(block: Block) -> set[str]:
    """The columns of theirs that a block reads."""
    read = set(block.where)
    for made in block.columns.values():
        match made:
            case Renamed(column) | Mapped(column):
                read.add(column)
            case Joined(columns):
                read.update(columns)
            case DateParts(parts):
                read.update(part for part in parts if isinstance(part, str))
            case _:
                pass
    return read


class _Compiler:
    """Makes the columns of one block from one file."""

    def __init__(self, file: RowFile, profile: str, block: Block) -> None:
        self._file = file
        self._profile = profile
        self._block = block
        self._places = {name: index for index, name in enumerate(file.header)}

    def where(self) -> tuple[tuple[int, frozenset[str]], ...]:
        """The rows to keep: those asked for, and those that a map does not skip."""
        skipping = [
            (self._place(made.column), frozenset(made.values))
            for made in self._block.columns.values()
            if isinstance(made, Mapped) and made.default == SKIP
        ]
        asked = [(self._place(name), values) for name, values in self._block.where.items()]
        return (*asked, *skipping)

    def maker(self, made: Made) -> Maker:
        """What makes one column."""
        match made:
            case Renamed(column):
                return _taken(self._place(column))
            case Joined(columns, between):
                return _joined([self._place(column) for column in columns], between)
            case Mapped(column, values, default):
                return _mapped(self._place(column), _Map(values, default))
            case Constant(value):
                return lambda _columns, numbers: repeat(value, len(numbers))
            case RowText(template):
                return lambda _columns, numbers: [
                    template.replace("{}", str(number)) for number in numbers
                ]
            case DateParts(parts):
                return partial(_dated, [self._part(part) for part in parts])

    def _part(self, part: str | int) -> int | str:
        """The place of a column, or a constant's text."""
        return self._place(part) if isinstance(part, str) else f"{part:02}"

    def _place(self, column: str) -> int:
        if column not in self._places:
            raise WrongProfile(
                self._profile,
                ProfileFault.NO_SUCH_COLUMN,
                self._block.table,
                {"name": column, "file": self._file.file},
            )
        return self._places[column]


class _Map(dict[str, str]):
    """A profile's map, which learns the texts that mean the same but for blanks around them."""

    def __init__(self, values: Mapping[str, str], default: str | None) -> None:
        super().__init__(values)
        self._default = default

    def __missing__(self, text: str) -> str:
        bare = text.strip()
        if bare in self:
            return self[bare]
        if self._default is None:
            raise BadCell(Why.UNMAPPED, text=text)
        return self._default


def _taken(place: int) -> Maker:
    return lambda columns, _numbers: columns[place]


def _joined(places: Sequence[int], between: str) -> Maker:
    return lambda columns, _numbers: map(
        between.join, zip(*(map(str.strip, columns[place]) for place in places), strict=True)
    )


def _mapped(place: int, values: _Map) -> Maker:
    return lambda columns, _numbers: map(values.__getitem__, columns[place])


def _dated(
    parts: Sequence[int | str], columns: Sequence[Texts], numbers: Sequence[int]
) -> Iterable[str]:
    day, month, year = (
        columns[part] if isinstance(part, int) else repeat(part, len(numbers)) for part in parts
    )
    return map(_day, day, month, year)


def _day(day: str, month: str, year: str) -> str:
    """YYYY-MM-DD from its parts, blank where all that varies is blank; checked as any other day."""
    if not day.strip() or not month.strip() or not year.strip():
        return ""
    return f"{year.strip():0>4}-{_month_number(month.strip().lower())}-{day.strip():0>2}"


def _month_number(month: str) -> str:
    return _MONTH_NUMBERS.get(month[:4]) or _MONTH_NUMBERS.get(month[:3]) or f"{month:0>2}"
