"""Two files of one person made one, with both histories kept; and what cannot be made one."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from advisor_app.domain.errors import Refused
from advisor_app.domain.keys import Key


@dataclass(eq=False)
class SameFile(Refused):
    """A file is not merged with itself."""

    ref: str


@dataclass(eq=False)
class BothInvited(Refused):
    """Both files have an appointment at one time: one has to be cancelled first."""

    kept: str
    other: str


@dataclass(eq=False)
class MergeGone(Refused):
    """This merge was undone already, or what it made was erased."""

    ref: str


@dataclass(eq=False)
class MergedSince(Refused):
    """A newer merge stands on this one, with the file `newer`: that one is undone first."""

    ref: str
    newer: str


class Counted(StrEnum):
    """What a preview of a merge counts."""

    CONTACTS = "contacts"
    PROJECTS = "projects"
    CONTRACTS = "contracts"
    APPOINTMENTS = "appointments"
    PROMISES = "promises"
    ATTENTIONS = "attentions"
    REMINDERS = "reminders"


@dataclass(frozen=True, slots=True)
class MergeSide:
    """One file as it stands, or as it would: its fields, and how much was noted in it."""

    ref: str
    fields: Mapping[str, object]
    counts: Mapping[Counted, int]


@dataclass(frozen=True, slots=True)
class MergePreview:
    """Two files beside each other, and what the kept one would say afterwards."""

    kept: MergeSide
    other: MergeSide
    after: MergeSide


@dataclass(frozen=True, slots=True)
class MergeEdit:
    """A merge that was done; `moved` counts the rows that went to the file that is kept."""

    key: Key
    kept: str
    other: str
    moved: int
