"""Import events and errors as plain tuples, the way they travel from the child."""

import traceback
from dataclasses import dataclass
from typing import Any, assert_never

from advisor_app.domain.bank_import import (
    Advance,
    ColumnBatch,
    FileOpened,
    ImportEvent,
    ProfileFault,
    Refusal,
    RowsRead,
    UnknownFiles,
    Unreadable,
    UnreadableFile,
    Why,
    WrongProfile,
)

Message = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Trouble:
    """An error that nobody foresaw: its kind and where, never its values."""

    place: str


def message_of(event: ImportEvent) -> Message:
    """An event as plain values."""
    match event:
        case ColumnBatch(table, present, columns):
            return ("batch", table, tuple(present), list(columns))
        case RowsRead(table, read, skipped, refused, refusals):
            return ("rows", table, read, skipped, refused, [_plain(one) for one in refusals])
        case Advance(done, total):
            return ("advance", done, total)
        case FileOpened():
            parts = (event.table, event.file, event.sha256, event.encoding, event.delimiter)
            return ("file", *parts, event.unknown_columns)
        case UnknownFiles(files):
            return ("unknown", files)
        case _:
            assert_never(event)


def trouble_message(error: BaseException) -> Message:
    """An error as plain values."""
    match error:
        case UnreadableFile():
            return ("unreadable", error.file, error.why.value, error.line, dict(error.facts))
        case WrongProfile():
            facts = dict(error.facts)
            return ("profile", error.profile, error.why.value, error.block, facts)
        case _:
            frames = traceback.extract_tb(error.__traceback__)
            where = f"{frames[-1].name}:{frames[-1].lineno}" if frames else ""
            return ("trouble", f"{type(error).__name__} {where}")


def event_of(message: Message) -> ImportEvent | UnreadableFile | WrongProfile | Trouble:
    """The event, or the error, that a message tells."""
    return _error_of(message) or _event_of(message) or Trouble(str(message[-1]))


def _error_of(message: Message) -> UnreadableFile | WrongProfile | None:
    match message:
        case ("unreadable", file, why, line, facts):
            return UnreadableFile(file, Unreadable(why), line, facts)
        case ("profile", profile, why, block, facts):
            return WrongProfile(profile, ProfileFault(why), block, facts)
        case _:
            return None


def _event_of(message: Message) -> ImportEvent | None:
    match message:
        case ("batch", table, present, columns):
            return ColumnBatch(table, frozenset(present), columns)
        case ("rows", table, read, skipped, refused, refusals):
            told = tuple(_refusal(one) for one in refusals)
            return RowsRead(table, read, skipped, refused, told)
        case ("advance", done, total):
            return Advance(done, total)
        case ("file", table, file, sha256, encoding, delimiter, unknown):
            return FileOpened(table, file, sha256, encoding, delimiter, tuple(unknown))
        case ("unknown", files):
            return UnknownFiles(tuple(files))
        case _:
            return None


def _plain(refusal: Refusal) -> Message:
    where = (refusal.file, refusal.line, refusal.column, refusal.value)
    return (*where, refusal.why.value, dict(refusal.facts), refusal.proposal)


def _refusal(told: Message) -> Refusal:
    file, line, column, value, why, facts, proposal = told
    return Refusal(file, line, column, value, Why(why), facts, proposal)
