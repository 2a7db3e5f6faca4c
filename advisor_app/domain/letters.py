"""Letters to clients: drafts to read again and sign, never sent by the program itself."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from advisor_app.domain.errors import Refused
from advisor_app.domain.local_text import LocalText

# A letter asks for so many documents at most.
MOST_DOCUMENTS = 8


class LetterKind(StrEnum):
    """What a letter is for."""

    PROPOSAL = "proposal"
    APPOINTMENT = "appointment"
    INTRODUCTION = "introduction"
    SUMMARY = "summary"
    MISSED = "missed"
    CONDOLENCE = "condolence"
    REMINDER = "reminder"
    INVITATION = "invitation"


class Window(StrEnum):
    """The side of the envelope on which its window is."""

    RIGHT = "right"
    LEFT = "left"


# Letters about one appointment; the others are to a client.
ABOUT_AN_APPOINTMENT = frozenset(
    {
        LetterKind.PROPOSAL,
        LetterKind.APPOINTMENT,
        LetterKind.SUMMARY,
        LetterKind.MISSED,
        LetterKind.REMINDER,
    }
)
# Letters that nobody asked for: they go only to clients who did not refuse letters.
UNASKED = frozenset(
    {
        LetterKind.PROPOSAL,
        LetterKind.INTRODUCTION,
        LetterKind.MISSED,
        LetterKind.REMINDER,
        LetterKind.INVITATION,
    }
)


@dataclass(eq=False)
class NoFormerAdvisor(Refused):
    """Nobody served this client before: there is nobody to introduce the present advisor."""

    ref: str


@dataclass(eq=False)
class NoLettersWanted(Refused):
    """This client asked not to be written to by post."""

    ref: str


@dataclass(frozen=True, slots=True)
class MeetingSummary:
    """What was said in a meeting, as the client may read it; no products.

    `next_day` is the day that was agreed for the next meeting, if one was.
    """

    understood: str
    decisions: tuple[str, ...] = ()
    bank_does: tuple[str, ...] = ()
    client_does: tuple[str, ...] = ()
    next_day: date | None = None


@dataclass(frozen=True, slots=True)
class LetterTemplate:
    """One letter in one language, with named places to fill.

    `paragraphs` stand between greeting and closing; a paragraph that ends in a place of its own,
    such as a list, is drawn as one.
    """

    subject: str
    greeting: str
    paragraphs: tuple[str, ...]
    closing: str


@dataclass(frozen=True, slots=True)
class LetterWords:
    """What the templates leave open, by code (`letter_words.toml`)."""

    address: dict[str, LocalText]
    called: dict[str, LocalText]
    greeting: dict[str, LocalText]
    reason: dict[str, LocalText]
    topic: dict[str, LocalText]
    list: dict[str, LocalText]
    place: dict[str, LocalText]
    box: dict[str, LocalText]
    invite: dict[str, LocalText]
    change: dict[str, LocalText]
    single: dict[str, LocalText]
    access: dict[str, LocalText]
    company: dict[str, LocalText]
    event: dict[str, LocalText]
