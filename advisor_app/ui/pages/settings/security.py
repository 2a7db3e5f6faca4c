"""Security: when the window locks, the passphrase, and the recovery code."""

from typing import TYPE_CHECKING

from advisor_app.domain.errors import TeteATeteError
from advisor_app.domain.locking import IDLE_CHOICES
from advisor_app.i18n import _, ngettext
from advisor_app.i18n.wording import sentence
from advisor_app.ui.changes import Changes
from advisor_app.ui.dialogs.frame import HouseDialog
from advisor_app.ui.dialogs.passphrase import ChangeDialog, ProveDialog
from advisor_app.ui.dialogs.recovery import CodeDialog
from advisor_app.ui.pages.settings.pane import Pane, SettingRow, SettingsCard
from advisor_app.ui.parts.buttons import Button
from advisor_app.ui.parts.fields import Choice
from advisor_app.ui.parts.page import Ask
from advisor_app.ui.parts.requests import Requests

if TYPE_CHECKING:
    from datetime import date

    from advisor_app.bootstrap import Services


class SecurityPane(Pane):
    """Every choice holds at once."""

    def __init__(self, ask: Ask, changes: Changes, requests: Requests) -> None:
        super().__init__(ask, changes, requests)
        self.after = Choice([(_minutes(count), count) for count in IDLE_CHOICES])
        self.after.activated.connect(self._choose)
        self.now = Button(_("Lock now"), icon="lock", keys=_("Ctrl+L"))
        self.now.clicked.connect(requests.lock)
        self.change = Button(_("Change the passphrase…"))
        self.change.clicked.connect(self._ask_change)
        self.code = Button(_("Show the code…"))
        self.code.clicked.connect(self._ask_code)
        self.add(self._locking())
        self.add(self._opening())

    def reload(self) -> None:
        """Show what holds now."""
        self.read(_lock_after, self.after.choose)

    def _locking(self) -> SettingsCard:
        card = SettingsCard(_("Locking"))
        shown = _("A locked window shows no client, and its file is closed")
        card.add_row(SettingRow(_("Lock without activity"), shown, self.after))
        also = _("It also locks together with the computer; a print is finished first")
        card.add_row(SettingRow(_("Leaving the desk"), also, self.now))
        return card

    def _opening(self) -> SettingsCard:
        card = SettingsCard(_("What opens the portfolio"))
        words = _("The file is encrypted with it. Nobody else knows it, and nobody can look it up")
        card.add_row(SettingRow(_("Passphrase"), words, self.change))
        kept = _("Opens the portfolio when the passphrase is forgotten. Print it, lock it away")
        card.add_row(SettingRow(_("Recovery code"), kept, self.code))
        return card

    def _choose(self, _index: int) -> None:
        minutes = int(str(self.after.value()))

        def done(_nothing: None) -> None:
            self.requests.lock_after.emit(minutes)

        self.ask(self, lambda services: services.security.choose_lock_after(minutes), done)

    def _ask_change(self) -> None:
        ChangeDialog(self.window(), self._change).open()

    def _change(self, dialog: ChangeDialog, present: str, wanted: str) -> None:
        def work(services: "Services") -> "tuple[str, date]":
            code = services.passphrases.change(present, wanted)
            services.backups.make()
            return code, services.today()

        def done(changed: "tuple[str, date]") -> None:
            dialog.done_well()
            CodeDialog(self.window(), *changed).open()

        self.ask(self, work, done, lambda error: self._say(dialog, error))

    def _ask_code(self) -> None:
        ProveDialog(self.window(), self._prove).open()

    def _prove(self, dialog: ProveDialog, present: str) -> None:
        def work(services: "Services") -> "tuple[str, date]":
            services.passphrases.insist(present)
            return services.passphrases.recovery_code(), services.today()

        def done(shown: "tuple[str, date]") -> None:
            dialog.done_well()
            CodeDialog(self.window(), *shown, renewed=False).open()

        self.ask(self, work, done, lambda error: self._say(dialog, error))

    def _say(self, dialog: HouseDialog, error: Exception) -> None:
        if isinstance(error, TeteATeteError):
            dialog.refuse(sentence(error))
            return
        dialog.reject()
        self.requests.bug.emit(error)


def _lock_after(services: "Services") -> int:
    return services.security.lock_after()


def _minutes(count: int) -> str:
    told = ngettext("After {count} minute", "After {count} minutes", count)
    return told.format(count=count)
