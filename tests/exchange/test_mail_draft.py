"""A mail draft as a mail program reads it."""

from dataclasses import replace
from datetime import UTC, datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest
from icalendar import Calendar

from advisor_app.domain.calendar_entry import Addressee, CalendarEntry
from advisor_app.domain.codes import AppointmentStatus
from advisor_app.domain.moments import after_minutes, parse_moment
from advisor_app.exchange.mail_draft import MailWords, mail_draft

NOW = datetime(2026, 4, 23, 8, 18, tzinfo=UTC)
CLAIRE = Addressee("Claire Morel", "claire.morel@banque.example")
GERARD = Addressee("Gérard, « Gé » Lemoine", "gerard@courrier.example")
START = parse_moment("2026-04-28T15:00", "Europe/Paris")
ENTRY = CalendarEntry(
    uid="01@tete-a-tete",
    sequence=0,
    start=START,
    end=after_minutes(START, 60),
    status=AppointmentStatus.CONFIRMED,
    remind_minutes=20,
    organizer=CLAIRE,
    invited=(GERARD,),
)
WORDS = MailWords("Votre rendez-vous", "Cher Monsieur,\n\nÀ mardi.\n")


def read(data: bytes) -> EmailMessage:
    found = message_from_bytes(data, policy=default)
    assert isinstance(found, EmailMessage)
    return found


def test_it_is_a_draft_with_the_letter_and_the_invitation() -> None:
    mail = read(mail_draft(WORDS, ENTRY, NOW, ("lettre.pdf", b"%PDF-1.7 ...")))

    assert mail["X-Unsent"] == "1"
    assert mail["To"].addresses[0].addr_spec == "gerard@courrier.example"
    assert mail["To"].addresses[0].display_name == GERARD.name
    assert mail["From"].addresses[0].addr_spec == "claire.morel@banque.example"
    body = mail.get_body(("plain",))
    assert body is not None
    assert body.get_content().replace("\r\n", "\n") == WORDS.text
    (letter,) = mail.iter_attachments()
    assert (letter.get_filename(), letter.get_content_type()) == ("lettre.pdf", "application/pdf")
    assert letter.get_content() == b"%PDF-1.7 ..."
    (part,) = (one for one in mail.walk() if one.get_content_type() == "text/calendar")
    assert part.get_param("method") == "REQUEST"
    invitation = Calendar.from_ical(part.get_payload(decode=True))
    assert invitation["METHOD"] == "REQUEST"
    assert invitation.events[0]["UID"] == "01@tete-a-tete"


def test_a_cancelled_appointment_is_taken_back() -> None:
    mail = read(mail_draft(WORDS, replace(ENTRY, status=AppointmentStatus.CANCELLED), NOW))
    (part,) = (one for one in mail.walk() if one.get_content_type() == "text/calendar")
    assert part.get_param("method") == "CANCEL"
    assert list(mail.iter_attachments()) == []


def test_nobody_can_add_a_header() -> None:
    evil = Addressee("Anne\r\nBcc: all@elsewhere.example", "anne@courrier.example")
    words = MailWords("Hello\r\nX-Evil: 1", "Text")
    mail = read(mail_draft(words, replace(ENTRY, invited=(evil,)), NOW))
    assert mail["Bcc"] is None
    assert mail["X-Evil"] is None
    assert mail["Subject"] == "Hello X-Evil: 1"


@pytest.mark.parametrize("text", ["nobody", "a@", "a, b@c.example", '"@c.example', "é@c.example"])
def test_what_is_no_address_is_left_to_be_typed(text: str) -> None:
    unknown = Addressee("Anne", text)
    mail = read(
        mail_draft(WORDS, replace(ENTRY, invited=(GERARD, unknown), organizer=unknown), NOW)
    )
    assert mail["From"] is None
    assert [one.addr_spec for one in mail["To"].addresses] == [GERARD.email]


def test_without_addresses_the_mail_waits_for_them() -> None:
    mail = read(mail_draft(WORDS, replace(ENTRY, invited=(), organizer=None), NOW))
    assert (mail["To"], mail["From"]) == (None, None)
