"""Two files of one person made one, with both histories kept; and what cannot be made one."""

from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class MergeEdit:
    """A merge that was done; `moved` counts the rows that went to the file that is kept."""

    key: Key
    kept: str
    other: str
    moved: int
