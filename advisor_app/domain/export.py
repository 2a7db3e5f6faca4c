"""A table that leaves the program for a spreadsheet, and the purpose for which it leaves."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeAlias

# A moment too is a day, with its hour.
Cell: TypeAlias = str | int | date | None


class ExportPurpose(StrEnum):
    """For what clients' data leaves the program; anything else is said in words."""

    PREPARE_MEETINGS = "prepare_meetings"
    INVITE = "invite"
    HAND_OVER = "hand_over"
    REVIEW_DATA = "review_data"


@dataclass(frozen=True, slots=True)
class ExportTable:
    """Headings and rows, in words of one language; days are days."""

    title: str
    headings: tuple[str, ...]
    rows: Sequence[tuple[Cell, ...]]


@dataclass(frozen=True, slots=True)
class Export:
    """What is put on the trail of an export: why, what narrowed the list, the form, who is in it.

    `narrowed` names filters, never what was typed: that may be a client's name.
    """

    purpose: str
    narrowed: tuple[str, ...]
    form: str
    households: int
    clients: int
