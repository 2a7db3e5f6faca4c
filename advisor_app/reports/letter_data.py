"""What stands in a letter: frozen, worded in the client's language, ready to be drawn."""

from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from advisor_app.domain.bank_identity import PLAIN, BankIdentity
from advisor_app.domain.codes import Language
from advisor_app.domain.letters import Window


@dataclass(frozen=True, slots=True)
class Prose:
    """A paragraph."""

    text: str


@dataclass(frozen=True, slots=True)
class DateBox:
    """The appointment in a frame: its day and hour, then where, how long and with whom.

    `access` says how to get in without steps, where that is known. `start` and `end` are wall times, for the square code that a telephone puts into its calendar
    under `caption`, with the `subject` and nothing else.
    """

    when: str
    lines: tuple[str, ...]
    start: datetime
    end: datetime
    caption: str
    access: str = ""


@dataclass(frozen=True, slots=True)
class Listed:
    """A heading and its points; a list to `tick` has boxes before them."""

    heading: str
    points: tuple[str, ...]
    tick: bool = False


Part: TypeAlias = Prose | DateBox | tuple[Listed, ...]


@dataclass(frozen=True, slots=True)
class LetterData:
    """Everything on the paper, from top to bottom.

    `letterhead` is the branch, its name first; `sender` is the advisor, name first; `address`
    stands in the window of the envelope; `signatures` one or two names; `by_hand` leaves room for
    a word in the advisor's own hand; `large` is type for readers over seventy; `bank` is how the
    bank presents itself: its name goes before the branch's; `window` is where the envelope has it.
    """

    language: Language
    title: str
    letterhead: tuple[str, ...]
    sender: tuple[str, ...]
    address: tuple[str, ...]
    place_and_date: str
    subject: str
    greeting: str
    parts: tuple[Part, ...]
    closing: str
    signatures: tuple[str, ...]
    footer: str
    by_hand: bool
    large: bool
    bank: BankIdentity = PLAIN
    window: Window = Window.RIGHT
