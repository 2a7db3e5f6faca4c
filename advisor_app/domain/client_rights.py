"""What a client may ask for: a copy of all that is kept, and its erasure with proof.

The General Data Protection Regulation, articles 15, 17 and 20 (DOMAIN.md, section 7).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TypeAlias

from advisor_app.domain.errors import Refused

Told: TypeAlias = str | int | float | bool | None
Line: TypeAlias = dict[str, Told]


class CopyPurpose(StrEnum):
    """What a copy is for; closed, because the trail keeps it for ever."""

    ACCESS = "access"
    PORTABILITY = "portability"
    CHECK = "check"


class ErasureReason(StrEnum):
    """Why a file is erased; closed for the same reason."""

    ASKED = "asked"
    RETENTION = "retention"
    MISTAKE = "mistake"


@dataclass(eq=False)
class MergedAway(Refused):
    """The file was merged with another, which holds everything now: `into` is its reference."""

    ref: str
    into: str


@dataclass(frozen=True, slots=True)
class ErasureCertificate:
    """The proof of an erasure: what went, when, by whom, why, and where it stands on the trail.

    `by` is the advisor's reference, `name` what he is called. `rows` counts by table; `number` and `hash` are the trail's entry, which covers all of it.
    `copies` are the files beside the store that were made before, and still hold the data.
    """

    ref: str
    at: datetime
    by: str
    reason: ErasureReason
    rows: Mapping[str, int]
    number: int
    hash: str
    copies: tuple[str, ...]
    name: str = ""

    @property
    def total(self) -> int:
        """How many rows went."""
        return sum(self.rows.values())
