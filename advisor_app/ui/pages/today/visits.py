"""The appointments of the day."""

from datetime import datetime, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.domain.codes import AppointmentStatus
from advisor_app.domain.today import DayAppointment, Today
from advisor_app.i18n import _
from advisor_app.i18n.formats import clock, short_clock
from advisor_app.i18n.people_words import joint_name
from advisor_app.i18n.today_words import next_visit, soon, where
from advisor_app.ui.parts.buttons import Button, Kind
from advisor_app.ui.parts.card import Card, RowButton
from advisor_app.ui.parts.icons import IconMark
from advisor_app.ui.parts.project_icons import place_icon
from advisor_app.ui.parts.states import Message
from advisor_app.ui.parts.text import Text
from advisor_app.ui.theme import sizes, today_sizes
from advisor_app.ui.theme.tokens import Tone
from advisor_app.ui.theme.type_scale import Type

_SOON = timedelta(hours=1)


class VisitCard(Card):
    """The card of the day's appointments."""

    opened = Signal(object)
    sheet_asked = Signal(object)
    write_up_asked = Signal(object)
    all_asked = Signal()
    booking_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._header())
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        column.addLayout(self._rows)
        self.setAccessibleName(_("Your appointments"))

    def _header(self) -> QHBoxLayout:
        header = QHBoxLayout()
        header.setContentsMargins(sizes.L + 1, sizes.S, sizes.M - 1, sizes.S)
        header.addWidget(Text(_("Your appointments"), Type.H2))
        header.addStretch(1)
        self._all = Button(_("Print all"), Kind.GHOST, icon="printer", role=Type.SMALL_MEDIUM)
        self._all.clicked.connect(self.all_asked)
        header.addWidget(self._all)
        return header

    def show_today(self, today: Today, names: dict[str, str]) -> None:
        """Show the day's appointments; `names` words the projects."""
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        self._all.setVisible(bool(today.appointments))
        if not today.appointments:
            self._rows.addWidget(self._nothing())
            return
        coming = next_visit(today)
        for appointment in today.appointments:
            row = self._row(appointment, today.now, names)
            row.choose(appointment is coming)
            row.set_last(appointment is today.appointments[-1])
            self._rows.addWidget(row)

    def _nothing(self) -> QWidget:
        empty = Message(
            "coffee",
            _("Nothing planned"),
            _("A good moment to see somebody."),
            _("See who to meet"),
        )
        empty.setFixedHeight(today_sizes.NO_VISIT)
        empty.button.clicked.connect(self.booking_asked)
        return empty

    def _row(self, one: DayAppointment, now: datetime, names: dict[str, str]) -> "VisitRow":
        row = VisitRow(one, now, names.get(one.subject or "", ""))
        row.clicked.connect(lambda: self.opened.emit(one))
        row.action.clicked.connect(
            lambda: (self.write_up_asked if row.asks_note else self.sheet_asked).emit(one)
        )
        return row


class VisitRow(RowButton):
    """One appointment: when, who, what about, where, and the one thing to do."""

    def __init__(self, one: DayAppointment, now: datetime, subject: str) -> None:
        super().__init__()
        self.setMinimumHeight(today_sizes.VISIT + 1)
        over = one.end <= now
        ahead = one.start >= now
        self.asks_note = over and not one.written_up and _stands(one)
        row = QHBoxLayout(self)
        row.setContentsMargins(sizes.L + 1, sizes.S, sizes.M + 2, sizes.S + 2)
        row.setSpacing(sizes.S)
        top = Qt.AlignmentFlag.AlignTop
        tone = Tone.SECOND if over else Tone.TEXT
        when = Text(short_clock(one.start.time()), Type.H3 if not over else Type.BODY, tone)
        when.setFixedWidth(today_sizes.VISIT_TIME - sizes.S)
        row.addWidget(when, 0, top)
        row.addLayout(self._words(one, now, subject, tone, ahead=ahead), 1)
        self.action = self._button(one)
        row.addWidget(self.action)
        self.setAccessibleName(f"{clock(one.start.time())} {joint_name(one.people)}")

    def _words(
        self, one: DayAppointment, now: datetime, subject: str, tone: Tone, *, ahead: bool
    ) -> QVBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(0)
        name = Text(joint_name(one.people), Type.BODY_STRONG, tone, wrap=True)
        words.addWidget(name)
        words.addWidget(Text(subject or _("Meeting"), Type.SMALL, Tone.SECOND, wrap=True))
        place = QHBoxLayout()
        place.setSpacing(sizes.XS)
        next_one = ahead and one.start - now <= _SOON
        accent = next_one and _stands(one)
        icon = "user-round" if accent else place_icon(one.place.value)
        mark_tone = Tone.ACCENT if accent else Tone.HINT
        place.addWidget(IconMark(icon, sizes.ICON_SMALL, mark_tone))
        said = soon(now, one) if accent else _status(one) or where(one)
        role = Type.CAPTION_STRONG if accent else Type.CAPTION
        place.addWidget(Text(said, role, mark_tone, wrap=True), 1)
        words.addSpacing(sizes.TIGHT)
        words.addLayout(place)
        words.addStretch(1)
        return words

    def _button(self, one: DayAppointment) -> Button:
        if self.asks_note:
            return Button(
                _("Meeting note"),
                Kind.SOFT,
                icon="notebook-pen",
                role=Type.SMALL_MEDIUM,
                height=sizes.CONTROL_SMALL,
            )
        if one.printed:
            return Button(
                _("Printed"),
                Kind.GHOST,
                icon="check",
                icon_after="printer",
                role=Type.SMALL_MEDIUM,
                height=sizes.CONTROL_SMALL,
            )
        kind = Kind.SECONDARY
        return Button(
            _("Sheet"),
            kind,
            icon="printer",
            role=Type.SMALL_MEDIUM,
            height=sizes.CONTROL_SMALL,
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the client, as Space does."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)


def _stands(one: DayAppointment) -> bool:
    return one.status not in {AppointmentStatus.CANCELLED, AppointmentStatus.MISSED}


def _status(one: DayAppointment) -> str:
    return {
        AppointmentStatus.CANCELLED: _("Cancelled"),
        AppointmentStatus.MISSED: _("Did not take place"),
    }.get(one.status, "")
