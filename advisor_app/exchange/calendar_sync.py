"""Synchronising with the advisor's calendar on a server: first what changed there, then ours."""

from collections.abc import Sequence
from datetime import datetime
from urllib.parse import urlsplit

from advisor_app.domain.busy_time import CalendarRead
from advisor_app.domain.calendar_sync import (
    CalendarUnreachable,
    RemoteEntry,
    SyncReport,
    TheirSide,
    WhyUnreachable,
)
from advisor_app.exchange.caldav_client import CalDavServer
from advisor_app.exchange.calendar_child import read_calendars
from advisor_app.exchange.calendar_out import calendar_object
from advisor_app.services.busy_time import BusyTimes
from advisor_app.services.calendar_sync import CalendarSync, Outgoing, sides


def connect(sync: CalendarSync, server: CalDavServer) -> str:
    """Find the calendar of an account and keep it: its address."""
    calendar = server.find_calendar()
    sync.connect(server.address, server.account, calendar)
    return calendar


def synchronise(
    sync: CalendarSync, busy_times: BusyTimes, server: CalDavServer, now: datetime
) -> SyncReport:
    """Read and send; where the server does not answer, what is to be sent waits for the next time.

    Raises CalendarRefused, or CalendarUnreachable where something else is wrong than the network.
    """
    account = sync.account()
    read = sent = removed = 0
    try:
        changes = server.changes(account.calendar, account.token)
        told = read_entries(changes.entries, busy_times)
        sync.received(changes, told)
        read = len(changes.entries)
        for one in sync.waiting():
            if _send(sync, busy_times, server, account.calendar, one, now):
                sent += one.entry is not None
                removed += one.entry is None
    except CalendarUnreachable as error:
        if error.why is not WhyUnreachable.NO_ANSWER:
            raise
        waiting = len(sync.waiting())
        return SyncReport(sent, removed, read, len(sync.conflicts()), waiting, reached=False)
    conflicts, waiting = len(sync.conflicts()), len(sync.waiting())
    return SyncReport(sent, removed, read, conflicts, waiting, reached=True)


def read_entries(entries: Sequence[RemoteEntry], busy_times: BusyTimes) -> list[CalendarRead]:
    """What entries say, read by the child process; what makes no sense is left out."""
    files = [(one.href, one.data) for one in entries]
    outcomes = read_calendars(files, busy_times.scope())
    return [one for one in outcomes if isinstance(one, CalendarRead)]


def _send(
    sync: CalendarSync,
    busy_times: BusyTimes,
    server: CalDavServer,
    calendar: str,
    one: Outgoing,
    now: datetime,
) -> bool:
    """Send one appointment, or keep how it stands there where somebody was quicker."""
    if one.entry is None:
        done: str | None = ""
        if one.href and one.etag and not server.remove(one.href, one.etag):
            done = None
        href = one.href or ""
    else:
        href = one.href or f"{urlsplit(calendar).path.rstrip('/')}/{one.key.hex()}.ics"
        done = server.write(href, calendar_object(one.entry, now), one.etag)
    if done is None:
        sync.met_another(one, href, _theirs(server, href, busy_times))
        return False
    sync.sent(one, href, done)
    return True


def _theirs(server: CalDavServer, href: str, busy_times: BusyTimes) -> TheirSide:
    entry = server.read(href)
    if entry is None:
        return TheirSide("")
    read = read_entries([entry], busy_times)
    return sides(read[0], entry) if read else TheirSide(entry.etag)
