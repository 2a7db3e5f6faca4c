"""The advisor's calendar on a server: what waits to be sent, what came back, what is to choose."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from advisor_app.domain.busy_time import CalendarRead
from advisor_app.domain.calendar_entry import CalendarEntry
from advisor_app.domain.calendar_sync import (
    CalendarAccount,
    CalendarStanding,
    NoCalendarAccount,
    RemoteChanges,
    SyncConflict,
    TheirSide,
)
from advisor_app.domain.codes import AppointmentStatus
from advisor_app.domain.keys import Key
from advisor_app.domain.moments import moment_of, start_of_day
from advisor_app.domain.organisation import Advisor
from advisor_app.domain.trail import Deed
from advisor_app.services.booking import kept_appointment
from advisor_app.services.busy_time import BusyTimes
from advisor_app.services.calendar_entries import entry_for, uid_of
from advisor_app.services.desk import Desk
from advisor_app.services.opening import zone_of_advisor
from advisor_app.storage import busy_time as busy
from advisor_app.storage import calendar_sync as keeping
from advisor_app.storage.calendar_entries import TimedAppointment, appointments_since
from advisor_app.storage.calendar_sync import Link
from advisor_app.storage.store import Transaction
from advisor_app.storage.suggestions import read_named

_STANDING = (AppointmentStatus.PROPOSED, AppointmentStatus.CONFIRMED)
# Cancelled, and cancelled for this advisor alone.
_GONE, _OFF = "gone", "off"
_AWAY = (_GONE, _OFF)


@dataclass(frozen=True, slots=True)
class Outgoing:
    """An appointment that stands otherwise here than there; without an entry it goes from there."""

    key: Key
    entry: CalendarEntry | None
    state: str
    href: str | None
    etag: str | None


class CalendarSync:
    """Of the advisor who works here; speaks to no server itself."""

    def __init__(self, desk: Desk, busy_times: BusyTimes) -> None:
        self._desk = desk
        self._busy_times = busy_times

    def account(self) -> CalendarAccount:
        """The account that is connected; NoCalendarAccount."""
        with self._desk.reading() as transaction:
            found = keeping.read_account(transaction, self._advisor().key)
        if found is None:
            raise NoCalendarAccount
        return found

    def connect(self, address: str, account: str, calendar: str) -> None:
        """Keep where the calendar is; every appointment to come waits to be sent there.

        A calendar that was connected before is let go of, with its busy time.
        """
        advisor = self._advisor()
        with self._desk.writing() as transaction:
            before = keeping.read_account(transaction, advisor.key)
            if before is not None and before.calendar != calendar:
                busy.forget_source(transaction, advisor.key, before.calendar)
            made = CalendarAccount(address, account, calendar, "")
            keeping.write_account(transaction, advisor.key, made)
            self._desk.record(transaction, Deed("calendar connected", advisor.ref))

    def disconnect(self) -> None:
        """Let go of the calendar and of its busy time; NoCalendarAccount."""
        advisor, account = self._advisor(), self.account()
        with self._desk.writing() as transaction:
            keeping.forget_account(transaction, advisor.key)
            busy.forget_source(transaction, advisor.key, account.calendar)
            self._desk.record(transaction, Deed("calendar disconnected", advisor.ref))

    def waiting(self) -> tuple[Outgoing, ...]:
        """What waits to be sent, the soonest first; what waits for a choice does not.

        Before them stands what is to be removed because its appointment is gone from here.
        """
        advisor = self._advisor()
        with self._desk.reading() as transaction:
            links = keeping.links_of(transaction, advisor.key)
            orphans = keeping.orphans_of(transaction, advisor.key)
            outgoing = [Outgoing(one.key, None, _GONE, one.href, one.etag) for one in orphans]
            for one in self._to_come(transaction, advisor):
                link, state = links.get(one.key), state_of(one)
                stands = state if link is None and state in _AWAY else link and link.sent
                if stands == state or (link and link.theirs):
                    continue
                entry = None if state in _AWAY else entry_for(transaction, one, advisor)
                href, etag = (link.href, link.etag) if link else (None, None)
                outgoing.append(Outgoing(one.key, entry, state, href, etag))
        return tuple(outgoing)

    def sent(self, one: Outgoing, href: str, etag: str) -> None:
        """The server has it as it was when it was asked for."""
        advisor = self._advisor().key
        with self._desk.writing() as transaction:
            if one.entry is None:
                if not keeping.forget_orphan(transaction, one.key):
                    keeping.forget_link(transaction, advisor, one.key)
            else:
                keeping.write_sent(transaction, advisor, one.key, href, etag, one.state)

    def received(self, changes: RemoteChanges, read: Sequence[CalendarRead]) -> int:
        """Keep what changed there: how many of our appointments were changed.

        `read` says what the entries hold, under their hrefs.
        """
        advisor, account = self._advisor(), self.account()
        etags = {one.href: one.etag for one in changes.entries}
        now = int(self._desk.now().timestamp())
        with self._desk.writing() as transaction:
            states = {a.key: state_of(a) for a in self._to_come(transaction, advisor)}
            links = keeping.links_of(transaction, advisor.key)
            by_href = {link.href: link for link in links.values()}
            uids = {uid_of(key): link for key, link in links.items()}
            changed = 0
            for one in read:
                for own in one.own:
                    theirs = TheirSide(etags[one.file], own.start, own.end)
                    link = uids.get(own.uid)
                    changed += link is not None and self._differs(transaction, link, theirs, states)
            gone = set(changes.gone)
            if changes.whole:
                gone |= by_href.keys() - etags.keys()
            for href in gone & by_href.keys():
                changed += self._differs(transaction, by_href[href], TheirSide(""), states)
            source = busy.source_named(transaction, advisor.key, account.calendar, now)
            lost = busy.parts_of(transaction, source) if changes.whole else set(changes.gone)
            busy.forget_parts(transaction, source, lost - etags.keys())
            busy.replace_parts(transaction, source, {one.file: one.busy for one in read})
            keeping.write_token(transaction, advisor.key, changes.token)
        return changed

    def met_another(self, one: Outgoing, href: str, theirs: TheirSide) -> None:
        """It was not sent: something stands there already, changed by somebody or by us.

        What was sent before the program could say so stands there as it is here. Of what is gone
        from here, or is the advisor's no longer, nobody can choose any more: it is removed as it is
        there now.
        """
        advisor = self._advisor().key
        with self._desk.writing() as transaction:
            if keeping.write_orphan(transaction, one.key, theirs.etag):
                if theirs.gone:
                    keeping.forget_orphan(transaction, one.key)
            elif one.state == _OFF:
                _left_there(transaction, advisor, one.key, href, theirs)
            elif not theirs.gone and one.state.startswith(f"{theirs.start} {theirs.end} "):
                keeping.write_sent(transaction, advisor, one.key, href, theirs.etag, one.state)
            else:
                keeping.write_differs(transaction, advisor, one.key, href, "", theirs)

    def conflicts(self) -> tuple[SyncConflict, ...]:
        """What the advisor must choose about, the soonest first."""
        advisor = self._advisor()
        with self._desk.reading() as transaction:
            zone = zone_of_advisor(transaction, advisor)
            links = keeping.links_of(transaction, advisor.key).values()
            return tuple(
                _side_by_side(transaction, link.ref, link.theirs, zone)
                for link in links
                if link.theirs is not None
            )

    def standing(self) -> CalendarStanding | None:
        """How the account stands; None where none is connected."""
        advisor = self._advisor()
        with self._desk.reading() as transaction:
            account = keeping.read_account(transaction, advisor.key)
        if account is None:
            return None
        sources = self._busy_times.sources()
        read_at = next((one.read_at for one in sources if one.name == account.calendar), None)
        return CalendarStanding(account, read_at, len(self.waiting()), self.conflicts())

    def _differs(
        self, transaction: Transaction, link: Link, theirs: TheirSide, states: Mapping[Key, str]
    ) -> bool:
        """Keep what stands there; whether it is not what was sent, so that there is a choice."""
        advisor = self._advisor().key
        key, state = link.appointment, states.get(link.appointment)
        if state is None or (theirs.gone and state in _AWAY):
            # It is over, or called off on both sides.
            keeping.forget_link(transaction, advisor, key)
            return False
        if state == _OFF:
            _left_there(transaction, advisor, key, link.href, theirs)
            return False
        if not theirs.gone and link.etag == theirs.etag:
            return False
        for known in (state, link.sent):
            if not theirs.gone and known.startswith(f"{theirs.start} {theirs.end} "):
                # Only a reminder or the like was changed there, or both say the same.
                keeping.write_sent(transaction, advisor, key, link.href, theirs.etag, known)
                return False
        keeping.write_differs(transaction, advisor, key, link.href, link.sent, theirs)
        return True

    def _to_come(self, transaction: Transaction, advisor: Advisor) -> list[TimedAppointment]:
        zone = zone_of_advisor(transaction, advisor)
        return appointments_since(
            transaction, advisor.key, start_of_day(self._desk.today(), zone).utc
        )

    def _advisor(self) -> Advisor:
        return self._busy_times.advisor()


def _side_by_side(transaction: Transaction, ref: str, theirs: TheirSide, zone: str) -> SyncConflict:
    kept = kept_appointment(transaction, ref)
    named = read_named(transaction, kept.clients)
    return SyncConflict(
        kept.appointment,
        None if theirs.start is None else moment_of(theirs.start, zone),
        None if theirs.end is None else moment_of(theirs.end, zone),
        tuple(named[key].name for key in kept.clients),
    )


def _left_there(
    transaction: Transaction, advisor: Key, key: Key, href: str, theirs: TheirSide
) -> None:
    """What is the advisor's no longer is to be removed as it stands there now."""
    if theirs.gone:
        keeping.forget_link(transaction, advisor, key)
    else:
        keeping.write_sent(transaction, advisor, key, href, theirs.etag, "")


def state_of(one: TimedAppointment) -> str:
    """What a calendar shows of an appointment, to tell whether it changed."""
    if one.status is AppointmentStatus.CANCELLED:
        return _OFF if one.off else _GONE
    status = one.status if one.status in _STANDING else AppointmentStatus.CONFIRMED
    return f"{one.start.utc} {one.end.utc} {status.value}"
