"""A mail that waits to be sent by hand: the words, the letter attached, the invitation inside.

An .eml file with `X-Unsent: 1` opens in the user's mail program as a draft; nothing is sent by
itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

from advisor_app.domain.busy_time import UnreadableCalendar, WhyNotRead
from advisor_app.domain.calendar_entry import Addressee, CalendarEntry
from advisor_app.exchange.calendar_out import invitation_file, method_of


@dataclass(frozen=True, slots=True)
class MailWords:
    """What a mail says; the text is plain, for a client's text is never markup."""

    subject: str
    text: str


def mail_draft(
    words: MailWords, entry: CalendarEntry, now: datetime, letter: tuple[str, bytes] | None = None
) -> bytes:
    """The draft to everybody whom the entry invites; `letter` is a PDF's name and bytes."""
    mail = _mail(words, entry.organizer, entry.invited)
    invitation = invitation_file(entry, now).decode()
    mail.add_alternative(
        invitation, subtype="calendar", params={"method": method_of(entry)}, cte="base64"
    )
    if letter is not None:
        name, data = letter
        mail.add_attachment(data, maintype="application", subtype="pdf", filename=_one_line(name))
    return mail.as_bytes()


def word_draft(words: MailWords, sender: Addressee | None, receivers: Sequence[Addressee]) -> bytes:
    """A draft with nothing but its words."""
    return _mail(words, sender, receivers).as_bytes()


def _mail(
    words: MailWords, sender: Addressee | None, receivers: Sequence[Addressee]
) -> EmailMessage:
    mail = EmailMessage(policy=SMTP)
    mail["X-Unsent"] = "1"
    mail["Subject"] = _one_line(words.subject)
    if sender and (own := _address(sender)):
        mail["From"] = own
    if to := tuple(filter(None, map(_address, receivers))):
        mail["To"] = to
    mail.set_content(words.text)
    return mail


def attachment(letter: Path) -> tuple[str, bytes]:
    """A letter to attach; UnreadableCalendar where it cannot be read."""
    try:
        return letter.name, letter.read_bytes()
    except FileNotFoundError:
        raise UnreadableCalendar(letter.name, WhyNotRead.MISSING) from None
    except OSError:
        raise UnreadableCalendar(letter.name, WhyNotRead.NO_PERMISSION) from None


def _address(whom: Addressee) -> Address | None:
    """None for what the bank has as an address and no mail can have: it is typed in the draft."""
    if not whom.email.isascii():
        return None
    try:
        return Address(_one_line(whom.name), addr_spec=_one_line(whom.email))
    except (ValueError, IndexError, MessageError):  # all of them for texts that are no address
        return None


def _one_line(text: str) -> str:
    """Without line ends, which would begin another header."""
    return " ".join(text.split())
