from collections.abc import Callable
from datetime import date, time
from typing import Any

from PySide6.QtCore import QDate, Qt, QTime
from PySide6.QtWidgets import QPushButton

from advisor_app.bootstrap import Services
from advisor_app.domain.opening import Span
from advisor_app.domain.working_plan import RoomDraft
from advisor_app.ui.dialogs.absence import AbsenceDialog
from advisor_app.ui.dialogs.room import RoomDialog
from advisor_app.ui.pages.settings.hours import HoursPane
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


def test_days_away_are_added_removed_and_taken_back(window: Open) -> None:
    opened = window("A01")
    pane = hours(opened)
    before = len(plan(opened).absences)
    press(opened, pane.absences, "Add days")
    opened.until(lambda: opened.find(AbsenceDialog) is not None)
    dialog = opened.find(AbsenceDialog)
    dialog.first.setDate(QDate(2026, 6, 1))
    dialog.last.setDate(QDate(2026, 5, 1))
    dialog.action.click()
    opened.until(dialog.problem.isVisible)
    dialog.last.setDate(QDate(2026, 6, 5))
    first = pane.absences
    dialog.action.click()
    opened.until(lambda: pane.absences is not first)
    added = plan(opened).absences
    assert len(added) == before + 1
    mine = next(one for one in added if one.draft.from_day == date(2026, 6, 1))
    second = pane.absences
    pane.absences.removed.emit(mine)
    opened.until(lambda: pane.absences is not second)
    assert len(plan(opened).absences) == before
    third = pane.absences
    opened.shell.toast.take_back()
    opened.until(lambda: pane.absences is not third)
    assert len(plan(opened).absences) == before + 1


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
