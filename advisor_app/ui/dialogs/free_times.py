"""The times to propose as buttons, and what is free on the day that was chosen."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from advisor_app.domain.offers import FreeTimes, Offer
from advisor_app.i18n import _
from advisor_app.i18n.slot_wording import free_on_day, offer_reason, offer_sentence, offer_time
from advisor_app.ui.parts.buttons import Button, Kind
from advisor_app.ui.parts.reading import could_not_be_read
from advisor_app.ui.parts.states import Stage
from advisor_app.ui.parts.text import Text
from advisor_app.ui.theme import sizes
from advisor_app.ui.theme.tokens import Tone
from advisor_app.ui.theme.type_scale import Type


class FreeTimesBox(QWidget):
    """Empty until the times are known; `taken` says which offer was pressed.

    `retried` asks again for times that could not be looked up.
    """

    taken = Signal(object)
    retried = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._found: FreeTimes | None = None
        held = QWidget()
        self.stage = Stage(held, None, self.retried.emit, sizes.CONTROL, short=True)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.stage)
        self._column = QVBoxLayout(held)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(sizes.S)
        self._offers: list[QWidget] = []
        self._day = Text("", Type.SMALL, Tone.SECOND, wrap=True)
        self._column.addWidget(self._day)
        self.stage.patient.connect(self.show)
        self.hide()

    def show_free(self, found: FreeTimes, day: date) -> None:
        """Show the times to propose, the soonest first."""
        self._found = found
        for shown in self._offers:
            self._column.removeWidget(shown)
            shown.deleteLater()
        self._offers = list(self._parts(found.offers))
        for place, part in enumerate(self._offers):
            self._column.insertWidget(place, part)
        self.show_day(day)
        self.stage.show_content()
        self.show()

    def miss(self) -> None:
        """The times could not be looked up."""
        could_not_be_read(self.stage)
        self.show()

    def leave(self) -> None:
        """There is nothing to look up, as for a client whom nobody serves."""
        self.stage.show_content()
        self.hide()

    def show_day(self, day: date) -> None:
        """Say what is free on another day."""
        if self._found is not None:
            told = free_on_day(self._found, day)
            self._day.setText(told or _("This day lies beyond the weeks that were looked at."))

    def _parts(self, offers: Sequence[Offer]) -> Iterator[QWidget]:
        """The times to press, and below those that the same speaks for, what does."""
        for reason, alike in groupby(offers, offer_reason):
            yield from map(self._button, alike)
            yield Text(reason, Type.CAPTION, Tone.SECOND, wrap=True)

    def _button(self, offer: Offer) -> Button:
        said = offer_sentence(offer)
        button = Button(offer_time(offer), Kind.SOFT, icon="calendar-check", name=said)
        button.clicked.connect(lambda: self.taken.emit(offer.start))
        return button
