"""The day after: what a word to the client is written from."""

from typing import NamedTuple

from advisor_app.domain.calendar_entry import Addressee
from advisor_app.domain.codes import AppointmentStatus
from advisor_app.domain.meeting_kept import MeetingKept, NothingHeld
from advisor_app.domain.papers import Purpose
from advisor_app.domain.trail import Deed
from advisor_app.services.booking import kept_appointment
from advisor_app.services.calendar_entries import organizer, who_agreed_to_email
from advisor_app.services.desk import Desk
from advisor_app.storage.appointments import held_about
from advisor_app.storage.commitments import promises_of
from advisor_app.storage.organisation import read_advisor
from advisor_app.storage.project_edits import read_project


class MailParties(NamedTuple):
    """From whom a mail is, and to whom it may go."""

    sender: Addressee | None
    receivers: tuple[Addressee, ...]


class Summaries:
    """Reads what was kept of meetings; nothing here is sent."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def kept(self, ref: str) -> MeetingKept:
        """What was kept of a meeting; NoSuchAppointment, or NothingHeld before its outcome."""
        with self._desk.reading() as transaction:
            kept = kept_appointment(transaction, ref)
            if kept.appointment.status is not AppointmentStatus.HELD:
                raise NothingHeld(ref)
            about, next_day = held_about(transaction, kept.key)
            project = read_project(transaction, about) if about is not None else None
            promises = promises_of(transaction, kept.key)
        standing = tuple(one for one in promises if not one.dropped)
        return MeetingKept(project.draft if project else None, standing, next_day)

    def addressed(self, ref: str) -> MailParties:
        """Who writes, and who agreed to be written to by e-mail; NoSuchAppointment."""
        with self._desk.reading() as transaction:
            kept = kept_appointment(transaction, ref)
            return MailParties(
                organizer(read_advisor(transaction, kept.advisor)),
                who_agreed_to_email(transaction, kept.key, self._desk.today()),
            )

    def mail_drafted(self, ref: str) -> None:
        """Record that a word was saved as a mail draft, once for each client."""
        with self._desk.writing() as transaction:
            for client in kept_appointment(transaction, ref).clients:
                why = Purpose.WRITE_TO_CLIENT
                self._desk.record(transaction, Deed("mail drafted", ref, client, why))
