"""Appointments for other calendars: an advisor's own, or an invitation to one."""

from dataclasses import replace
from datetime import date

from advisor_app.domain.booking import kind_of
from advisor_app.domain.briefing import NoSuchAppointment
from advisor_app.domain.busy_time import OWN_UID
from advisor_app.domain.calendar_entry import Addressee, CalendarEntry
from advisor_app.domain.codes import ConsentUse, Place
from advisor_app.domain.errors import NoSuchAdvisor
from advisor_app.domain.keys import Key
from advisor_app.domain.moments import minutes_between, start_of_day
from advisor_app.domain.organisation import Advisor, Branch
from advisor_app.domain.trail import Deed
from advisor_app.playbooks.meeting_types import meeting_kinds
from advisor_app.services.desk import Desk
from advisor_app.services.opening import branch_of, zone_of_advisor
from advisor_app.storage.calendar_entries import (
    TimedAppointment,
    addresses_of,
    appointment_of,
    appointments_since,
)
from advisor_app.storage.organisation import find_advisor, read_advisor
from advisor_app.storage.parties import latest_consents
from advisor_app.storage.store import Transaction


class CalendarEntries:
    """Gives appointments out, as entries that reveal nothing."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def of_advisor(self, ref: str, since: date | None = None) -> tuple[CalendarEntry, ...]:
        """An advisor's appointments from a day on, today unless told; without those invited.

        Those that he comes along to name him beside their advisor. Raises NoSuchAdvisor. It is put
        on the trail.
        """
        with self._desk.writing() as transaction:
            advisor = find_advisor(transaction, ref)
            if advisor is None:
                raise NoSuchAdvisor(ref)
            zone = zone_of_advisor(transaction, advisor)
            first = start_of_day(since or self._desk.today(), zone)
            found = appointments_since(transaction, advisor.key, first.utc)
            detail: dict[str, str | int | list[str]] = {"count": len(found)}
            self._desk.record(transaction, Deed("calendar exported", subject=ref, detail=detail))
            return tuple(entry_for(transaction, one, advisor) for one in found)

    def invitation(self, ref: str) -> CalendarEntry:
        """An appointment for those who come: the advisor invites whoever agreed to e-mail.

        Raises NoSuchAppointment. It is put on the trail.
        """
        with self._desk.writing() as transaction:
            found = appointment_of(transaction, ref)
            if found is None:
                raise NoSuchAppointment(ref)
            advisor = read_advisor(transaction, found.advisor)
            branch = branch_of(transaction, advisor)
            invited = who_agreed_to_email(transaction, found.key, self._desk.today())
            self._desk.record(transaction, Deed("invitation made", subject=ref))
            made = entry_of(found, branch)
            asks = organizer(advisor)
            if asks is None:
                return made
            along = _along(transaction, found) if invited else ()
            return replace(made, organizer=asks, invited=invited, along=along)


def entry_for(transaction: Transaction, one: TimedAppointment, advisor: Advisor) -> CalendarEntry:
    """An appointment in an advisor's own calendar: a colleague's names its advisor, and him."""
    if one.advisor == advisor.key:
        return entry_of(one, branch_of(transaction, advisor))
    host = read_advisor(transaction, one.advisor)
    made = entry_of(one, branch_of(transaction, host))
    return replace(made, organizer=_of_the_bank(host), along=(_of_the_bank(advisor),))


def who_agreed_to_email(
    transaction: Transaction, appointment: Key, today: date
) -> tuple[Addressee, ...]:
    """Those of an appointment whose address is known and who agreed to e-mail."""
    return tuple(
        whom
        for key, whom in addresses_of(transaction, appointment).items()
        if latest_consents(transaction, key, today).get(ConsentUse.EMAIL)
    )


def entry_of(found: TimedAppointment, branch: Branch | None) -> CalendarEntry:
    """An appointment as calendars see it, with nobody named."""
    kind = kind_of(meeting_kinds(), found.place, minutes_between(found.start, found.end))
    return CalendarEntry(
        uid=uid_of(found.key),
        sequence=found.sequence,
        start=found.start,
        end=found.end,
        status=found.status,
        remind_minutes=kind.before + kind.travel,
        location=_address(branch) if branch and found.place is Place.BRANCH else None,
    )


def uid_of(key: Key) -> str:
    """The UID of an appointment in every calendar."""
    return f"{key.hex()}{OWN_UID}"


def organizer(advisor: Advisor) -> Addressee | None:
    """Who writes, where an address is known."""
    return Addressee(advisor.name, advisor.email) if advisor.email else None


def _along(transaction: Transaction, found: TimedAppointment) -> tuple[Addressee, ...]:
    if found.colleague is None:
        return ()
    return (_of_the_bank(read_advisor(transaction, found.colleague)),)


def _of_the_bank(advisor: Advisor) -> Addressee:
    return Addressee(advisor.name, advisor.email or "", advisor.key)


def _address(branch: Branch) -> str:
    town = " ".join(filter(None, (branch.postal_code, branch.city)))
    return ", ".join(filter(None, (branch.name, branch.street, town)))
