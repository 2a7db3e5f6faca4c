"""The calendar on a server: whose account, and which of its calendars; or its password alone."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtWidgets import QWidget

from advisor_app.domain.calendar_sync import FoundCalendar
from advisor_app.i18n import _
from advisor_app.ui.dialogs.frame import HouseDialog
from advisor_app.ui.parts.fields import Choice, Field, Labelled
from advisor_app.ui.parts.secret import Secret


@dataclass(frozen=True, slots=True)
class CalendarLogin:
    """An account on a server."""

    address: str
    account: str
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class AccountAsker:
    """What the dialog asks: to look for calendars, and to connect one of them."""

    look: Callable[["CalendarAccountDialog", CalendarLogin], None]
    connect: Callable[["CalendarAccountDialog", CalendarLogin, FoundCalendar], None]


class CalendarAccountDialog(HouseDialog):
    """First the account, then, once the server answered, which of its calendars."""

    def __init__(self, parent: QWidget, asker: AccountAsker) -> None:
        said = _(
            "Your password goes to this server alone, over a verified connection, and is kept by "
            "the computer's keyring. No client's name is written into the calendar."
        )
        super().__init__(parent, _("Where is your calendar?"), said, _("Look for calendars"))
        self._asker = asker
        self._login: CalendarLogin | None = None
        self._found: tuple[FoundCalendar, ...] = ()
        self.address = Field(hint="https://")
        self.account = Field(name=_("Account"))
        self.password = Secret(name=_("Password"))
        self.calendar = Choice([], name=_("Calendar"))
        for name, widget in (
            (_("Address of the server, or of the calendar"), self.address),
            (_("Account"), self.account),
            (_("Password"), self.password),
        ):
            self.fields.addWidget(Labelled(name, widget))
        self._which = Labelled(_("Calendar"), self.calendar)
        self.fields.addWidget(self._which)
        self._which.hide()
        for widget in (self.address, self.account, self.password):
            widget.textEdited.connect(lambda _text: self._forget())
        self.address.setFocus()

    def accept(self) -> None:
        """Look for calendars, or connect the one that is chosen."""
        if self._login is not None and self._found:
            self.busy()
            chosen = self._found[self.calendar.currentIndex()]
            self._asker.connect(self, self._login, chosen)
            return
        address, account = self.address.text().strip(), self.account.text().strip()
        for given, widget in ((address, self.address), (account, self.account)):
            if not given:
                self.refuse(_("The address and the account are needed."))
                widget.setFocus()
                return
        self.busy()
        self._login = CalendarLogin(address, account, self.password.text())
        self._asker.look(self, self._login)

    def show_calendars(self, found: Sequence[FoundCalendar]) -> None:
        """Offer what the server named."""
        self._found = tuple(found)
        self.calendar.clear()
        self.calendar.addItems([one.name or one.address for one in found])
        self._which.show()
        self.action.setText(_("Connect this calendar"))
        self.action.setEnabled(True)
        self.refit()
        self.calendar.setFocus()

    def refuse(self, sentence: str) -> None:
        """Say why not; the account can be corrected."""
        self._forget()
        super().refuse(sentence)

    def done_well(self) -> None:
        """It is connected."""
        self.password.clear()
        super().accept()

    def _forget(self) -> None:
        """Another account: what was found is not its own."""
        self._login, self._found = None, ()
        self._which.hide()
        self.action.setText(_("Look for calendars"))
        self.refit()


class CalendarPasswordDialog(HouseDialog):
    """Where no keyring keeps the password, it is asked each time."""

    def __init__(self, parent: QWidget, account: str, answer: Callable[[str], None]) -> None:
        said = _("This computer keeps no password for the account {account}.").format(
            account=account
        )
        super().__init__(
            parent, _("What is the password of your calendar?"), said, _("Synchronise now")
        )
        self._answer = answer
        self.password = Secret(name=_("Password"))
        self.fields.addWidget(Labelled(_("Password"), self.password))
        self.password.setFocus()

    def accept(self) -> None:
        """Give what was typed."""
        typed = self.password.take()
        super().accept()
        self._answer(typed)
