"""What stands on a briefing sheet: frozen, worded in the reader's language, ready to be drawn.

`gather` makes it, `sheet` draws it; nothing in it needs the store or the clock. Every text may be
hostile: the drawing makes it printable and cuts it to its room (`domain/briefing_sheet.toml`).
"""

from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum

from advisor_app.domain.codes import Language
from advisor_app.domain.sheet_choices import SheetBlock
from advisor_app.domain.thread import ThreadData


class DocumentState(StrEnum):
    """Where a document to bring stands."""

    ON_FILE = "on_file"
    ASKED = "asked"
    TO_ASK = "to_ask"
    IF_ANY = "if_any"
    NOTHING = "nothing"  # the line says that there is nothing to bring


@dataclass(frozen=True, slots=True)
class Visit:
    """When and where; what is not known yet prints as a line to fill in. Wall times."""

    start: datetime | None = None
    end: datetime | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Printing:
    """By whom and when the sheet is printed, and the day whose facts it shows."""

    by: str
    at: datetime
    data_on: date


@dataclass(frozen=True, slots=True)
class PersonLine:
    """Somebody of the household: the name, and age, occupation, presence in a few words."""

    name: str
    about: str


@dataclass(frozen=True, slots=True)
class RememberLine:
    """Something to remember; `icon` names one of the program's, or nothing that is known."""

    text: str
    icon: str | None = None


@dataclass(frozen=True, slots=True)
class FigureLine:
    """One figure: its value as printed, or None for a line to fill in; `strong` for a total."""

    label: str
    value: str | None
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Bar:
    """One of several amounts to compare by length; `drawn` says how the bar is filled."""

    label: str
    value: str
    amount: Decimal
    drawn: str  # "hatched", "black" or "white"


@dataclass(frozen=True, slots=True)
class Subject:
    """The project, or the occasion, of the meeting.

    `basis` says what the figures rest on and their day; `remark` is one thing to see in them.
    """

    title: str
    aside: str = ""
    figures: tuple[FigureLine, ...] = ()
    bars: tuple[Bar, ...] = ()
    basis: tuple[str, ...] = ()
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Theme:
    """A second matter: another project, or what happened since the last time."""

    title: str
    aside: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ContactLine:
    """A way to reach the client, and whether he agreed to it."""

    label: str
    given: bool


@dataclass(frozen=True, slots=True)
class CourseLine:
    """A step of the meeting: when it begins, if the hour is known, and how long it takes."""

    start: time | None
    minutes: int
    label: str


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """A document, most important first; `on` is the day on which it was asked for, or came."""

    label: str
    state: DocumentState
    on: date | None = None


@dataclass(frozen=True, slots=True)
class LeavingLine:
    """Something to settle before parting; `to_fill` leaves a line to write on."""

    label: str
    to_fill: bool = False


@dataclass(frozen=True, slots=True)
class SheetData:
    """Everything on the two pages; lists are in order of importance and are cut from the end.

    `names` is who is met, as a title; `marks` says what kind of meeting it is, in a few words;
    `priority` what asks for more care than usual.
    `project_names` words the thread's projects by their code; `without` are the blocks left out.
    """

    language: Language
    reference: str
    printing: Printing
    names: str
    visit: Visit
    marks: tuple[str, ...]
    reason: str
    people: tuple[PersonLine, ...]
    remember: tuple[RememberLine, ...]
    avoid: tuple[str, ...]
    least_outcome: str
    best_outcome: str
    thread: ThreadData
    project_names: tuple[tuple[str, str], ...]
    subject: Subject
    theme: Theme | None
    contacts: tuple[ContactLine, ...]
    questions: tuple[str, ...]
    course: tuple[CourseLine, ...]
    documents: tuple[DocumentLine, ...]
    situation: tuple[str, ...]
    rules: tuple[str, ...]
    leaving: tuple[LeavingLine, ...]
    priority: tuple[str, ...] = ()
    without: frozenset[SheetBlock] = frozenset()
