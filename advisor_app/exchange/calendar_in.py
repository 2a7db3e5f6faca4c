"""An iCalendar file of another program, read as busy time and past meetings; never trusted.

Runs in a child process (`calendar_child`). What a file says about why somebody is busy is dropped
here: only times leave, and of past meetings the addresses.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from typing import Any

from icalendar import Calendar, Component, Event, FreeBusy

from advisor_app.domain.busy_time import (
    OWN_UID,
    CalendarRead,
    CalendarScope,
    OwnEntry,
    PastMeeting,
    UnreadableCalendar,
    WhyNotRead,
    joined,
)
from advisor_app.domain.moments import GapOfSummerTime, moment_at, start_of_day
from advisor_app.domain.stretches import Stretch
from advisor_app.exchange.calendar_lasting import keep_lasts, kept_lasts

MOST_EVENTS = 50_000
MOST_TIMES = 20_000
# A rule that asks for more times than this in a day is a mistake, or hostile.
MOST_TIMES_A_DAY = 48
SHORTEST_MEETING, LONGEST_MEETING = 10, 8 * 60
_TOO_OFTEN = ("SECONDLY", "MINUTELY")
_NOT_BUSY = ("FREE", "WORKINGELSEWHERE")


@dataclass(slots=True)
class _Findings:
    """What was found so far."""

    busy: list[Stretch] = field(default_factory=list)
    meetings: list[PastMeeting] = field(default_factory=list)
    times: int = 0
    left_out: int = 0


def read_calendar(file: str, data: bytes, scope: CalendarScope) -> CalendarRead:
    """What a file says; UnreadableCalendar where it is no calendar, or asks for too much."""
    components = _parsed(file, data)
    keep_lasts(list(_walked(components, "VEVENT")), data)
    series = _series(components)
    events = sum(map(len, series.values()))
    if events > MOST_EVENTS:
        raise UnreadableCalendar(file, WhyNotRead.TOO_MANY_EVENTS, {"limit": MOST_EVENTS})
    found = _Findings()
    for several in series.values():
        _take(several, scope, found)
        if found.times > MOST_TIMES:
            raise UnreadableCalendar(file, WhyNotRead.TOO_MANY_TIMES, {"limit": MOST_TIMES})
    for one in _walked(components, "VFREEBUSY"):
        _take_free_busy(one, scope, found)
    return CalendarRead(
        file=file,
        busy=joined(_within(one, scope) for one in found.busy),
        meetings=tuple(found.meetings),
        events=events,
        left_out=found.left_out,
        own=tuple(_own(components, scope)),
    )


def _parsed(file: str, data: bytes) -> list[Component]:
    try:
        found = Component.from_ical(data, multiple=True)
    except Exception:  # noqa: BLE001 whatever the parser stumbles over, the file is no calendar
        raise UnreadableCalendar(file, WhyNotRead.NOT_A_CALENDAR) from None
    if not found:
        raise UnreadableCalendar(file, WhyNotRead.NOT_A_CALENDAR)
    return list(found)


def _walked(components: Iterable[Component], name: str) -> Iterator[Component]:
    return (one for top in components for one in top.walk(name))


def _series(components: list[Component]) -> dict[str, list[Event]]:
    """Events by UID, so that a moved occurrence stands beside the rule; our own are left out."""
    found: dict[str, list[Event]] = defaultdict(list)
    for number, one in enumerate(_walked(components, "VEVENT")):
        uid = str(one.get("UID", "")) or f"#{number}"
        if isinstance(one, Event) and not uid.endswith(OWN_UID):
            found[uid].append(one)
    return found


def _own(components: list[Component], scope: CalendarScope) -> Iterator[OwnEntry]:
    """The program's own appointments; one that makes no sense any more counts as called off."""
    for event in _walked(components, "VEVENT"):
        uid = str(event.get("UID", ""))
        if isinstance(event, Event) and uid.endswith(OWN_UID):
            try:
                start = _seconds(event.start, scope.zone)
                end = _end(event, scope.zone)
            except Exception:  # noqa: BLE001 as in _take
                start = end = 0
            off = start >= end or _is_off(event, scope)
            yield OwnEntry(uid, None, None) if off else OwnEntry(uid, start, end)


def _take(several: list[Event], scope: CalendarScope, found: _Findings) -> None:
    """Add what the events of one UID say; events that make no sense are counted."""
    try:
        occurrences = list(_occurrences(several, scope))
        for start, end, whole_days, event in occurrences:
            found.times += 1
            if _is_busy(event, scope):
                found.busy.append(Stretch(start, end))
            if not whole_days and (meeting := _meeting(start, end, event, scope)) is not None:
                found.meetings.append(meeting)
    except Exception:  # noqa: BLE001 a hostile event may raise anything; the others still count
        found.left_out += len(several)


def _occurrences(
    several: list[Event], scope: CalendarScope
) -> Iterator[tuple[int, int, bool, Event]]:
    latest = _latest_edition(several)
    for event in _expanded(latest, scope) if _repeats(latest) else latest:
        start = event.start
        first = _seconds(start, scope.zone)
        last = _end(event, scope.zone)
        if first > last:
            raise ValueError("ends before it starts")
        if last > min(scope.since, scope.met_since) and first < scope.until:
            yield first, last, not isinstance(start, datetime), event


def _latest_edition(several: list[Event]) -> list[Event]:
    """Of an occurrence that stands in the file several times, the edition of highest SEQUENCE."""
    newest: dict[Any, Event] = {}
    for one in several:
        which = one["RECURRENCE-ID"].to_ical() if "RECURRENCE-ID" in one else None
        before = newest.get(which)
        if before is None or _edition(one) >= _edition(before):
            newest[which] = one
    return list(newest.values())


def _edition(event: Event) -> int:
    return int(event.get("SEQUENCE", 0))


def _repeats(several: list[Event]) -> bool:
    return any(name in one for one in several for name in ("RRULE", "RDATE", "RECURRENCE-ID"))


def _expanded(several: list[Event], scope: CalendarScope) -> list[Event]:
    """Every occurrence of a rule in the scope; ValueError for rules that ask for too much."""
    import recurring_ical_events

    for one in several:
        rules = one.get("RRULE", [])
        for rule in rules if isinstance(rules, list) else [rules]:
            _check_rule(rule)
    calendar = Calendar()
    calendar.subcomponents.extend(several)
    since = datetime.fromtimestamp(min(scope.since, scope.met_since), UTC) - timedelta(days=1)
    until = datetime.fromtimestamp(scope.until, UTC) + timedelta(days=1)
    return list(recurring_ical_events.of(calendar).between(since, until))


def _check_rule(rule: Any) -> None:
    often = [str(one).upper() for one in rule.get("FREQ", ())]
    a_day = 1
    for name in ("BYHOUR", "BYMINUTE", "BYSECOND"):
        a_day *= max(1, len(rule.get(name, ())))
    if (often and often[0] in _TOO_OFTEN) or a_day > MOST_TIMES_A_DAY:
        raise ValueError("repeats too often")


def _seconds(when: date, zone: str) -> int:
    """An instant; floating times and whole days are in the advisor's zone."""
    if not isinstance(when, datetime):
        return start_of_day(when, zone).utc
    if when.tzinfo is not None:
        return int(when.timestamp())
    try:
        return moment_at(when, zone, when.fold).utc
    except GapOfSummerTime as gap:
        return moment_at(gap.instead, zone).utc


def _end(event: Event, zone: str) -> int:
    """When it is over; hours go by exactly, days as the clock counts them (RFC 5545, 3.8.2.5)."""
    lasts = kept_lasts(event)
    if lasts is None or not isinstance(event.start, datetime):
        return _seconds(event.end, zone)
    return _seconds(event.start + timedelta(days=lasts.days), zone) + lasts.seconds


def _is_busy(event: Event, scope: CalendarScope) -> bool:
    if _is_off(event, scope) or str(event.get("TRANSP", "")).upper() == "TRANSPARENT":
        return False
    shown = str(event.get("X-MICROSOFT-CDO-BUSYSTATUS", "")).upper()
    return shown not in _NOT_BUSY


def _is_off(event: Event, scope: CalendarScope) -> bool:
    """Whether it was called off, or the advisor declined it."""
    if str(event.get("STATUS", "")).upper() == "CANCELLED":
        return True
    return any(
        _address(one) == scope.address and one.params.get("PARTSTAT", "").upper() == "DECLINED"
        for one in _attendees(event)
        if scope.address
    )


def _meeting(start: int, end: int, event: Event, scope: CalendarScope) -> PastMeeting | None:
    minutes = (end - start) // 60
    if not SHORTEST_MEETING <= minutes <= LONGEST_MEETING or _is_off(event, scope):
        return None
    if start < scope.met_since or end > scope.now:
        return None
    came = [one for one in _attendees(event) if one.params.get("PARTSTAT", "") != "DECLINED"]
    everybody = came + ([event["ORGANIZER"]] if "ORGANIZER" in event else [])
    addresses = {_address(one) for one in everybody} - {None, scope.address}
    if not addresses:
        return None
    mark = sha256(f"{event.get('UID', '')}\0{start}".encode()).hexdigest()
    return PastMeeting(mark, start, minutes, tuple(sorted(filter(None, addresses))))


def _attendees(event: Event) -> list[Any]:
    found = event.get("ATTENDEE", [])
    return list(found) if isinstance(found, list) else [found]


def _address(whom: Any) -> str | None:
    kind, _, address = str(whom).strip().partition(":")
    return address.strip().lower() or None if kind.lower() == "mailto" else None


def _take_free_busy(component: Component, scope: CalendarScope, found: _Findings) -> None:
    if not isinstance(component, FreeBusy):
        return
    periods = component.get("FREEBUSY", [])
    for one in periods if isinstance(periods, list) else [periods]:
        try:
            if str(getattr(one, "params", {}).get("FBTYPE", "BUSY")).upper() != "FREE":
                found.busy.extend(_period(one, scope.zone))
            found.times += 1
        except Exception:  # noqa: BLE001 as in _take
            found.left_out += 1


def _period(value: Any, zone: str) -> Iterator[Stretch]:
    for one in getattr(value, "dts", [value]):
        start, end = getattr(one, "dt", one)
        ends = start + end if isinstance(end, timedelta) else end
        yield Stretch(_seconds(start, zone), _seconds(ends, zone))


def _within(one: Stretch, scope: CalendarScope) -> Stretch:
    return Stretch(max(one.start, scope.since), min(one.end, scope.until))
