"""The card of the calendar on a server: the account, the last synchronisation, what to choose."""

from datetime import tzinfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.domain.calendar_sync import CalendarStanding, SyncConflict
from advisor_app.domain.codes import AppointmentStatus
from advisor_app.i18n import _, ngettext
from advisor_app.i18n.sync_words import here_words, standing_words, there_words
from advisor_app.ui.pages.settings.pane import SettingRow, SettingsCard
from advisor_app.ui.parts.buttons import Button, Kind
from advisor_app.ui.parts.card import Line
from advisor_app.ui.parts.discreet import Discretion, Private
from advisor_app.ui.parts.text import Text
from advisor_app.ui.theme import sizes
from advisor_app.ui.theme.tokens import Tone
from advisor_app.ui.theme.type_scale import Type


class ServerCard(SettingsCard):
    """`kept` gives an appointment's reference, and whether this side holds."""

    connect_asked = Signal()
    disconnect_asked = Signal()
    sync_asked = Signal()
    stop_asked = Signal()
    kept = Signal(str, bool)

    def __init__(
        self,
        standing: CalendarStanding | None,
        zone: tzinfo | None,
        discretion: Discretion,
        *,
        trusts_computer: bool,
    ) -> None:
        super().__init__(_("Your calendar on a server"))
        self.conflicts: list[ConflictRow] = []
        self._standing: SettingRow | None = None
        self.sync = Button(_("Synchronise now"), Kind.PRIMARY)
        self.connect_it = Button(_("Connect a calendar…"))
        if standing is None:
            told = _(
                "Your appointments stand there as “Appointment” and no more; what else stands "
                "there is busy time here, without its content"
            )
            self.connect_it.clicked.connect(self.connect_asked)
            self.add_row(SettingRow(_("No calendar is connected"), told, self.connect_it))
        else:
            self._show_account(standing, zone)
            self._show_conflicts(standing.conflicts, discretion)
        if not trusts_computer:
            missing = _(
                "The extra “caldav” is not installed: the certificates that this computer trusts, "
                "such as a bank's own authority, are not asked. Public ones hold"
            )
            self.add_row(SettingRow(_("Certificates"), missing))

    def show_step(self, done: int, total: int) -> None:
        """Say how far a synchronisation is."""
        words = _("Sending {done} of {total}…").format(done=done + 1, total=total)
        if self._standing is not None:
            self._standing.tell(words)

    def be_busy(self) -> None:
        """The synchronisation runs, and can be stopped."""
        if self._standing is None:
            return
        self._standing.tell(_("Asking the server…"))
        self.sync.setText(_("Stop"))
        self.sync.clicked.disconnect()
        self.sync.clicked.connect(self.stop_asked)

    def _show_account(self, standing: CalendarStanding, zone: tzinfo | None) -> None:
        account = standing.account
        leave = Button(_("Disconnect"))
        leave.clicked.connect(self.disconnect_asked)
        words = _("{account}, at {calendar}")
        told = words.format(account=account.account, calendar=account.calendar)
        self.add_row(SettingRow(_("Connected"), told, leave))
        self.sync.clicked.connect(self.sync_asked)
        self._standing = SettingRow(_("Both ways"), standing_words(standing, zone), self.sync)
        self.add_row(self._standing)

    def _show_conflicts(self, conflicts: tuple[SyncConflict, ...], discretion: Discretion) -> None:
        if not conflicts:
            return
        words = ngettext(
            "{count} appointment was changed in your calendar",
            "{count} appointments were changed in your calendar",
            len(conflicts),
        )
        told = _("It concerns a client, so nothing is taken over until you choose which side holds")
        self.add_row(SettingRow(words.format(count=len(conflicts)), told))
        self.conflicts = [ConflictRow(one) for one in conflicts]
        rows = QWidget()
        column = QVBoxLayout(rows)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for row in self.conflicts:
            row.kept.connect(self.kept)
            if row is not self.conflicts[0]:
                column.addWidget(Line())
            column.addWidget(row)
        self.add_row(Private(rows, _("Clients are hidden"), discretion, bare=True))


class ConflictRow(QWidget):
    """One appointment, as it is here and as it is there; `kept` says which side holds."""

    kept = Signal(str, bool)

    def __init__(self, one: SyncConflict) -> None:
        super().__init__()
        ref, gone = one.mine.ref, one.their_start is None
        name = ", ".join(one.people) or ref
        self.mine = Button(_("Keep what is here"))
        self.theirs = Button(_("Cancel the appointment") if gone else _("Take their time"))
        if one.mine.status is AppointmentStatus.CANCELLED:
            self.mine.setText(_("Keep it cancelled"))
        self.mine.clicked.connect(lambda: self.kept.emit(ref, True))
        self.theirs.clicked.connect(lambda: self.kept.emit(ref, False))
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.XL, sizes.M, sizes.XL, sizes.M)
        column.setSpacing(sizes.S)
        column.addWidget(Text(name, Type.BODY_MEDIUM, wrap=True))
        sides = QHBoxLayout()
        sides.setSpacing(sizes.XL)
        here = (_("Here"), here_words(one), self.mine)
        there = (_("In your calendar"), there_words(one), self.theirs)
        for title, words, button in (here, there):
            button.setAccessibleDescription(f"{name}. {title}: {words}")
            sides.addLayout(_side(title, words, button), 1)
        column.addLayout(sides)


def _side(title: str, words: str, button: Button) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(sizes.XS)
    column.addWidget(Text(title, Type.SMALL_STRONG, Tone.SECOND))
    column.addWidget(Text(words, Type.BODY, wrap=True))
    column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
    column.addStretch(1)
    return column
