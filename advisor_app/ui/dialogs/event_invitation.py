"""An invitation to an event: what about, when, with whom, how many seats, and who is invited."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, time
from decimal import Decimal

from PySide6.QtWidgets import QHBoxLayout, QWidget

from advisor_app.domain.client_events import (
    INVITED_BEFORE,
    USUAL_SEATS,
    BadEvent,
    ClientEvent,
    EventFault,
    checked,
    reply_day,
)
from advisor_app.i18n import _, language
from advisor_app.i18n.wording import sentence
from advisor_app.playbooks.rituals import event_themes
from advisor_app.ui.dialogs.frame import HouseDialog
from advisor_app.ui.parts.client_choice import ClientChoice, Finder
from advisor_app.ui.parts.fields import Choice, DayField, Field, Labelled, TimeField
from advisor_app.ui.parts.notices import Mood, NoteBox
from advisor_app.ui.parts.typed_fields import NumberField
from advisor_app.ui.theme import sizes

_BEGINS, _ENDS = time(18, 30), time(20)


class EventInvitationDialog(HouseDialog):
    """Asks; `answer` gets the event, and the reference of who was found where somebody is sought.

    `whom` says in words who is invited; with `finder` the question is about one client to find.
    """

    def __init__(
        self,
        parent: QWidget,
        today: date,
        answer: Callable[[ClientEvent, str], None],
        *,
        whom: str = "",
        finder: Finder | None = None,
    ) -> None:
        told = whom or _("A letter to a client and the household, to be signed. Nothing is sent.")
        super().__init__(parent, invitation_title(), told, _("Show the letter"))
        self._today, self._answer = today, answer
        self.who = ClientChoice(_("Who is invited"), finder) if finder else None
        self.theme = Choice(list(_themes()))
        self.title = Field()
        self._titled = Labelled(_("What the event is about"), self.title)
        self.day = DayField(today + INVITED_BEFORE, earliest=today)
        self.start, self.end = TimeField(_BEGINS), TimeField(_ENDS)
        self.speakers = Field(hint=_("Me Anne Roux, notary"))
        self.seats = NumberField(Decimal(USUAL_SEATS))
        self.reply = DayField(reply_day(self.day.day(), today), earliest=today)
        self._lay_out()
        self.theme.currentIndexChanged.connect(self._take_theme)
        self.day.dateChanged.connect(self._take_day)
        (self.who or self.theme).setFocus()

    def accept(self) -> None:
        """Hand the event over, or say what does not fit."""
        if self.who is not None and self.who.found.value() is None:
            self.refuse(_("Choose the client who is invited."))
            self.who.setFocus()
            return
        event = self._event()
        try:
            checked(self._titled_event(event), self._today)
        except BadEvent as error:
            self.refuse(sentence(error))
            self._fields()[error.fault].setFocus()
            return
        super().accept()
        self._answer(event, self.who.ref() if self.who else "")

    def _event(self) -> ClientEvent:
        own, seats = self.theme.value() is None, self.seats.value()
        return ClientEvent(
            theme="" if own else str(self.theme.value()),
            title=self.title.text() if own else "",
            day=self.day.day(),
            start=self.start.moment(),
            end=self.end.moment(),
            speakers=self.speakers.text(),
            seats=int(seats) if seats is not None and seats == int(seats) else 0,
            reply_by=self.reply.day(),
        )

    def _titled_event(self, event: ClientEvent) -> ClientEvent:
        """As it will be for each household: what its projects call for is found later."""
        by_projects = self.theme.value() == ""
        return replace(event, title=self.theme.currentText()) if by_projects else event

    def _fields(self) -> dict[EventFault, QWidget]:
        """Where each fault is mended."""
        own = self.theme.value() is None and len(self.title.text()) > len(self.speakers.text())
        return {
            EventFault.NO_TITLE: self.title,
            EventFault.NO_SPEAKERS: self.speakers,
            EventFault.TOO_LONG: self.title if own else self.speakers,
            EventFault.NOT_AHEAD: self.day,
            EventFault.ENDS_EARLY: self.end,
            EventFault.REPLY_DAY: self.reply,
            EventFault.SEATS: self.seats,
        }

    def _lay_out(self) -> None:
        if self.who is not None:
            self.fields.addWidget(self.who)
        self.fields.addWidget(Labelled(_("Subject"), self.theme))
        self.fields.addWidget(self._titled)
        self._titled.hide()
        self._add_row(
            Labelled(_("Day"), self.day),
            Labelled(_("From"), self.start),
            Labelled(_("Until"), self.end),
        )
        self.fields.addWidget(Labelled(_("Who speaks, as it stands after “with”"), self.speakers))
        self._add_row(
            Labelled(_("Answers hoped for before"), self.reply), Labelled(_("Seats"), self.seats)
        )
        said = _("Who wants no events or no letters, or is in a grave time, gets no invitation.")
        self.fields.addWidget(NoteBox(Mood.INFO, said))

    def _add_row(self, *fields: QWidget) -> None:
        row = QHBoxLayout()
        row.setSpacing(sizes.M)
        for field in fields:
            row.addWidget(field, 1)
        self.fields.addLayout(row)

    def _take_theme(self) -> None:
        own = self.theme.value() is None
        self._titled.setVisible(own)
        self.refit()
        if own:
            self.title.setFocus()

    def _take_day(self) -> None:
        """Another day asks for its own day to answer by."""
        day = reply_day(self.day.day(), self._today)
        self.reply.setDate(day)  # type: ignore[arg-type] # PySide takes a date of Python


def _themes() -> Iterator[tuple[str, object]]:
    yield _("What the projects of each call for"), ""
    for theme in event_themes():
        yield theme.title.in_language(language()), theme.code
    yield _("Another subject"), None


def invitation_title() -> str:
    """What the question asks."""
    return _("Invite to an event?")
