"""How an appointment is confirmed: a letter to sign, a mail with the invitation, a call before it."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from advisor_app.domain.appointments import ReminderWish
from advisor_app.domain.client_record import ClientIdentity
from advisor_app.domain.codes import ConsentUse
from advisor_app.i18n import _
from advisor_app.ui.parts.choices import Check
from advisor_app.ui.parts.text import Text
from advisor_app.ui.theme import sizes
from advisor_app.ui.theme.tokens import Tone
from advisor_app.ui.theme.type_scale import Type


@dataclass(frozen=True, slots=True)
class Reach:
    """What the household agreed to: letters unless refused, mails and calls with an address.

    `called` is whether a call was agreed to, and not only left open.
    """

    letter: bool = True
    mail: bool = False
    call: bool = False
    called: bool = False


class ConfirmBy(QWidget):
    """Three boxes; what nobody agreed to cannot be ticked, and says so."""

    def __init__(self, reach: Reach) -> None:
        super().__init__()
        self._called = reach.called and reach.call
        self.letter = Check(_("Letter to print and sign"))
        self.mail = Check(_("Invitation by e-mail (.ics)"))
        self.call = Check(_("Reminder by telephone the day before"))
        self.call.setChecked(self._called)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.XS + 2)
        column.addWidget(Text(_("Confirm by"), Type.SMALL_MEDIUM, Tone.SECOND))
        for tick, allowed, why_not in (
            (self.letter, reach.letter, _("Letters were refused.")),
            (self.mail, reach.mail, _("Nobody agreed to e-mail, or no address is known.")),
            (self.call, reach.call, _("Calls were refused, or no number is known.")),
        ):
            tick.setEnabled(allowed)
            tick.setAccessibleDescription(_("Confirm by") if allowed else why_not)
            column.addWidget(tick)
            if not allowed:
                column.addWidget(Text(why_not, Type.CAPTION, Tone.HINT, wrap=True))

    def reminder(self) -> ReminderWish | None:
        """A call that is wished, one that was agreed to and is not, or what the consents say."""
        if self.call.isChecked():
            return ReminderWish.CALL
        return ReminderWish.NONE if self._called else None


def reach_of(identities: tuple[ClientIdentity, ...]) -> Reach:
    """What those of a household who come agreed to."""
    said = [({line.use: line.given for line in one.consents}, one) for one in identities]
    return Reach(
        letter=any(_agreed(words, ConsentUse.LETTER, unsaid=True) for words, _one in said),
        mail=any(bool(one.email) and _agreed(words, ConsentUse.EMAIL) for words, one in said),
        call=any(
            bool(one.mobile or one.phone) and _agreed(words, ConsentUse.PHONE, unsaid=True)
            for words, one in said
        ),
        called=any(_agreed(words, ConsentUse.PHONE) for words, _one in said),
    )


def _agreed(words: Mapping[ConsentUse, bool], use: ConsentUse, *, unsaid: bool = False) -> bool:
    return words.get(use, unsaid)
