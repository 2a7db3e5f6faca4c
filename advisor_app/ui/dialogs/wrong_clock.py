"""The computer's clock shows a day before what was written last."""

from datetime import date, datetime

from PySide6.QtWidgets import QWidget

from advisor_app.i18n import _
from advisor_app.i18n.formats import clock, long_date
from advisor_app.ui.dialogs.frame import HouseDialog


class WrongClock(HouseDialog):
    """Said once an opening; nothing is lost, and one may go on, as Esc does, or quit."""

    def __init__(self, parent: QWidget, today: date, written: datetime) -> None:
        said = _(
            "It shows {today}, but this portfolio was written to on {day} at {time}. Nothing is "
            "lost. Deadlines and lists follow the clock: set it right, then start the program again."
        ).format(today=long_date(today), day=long_date(written.date()), time=clock(written.time()))
        super().__init__(
            parent, _("Is this computer's clock right?"), said, _("Go on with this day")
        )
        self.cancel.setText(_("Quit"))
        self.cancel.clicked.connect(parent.window().close)
