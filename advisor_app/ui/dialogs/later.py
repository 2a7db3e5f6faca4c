"""Later: until when a suggestion rests."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtWidgets import QButtonGroup, QWidget

from advisor_app.domain.months import plus_months
from advisor_app.i18n import _
from advisor_app.i18n.formats import long_date
from advisor_app.ui.dialogs.frame import HouseDialog
from advisor_app.ui.parts.choices import Radio
from advisor_app.ui.parts.fields import DayField

_SATURDAY = 5


class LaterDialog(HouseDialog):
    """Four days to choose from, the last one free."""

    def __init__(
        self, parent: QWidget, name: str, today: date, answer: Callable[[date], None]
    ) -> None:
        title = _("When shall {name} come back to the list?").format(name=name)
        super().__init__(parent, title, "", _("Remind me then"))
        self._answer = answer
        self._days = choices(today)
        self._group = QButtonGroup(self)
        for index, (label, day) in enumerate(self._days):
            words = _("{label}, {day}").format(label=label, day=long_date(day))
            self._add(words, index)
        self._add(_("Another day"), len(self._days))
        self._free = DayField(
            plus_months(today, 2), name=_("Another day"), earliest=today + timedelta(days=1)
        )
        self._free.dateChanged.connect(lambda: self._group.button(len(self._days)).setChecked(True))
        self.fields.addWidget(self._free)
        self._group.button(0).setChecked(True)

    def accept(self) -> None:
        """Give the day."""
        chosen = self._group.checkedId()
        free = chosen >= len(self._days)
        self._answer(self._free.day() if free else self._days[chosen][1])
        super().accept()

    def _add(self, words: str, index: int) -> None:
        button = Radio(words)
        self._group.addButton(button, index)
        self.fields.addWidget(button)


def choices(today: date) -> list[tuple[str, date]]:
    """Tomorrow, next Monday, in a month; tomorrow is never a Saturday or Sunday."""
    tomorrow = today + timedelta(days=1)
    monday = today + timedelta(days=7 - today.weekday())
    offered = [(_("Tomorrow"), tomorrow)] if tomorrow.weekday() < _SATURDAY else []
    return [*offered, (_("Next week"), monday), (_("In a month"), plus_months(today, 1))]
