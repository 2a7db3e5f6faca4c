"""Papers that leave the printer: what is remembered of them, and the code that leads back."""

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from advisor_app.domain.keys import Key

# Without I, L, O and U: nothing that a reader over the phone mistakes.
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


class PaperKind(StrEnum):
    """What a paper is."""

    SHEET = "briefing_sheet"
    DAY_PACK = "day_pack"
    PROPOSAL = "proposal_letter"
    APPOINTMENT = "appointment_letter"
    INTRODUCTION = "introduction_letter"
    SUMMARY = "summary_letter"
    MISSED = "missed_letter"
    CONDOLENCE = "condolence_letter"
    REMINDER = "reminder_letter"
    INVITATION = "invitation_letter"
    HANDOVER = "handover_sheet"


class Purpose(StrEnum):
    """Why a paper was made: what the trail keeps."""

    PREPARE_MEETING = "prepare_meeting"
    PREPARE_DAY = "prepare_day"
    WRITE_TO_CLIENT = "write_to_client"
    INVITE = "invite"
    HAND_OVER = "hand_over"


@dataclass(frozen=True, slots=True)
class PaperOwner:
    """What a paper's code stands for: two papers of one owner are the same paper."""

    kind: PaperKind
    client: Key | None
    appointment: Key | None
    advisor: Key


@dataclass(frozen=True, slots=True)
class PrintedPaper:
    """A paper that was printed or saved; never its content."""

    owner: PaperOwner
    code: str
    branch: Key
    purpose: Purpose
    pages: int


def paper_code(seed: bytes, attempt: int = 0) -> str:
    """A paper's code, such as 7F3K-2291: opaque, the same for the same seed and attempt."""
    digest = hashlib.sha256(seed + attempt.to_bytes(2)).digest()
    number, digits = divmod(int.from_bytes(digest[:8]), 10_000)
    letters = "".join(_LETTERS[number >> shift & 31] for shift in (15, 10, 5, 0))
    return f"{letters}-{digits:04}"
