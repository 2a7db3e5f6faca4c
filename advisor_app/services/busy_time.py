"""The advisor's own calendar: busy time that booking avoids, and past meetings to confirm."""

from collections.abc import Sequence
from datetime import timedelta

from advisor_app.domain.booking import HORIZON_MONTHS
from advisor_app.domain.busy_time import (
    BusyElsewhere,
    BusySource,
    CalendarKept,
    CalendarRead,
    CalendarScope,
    FoundMeeting,
    NoSuchBusySource,
    NoSuchFoundMeeting,
    UnreadableCalendar,
)
from advisor_app.domain.codes import Channel
from advisor_app.domain.contacts import Contact, check_contact
from advisor_app.domain.errors import NoAdvisorYet
from advisor_app.domain.keys import new_key, reference_of
from advisor_app.domain.moments import moment_of, start_of_day
from advisor_app.domain.months import plus_months
from advisor_app.domain.organisation import Advisor
from advisor_app.domain.stretches import Stretch
from advisor_app.domain.trail import Deed
from advisor_app.services.contacts import take_contact_back
from advisor_app.services.desk import Desk
from advisor_app.services.opening import zone_of_advisor
from advisor_app.services.parties import client_named
from advisor_app.storage import busy_time as keeping
from advisor_app.storage import facts
from advisor_app.storage.contacts import write_contact
from advisor_app.storage.store import Transaction

NOTED, DISMISSED = "noted", "dismissed"
# Meetings older than that change no state and no flag.
MET_MONTHS = 24


class BusyTimes:
    """Of the advisor who works here."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def scope(self) -> CalendarScope:
        """What of a calendar is looked at: from today to the last day that can be booked."""
        advisor, today = self.advisor(), self._desk.today()
        with self._desk.reading() as transaction:
            zone = zone_of_advisor(transaction, advisor)
        last = plus_months(today, HORIZON_MONTHS) + timedelta(days=1)
        return CalendarScope(
            zone=zone,
            since=start_of_day(today, zone).utc,
            until=start_of_day(last, zone).utc,
            met_since=start_of_day(plus_months(today, -MET_MONTHS), zone).utc,
            now=self._now(),
            address=advisor.email.strip().lower() if advisor.email else None,
        )

    def keep(
        self,
        name: str,
        read: Sequence[CalendarRead],
        refused: Sequence[UnreadableCalendar] = (),
        *,
        meetings: bool = False,
    ) -> CalendarKept:
        """Keep what a calendar says now instead of what it said when it was read before.

        A refused file's busy time of before stays. With `meetings`, past ones with clients wait
        for an answer.
        """
        advisor = self.advisor()
        with self._desk.writing() as transaction:
            source = keeping.source_named(transaction, advisor.key, name, self._now())
            parts = {one.file: one.busy for one in read}
            gone = keeping.parts_of(transaction, source) - parts.keys()
            keeping.forget_parts(transaction, source, gone - {one.file for one in refused})
            keeping.replace_parts(transaction, source, parts)
            if meetings:
                _keep_meetings(transaction, advisor, read)
            waiting = keeping.waiting_meetings(transaction, advisor.key) if meetings else ()
            detail: dict[str, str | int | list[str]] = {"files": len(read)}
            self._desk.record(transaction, Deed("own calendar read", advisor.ref, detail=detail))
        return CalendarKept(
            name=name,
            files=len(read),
            events=sum(one.events for one in read),
            left_out=sum(one.left_out for one in read),
            busy=sum(len(one.busy) for one in read),
            meetings=waiting,
            refused=tuple(refused),
        )

    def sources(self) -> tuple[BusySource, ...]:
        """The calendars that were read."""
        with self._desk.reading() as transaction:
            return keeping.sources_of(transaction, self.advisor().key, self._now())

    def forget(self, name: str) -> None:
        """Let go of a calendar's busy time; NoSuchBusySource."""
        advisor = self.advisor()
        with self._desk.writing() as transaction:
            if not keeping.forget_source(transaction, advisor.key, name):
                raise NoSuchBusySource(name)
            self._desk.record(transaction, Deed("own calendar forgotten", advisor.ref))

    def waiting(self) -> tuple[FoundMeeting, ...]:
        """The past meetings that wait for an answer, the latest first."""
        with self._desk.reading() as transaction:
            return keeping.waiting_meetings(transaction, self.advisor().key)

    def confirm(self, ref: str, channel: Channel, minutes: int | None = None) -> str:
        """Say that a meeting took place: the reference of the contact that it becomes.

        Raises NoSuchFoundMeeting, or MinutesOutOfBounds.
        """
        advisor = self.advisor()
        with self._desk.writing() as transaction:
            found = self._found(transaction, advisor, ref)
            met = client_named(transaction, found.client)
            lasted = found.minutes if minutes is None else minutes
            check_contact(found.start, self._now(), lasted, None)
            key = new_key()
            contact = Contact(
                key=key,
                ref=reference_of("TP", key),
                at=found.start,
                channel=channel,
                minutes=lasted,
                advisor=advisor.key,
            )
            write_contact(transaction, contact, met.key, met.branch)
            keeping.answer_meeting(transaction, advisor.key, ref, NOTED)
            facts.recompute(transaction, [met.key])
            deed = Deed("contact noted", subject=contact.ref, client=met.key)
            self._desk.record(transaction, deed)
        return contact.ref

    def dismiss(self, ref: str) -> None:
        """Say that it was no meeting with the client; it is not asked about again."""
        advisor = self.advisor()
        with self._desk.writing() as transaction:
            self._found(transaction, advisor, ref)
            keeping.answer_meeting(transaction, advisor.key, ref, DISMISSED)

    def ask_again(self, ref: str, contact: str | None = None) -> None:
        """Take the answer about a meeting back, and the contact that it became.

        Raises NoSuchFoundMeeting, ContactGone, or CorrectedSince.
        """
        advisor = self.advisor()
        with self._desk.writing() as transaction:
            if contact is not None:
                take_contact_back(self._desk, transaction, contact)
            if not keeping.answer_meeting(transaction, advisor.key, ref, None):
                raise NoSuchFoundMeeting(ref)

    def advisor(self) -> Advisor:
        """Who works here; NoAdvisorYet."""
        if self._desk.advisor is None:
            raise NoAdvisorYet
        return self._desk.advisor

    def _found(self, transaction: Transaction, advisor: Advisor, ref: str) -> FoundMeeting:
        waiting = keeping.waiting_meetings(transaction, advisor.key)
        found = next((one for one in waiting if one.ref == ref), None)
        if found is None:
            raise NoSuchFoundMeeting(ref)
        return found

    def _now(self) -> int:
        return int(self._desk.now().timestamp())


def refuse_busy(
    transaction: Transaction, desk: Desk, advisor: Advisor, wanted: Stretch, zone: str
) -> None:
    """Raise BusyElsewhere where the advisor's own calendar has something then.

    `wanted` includes the buffers of the meeting.
    """
    busy = keeping.busy_stretches(transaction, advisor.key, wanted)
    if busy:
        start, end = moment_of(busy[0].start, zone), moment_of(busy[0].end, zone)
        own = desk.advisor is not None and desk.advisor.key == advisor.key
        raise BusyElsewhere(advisor.name, own, start, end)


def _keep_meetings(
    transaction: Transaction, advisor: Advisor, read: Sequence[CalendarRead]
) -> None:
    zone = zone_of_advisor(transaction, advisor)
    every = [meeting for one in read for meeting in one.meetings]
    addresses = {address for meeting in every for address in meeting.addresses}
    clients = keeping.clients_at(transaction, addresses)
    for meeting in every:
        at = moment_of(meeting.start, zone)
        for address in meeting.addresses:
            for met in clients.get(address, ()):
                keeping.add_found(transaction, advisor.key, met, meeting, at)
