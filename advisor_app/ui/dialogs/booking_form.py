"""The right of the booking question: who comes, when, where, what about."""

from dataclasses import dataclass, field
from datetime import date, datetime

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.domain.codes import Place
from advisor_app.domain.people import Person
from advisor_app.domain.rooms import MeetingRoom, RoomNeed, holds
from advisor_app.i18n import _
from advisor_app.i18n.today_words import place_label
from advisor_app.ui.dialogs.booking_ways import ConfirmBy, Reach
from advisor_app.ui.dialogs.free_times import FreeTimesBox
from advisor_app.ui.parts.choices import Check
from advisor_app.ui.parts.fields import Choice, DayField, Labelled, TimeField
from advisor_app.ui.parts.flow import Flow
from advisor_app.ui.parts.requests import Whom
from advisor_app.ui.parts.scroll import Scroll
from advisor_app.ui.parts.text import Text
from advisor_app.ui.theme import sizes
from advisor_app.ui.theme.tokens import Tone
from advisor_app.ui.theme.type_scale import Type

# So many letters of a colleague's name have room at least.
_NAME = 14


@dataclass(frozen=True, slots=True)
class BookingChoices:
    """What can be chosen from: rooms; projects and colleagues, each by name and reference.

    `start` is the wall time that is tried first, `along` the colleague whom the suggestion asks to
    come along.
    """

    start: datetime
    rooms: tuple[MeetingRoom, ...]
    projects: list[tuple[str, str]]
    colleagues: list[tuple[str, str]]
    reach: Reach = field(default_factory=Reach)
    along: str | None = None


class BookingForm(Scroll):
    """`asked_changed`: what is free must be looked up again; `time_changed`: only the time did."""

    asked_changed = Signal()
    time_changed = Signal()

    def __init__(self, whom: Whom, today: date, choices: BookingChoices) -> None:
        super().__init__()
        start = choices.start
        self._people = [(one, Check(one.name)) for one in whom.people if one.ref]
        earliest = min(start.date(), today)
        self.day = DayField(start.date(), earliest=earliest)
        self.time = TimeField(start.time())
        self._place = Choice([(place_label(place), place) for place in Place])
        suggested = whom.suggestion.place if whom.suggestion is not None else None
        self._place.choose(whom.place or suggested)
        self._rooms = choices.rooms
        self._room = Choice([])
        self._room_row = Labelled(_("Room"), self._room, wraps=True)
        self._colleague = Choice([(_("Nobody else"), None), *choices.colleagues])
        self._colleague.choose(choices.along)
        # A long name makes no wide form: the list that opens has it whole.
        adjust = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self._colleague.setSizeAdjustPolicy(adjust)
        self._colleague.setMinimumContentsLength(_NAME)
        self.step_free = Check(_("Only where there are no steps"))
        self._project = Choice([(_("Nothing in particular"), None), *choices.projects])
        self._project.choose(whom.project)
        self.free = FreeTimesBox()
        self.ways = ConfirmBy(choices.reach)
        self._lay_out()
        self._offer_rooms()
        self._listen()

    def start(self) -> datetime:
        """The wall time that stands in the fields."""
        return datetime.combine(self.day.day(), self.time.moment())

    def chosen_people(self) -> tuple[Person, ...]:
        """Who is ticked."""
        return tuple(one for one, tick in self._people if tick.isChecked())

    def chosen_place(self) -> Place:
        """Where it is."""
        return Place(str(self._place.value()))

    def chosen_room(self) -> str | None:
        """The room's reference."""
        return _text(self._room)

    def chosen_project(self) -> str | None:
        """The project's reference."""
        return _text(self._project)

    def chosen_colleague(self) -> str | None:
        """The reference of the advisor who must be free too."""
        return _text(self._colleague)

    def _lay_out(self) -> None:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(sizes.XS, 0, sizes.S, sizes.S)
        column.setSpacing(sizes.S + 2)
        column.addLayout(self._who())
        column.addLayout(_beside(Labelled(_("Day"), self.day), Labelled(_("Time"), self.time)))
        column.addWidget(self.free)
        place = Labelled(_("Place"), self._place, wraps=True)
        along = Labelled(_("Who else of the bank comes"), self._colleague, wraps=True)
        column.addLayout(_beside(place, along))
        room = _beside(self._room_row)
        # Beside the field, whose name stands above it.
        self.step_free.setMinimumHeight(sizes.CONTROL)
        room.addWidget(self.step_free, 0, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(room)
        column.addWidget(Labelled(_("To talk about"), self._project, wraps=True))
        column.addWidget(self.ways)
        column.addStretch(1)
        self.hold(whole)

    def _who(self) -> QVBoxLayout:
        who = QVBoxLayout()
        who.setSpacing(sizes.XS + 2)
        who.addWidget(Text(_("With whom"), Type.SMALL_MEDIUM, Tone.SECOND))
        ticks = Flow(None, sizes.L)
        for _person, tick in self._people:
            tick.setChecked(True)
            tick.setAccessibleDescription(_("With whom"))
            ticks.addWidget(tick)
        who.addLayout(ticks)
        return who

    def _listen(self) -> None:
        self.day.dateChanged.connect(self.time_changed)
        self.time.timeChanged.connect(self.time_changed)
        for choice in (self._place, self._room, self._colleague):
            choice.currentIndexChanged.connect(self._asked)
        for tick in (*(tick for _person, tick in self._people), self.step_free):
            tick.toggled.connect(self._asked)

    def _asked(self) -> None:
        self._offer_rooms()
        self.asked_changed.emit()

    def _offer_rooms(self) -> None:
        """Offer the rooms that hold everybody; the chosen one stays while it does."""
        coming = len(self.chosen_people()) + (1 if self.chosen_colleague() is None else 2)
        need = RoomNeed(coming, self.step_free.isChecked())
        chosen = self._room.value()
        with QSignalBlocker(self._room):
            self._room.clear()
            self._room.addItem(_("Any that is free") if need.step_free else _("No room"), None)
            for one in self._rooms:
                if holds(one, need):
                    self._room.addItem(one.name, one.ref)
            self._room.choose(chosen)
        at_branch = self.chosen_place() is Place.BRANCH
        self._room_row.setVisible(at_branch)
        self.step_free.setVisible(at_branch)


def _beside(*parts: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(sizes.M)
    for part in parts:
        row.addWidget(part, 1)
    return row


def _text(choice: Choice) -> str | None:
    value = choice.value()
    return None if value is None else str(value)
