from collections.abc import Callable
from dataclasses import replace
from datetime import date, time
from typing import Any, TypeVar, cast

from PySide6.QtCore import QDate, Qt, QTime
from PySide6.QtWidgets import QBoxLayout, QPushButton

from advisor_app.bootstrap import Services
from advisor_app.domain.opening import DatedHours, Span
from advisor_app.domain.working_plan import AbsenceDraft, RoomDraft
from advisor_app.services.slots import SlotQuestion
from advisor_app.ui.dialogs.absence import AbsenceDialog
from advisor_app.ui.dialogs.dated_hours import DatedHoursDialog
from advisor_app.ui.dialogs.room import RoomDialog
from advisor_app.ui.pages.settings.hours import HoursPane
from advisor_app.ui.pages.settings.plan_cards import MOST_OUTSIDE
from advisor_app.ui.pages.settings.week_card import WeekCard
from advisor_app.ui.parts.requests import SettingsAt
from advisor_app.ui.window.routes import Route

Open = Callable[[str | None], Any]
LEFT = Qt.MouseButton.LeftButton


def hours(opened: Any) -> HoursPane:
    opened.until(opened.shell.pages.count)
    opened.desktop.go(Route("settings", SettingsAt("hours")))
    pane = opened.shell.findChild(HoursPane)
    assert isinstance(pane, HoursPane)
    opened.until(lambda: pane.week is not None)
    return pane


def plan(opened: Any) -> Any:
    found: list[Any] = []

    def work(services: Services) -> Any:
        return services.working_plans.plan()

    opened.session._tasks.run(opened.shell, work, found.append)
    opened.until(lambda: found)
    return found[0]


def latest_start(opened: Any, day: date) -> time:
    """The last time that the finder offers on a day, to a client of the advisor."""
    found: list[time] = []

    def work(services: Services) -> time:
        ref = next(iter(services.presence.flags())).ref
        free = services.slots.find(SlotQuestion((ref,), 30, advisors=("A01",), since=day, weeks=1))
        return free.days[0].starts[-1].clock

    opened.session._tasks.run(opened.shell, work, found.append)
    opened.until(lambda: found)
    return found[0]


D = TypeVar("D")


def asked(opened: Any, kind: type[D]) -> D:
    """The dialog that opened last."""
    opened.until(lambda: opened.find(kind) is not None)
    return cast("D", opened.shell.findChildren(kind)[-1])


def after(opened: Any, pane: HoursPane, deed: Callable[[], object]) -> None:
    """Do something, and wait until the pane shows what became of it."""
    shown = pane.week
    deed()
    opened.until(lambda: pane.week is not shown)


def press(opened: Any, card: Any, name: str) -> None:
    button = next(one for one in card.findChildren(QPushButton) if name in one.text())
    opened.qtbot.mouseClick(button, LEFT)


def test_hours_are_a_draft_until_they_are_kept(window: Open) -> None:
    opened = window("A01")
    pane = hours(opened)
    before = plan(opened)
    assert pane.week is not None
    monday = pane.week.days[1].parts[0]
    monday.on.setChecked(True)
    monday.first.setTime(QTime(8, 30))
    assert plan(opened).own == before.own
    first = pane.week
    opened.qtbot.mouseClick(pane.week.keep, LEFT)
    opened.until(lambda: pane.week is not first)
    kept = plan(opened).own
    assert kept[1] == (Span(time(8, 30), time(12)),)
    usual = {day: spans for day, spans in before.usual.items() if spans}
    press(opened, pane.week, "Back to the branch")
    opened.until(lambda: pane.week is not None and pane.week.week() == usual)
    assert plan(opened).own == {}


def test_hours_without_meaning_are_refused_in_place(window: Open) -> None:
    opened = window("A01")
    pane = hours(opened)
    assert pane.week is not None
    pane.week.days[2].parts[0].last.setTime(QTime(8, 0))
    pane.main_action()
    opened.until(lambda: pane.week is not None and pane.week.problem.isVisible())
    assert "end before they begin" in pane.week.problem._text.text()


def test_days_away_are_added_changed_and_taken_back(window: Open) -> None:
    opened = window("A01")
    pane = hours(opened)
    before = plan(opened).absences
    press(opened, pane.absences, "Add days")
    dialog = asked(opened, AbsenceDialog)
    dialog.first.setDate(QDate(2026, 6, 1))
    dialog.last.setDate(QDate(2026, 5, 1))
    dialog.action.click()
    opened.until(dialog.problem.isVisible)
    dialog.last.setDate(QDate(2026, 6, 5))
    colleague = plan(opened).colleagues[0]
    dialog.substitute.choose(colleague.ref)
    dialog.kind.choose("Leave")
    after(opened, pane, dialog.action.click)
    (mine,) = set(plan(opened).absences) - set(before)
    assert mine.draft == AbsenceDraft(
        date(2026, 6, 1), date(2026, 6, 5), "Leave", substitute=colleague.ref
    )
    assert mine.stands_in == colleague.name
    assert pane.absences is not None
    pane.absences.changed.emit(mine)
    dialog = asked(opened, AbsenceDialog)
    assert dialog.reason() == "Leave"
    dialog.kind.setCurrentIndex(dialog.kind.count() - 1)
    dialog.words.setText("Course in Lyon")
    after(opened, pane, dialog.action.click)
    (changed,) = set(plan(opened).absences) - set(before)
    assert changed.draft == replace(mine.draft, reason="Course in Lyon")
    after(opened, pane, opened.desktop.history.undo)
    assert mine in plan(opened).absences


def test_new_days_away_are_removed_and_taken_back(window: Open) -> None:
    opened = window("A01")
    pane = hours(opened)
    before = plan(opened).absences
    press(opened, pane.absences, "Add days")
    dialog = asked(opened, AbsenceDialog)
    dialog.whose.setCurrentIndex(1)
    assert not dialog.substitute.isEnabled()
    after(opened, pane, dialog.action.click)
    (mine,) = set(plan(opened).absences) - set(before)
    after(opened, pane, lambda: pane.absences and pane.absences.removed.emit(mine))
    assert plan(opened).absences == before
    after(opened, pane, opened.desktop.history.undo)
    (again,) = set(plan(opened).absences) - set(before)
    assert again.draft == mine.draft


def test_adding_days_away_is_taken_back(window: Open) -> None:
    opened = window("A01")
    pane = hours(opened)
    before = plan(opened).absences
    press(opened, pane.absences, "Add days")
    after(opened, pane, asked(opened, AbsenceDialog).action.click)
    after(opened, pane, opened.shell.toast.take_back)
    assert plan(opened).absences == before


def test_a_late_evening_is_kept_obeyed_moved_and_taken_back(window: Open) -> None:
    opened = window("A01")
    pane = hours(opened)
    before = plan(opened).dated
    press(opened, pane.dated, "Other hours")
    dialog = asked(opened, DatedHoursDialog)
    dialog.first.setDate(QDate(2026, 5, 5))
    dialog.last.setDate(QDate(2026, 5, 5))
    usual = dialog.hours.spans()
    assert usual == (plan(opened).own or plan(opened).usual)[2]
    dialog.hours.parts[2].on.setChecked(True)
    after(opened, pane, dialog.action.click)
    evening = Span(time(18), time(20))
    told = DatedHours(date(2026, 5, 5), date(2026, 5, 5), (*usual, evening), of_advisor=True)
    assert set(plan(opened).dated) - set(before) == {told}
    assert latest_start(opened, date(2026, 5, 5)) >= time(18)
    assert pane.dated is not None
    pane.dated.changed.emit(told)
    dialog = asked(opened, DatedHoursDialog)
    dialog.first.setDate(QDate(2026, 5, 6))
    after(opened, pane, dialog.action.click)
    moved = replace(told, from_day=date(2026, 5, 6), until_day=date(2026, 5, 6))
    assert set(plan(opened).dated) - set(before) == {moved}
    after(opened, pane, opened.desktop.history.undo)
    assert set(plan(opened).dated) - set(before) == {told}
    after(opened, pane, lambda: pane.dated and pane.dated.removed.emit(told))
    assert plan(opened).dated == before
    assert latest_start(opened, date(2026, 5, 5)) < time(18)
    after(opened, pane, opened.desktop.history.undo)
    assert set(plan(opened).dated) - set(before) == {told}


def test_other_hours_without_any_hour_are_refused_in_place(window: Open) -> None:
    opened = window("A01")
    pane = hours(opened)
    before = plan(opened).dated
    press(opened, pane.dated, "Other hours")
    dialog = asked(opened, DatedHoursDialog)
    dialog.hours.show_spans(())
    dialog.action.click()
    assert dialog.problem.isVisible()
    dialog.reject()
    assert plan(opened).dated == before


def test_rooms_are_added_and_changed(window: Open) -> None:
    opened = window("A01")
    pane = hours(opened)
    press(opened, pane.rooms, "Add a room")
    opened.until(lambda: opened.find(RoomDialog) is not None)
    dialog = opened.find(RoomDialog)
    dialog.action.click()
    opened.until(dialog.problem.isVisible)
    dialog.name.setText("Blue room")
    dialog.seats.choose(4)
    dialog.step_free.setChecked(True)
    first = pane.rooms
    dialog.action.click()
    opened.until(lambda: pane.rooms is not first)
    room = next(one for one in plan(opened).rooms if one.draft.name == "Blue room")
    assert room.draft == RoomDraft("Blue room", 4, step_free=True)


def test_capacity_is_kept_as_it_is_chosen(window: Open) -> None:
    opened = window("A01")
    pane = hours(opened)
    assert pane.rhythm is not None
    pane.rhythm.capacity.choose(12)
    first = pane.rhythm
    pane.rhythm.capacity.activated.emit(pane.rhythm.capacity.currentIndex())
    opened.until(lambda: pane.rhythm is not first)
    assert plan(opened).capacity == 12


def test_week_capacity_opening_and_rooms_are_taken_back(window: Open) -> None:
    opened = window("A01")
    pane = hours(opened)
    before = plan(opened)
    assert pane.week is not None
    pane.week.days[1].parts[0].on.setChecked(True)
    after(opened, pane, pane.main_action)
    assert plan(opened).own != before.own
    after(opened, pane, opened.desktop.history.undo)
    assert plan(opened).own == before.own

    assert pane.rhythm is not None
    pane.rhythm.capacity.choose(7)
    after(opened, pane, lambda: pane.rhythm.capacity.activated.emit(0))
    assert plan(opened).capacity == 7
    after(opened, pane, opened.desktop.history.undo)
    assert plan(opened).capacity == before.capacity

    other = next(code for code in before.openings if code != before.opening)
    pane.rhythm.opening.choose(other)
    after(opened, pane, lambda: pane.rhythm.opening.activated.emit(0))
    assert plan(opened).opening == other
    after(opened, pane, opened.desktop.history.undo)
    assert plan(opened).opening == before.opening

    room = before.rooms[0]
    pane.rooms.changed.emit(room)
    dialog = asked(opened, RoomDialog)
    dialog.name.setText("Another name")
    after(opened, pane, dialog.action.click)
    assert room not in plan(opened).rooms
    after(opened, pane, opened.desktop.history.undo)
    assert plan(opened).rooms == before.rooms


def test_what_no_longer_fits_shows_above_the_hours_and_opens_its_client(window: Open) -> None:
    opened = window("A01")
    pane = hours(opened)
    found: list[Any] = []

    def nothing_on_tuesdays(services: Services) -> Any:
        week = services.working_plans.plan().usual
        services.working_plans.set_week({day: spans for day, spans in week.items() if day != 2})
        return services.outside.here()

    opened.session._tasks.run(opened.shell, nothing_on_tuesdays, found.append)
    opened.until(lambda: found)
    assert found[0]
    after(opened, pane, pane.reload)
    card = pane.outside
    assert card is not None
    assert pane._cards.indexOf(card) == 0
    buttons = [one for one in card.findChildren(QPushButton) if one.isVisibleTo(card)]
    assert len(buttons) == min(len(found[0]), MOST_OUTSIDE)
    opened.qtbot.mouseClick(buttons[0], LEFT)
    opened.until(lambda: opened.desktop.route().page == "client")
    assert opened.desktop.route().about == found[0][0].client


def test_the_parts_of_a_day_stand_below_each_other_in_a_narrow_window(window: Open) -> None:
    opened = window("A01")
    opened.until(opened.shell.pages.count)
    card = WeekCard(plan(opened))
    opened.qtbot.addWidget(card)
    ways = QBoxLayout.Direction
    card.show()
    for wide, way in ((546, ways.TopToBottom), (1100, ways.LeftToRight), (546, ways.TopToBottom)):
        card.resize(wide, 900)
        assert {fields._box.direction() for fields in card.days.values()} == {way}
