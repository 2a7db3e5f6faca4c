"""The cards of calendars from files: what was read, and past meetings to confirm one by one."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from advisor_app.domain.busy_time import BusySource, FoundMeeting
from advisor_app.domain.codes import Channel
from advisor_app.i18n import _
from advisor_app.i18n.calendar_words import found_time, source_words
from advisor_app.i18n.channel_words import channel_label
from advisor_app.ui.pages.settings.pane import SettingRow, SettingsCard
from advisor_app.ui.parts.buttons import Button, Kind
from advisor_app.ui.parts.fields import Choice
from advisor_app.ui.parts.switch import Switch
from advisor_app.ui.theme import sizes

# How a meeting of a calendar may have taken place.
_CHANNELS = (Channel.BRANCH, Channel.HOME, Channel.WORKPLACE, Channel.PHONE, Channel.VIDEO)


class FilesCard(SettingsCard):
    """`file_asked` and `folder_asked` ask which; `forgotten` gives the name of what was read."""

    file_asked = Signal()
    folder_asked = Signal()
    forgotten = Signal(str)

    def __init__(self, sources: Sequence[BusySource], *, meetings: bool) -> None:
        super().__init__(_("A calendar from a file"))
        self.file = Button(_("Choose the file…"), icon="folder-open")
        self.folder = Button(_("Choose a folder…"), icon="folder-open")
        self.meetings = Switch(on=meetings)
        self.file.clicked.connect(self.file_asked)
        self.folder.clicked.connect(self.folder_asked)
        told = _("When you are busy is kept, and nothing of why: no subject, place or people")
        self._file = SettingRow(_("An .ics file that another program saved"), told, self.file)
        self.add_row(self._file)
        self.add_row(SettingRow(_("A folder of them"), "", self.folder))
        looked = _(
            "Those of the last two years whose attendees are clients, by their e-mail addresses; "
            "each waits for your word"
        )
        self.add_row(SettingRow(_("Look for past meetings as well"), looked, self.meetings))
        for source in sources:
            self.add_row(self._source(source))

    def be_busy(self) -> None:
        """A file is being read."""
        self._file.tell(_("Reading…"))
        for button in (self.file, self.folder):
            button.setEnabled(False)

    def _source(self, source: BusySource) -> SettingRow:
        forget = Button(_("Forget"), Kind.GHOST)
        forget.setAccessibleName(_("Forget {name}").format(name=source.name))
        forget.clicked.connect(lambda: self.forgotten.emit(source.name))
        return SettingRow(source.name, source_words(source), forget)


class FoundCard(SettingsCard):
    """`confirmed` gives a reference and how they met, `dismissed` a reference."""

    confirmed = Signal(str, str)
    dismissed = Signal(str)

    def __init__(self, found: Sequence[FoundMeeting]) -> None:
        super().__init__(_("Did these meetings take place?"))
        self.rows = [FoundRow(one) for one in found]
        for row in self.rows:
            row.confirmed.connect(self.confirmed)
            row.dismissed.connect(self.dismissed)
            self.add_row(SettingRow(row.found.client_name, found_time(row.found), row))


class FoundRow(QWidget):
    """How they met, and the two answers."""

    confirmed = Signal(str, str)
    dismissed = Signal(str)

    def __init__(self, found: FoundMeeting) -> None:
        super().__init__()
        self.found = found
        name = found.client_name
        self.channel = Choice(
            [(channel_label(one), one.value) for one in _CHANNELS],
            name=_("How you met {name}").format(name=name),
        )
        self.yes = Button(_("It took place"))
        self.no = Button(_("No meeting"), Kind.GHOST)
        said = f"{name}. {found_time(found)}"
        for button in (self.yes, self.no):
            button.setAccessibleDescription(said)
        self.yes.clicked.connect(lambda: self.confirmed.emit(found.ref, str(self.channel.value())))
        self.no.clicked.connect(lambda: self.dismissed.emit(found.ref))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(sizes.S)
        for widget in (self.channel, self.yes, self.no):
            row.addWidget(widget)
        self.setAccessibleName(said)
