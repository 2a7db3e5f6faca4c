"""How and when a client was told of a change of advisor."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QWidget

from advisor_app.domain.codes import Announced
from advisor_app.domain.introductions import IntroductionSteps
from advisor_app.i18n import _
from advisor_app.i18n.introduction_words import announced_label
from advisor_app.ui.dialogs.form import FormDialog
from advisor_app.ui.parts.fields import Choice, DayField


class AnnouncingDialog(FormDialog):
    """Two answers; "not at all" takes an announcement back."""

    def __init__(
        self,
        parent: QWidget,
        whom: str,
        today: date,
        steps: IntroductionSteps,
        save: Callable[["AnnouncingDialog", Announced, date], None],
    ) -> None:
        asked = _("How was {name} told of the change of advisor?").format(name=whom)
        super().__init__(parent, asked, "", _("Keep the announcement"))
        self._save = save
        self.how = Choice([(announced_label(one), one) for one in Announced])
        self.how.choose(steps.announced or Announced.LETTER)
        self.day = DayField(steps.told_on or today, earliest=steps.from_day)
        self.day.setMaximumDate(QDate(today.year, today.month, today.day))
        self.lay([((_("Way"), self.how), (_("Day"), self.day))])

    def save(self) -> None:
        """Give the answer."""
        self._save(self, Announced(str(self.how.value())), self.day.day())
