"""The branch's usual hours, days away, holidays and rooms, as cards of rows."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from advisor_app.domain.working_plan import MOST_CAPACITY, Absence, Room, WorkingPlan
from advisor_app.i18n import _, language
from advisor_app.i18n.formats import long_date
from advisor_app.i18n.working_plan_words import (
    absence_line,
    absence_title,
    meetings_a_week,
    room_line,
)
from advisor_app.ui.pages.settings.pane import SettingRow, SettingsCard
from advisor_app.ui.parts.buttons import Button
from advisor_app.ui.parts.fields import Choice
from advisor_app.ui.theme import sizes
from advisor_app.ui.theme.type_scale import Type


class RhythmCard(SettingsCard):
    """How many meetings a week, and the branch's usual hours."""

    capacity_chosen = Signal(object)
    opening_chosen = Signal(str)

    def __init__(self, plan: WorkingPlan) -> None:
        super().__init__(_("Rhythm"))
        counts: list[tuple[str, object]] = [(_("Not told"), None)]
        counts += [(meetings_a_week(one), one) for one in range(1, MOST_CAPACITY + 1)]
        self.capacity = Choice(counts)
        self.capacity.choose(plan.capacity)
        self.capacity.activated.connect(
            lambda _index: self.capacity_chosen.emit(self.capacity.value())
        )
        self.add_row(
            SettingRow(
                _("Capacity"),
                _("How many meetings you can hold well, preparing and writing up included"),
                self.capacity,
            )
        )
        self.opening = Choice(
            [(label.in_language(language()), code) for code, label in plan.openings.items()]
        )
        self.opening.setMaximumWidth(sizes.SEARCH_WIDTH)
        self.opening.choose(plan.opening)
        self.opening.activated.connect(
            lambda _index: self.opening_chosen.emit(str(self.opening.value()))
        )
        told = _("They hold for whoever has no hours of their own at {branch}")
        self.add_row(
            SettingRow(
                _("The branch's usual hours"), told.format(branch=plan.branch or ""), self.opening
            )
        )


class AbsencesCard(SettingsCard):
    """Days away of the advisor and the branch, and the holidays that come by themselves."""

    added = Signal()
    removed = Signal(object)

    def __init__(self, plan: WorkingPlan) -> None:
        super().__init__(_("Days away and public holidays"))
        add = _small(_("Add days…"))
        add.clicked.connect(self.added)
        told = _("Booking offers nothing on them")
        self.add_row(SettingRow(_("Leave, training, closing days"), told, add))
        for absence in plan.absences:
            self._add(absence)
        for day, name in plan.holidays:
            self.add_row(SettingRow(name.in_language(language()), long_date(day)))

    def _add(self, absence: Absence) -> None:
        title = absence_title(absence.draft)
        remove = _small(_("Remove"))
        remove.setAccessibleName(_("Remove {days}").format(days=title))
        remove.clicked.connect(lambda: self.removed.emit(absence))
        self.add_row(SettingRow(title, absence_line(absence.draft), remove))


class RoomsCard(SettingsCard):
    """The rooms of the branch."""

    added = Signal()
    changed = Signal(object)
    removed = Signal(object)

    def __init__(self, plan: WorkingPlan) -> None:
        super().__init__(_("Rooms of {branch}").format(branch=plan.branch or ""))
        add = _small(_("Add a room…"))
        add.clicked.connect(self.added)
        told = _("Booking refuses two meetings in one room at a time")
        self.add_row(SettingRow(_("Where meetings are held"), told, add))
        for room in plan.rooms:
            self._add(room)

    def _add(self, room: Room) -> None:
        buttons = QWidget()
        row = QHBoxLayout(buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(sizes.S)
        name = room.draft.name
        change, remove = _small(_("Change…")), _small(_("Remove"))
        change.setAccessibleName(_("Change {room}").format(room=name))
        remove.setAccessibleName(_("Remove {room}").format(room=name))
        change.clicked.connect(lambda: self.changed.emit(room))
        remove.clicked.connect(lambda: self.removed.emit(room))
        row.addWidget(change)
        row.addWidget(remove)
        self.add_row(SettingRow(name, room_line(room.draft), buttons))


def _small(words: str) -> Button:
    return Button(words, role=Type.SMALL_MEDIUM, height=sizes.CONTROL_SMALL)
