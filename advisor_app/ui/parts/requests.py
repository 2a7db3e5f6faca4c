"""What a page may ask of the window around it; pages never know each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject, Signal

from advisor_app.i18n import _
from advisor_app.ui.parts.discreet import Discretion

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from advisor_app.domain.codes import Place
    from advisor_app.domain.keys import Key
    from advisor_app.domain.people import Person
    from advisor_app.domain.suggestions.suggestion import Suggestion
    from advisor_app.ui.parts.papers_asked import OtherPapers


@dataclass(frozen=True, slots=True)
class Whom:
    """A household to act for: its key, the title to show, and the clients who can be met.

    `project` is the reference of the project that it is about, `suggestion` what it comes from,
    `start` the wall time that was picked for them in the agenda. `accepted` is the key of a
    suggestion that waits for a time, `place` where its meeting is.
    """

    key: Key
    title: str
    people: tuple[Person, ...]
    project: str | None = None
    minutes: int | None = None
    suggestion: Suggestion | None = None
    start: datetime | None = None
    accepted: Key | None = None
    place: Place | None = None

    @property
    def refs(self) -> tuple[str, ...]:
        """The bank's numbers of the clients."""
        return tuple(person.ref for person in self.people if person.ref)


@dataclass(frozen=True, slots=True)
class Filter:
    """Which clients a figure counts: a chip of the portfolio."""

    online_only: bool = False
    not_introduced: bool = False
    met: bool = False


class Requests(QObject):
    """The requests; the window answers them."""

    open_client = Signal(object)
    open_today = Signal()
    go_back = Signal()
    open_portfolio = Signal(object)
    open_sheets = Signal(object)
    propose = Signal(object)
    book_at = Signal(object)
    note_contact = Signal(object)
    write_up = Signal(str, object)
    follow_up = Signal(str, object)
    print_sheet = Signal(object)
    print_day = Signal(object)
    print_several = Signal(object)
    failed = Signal(object)
    bug = Signal(object)
    notify = Signal(str, object, object)
    final = Signal(str)
    refused = Signal(str)
    open_settings = Signal(str)
    speak = Signal(str)
    lock = Signal()
    lock_after = Signal(int)
    restored = Signal()
    backed_up = Signal()
    later = Signal(object)
    dismiss = Signal(object)
    accept = Signal(object)
    explain = Signal(str, str)
    explain_row = Signal(object, int)

    def __init__(self) -> None:
        super().__init__()
        self.discretion = Discretion(self)

    def must_not_name(self) -> bool:
        """Whether the window is discreet, so that what would name a client is not asked: it says so."""
        if self.discretion.on:
            self.say(_("This names a client: leave the discreet mode first, by F8."))
        return self.discretion.on

    def say(
        self,
        text: str,
        undo: Callable[[], None] | None = None,
        redo: Callable[[], None] | None = None,
    ) -> None:
        """Show a short message, with a way back where there is one, and a way to do it again."""
        self.notify.emit(text, undo, redo)

    def say_final(self, text: str) -> None:
        """Tell of an act that cannot be undone: Ctrl+Z says so, and goes no further back."""
        self.final.emit(text)


@dataclass(frozen=True, slots=True)
class DaySheets:
    """Which day's sheets to show, and which appointment's first."""

    day: date
    appointment: str | None = None


@dataclass(frozen=True, slots=True)
class SettingsAt:
    """Which pane of the settings to show."""

    section: str


# What a page can be asked to show: a household, a day's sheets, chosen households, other papers, a
# filter, a pane of the settings.
About: TypeAlias = "Key | DaySheets | tuple[Whom, ...] | OtherPapers | Filter | SettingsAt | None"
