"""The branch's usual hours, days away, holidays and rooms, as cards of rows."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from advisor_app.domain.outside import Outside
from advisor_app.domain.working_plan import MOST_CAPACITY, WorkingPlan
from advisor_app.i18n import _, language
from advisor_app.i18n.formats import long_date
from advisor_app.i18n.outside_words import outside_count, outside_reason, outside_title
from advisor_app.i18n.working_plan_words import (
    absence_line,
    absence_title,
    dated_line,
    dated_title,
    meetings_a_week,
    room_line,
)
from advisor_app.ui.pages.settings.pane import SettingRow, SettingsCard
from advisor_app.ui.parts.buttons import Button
from advisor_app.ui.parts.fields import Choice
from advisor_app.ui.theme import sizes
from advisor_app.ui.theme.type_scale import Type

# The soonest; the others show as these are settled.
MOST_OUTSIDE = 12


class OutsideCard(SettingsCard):
    """Booked meetings that no longer fit; `asked` opens the page of whom one is with."""

    asked = Signal(object)

    def __init__(self, outside: tuple[Outside, ...]) -> None:
        super().__init__(_("Booked meetings outside these hours, days and rooms"))
        self.add_row(SettingRow(_("Nothing was moved"), outside_count(len(outside))))
        for one in outside[:MOST_OUTSIDE]:
            button, title = _small(_("Open the client")), outside_title(one)
            button.setAccessibleName(_("Open the client of {meeting}").format(meeting=title))
            button.clicked.connect(lambda _checked=False, key=one.client: self.asked.emit(key))
            self.add_row(SettingRow(title, outside_reason(one), button))


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


class ListCard(SettingsCard):
    """Rows that can be added to, changed and removed."""

    added = Signal()
    changed = Signal(object)
    removed = Signal(object)

    def add_head(self, title: str, told: str, action: str) -> None:
        """What the rows are, and the button that adds one."""
        add = _small(action)
        add.clicked.connect(self.added)
        self.add_row(SettingRow(title, told, add))

    def add_item(self, item: object, title: str, told: str) -> None:
        """Something that is kept, with its two buttons."""
        buttons = QWidget()
        row = QHBoxLayout(buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(sizes.S)
        change, remove = _small(_("Change…")), _small(_("Remove"))
        change.setAccessibleName(_("Change {what}").format(what=title))
        remove.setAccessibleName(_("Remove {what}").format(what=title))
        change.clicked.connect(lambda: self.changed.emit(item))
        remove.clicked.connect(lambda: self.removed.emit(item))
        row.addWidget(change)
        row.addWidget(remove)
        self.add_row(SettingRow(title, told, buttons))


class DatedCard(ListCard):
    """Days with hours of their own, of the advisor and of the branch."""

    def __init__(self, plan: WorkingPlan) -> None:
        super().__init__(_("Days with other hours"))
        told = _("They hold in place of the usual ones, your own before the branch's")
        self.add_head(_("August, a late evening, a Saturday that opens"), told, _("Other hours…"))
        for one in plan.dated:
            self.add_item(one, dated_title(one), dated_line(one))


class AbsencesCard(ListCard):
    """Days away of the advisor and the branch, and the holidays that come by themselves."""

    def __init__(self, plan: WorkingPlan) -> None:
        super().__init__(_("Days away and public holidays"))
        told = _("Booking offers nothing on them")
        self.add_head(_("Leave, training, closing days"), told, _("Add days…"))
        for absence in plan.absences:
            self.add_item(absence, absence_title(absence.draft), absence_line(absence))
        for day, name in plan.holidays:
            self.add_row(SettingRow(name.in_language(language()), long_date(day)))


class RoomsCard(ListCard):
    """The rooms of the branch."""

    def __init__(self, plan: WorkingPlan) -> None:
        super().__init__(_("Rooms of {branch}").format(branch=plan.branch or ""))
        told = _("Booking refuses two meetings in one room at a time")
        self.add_head(_("Where meetings are held"), told, _("Add a room…"))
        for room in plan.rooms:
            self.add_item(room, room.draft.name, room_line(room.draft))


def _small(words: str) -> Button:
    return Button(words, role=Type.SMALL_MEDIUM, height=sizes.CONTROL_SMALL)
