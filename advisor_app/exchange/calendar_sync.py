"""Synchronising with the advisor's calendar on a server: first what changed there, then ours."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from advisor_app.domain.busy_time import CalendarRead
from advisor_app.domain.calendar_sync import (
    CalendarUnreachable,
    RemoteChanges,
    RemoteEntry,
    SyncReport,
    TheirSide,
    WhyUnreachable,
)
from advisor_app.exchange.caldav_client import CalDavServer
from advisor_app.exchange.calendar_child import read_calendars
from advisor_app.exchange.calendar_out import calendar_object
from advisor_app.services.busy_time import BusyTimes
from advisor_app.services.calendar_sync import CalendarSync, Outgoing


@dataclass(frozen=True, slots=True)
class Delivery:
    """What became of sending one appointment: its etag there, or what stands there instead.

    Without an etag somebody was quicker, and `theirs` is the entry as it is now, None if gone.
    """

    one: Outgoing
    href: str
    etag: str | None
    theirs: RemoteEntry | None = None


def connect(sync: CalendarSync, server: CalDavServer) -> str:
    """Find the first calendar of an account and keep it: its address."""
    calendar = server.find_calendars()[0].address
    sync.connect(server.address, server.account, calendar)
    return calendar


def synchronise(
    sync: CalendarSync, busy_times: BusyTimes, server: CalDavServer, now: datetime
) -> SyncReport:
    """Read and send; where the server does not answer, what is to be sent waits for the next time.

    Raises CalendarRefused, or CalendarUnreachable where something else is wrong than the network.
    The steps, `changes`, `take_in`, `deliver` and `record`, can be done one by one as well: those
    that speak to the server and those that keep what it said are never the same.
    """
    account = sync.account()
    read = sent = removed = 0
    try:
        changes = server.changes(account.calendar, account.token)
        take_in(sync, busy_times, changes)
        read = len(changes.entries)
        for one in sync.waiting():
            if record(sync, busy_times, deliver(server, account.calendar, one, now)):
                sent += one.entry is not None
                removed += one.entry is None
    except CalendarUnreachable as error:
        if error.why is not WhyUnreachable.NO_ANSWER:
            raise
        waiting = len(sync.waiting())
        return SyncReport(sent, removed, read, len(sync.conflicts()), waiting, reached=False)
    conflicts, waiting = len(sync.conflicts()), len(sync.waiting())
    return SyncReport(sent, removed, read, conflicts, waiting, reached=True)


def take_in(sync: CalendarSync, busy_times: BusyTimes, changes: RemoteChanges) -> None:
    """Keep what changed on the server."""
    sync.received(changes, read_entries(changes.entries, busy_times))


def deliver(server: CalDavServer, calendar: str, one: Outgoing, now: datetime) -> Delivery:
    """Send one appointment, or fetch what stands there where somebody was quicker."""
    if one.entry is None:
        href = one.href or ""
        removed = not (one.href and one.etag) or server.remove(one.href, one.etag)
        etag = "" if removed else None
    else:
        href = one.href or f"{urlsplit(calendar).path.rstrip('/')}/{one.key.hex()}.ics"
        etag = server.write(href, calendar_object(one.entry, now), one.etag)
    return Delivery(one, href, etag, server.read(href) if etag is None else None)


def record(sync: CalendarSync, busy_times: BusyTimes, sent: Delivery) -> bool:
    """Keep what became of sending; whether the server has it as it is here."""
    if sent.etag is not None:
        sync.sent(sent.one, sent.href, sent.etag)
        return True
    theirs = TheirSide("")
    if sent.theirs is not None:
        read = read_entries([sent.theirs], busy_times)
        theirs = their_side(read[0], sent.theirs) if read else TheirSide(sent.theirs.etag)
    sync.met_another(sent.one, sent.href, theirs)
    return False


def their_side(read: CalendarRead, entry: RemoteEntry) -> TheirSide:
    """How one of our appointments stands in an entry there."""
    for own in read.own:
        return TheirSide(entry.etag, own.start, own.end)
    return TheirSide(entry.etag)


def read_entries(entries: Sequence[RemoteEntry], busy_times: BusyTimes) -> list[CalendarRead]:
    """What entries say, read by the child process; what makes no sense is left out."""
    files = [(one.href, one.data) for one in entries]
    outcomes = read_calendars(files, busy_times.scope())
    return [one for one in outcomes if isinstance(one, CalendarRead)]
