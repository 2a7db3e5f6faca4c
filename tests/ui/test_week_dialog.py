"""A whole week planned in a window: changed by keyboard and mouse, kept, and taken back."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from window_walk import Window, at_work, settle

from advisor_app.domain.codes import AppointmentStatus, Place
from advisor_app.domain.week_proposal import WhyLeft
from advisor_app.ui.dialogs.week_draft import WeekDraft
from advisor_app.ui.dialogs.week_plan import WeekPlanDialog
from advisor_app.ui.dialogs.week_rows import WeekRow
from advisor_app.ui.pages.agenda.page import AgendaPage
from advisor_app.ui.window.routes import Route


class Planned:
    """The dialog over the agenda of the week after the story's day."""

    def __init__(self, opened: object) -> None:
        self.opened = at_work(opened)
        self.opened.shell.resize(1440, 900)
        self.opened.desktop.go(Route("agenda"))
        settle(self.opened)
        page = self.opened.desktop.page()
        assert isinstance(page, AgendaPage)
        self.page = page
        page._step(1)
        settle(self.opened)
        page.waiting.planning_asked.emit()
        settle(self.opened)
        found = self.opened.shell.findChildren(WeekPlanDialog)
        assert found
        self.dialog = found[-1]
        self.opened.until(lambda: self.dialog.draft() is not None)

    @property
    def draft(self) -> WeekDraft:
        found = self.dialog.draft()
        assert found is not None
        return found

    @property
    def rows(self) -> list[WeekRow]:
        return self.dialog.rows.rows

    def met(self) -> list[str]:
        return [one.suggestion.ref for one in self.draft.proposal.meetings]

    def press(self, widget: QWidget, key: Qt.Key) -> None:
        self.opened.qtbot.keyClick(widget, key)

    def settle(self) -> None:
        settle(self.opened)

    def choose_time(self, wanted: Callable[[str], bool]) -> None:
        """Choose, in the field, the first time of whose holder this is true."""
        field = self.dialog.editor
        at = next(at for at, (_start, ref) in enumerate(field._times) if wanted(ref))
        field.time.setCurrentIndex(at)
        field.time.activated.emit(at)
        self.settle()


@pytest.fixture
def planned(window: Window) -> Callable[[], Planned]:
    return lambda: Planned(window("A01"))


def test_every_meeting_says_when_whom_how_and_why(planned: Callable[[], Planned]) -> None:
    week = planned()
    assert len(week.met()) > 1
    assert len(week.rows) == len(week.draft.proposal.meetings) + len(week.draft.proposal.left)
    for words, row in zip(week.draft.rows(), week.rows, strict=False):
        told = QAccessible.queryAccessibleInterface(row).text(QAccessible.Text.Name)
        assert words.name in told
        assert words.about in told
        assert words.why.rstrip(".") in told
    cells = week.dialog.view.week
    said = [
        str(cells.index(row, column).data(Qt.ItemDataRole.AccessibleTextRole))
        for row in range(cells.rowCount())
        for column in range(cells.columnCount())
    ]
    for words in week.draft.rows():
        assert any(words.name in cell for cell in said)
    week.dialog.reject()


def test_a_meeting_is_taken_out_by_delete_and_comes_back_at_a_time(
    planned: Callable[[], Planned],
) -> None:
    week = planned()
    before = week.met()
    first = week.rows[0]
    first.setFocus()
    week.press(first, Qt.Key.Key_Down)
    assert week.rows[1].is_chosen()
    week.press(week.rows[1], Qt.Key.Key_Up)
    week.press(first, Qt.Key.Key_Delete)
    week.settle()
    assert week.met() == before[1:]
    assert week.draft.proposal.left[0].suggestion.ref == before[0]
    assert week.draft.proposal.left[0].why is WhyLeft.TAKEN_OUT
    assert str(len(before) - 1) in week.dialog.action.text()

    out = next(row for row in week.rows if row.words.ref == before[0])
    out.button.click()
    assert week.dialog.editor.time.currentIndex() == -1
    week.choose_time(lambda holder: not holder)
    assert week.met() == before
    week.dialog.reject()


def test_two_clients_change_places(planned: Callable[[], Planned]) -> None:
    week = planned()
    first, second = week.draft.proposal.meetings[:2]
    week.press(week.rows[0], Qt.Key.Key_Return)
    assert week.rows[0].words.ref == first.suggestion.ref
    assert week.dialog._chosen == first.suggestion.ref
    week.choose_time(lambda holder: holder == second.suggestion.ref)
    starts = {one.suggestion.ref: one.start for one in week.draft.proposal.meetings}
    assert starts[first.suggestion.ref] == second.start
    assert starts[second.suggestion.ref] == first.start
    week.dialog.reject()


def test_somebody_comes_in_the_place_of_another(planned: Callable[[], Planned]) -> None:
    week = planned()
    first = week.draft.proposal.meetings[0]
    stranger = week.draft.proposal.left[0].suggestion.ref
    week.dialog._open(stranger)
    week.choose_time(lambda holder: holder == first.suggestion.ref)
    assert stranger in week.met()
    assert first.suggestion.ref not in week.met()
    week.dialog.reject()


def test_another_form_is_chosen(planned: Callable[[], Planned]) -> None:
    week = planned()
    first = week.draft.proposal.meetings[0]
    week.dialog._open(first.suggestion.ref)
    form = week.dialog.editor.form
    form.choose("video_meeting")
    form.activated.emit(form.currentIndex())
    week.settle()
    changed = week.draft.find(first.suggestion.ref)
    assert changed is not None
    assert changed.place is Place.VIDEO
    assert week.dialog.editor.form.value() == "video_meeting"
    week.dialog.reject()


def test_what_cannot_be_booked_is_said_in_its_row_and_keeps_the_week_open(
    planned: Callable[[], Planned],
) -> None:
    week = planned()
    first = week.draft.proposal.meetings[0]
    week.dialog._choose(first.suggestion.ref)
    week.dialog._point(first.start.wall.replace(hour=12, minute=45))
    week.settle()
    row = next(one for one in week.draft.rows() if one.ref == first.suggestion.ref)
    assert row.refusal
    assert not week.dialog.action.isEnabled()
    week.dialog.accept()
    assert week.dialog.isVisible()
    week.dialog._point(first.start.wall)
    week.settle()
    assert week.dialog.action.isEnabled()
    week.dialog.reject()


def test_the_week_shows_whom_it_is_pointed_at(planned: Callable[[], Planned]) -> None:
    week = planned()
    second = week.draft.proposal.meetings[1]
    week.dialog._point(second.start.wall)
    assert week.dialog._chosen == second.suggestion.ref
    wished = week.dialog.view.scene.wished
    assert wished is not None
    assert wished.day == second.start.day
    assert len(week.dialog.view.scene.free) == len(week.met()) - 1
    week.dialog.reject()


def test_the_plan_turns_to_other_weeks_and_never_before_this_one(
    planned: Callable[[], Planned],
) -> None:
    week = planned()
    monday = week.draft.proposal.monday
    week.dialog.after.click()
    week.settle()
    assert (week.draft.proposal.monday - monday).days == 7
    for _time in range(3):
        week.dialog._step(-1)
        week.settle()
    assert (week.draft.proposal.monday - monday).days == -7
    assert not week.dialog.before.isEnabled()
    week.dialog.reject()


def test_a_kept_week_stands_in_the_agenda_and_is_taken_back_in_one_go(
    planned: Callable[[], Planned],
) -> None:
    week = planned()
    count = len(week.met())
    week.dialog.action.click()
    week.settle()
    assert proposed(week) == count
    week.opened.desktop.history.undo()
    week.settle()
    assert proposed(week) == 0
    week.opened.desktop.history.redo()
    week.settle()
    assert proposed(week) == count


def test_a_plan_that_nobody_waits_for_is_not_shown(planned: Callable[[], Planned]) -> None:
    week = planned()
    week.dialog._read()
    week.dialog.stage.stop()
    week.settle()
    assert week.dialog.draft() is None
    assert not week.dialog.action.isEnabled()
    week.dialog._read()
    week.settle()
    assert week.met()
    week.dialog.reject()


def test_the_plan_is_not_opened_before_a_visitor(window: Window) -> None:
    opened = at_work(window("A01"))
    opened.desktop.go(Route("agenda"))
    settle(opened)
    opened.desktop.discretion.turn(on=True)
    opened.desktop.page().plan_week()
    settle(opened)
    assert not opened.shell.findChildren(WeekPlanDialog)


def proposed(week: Planned) -> int:
    """How many proposals the agenda's week shows."""
    days = week.page.week.plan().days
    every = (one for day in days for one in day.meetings)
    return sum(one.visit.status is AppointmentStatus.PROPOSED for one in every)
