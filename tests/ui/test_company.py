"""Who comes along, in a window: said, refused, taken back, and shown in the colleague's own week."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any, TypeVar, cast

import pytest
from PySide6.QtCore import Qt
from sqlalchemy import select, update
from window_walk import Window, at_work, faults, past_meeting, settle

from advisor_app.bootstrap import Services
from advisor_app.domain.agenda import PlannedMeeting
from advisor_app.domain.codes import Place
from advisor_app.i18n.agenda_words import meeting_sentence
from advisor_app.services.booking import BookingOrder
from advisor_app.storage.schema.calendar import appointment
from advisor_app.storage.schema.organisation import advisor
from advisor_app.ui.dialogs.company import CompanyDialog
from advisor_app.ui.dialogs.outcome import OutcomeDialog
from advisor_app.ui.dialogs.propose import ProposeDialog
from advisor_app.ui.pages.agenda.menu import Entry
from advisor_app.ui.pages.agenda.page import AgendaPage
from advisor_app.ui.pages.client.cards import AppointmentBox
from advisor_app.ui.parts.text import Text
from advisor_app.ui.window.routes import Route

T = TypeVar("T")


class Desk:
    """One window at work on its agenda."""

    def __init__(self, opened: Any) -> None:
        self.opened = opened
        self.opened.shell.resize(1440, 900)
        self.opened.desktop.go(Route("agenda"))
        settle(self.opened)
        page = self.opened.desktop.page()
        assert isinstance(page, AgendaPage)
        self.page = page

    def ask(self, work: Callable[[Services], T]) -> T:
        found: list[T] = []
        self.opened.desktop._ask(self.opened.shell, work, found.append)
        self.opened.until(lambda: found)
        return found[0]

    def coming(self) -> PlannedMeeting:
        """A meeting with one client, whose room seats one more."""
        plan = self.page.week.plan()
        every = (one for day in plan.days for one in day.meetings)
        return next(
            one
            for one in every
            if one.to_come
            and one.visit.start > plan.now
            and one.visit.place is Place.BRANCH
            and len(one.visit.people) == 1
        )

    def again(self, ref: str) -> PlannedMeeting:
        settle(self.opened)
        found = self.page.week.plan().find(ref)
        assert found is not None
        return found

    def asked(self) -> CompanyDialog:
        settle(self.opened)
        (dialog,) = [
            one for one in self.opened.shell.findChildren(CompanyDialog) if one.isVisible()
        ]
        return cast("CompanyDialog", dialog)


@pytest.fixture
def desk(window: Window) -> Desk:
    return Desk(at_work(window("A01")))


def bring(desk: Desk, one: PlannedMeeting) -> str:
    """Bring the first colleague along, by the dialog; gives back his reference."""
    desk.page.doing.accompany(one)
    dialog = desk.asked()
    dialog.who.setCurrentIndex(1)
    ref = str(dialog.who.value())
    dialog.accept()
    settle(desk.opened)
    return ref


def name_of(desk: Desk, ref: str) -> str:
    return desk.ask(
        lambda services: next(one.name for one in services.setup.advisors() if one.ref == ref)
    )


def test_who_comes_along_is_said_taken_back_and_said_again(desk: Desk) -> None:
    one = desk.coming()
    ref = one.visit.ref
    colleague = name_of(desk, bring(desk, one))
    assert desk.again(ref).visit.colleague == colleague
    assert f"with {colleague}" in meeting_sentence(desk.again(ref), {})
    desk.opened.desktop.history.undo()
    assert desk.again(ref).visit.colleague is None
    desk.opened.desktop.history.redo()
    assert desk.again(ref).visit.colleague == colleague

    desk.page.doing.accompany(desk.again(ref))
    dialog = desk.asked()
    assert dialog.who.currentText().startswith(colleague)
    dialog.who.choose(None)
    dialog.accept()
    assert desk.again(ref).visit.colleague is None


@pytest.fixture
def offered(monkeypatch: pytest.MonkeyPatch) -> list[Entry]:
    """What the menu of the meeting in front offers, once Enter was pressed."""
    found: list[Entry] = []
    monkeypatch.setattr(
        "advisor_app.ui.pages.agenda.page.open_menu",
        lambda _week, entries, _where: found.extend(entries),
    )
    return found


def test_the_menu_offers_it_and_the_keyboard_answers_it(desk: Desk, offered: list[Entry]) -> None:
    one = desk.coming()
    desk.page.week.choose(one.visit.ref)
    desk.opened.qtbot.keyClick(desk.page.week, Qt.Key.Key_Return)
    (entry,) = [entry for entry in offered if entry.words.startswith("Who else")]
    entry.deed()
    dialog = desk.asked()
    assert not list(faults("who comes along", dialog))
    desk.opened.qtbot.keyClick(dialog.who, Qt.Key.Key_Down)
    chosen = str(dialog.who.value())
    desk.opened.qtbot.keyClick(dialog, Qt.Key.Key_Return)
    settle(desk.opened)
    assert desk.again(one.visit.ref).visit.colleague == name_of(desk, chosen)


def test_a_colleague_who_is_taken_is_refused_with_the_reason(desk: Desk) -> None:
    one = desk.coming()
    desk.page.doing.accompany(one)
    dialog = desk.asked()
    dialog.who.setCurrentIndex(1)
    colleague = str(dialog.who.value())
    met = {person.ref for person in one.visit.people}

    def take(services: Services) -> str:
        whom = services.search.find("a").clients
        other = next(
            person.ref for found in whom for person in found.clients if person.ref not in met
        )
        minutes = (one.visit.end - one.visit.start) // timedelta(minutes=1)
        order = BookingOrder((other,), one.visit.start, minutes, advisor=colleague)
        return services.appointments.book(order).ref

    desk.ask(take)
    dialog.accept()
    settle(desk.opened)
    assert dialog.isVisible()
    assert dialog.problem.isVisible()
    assert name_of(desk, colleague) in " ".join(
        text.text() for text in dialog.problem.findChildren(Text)
    )
    assert dialog.action.isEnabled()
    dialog.reject()
    assert desk.again(one.visit.ref).visit.colleague is None


def test_the_colleague_sees_whose_meeting_it_is_and_cannot_move_it(
    desk: Desk, window: Window, offered: list[Entry]
) -> None:
    one = desk.coming()
    ref = one.visit.ref
    colleague = bring(desk, one)
    host = desk.ask(lambda services: services.advisor.name)  # type: ignore[union-attr] # A01 is
    desk.opened.session.end()
    desk.opened.shell.hide()

    opened = window(colleague)
    opened.until(lambda: opened.find(type(desk.opened.desktop)) is not None)
    settle(opened)
    his = Desk(opened)
    joined = his.again(ref)
    assert (joined.visit.host, joined.visit.people) == (host, one.visit.people)
    assert f"you join {host}" in meeting_sentence(joined, {})
    his.page.week.choose(ref)
    his.opened.qtbot.keyClick(his.page.week, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert his.page.week.scene.lifted is None
    his.opened.qtbot.keyClick(his.page.week, Qt.Key.Key_Return)
    assert [entry.words for entry in offered] == ["Open the client's page", "Show the sheet"]


def test_the_clients_page_says_who_comes_and_asks_for_it(desk: Desk) -> None:
    one = desk.coming()
    desk.opened.desktop.go(Route("client", one.visit.household))
    settle(desk.opened)
    page = desk.opened.desktop.page()
    offered = {action.words: action for action in page.page_actions()}
    offered["Who else of the bank comes…"].deed()
    dialog = desk.asked()
    dialog.who.setCurrentIndex(1)
    colleague = name_of(desk, str(dialog.who.value()))
    dialog.accept()
    settle(desk.opened)
    said = [
        text.text()
        for card in page.findChildren(AppointmentBox)
        for text in card.findChildren(Text)
    ]
    assert any(words.endswith(f"and {colleague}") for words in said)
    desk.opened.desktop.history.undo()
    settle(desk.opened)


def test_whoever_served_before_may_be_asked_while_booking(desk: Desk) -> None:
    one = desk.coming()
    desk.opened.desktop.go(Route("client", one.visit.household))
    settle(desk.opened)
    refs = tuple(person.ref for person in one.visit.people if person.ref)
    possible = desk.ask(lambda services: services.companions.possible(refs))
    desk.opened.desktop._requests.propose.emit(desk.opened.desktop.page().whom())
    settle(desk.opened)
    (dialog,) = [one for one in desk.opened.shell.findChildren(ProposeDialog) if one.isVisible()]
    choice = dialog.form._colleague
    assert [choice.itemData(place) for place in range(1, choice.count())] == [
        companion.ref for companion in possible
    ]
    dialog.reject()


def test_the_outcome_says_whether_who_was_to_come_along_came(desk: Desk) -> None:
    desk.opened.desktop.go(Route("today"))
    settle(desk.opened)
    ref, whom = past_meeting(desk.opened)
    benali = select(advisor.c.id).where(advisor.c.ref == "A02").scalar_subquery()

    def join(services: Services) -> None:
        with services.companions._desk.writing() as transaction:
            its = update(appointment).where(appointment.c.ref == ref)
            transaction.execute(its.values(colleague_id=benali))

    desk.ask(join)
    desk.opened.desktop._requests.write_up.emit(ref, whom)
    settle(desk.opened)
    (dialog,) = desk.opened.shell.findChildren(OutcomeDialog)
    assert dialog.outcome().colleagues == ("A02",)
    ((_who, box),) = dialog._company
    assert box.isVisible()
    box.setChecked(False)
    assert dialog.outcome().colleagues == ()
    dialog.reject()
    settle(desk.opened)
