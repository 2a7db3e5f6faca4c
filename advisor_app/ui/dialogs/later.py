"""Later: until when a suggestion rests."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from PySide6.QtWidgets import QButtonGroup, QWidget

from advisor_app.domain.months import plus_months
from advisor_app.domain.snooze_days import SnoozeDay
from advisor_app.i18n import _
from advisor_app.i18n.snooze_words import snooze_words
from advisor_app.ui.dialogs.frame import HouseDialog
from advisor_app.ui.parts.choices import Radio
from advisor_app.ui.parts.fields import DayField


class LaterDialog(HouseDialog):
    """The days that are offered, and a free one."""

    def __init__(
        self,
        parent: QWidget,
        name: str,
        today: date,
        days: Sequence[SnoozeDay],
        answer: Callable[[date], None],
    ) -> None:
        super().__init__(parent, later_title(name), "", _("Remind me then"))
        self._answer = answer
        self._days = days
        self._group = QButtonGroup(self)
        for index, offered in enumerate(days):
            self._add(snooze_words(offered), index)
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
        self._answer(self._free.day() if free else self._days[chosen].day)
        super().accept()

    def _add(self, words: str, index: int) -> None:
        button = Radio(words)
        self._group.addButton(button, index)
        self.fields.addWidget(button)


def later_title(name: str) -> str:
    """What the question asks, of clients of a name."""
    return _("When shall {name} come back to the list?").format(name=name)
