"""What a meeting that took place leaves: a contact of everybody who came, and a follow-up owed."""

from dataclasses import dataclass
from datetime import datetime

from advisor_app.domain.booking_refusals import NobodyPresent, NotInvited
from advisor_app.domain.codes import AppointmentStatus, Channel
from advisor_app.domain.contacts import CHANNEL_OF_PLACE, Contact, check_contact
from advisor_app.domain.follow_up import due_after
from advisor_app.domain.keys import Key, new_key, reference_of
from advisor_app.domain.moments import Moment, minutes_between
from advisor_app.services.opening import hours_of
from advisor_app.services.parties import client_named
from advisor_app.storage import appointments
from advisor_app.storage.contacts import write_contact
from advisor_app.storage.introductions import write_further_advisors
from advisor_app.storage.kept_appointments import KeptAppointment
from advisor_app.storage.organisation import read_advisor
from advisor_app.storage.parties import MetClient
from advisor_app.storage.store import Transaction

SUMMARY = "summary"


@dataclass(frozen=True, slots=True)
class Held:
    """How it took place; `present` is everybody where None, `minutes` what was booked.

    By phone instead of in person, the contact is a talk. `colleagues` were there of the bank:
    whoever was to come along where None.
    """

    minutes: int | None = None
    note: str | None = None
    present: tuple[str, ...] | None = None
    by_phone: bool = False
    project: Key | None = None
    colleagues: tuple[Key, ...] | None = None


def hold(
    transaction: Transaction, kept: KeptAppointment, held: Held, now: datetime
) -> tuple[tuple[MetClient, ...], Moment]:
    """Write the contacts and what is owed; gives back who came, and when the follow-up is due.

    Raises NobodyPresent, NotInvited, NoSuchClient, MinutesOutOfBounds or TextTooLong.
    """
    there = _present(transaction, kept, held.present)
    keys = _write_contacts(transaction, kept, held, there, now)
    appointments.write_status(transaction, kept.key, AppointmentStatus.HELD, keys[0])
    return there, _owe(transaction, kept)


def _owe(transaction: Transaction, kept: KeptAppointment) -> Moment:
    end = kept.appointment.end
    hours = hours_of(transaction, read_advisor(transaction, kept.advisor), end.day)
    due = due_after(end, hours)
    appointments.write_follow_up(transaction, kept, SUMMARY, due)
    return due


def _present(
    transaction: Transaction, kept: KeptAppointment, present: tuple[str, ...] | None
) -> tuple[MetClient, ...]:
    booked = kept.appointment
    there = dict.fromkeys(booked.clients if present is None else present)
    if not there:
        raise NobodyPresent(booked.ref)
    return tuple(_attendee(transaction, kept, ref) for ref in there)


def _attendee(transaction: Transaction, kept: KeptAppointment, ref: str) -> MetClient:
    met = client_named(transaction, ref)
    if met.key not in kept.clients:
        raise NotInvited(ref, kept.appointment.ref)
    return met


def _write_contacts(
    transaction: Transaction,
    kept: KeptAppointment,
    held: Held,
    there: tuple[MetClient, ...],
    now: datetime,
) -> list[Key]:
    """One contact for each client who was there."""
    booked = kept.appointment
    lasted = minutes_between(booked.start, booked.end) if held.minutes is None else held.minutes
    check_contact(booked.start, int(now.timestamp()), lasted, held.note)
    keys = [new_key() for _ in there]
    for met, key in zip(there, keys, strict=True):
        contact = Contact(
            key=key,
            ref=reference_of("TP", key),
            at=booked.start,
            channel=Channel.PHONE if held.by_phone else CHANNEL_OF_PLACE[booked.place],
            minutes=lasted,
            advisor=kept.advisor,
            project=held.project or kept.project,
            note=held.note,
        )
        write_contact(transaction, contact, met.key, met.branch)
    booked_too = (kept.colleague,) if kept.colleague is not None else ()
    came = booked_too if held.colleagues is None else held.colleagues
    write_further_advisors(transaction, keys, [one for one in came if one != kept.advisor])
    return keys
