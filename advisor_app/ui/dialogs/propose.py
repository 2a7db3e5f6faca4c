"""Suggest a meeting: a week beside the questions who, when, where and what about.

A collision is named as soon as it shows, and refused with its reason by the store.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from PySide6.QtCore import QDate, QSize, QTime
from PySide6.QtWidgets import QBoxLayout, QDialogButtonBox, QVBoxLayout, QWidget

from advisor_app.domain.agenda import (
    Stretch,
    WeekPlan,
    hold_until,
    kept_around,
    minutes_of,
)
from advisor_app.domain.booking import kind_of
from advisor_app.domain.codes import Place
from advisor_app.domain.moments import Moment
from advisor_app.domain.offers import FreeTimes
from advisor_app.i18n import _
from advisor_app.i18n.agenda_words import collision_words, kept_sentence
from advisor_app.i18n.formats import clock, day_and_month, long_date
from advisor_app.i18n.people_words import family_name
from advisor_app.playbooks.meeting_types import meeting_kinds
from advisor_app.ui.dialogs.booking_form import BookingChoices, BookingForm
from advisor_app.ui.dialogs.booking_week import BookingWeek
from advisor_app.ui.dialogs.booking_wish import Wish, minutes_label
from advisor_app.ui.dialogs.frame import HouseDialog
from advisor_app.ui.parts.buttons import Button, Kind
from advisor_app.ui.parts.requests import Whom
from advisor_app.ui.parts.text import Text
from advisor_app.ui.parts.week import FreeBlock, Wished
from advisor_app.ui.tasks import Asked
from advisor_app.ui.theme import sizes, week_sizes
from advisor_app.ui.theme.tokens import Tone
from advisor_app.ui.theme.type_scale import Type

_Way = QBoxLayout.Direction


@dataclass(frozen=True, slots=True)
class Booker:
    """What the dialog asks of the window: to book, to find free times, to read a week.

    `weigh` asks how full a day would be, `accept` lets a suggestion wait for a time.
    """

    book: Callable[["ProposeDialog", Wish], None]
    find: Callable[["ProposeDialog", Wish], Asked]
    read: Callable[["ProposeDialog", date], Asked]
    weigh: Callable[["ProposeDialog", date], None]
    accept: Callable[["ProposeDialog", Whom], None]


class ProposeDialog(HouseDialog):
    """The week at the left, the form at the right; the last line repeats the choice."""

    def __init__(
        self,
        parent: QWidget,
        whom: Whom,
        today: date,
        choices: BookingChoices,
        booker: Booker,
    ) -> None:
        super().__init__(parent, propose_title(whom.title), "", _("Book the appointment"))
        self._whom, self._booker, self._today = whom, booker, today
        self._plan: WeekPlan | None = None
        self._found: FreeTimes | None = None
        self._untouched = None if whom.start else choices.start
        self.form = BookingForm(whom, today, choices)
        self.beside = BookingWeek(whom.minutes)
        self._sentence = Text("", Type.BODY_STRONG, Tone.ACCENT, wrap=True)
        self._kept = Text("", Type.SMALL, Tone.SECOND, wrap=True)
        self.full = Text("", Type.SMALL, Tone.WARN, wrap=True)
        self._weighed: date | None = None
        self._asked = choices.start.date()
        self.hold = Button("", Kind.SECONDARY, icon="calendar-clock")
        self.wait = Button(_("Choose the time later"), Kind.GHOST)
        self._lay_out()
        self._listen()
        self._repeat()
        self._read(self._asked)
        self._look()

    def wish(self) -> Wish:
        """What the fields say."""
        form, place = self.form, self.form.chosen_place()
        return Wish(
            whom=replace(self._whom, people=form.chosen_people(), project=form.chosen_project()),
            start=form.start(),
            minutes=self.beside.minutes(),
            place=place,
            room=form.chosen_room() if place is Place.BRANCH else None,
            colleague=form.chosen_colleague(),
            step_free=form.step_free.isChecked(),
            reminder=form.ways.reminder(),
            letter=form.ways.letter.isChecked(),
            mail=form.ways.mail.isChecked(),
        )

    def accept(self) -> None:
        """Ask for the booking; the window closes when it is done, and stays when it is refused."""
        self._ask(self.wish())

    def propose(self) -> None:
        """Ask for the time to be held until the client answers."""
        wish = self.wish()
        self._ask(replace(wish, until=hold_until(self._today, wish.start)))

    def done_well(self) -> None:
        """The appointment stands."""
        super().accept()

    def refuse(self, sentence: str) -> None:
        """Say why it cannot be done, and stay open."""
        super().refuse(sentence)
        self.hold.setEnabled(True)

    def show_free(self, found: FreeTimes) -> None:
        """Show what is free for the length, place and room of the fields."""
        self._found = found
        # Nobody chose a time yet: the first of the two stands in the fields.
        if self.form.start() == self._untouched and found.offers:
            self._take(found.offers[0].start)
        self._untouched = None
        self.form.free.show_free(found, self.form.day.day())
        self._draw()

    def show_plan(self, plan: WeekPlan, names: dict[str, str]) -> None:
        """Show the week of the chosen day."""
        self._plan = plan
        self.beside.show_plan(plan, names)
        self._draw()

    def show_full(self, day: date, words: str) -> None:
        """Say what this meeting makes too full on a day, where it is still the chosen one."""
        if day == self.form.start().date():
            self.full.setText(words)
            self.full.setVisible(bool(words))

    def refit(self) -> None:
        """Keep the size of the window around it: both sides scroll by themselves."""

    def _begin(self) -> None:
        """The question is when: the arrows beside the week come first, and are not what is asked."""
        self.form.day.setFocus()

    def take_size(self) -> None:
        """Leave the week away where there is no room for it beside the form."""
        wide = min(week_sizes.DIALOG, self._around.width() - 2 * sizes.L)
        beside = wide >= week_sizes.FORM + week_sizes.WEEK
        self.beside.setVisible(beside)
        # Without the week, what repeats the choice stands below the form.
        self._sides.setDirection(_Way.LeftToRight if beside else _Way.BottomToTop)
        self._sides.setStretch(0, int(beside))
        self._sides.setStretch(1, int(not beside))
        super().take_size()

    def full_size(self, around: QSize) -> QSize:
        """As much of the window as the design has, and no more than there is."""
        wide = min(week_sizes.DIALOG, around.width() - 2 * sizes.L)
        high = min(week_sizes.DIALOG_HEIGHT, around.height() - 2 * sizes.L)
        return QSize(max(wide, self.minimumWidth()), high)

    def _ask(self, wish: Wish) -> None:
        if not wish.whom.people:
            self.refuse(_("Choose who comes."))
            return
        self.busy()
        self.hold.setEnabled(False)
        self._booker.book(self, wish)

    def _read(self, day: date) -> None:
        self._asked = day
        self.beside.stage.wait(self._booker.read(self, day))

    def _look(self) -> None:
        if self.form.chosen_people():
            self.form.free.stage.wait(self._booker.find(self, self.wish()))

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._sentence)
        words.addWidget(self._kept)
        words.addWidget(self.full)
        self.full.hide()
        left = QVBoxLayout()
        left.setSpacing(sizes.M)
        left.addWidget(self.beside, 1)
        left.addLayout(words)
        self._sides = QBoxLayout(_Way.LeftToRight)
        self._sides.setSpacing(sizes.L)
        self._sides.addLayout(left)
        self.form.setMinimumWidth(week_sizes.FORM)
        self._sides.addWidget(self.form)
        self.fields.addLayout(self._sides, 1)
        self.body.fill()
        box = self.findChild(QDialogButtonBox)
        if isinstance(box, QDialogButtonBox):
            if self._whom.suggestion is not None:
                box.addButton(self.wait, QDialogButtonBox.ButtonRole.ActionRole)
            box.addButton(self.hold, QDialogButtonBox.ButtonRole.ActionRole)
        self.wait.clicked.connect(lambda: self._booker.accept(self, self._whom))
        self.hold.clicked.connect(self.propose)

    def _listen(self) -> None:
        form, beside = self.form, self.beside
        form.time_changed.connect(self._repeat)
        form.day.dateChanged.connect(lambda: self._follow(form.day.day()))
        for changed in (form.asked_changed, beside.length_changed):
            changed.connect(self._repeat)
            changed.connect(self._look)
        form.free.taken.connect(self._take)
        beside.stepped.connect(self._step)
        beside.retried.connect(lambda: self._read(self._asked))
        form.free.retried.connect(self._look)
        beside.view.taken.connect(self._take_wall)
        beside.view.pointed.connect(self._take_wall)

    def _follow(self, day: date) -> None:
        if self._plan is None or not self._plan.first <= day <= self._plan.last:
            self._read(day)

    def _step(self, by: int) -> None:
        if self._plan is not None:
            self._read(self._plan.first + timedelta(days=7 * by))

    def _take(self, start: Moment) -> None:
        """Put a proposed time into the fields."""
        self._take_wall(start.wall)

    def _take_wall(self, start: datetime) -> None:
        self.form.day.setDate(QDate(start.year, start.month, start.day))
        self.form.time.setTime(QTime(start.hour, start.minute))

    def _repeat(self) -> None:
        wish = self.wish()
        self.form.free.show_day(wish.start.date())
        if self._weighed != wish.start.date():
            self._weighed = wish.start.date()
            self._booker.weigh(self, self._weighed)
        words = _("{name}, {day} at {time}, {length}.")
        self._sentence.setText(
            words.format(
                name=self._whom.title,
                day=long_date(wish.start.date()),
                time=clock(wish.start.time()),
                length=minutes_label(wish.minutes),
            )
        )
        until = hold_until(self._today, wish.start)
        self.hold.setText(
            _("Propose, and hold it until {day}").format(day=day_and_month(until.date()))
        )
        self._draw()

    def _draw(self) -> None:
        """Show the chosen time in the week, the times to propose, and what it runs into."""
        wish = self.wish()
        start = minutes_of(wish.start.time())
        when = Stretch(start, min(start + wish.minutes, 24 * 60))
        kind = kind_of(meeting_kinds(), wish.place, wish.minutes)
        kept = kept_around("", when, kind)
        day = wish.start.date()
        name = family_name(wish.whom.people)
        self.beside.view.show_wished(Wished(day, when, self._whom.title, kept, name))
        self.beside.view.show_free(self._free_blocks(wish))
        plan = self._plan
        planned = next((one for one in plan.days if one.day == day), None) if plan else None
        said = collision_words(planned, when) if planned else ""
        self._kept.setText(said or kept_sentence(kept))
        self._kept.set_tone(Tone.DANGER if said else Tone.SECOND)

    def _free_blocks(self, wish: Wish) -> tuple[FreeBlock, ...]:
        offers = self._found.offers if self._found is not None else ()
        return tuple(
            FreeBlock(offer.start.day, _stretch(offer.start, wish.minutes), _("Suggested"))
            for offer in offers
            if offer.start.wall != wish.start
        )


def _stretch(start: Moment, minutes: int) -> Stretch:
    begins = minutes_of(start.clock)
    return Stretch(begins, begins + minutes)


def propose_title(name: str) -> str:
    """What the question asks, of clients of a name."""
    return _("When will you see {name}?").format(name=name)
