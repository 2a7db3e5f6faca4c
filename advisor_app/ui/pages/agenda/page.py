"""The agenda: a week with its meetings, the month beside it, and who waits for a time."""

from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.i18n import _
from advisor_app.i18n.agenda_words import week_title
from advisor_app.ui.changes import Changes, Topic
from advisor_app.ui.pages.agenda.doing import Doing
from advisor_app.ui.pages.agenda.header import DAY, WEEK, AgendaHeader, stepped
from advisor_app.ui.pages.agenda.invitation import save_invitation
from advisor_app.ui.pages.agenda.menu import Deeds, entries, open_menu
from advisor_app.ui.pages.agenda.month import MonthCard
from advisor_app.ui.pages.agenda.placing import Placing
from advisor_app.ui.pages.agenda.planning import Planning
from advisor_app.ui.pages.agenda.waiting import WaitingCard
from advisor_app.ui.pages.agenda.ways import Ways, actions
from advisor_app.ui.parts.actions import Action
from advisor_app.ui.parts.card import Card
from advisor_app.ui.parts.discreet import Private
from advisor_app.ui.parts.page import Ask, Page
from advisor_app.ui.parts.reading import read_into
from advisor_app.ui.parts.requests import DaySheets, Requests, Whom
from advisor_app.ui.parts.states import Message, Stage
from advisor_app.ui.parts.text import Text
from advisor_app.ui.parts.week import WeekView
from advisor_app.ui.theme import sizes, week_sizes
from advisor_app.ui.theme.tokens import Tone
from advisor_app.ui.theme.type_scale import Type

if TYPE_CHECKING:
    from collections.abc import Mapping

    from advisor_app.bootstrap import Services
    from advisor_app.domain.agenda import PlannedMeeting
    from advisor_app.ui.pages.agenda.reading import Shown, WaitingList


class AgendaPage(Page):
    """Days, a month, and who is to be placed.

    An outcome goes out as `requests.write_up`, a booking as `requests.propose` with its time.
    """

    topics = frozenset({Topic.APPOINTMENTS, Topic.CONTACTS, Topic.SUGGESTIONS, Topic.HOURS})

    def __init__(self, ask: Ask, changes: Changes, requests: Requests, today: date) -> None:
        super().__init__(ask, changes, requests)
        self._today, self._day, self._form = today, today, WEEK
        self.doing, self.planning = Doing(self), Planning(self, today)
        self.header = AgendaHeader()
        self.week = WeekView(_("Your week"))
        self.month = MonthCard(today)
        self.waiting = WaitingCard()
        self.placing = Placing(self, self.week, self.waiting)
        self._told = Text("", Type.SMALL, Tone.SECOND, wrap=True)
        empty = Message("calendar-days", _("No day to show"), "")
        self._stage = Stage(self.week, empty, self.reload)
        self._side, self._card, self._aside = QWidget(), Card(), False
        self._lay_out()
        self._listen()

    def reload(self) -> None:
        """Ask for the days in front, then for who waits."""
        day, alone = self._day, self._form == DAY

        def read(services: "Services") -> "Shown":
            from advisor_app.ui.pages.agenda.reading import read_days

            return read_days(services, day, alone=alone)

        self._stage.wait(self.ask(self, read, self._show, self._failed))
        self._read_waiting()
        self._ask_month(self.month.days.day)

    def _read_waiting(self) -> None:
        show, failed = self.waiting.show_waiting, self.requests.failed.emit
        read_into(self.waiting.stage, self.ask, self, _read_waiting, show, failed)

    def take_focus(self) -> None:
        """The keyboard begins in the week."""
        self.week.setFocus()

    def whom(self) -> Whom | None:
        """With whom the meeting in front is, else who is to be placed."""
        from advisor_app.ui.pages.agenda.reading import whom_of_visit

        meeting = self.week.chosen()
        if meeting is not None:
            return whom_of_visit(meeting.visit)
        waiting = self.waiting.chosen()
        return None if waiting is None else waiting.whom

    def main_action(self) -> None:
        """Ctrl+Enter opens the meeting in front, or books the time."""
        meeting = self.week.chosen()
        if meeting is not None:
            self._open_menu(meeting.visit.ref)
        else:
            super().main_action()

    def print_now(self) -> None:
        """Ctrl+P shows the sheets of the day in front."""
        meeting = self.week.chosen()
        ref = meeting.visit.ref if meeting is not None else None
        day = meeting.visit.start.date() if meeting is not None else self._day
        self.requests.open_sheets.emit(DaySheets(day, ref))

    def go_to(self, day: date) -> None:
        """Show the days that hold a day."""
        self._day = day
        self.month.show_day(day)
        self.reload()

    def plan_week(self) -> None:
        """Propose a whole week at once: the one in front."""
        self.planning.open(self._day)

    def page_actions(self) -> tuple[Action, ...]:
        """The ways to other days, and a whole week at once."""
        return actions(
            Ways(
                step=self._step,
                today=self._go_today,
                date=self.month.days.setFocus,
                aside=self._turn_aside,
                is_narrow=lambda: self.window().width() < sizes.NARROW,
                plan=self.plan_week,
            )
        )

    def page_help(self) -> tuple[str, ...]:
        """How one works with the week."""
        return (
            _("Arrows move through the week, Page Up and Page Down to the weeks beside."),
            _("Enter on a meeting says what can be done with it; on a free time it books."),
            _("Shift and the arrows lift a meeting: Enter puts it down, Escape leaves it."),
            _("Who waits for a time is at the right: drag a row into the week, or press Enter."),
            _("Ctrl+Shift+W proposes a whole week at once, to change before it is kept."),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The panel gives way where the window is small."""
        super().resizeEvent(event)
        self.waiting.fit(low=self.window().height() < sizes.LOW)
        self._show_sides()

    def _turn_aside(self) -> None:
        """A small window shows the week or the panel, one at a time."""
        self._aside = not self._aside
        self._show_sides()

    def _show_sides(self) -> None:
        narrow = self.window().width() < sizes.NARROW
        self._card.setVisible(not (narrow and self._aside))
        self._side.setVisible(not narrow or self._aside)

    def _lay_out(self) -> None:
        card = self._card
        card.setAccessibleName(_("Your week"))
        inside = QVBoxLayout(card)
        inside.setContentsMargins(sizes.TIGHT, sizes.XS, sizes.TIGHT, sizes.S)
        inside.setSpacing(0)
        inside.addWidget(self._stage, 1)
        inside.addWidget(self._told)
        self._told.hide()
        left = QVBoxLayout()
        left.setSpacing(sizes.M)
        left.addWidget(self.header, 0, Qt.AlignmentFlag.AlignTop)
        left.addWidget(card, 1)
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(sizes.L)
        side.addWidget(self.month)
        hidden = _("Other clients are hidden")
        side.addWidget(Private(self.waiting, hidden, self.requests.discretion), 1)
        self._side.setFixedWidth(week_sizes.SIDE)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, sizes.M, 0, sizes.XL)
        self.keep_edge(whole)
        whole.setSpacing(sizes.L)
        whole.addLayout(left, 1)
        whole.addWidget(self._side)

    def _listen(self) -> None:
        self.header.stepped.connect(self._step)
        self.header.today.connect(self._go_today)
        self.header.formed.connect(self._form_as)
        self.month.chosen.connect(self.go_to)
        self.month.wanted.connect(self._ask_month)
        self.waiting.retried.connect(self._read_waiting)
        self.waiting.others_asked.connect(self.requests.open_today)
        self.waiting.planning_asked.connect(self.plan_week)
        week = self.week
        week.paged.connect(self._step)
        week.opened.connect(self._open_menu)
        week.menu_asked.connect(self._open_menu)
        week.moved.connect(self._move)
        week.told.connect(self._tell)
        self.requests.discretion.changed.connect(week.be_discreet)

    def _step(self, by: int) -> None:
        self.go_to(stepped(self._day, by, self._form))

    def _go_today(self) -> None:
        self.go_to(self._today)

    def _form_as(self, form: int) -> None:
        self._form = form
        self.reload()

    def _ask_month(self, month: date) -> None:
        def read(services: "Services") -> "tuple[Mapping[date, int], Mapping[date, str]]":
            from advisor_app.ui.pages.agenda.reading import read_month

            return read_month(services, month)

        read_into(
            self.month.unknown,
            self.ask,
            self,
            read,
            lambda found: self.month.days.show_month(*found),
            self.requests.failed.emit,
        )

    def _show(self, shown: "Shown") -> None:
        self.week.show_plan(shown.plan, shown.names)
        self.week.be_discreet(self.requests.discretion.on)
        self.header.show_range(week_title(shown.plan))
        self._stage.show_content()
        self.placing.show_free()
        self.titled.emit(_("Agenda"))

    def _tell(self, words: str) -> None:
        self._told.setText(words)
        self._told.setVisible(bool(words))

    def _move(self, ref: str, start: datetime) -> None:
        meeting = self.week.plan().find(ref)
        if meeting is not None:
            self.doing.move(meeting, start)

    def _open_menu(self, ref: str, where: QPoint | None = None) -> None:
        meeting, plan = self.week.plan().find(ref), self.week.plan()
        if meeting is None:
            return
        self.week.choose(ref)
        begun = meeting.visit.start <= plan.now
        offered = entries(meeting, self._deeds(meeting), begun=begun)
        open_menu(self.week, offered, where or self.week.where_is(ref))

    def _deeds(self, one: "PlannedMeeting") -> Deeds:
        from advisor_app.ui.pages.agenda.reading import letter_about, whom_of_visit

        visit, requests = one.visit, self.requests
        return Deeds(
            client=lambda: requests.open_client.emit(visit.household),
            sheet=lambda: requests.open_sheets.emit(DaySheets(visit.start.date(), visit.ref)),
            letter=lambda: requests.open_sheets.emit(letter_about(visit)),
            invitation=lambda: save_invitation(self, visit.ref),
            outcome=lambda: requests.write_up.emit(visit.ref, whom_of_visit(visit)),
            company=lambda: self.doing.accompany(one),
            confirm=lambda: self.doing.confirm(one),
            miss=lambda: self.doing.miss(one),
            cancel=lambda: self.doing.cancel(one),
        )

    def _failed(self, error: Exception) -> None:
        self._stage.show_error(
            _("The week could not be read"), _("Nothing was changed. Try again in a moment.")
        )
        self.requests.failed.emit(error)


def _read_waiting(services: "Services") -> "WaitingList":
    from advisor_app.ui.pages.agenda.reading import read_waiting

    return read_waiting(services)
