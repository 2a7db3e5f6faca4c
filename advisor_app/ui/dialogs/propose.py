"""Suggest a meeting: day, time, length, place and room; a collision is refused with its reason."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QDate, QTime
from PySide6.QtWidgets import QHBoxLayout, QWidget

from advisor_app.domain.codes import Place
from advisor_app.domain.moments import Moment
from advisor_app.domain.offers import FreeTimes
from advisor_app.i18n import _, ngettext
from advisor_app.i18n.formats import clock, long_date
from advisor_app.i18n.today_words import place_label
from advisor_app.ui.dialogs.frame import HouseDialog
from advisor_app.ui.dialogs.free_times import FreeTimesBox
from advisor_app.ui.parts.fields import Choice, DayField, Labelled, TimeField
from advisor_app.ui.parts.requests import Whom
from advisor_app.ui.parts.text import Text
from advisor_app.ui.theme import sizes
from advisor_app.ui.theme.tokens import Tone
from advisor_app.ui.theme.type_scale import Type

_LENGTHS = (30, 45, 60, 90, 120)
_TEN = time(10)
_FRIDAY = 4


@dataclass(frozen=True, slots=True)
class Wish:
    """The appointment asked for, in wall time of the branch."""

    whom: Whom
    start: datetime
    minutes: int
    place: Place
    room: str | None


class ProposeDialog(HouseDialog):
    """A plain form; the last line repeats the choice as a sentence."""

    def __init__(
        self,
        parent: QWidget,
        whom: Whom,
        today: date,
        rooms: list[tuple[str, str]],
        book: Callable[["ProposeDialog", Wish], None],
        find: Callable[["ProposeDialog", Wish], None],
    ) -> None:
        title = _("When will you see {name}?").format(name=whom.title)
        super().__init__(parent, title, "", _("Book the appointment"))
        self._whom, self._book, self._find = whom, book, find
        picked = whom.start
        self._day = DayField(picked.date() if picked else first_free_day(today), earliest=today)
        self._time = TimeField(picked.time() if picked else _TEN)
        self._minutes = Choice([(minutes_label(count), count) for count in _LENGTHS])
        self._minutes.choose(whom.minutes if whom.minutes in _LENGTHS else 60)
        self._place = Choice([(place_label(place), place) for place in Place])
        if whom.suggestion is not None and whom.suggestion.place is not None:
            self._place.choose(whom.suggestion.place)
        self._room = Choice([(_("No room"), None), *rooms])
        self._sentence = Text("", Type.BODY, Tone.ACCENT, wrap=True)
        self._free = FreeTimesBox()
        self._free.taken.connect(self._take)
        self._lay_out()
        for changed in (self._day.dateChanged, self._time.timeChanged):
            changed.connect(self._repeat)
        for choice in (self._minutes, self._place, self._room):
            choice.currentIndexChanged.connect(self._repeat)
            choice.currentIndexChanged.connect(self._look)
        self._repeat()
        self._look()

    def wish(self) -> Wish:
        """What the fields say."""
        start = datetime.combine(self._day.day(), self._time.moment())
        place = Place(str(self._place.value()))
        room = self._room.value() if place is Place.BRANCH else None
        minutes = int(str(self._minutes.value()))
        return Wish(self._whom, start, minutes, place, None if room is None else str(room))

    def accept(self) -> None:
        """Ask for the booking; the window closes when it is done, and stays when it is refused."""
        self.busy()
        self._book(self, self.wish())

    def done_well(self) -> None:
        """The appointment stands."""
        super().accept()

    def show_free(self, found: FreeTimes) -> None:
        """Show what is free for the length, place and room of the fields."""
        self._free.show_free(found, self._day.day())
        self.refit()

    def _look(self) -> None:
        self._find(self, self.wish())

    def _take(self, start: Moment) -> None:
        """Put a proposed time into the fields."""
        self._day.setDate(QDate(start.day.year, start.day.month, start.day.day))
        self._time.setTime(QTime(start.clock.hour, start.clock.minute))

    def _lay_out(self) -> None:
        for fields in (
            ((_("Day"), self._day), (_("Time"), self._time), (_("Length"), self._minutes)),
            ((_("Place"), self._place), (_("Room"), self._room)),
        ):
            row = QHBoxLayout()
            row.setSpacing(sizes.M)
            for name, field in fields:
                row.addWidget(Labelled(name, field), 1)
            self.fields.addLayout(row)
        self.fields.addWidget(self._free)
        self.fields.addWidget(self._sentence)

    def _repeat(self) -> None:
        wish = self.wish()
        self._room.setEnabled(wish.place is Place.BRANCH)
        self._free.show_day(wish.start.date())
        words = _("{name}, {day} at {time}, {length}.")
        self._sentence.setText(
            words.format(
                name=self._whom.title,
                day=long_date(wish.start.date()),
                time=clock(wish.start.time()),
                length=minutes_label(wish.minutes),
            )
        )


def first_free_day(today: date) -> date:
    """A week ahead, on a working day: letters need time to arrive."""
    ahead = today + timedelta(days=7)
    late = max(ahead.weekday() - _FRIDAY, 0)
    return ahead + timedelta(days=3 - late if late else 0)


def minutes_label(count: int) -> str:
    """A length in minutes."""
    return ngettext("{count} minute", "{count} minutes", count).format(count=count)
