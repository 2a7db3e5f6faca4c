"""Finds which files, or sheets, feed which tables."""

import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from advisor_app.domain.bank_import import (
    ProfileFault,
    Unreadable,
    UnreadableFile,
    WrongProfile,
)
from advisor_app.exchange.profiles import Block, Profile
from advisor_app.exchange.tables import TABLES

_SHEETS = frozenset({".xlsx", ".xlsm", ".xls", ".xlsb", ".ods"})


@dataclass(frozen=True, slots=True)
class Source:
    """One file that feeds one table; `block` says how where a profile does."""

    table: str
    path: Path
    block: Block | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """What will be read, in an order in which references point backwards."""

    sources: tuple[Source, ...]
    workbook: Path | None = None
    unknown_files: tuple[str, ...] = ()


def make_plan(path: Path, profile: Profile | None) -> Plan:
    """Look at a folder or a file. Raises UnreadableFile, or WrongProfile for a glob without files."""
    _assert_there(path)
    if profile:
        return _by_profile(path, profile)
    files = sorted(path.iterdir()) if path.is_dir() else [path]
    known = {file.stem.lower(): file for file in files if file.suffix.lower() == ".csv"}
    sources = tuple(Source(table, known[table]) for table in TABLES if table in known)
    for source in sources:
        _assert_readable(source.path)
    workbook = None if sources else _only_workbook(files)
    if not sources and not workbook:
        raise UnreadableFile(path.name, Unreadable.NOTHING_TO_READ)
    read = {source.path for source in sources} | {workbook}
    return Plan(sources, workbook, tuple(file.name for file in files if file not in read))


def _only_workbook(files: list[Path]) -> Path | None:
    workbooks = [file for file in files if file.suffix.lower() in _SHEETS]
    if len(workbooks) != 1:
        return None
    _assert_readable(workbooks[0])
    return workbooks[0]


def _by_profile(path: Path, profile: Profile) -> Plan:
    sources = tuple(
        Source(block.table, file, block)
        for block in profile.blocks
        for file in _matching(path, block, profile)
    )
    for source in sources:
        _assert_readable(source.path)
    read = {source.path for source in sources}
    others = sorted(path.iterdir()) if path.is_dir() else []
    return Plan(sources, None, tuple(file.name for file in others if file not in read))


def _matching(path: Path, block: Block, profile: Profile) -> Iterator[Path]:
    """The files of a block's glob; a single file is a folder with nothing else in it."""
    if path.is_dir():
        files = sorted(path.glob(block.path))
    else:
        files = [path] if path.match(block.path) else []
    if not files:
        facts = {"name": block.path}
        raise WrongProfile(profile.name, ProfileFault.NO_SUCH_FILE, block.table, facts)
    yield from files


def _assert_there(path: Path) -> None:
    if not path.exists():
        raise UnreadableFile(path.name or str(path), Unreadable.MISSING)
    try:
        _ = next(path.iterdir(), None) if path.is_dir() else None
    except OSError:
        raise UnreadableFile(path.name, Unreadable.NO_PERMISSION) from None


def _assert_readable(path: Path) -> None:
    """A pipe or a device would be waited for without end."""
    if not stat.S_ISREG(path.stat().st_mode):
        raise UnreadableFile(path.name, Unreadable.NOT_A_FILE)
    try:
        path.open("rb").close()
    except OSError:
        raise UnreadableFile(path.name, Unreadable.NO_PERMISSION) from None
