"""The threads of relations, for one household's page and for a page of the portfolio alike."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import NamedTuple, TypeVar

from sqlalchemy import Connection, select

from advisor_app.domain.codes import Announced, AppointmentStatus, Introduction, ProjectStatus
from advisor_app.domain.keys import Key
from advisor_app.domain.partial_date import PartialDate
from advisor_app.domain.thread import (
    MarkKind,
    ThreadAppointment,
    ThreadData,
    ThreadMark,
    ThreadMonth,
    ThreadPeriod,
    ThreadProject,
)
from advisor_app.storage.schema.calendar import appointment, attendee
from advisor_app.storage.schema.clients import assignment
from advisor_app.storage.schema.contacts import digital_month, further_advisor, touchpoint
from advisor_app.storage.schema.organisation import advisor
from advisor_app.storage.schema.projects import project

_KINDS = {"meeting": MarkKind.MEETING, "talk": MarkKind.TALK}
_AHEAD = (AppointmentStatus.PROPOSED.value, AppointmentStatus.CONFIRMED.value)
_SHOWN = (ProjectStatus.HEARD.value, ProjectStatus.OPEN.value, ProjectStatus.DONE.value)


class Window(NamedTuple):
    """What is asked: up to when, from when (None: from the first known day), read by whom."""

    now: datetime
    from_day: date | None = None
    reader: Key | None = None

    @property
    def first(self) -> date:
        """The first day to read."""
        return self.from_day or date.min


class _Turn(NamedTuple):
    client: Key
    advisor: Key
    name: str
    from_day: date
    until_day: date | None
    announced: str | None


class _Contact(NamedTuple):
    client: Key
    day: date
    kind: MarkKind
    label: str | None
    advisors: frozenset[Key]


class _Ahead(NamedTuple):
    """The next appointment: its instant first, for branches may lie in several zones."""

    start_utc: int
    start: datetime


class _Read(NamedTuple):
    """Everything read, by client."""

    turns: Mapping[Key, Sequence[_Turn]]
    contacts: Mapping[Key, Sequence[_Contact]]
    months: Mapping[Key, Mapping[date, int]]
    projects: Mapping[Key, Sequence[ThreadProject]]
    ahead: Mapping[Key, _Ahead]


T = TypeVar("T", _Turn, _Contact)


def read_threads(
    connection: Connection, groups: Mapping[Key, Sequence[Key]], window: Window
) -> dict[Key, ThreadData]:
    """One thread for each group of clients: a household's, or one client's.

    The periods are those of the group's first client; everything else is added up over all.
    """
    clients = {client for members in groups.values() for client in members}
    read = _Read(
        turns=_by_client(_turns(connection, clients)),
        contacts=_by_client(_contacts(connection, clients, window)),
        months=_months(connection, clients, window),
        projects=_projects(connection, clients),
        ahead=_ahead(connection, clients, window.now),
    )
    return {key: _thread(members, window, read) for key, members in groups.items()}


def _ahead(connection: Connection, clients: Collection[Key], now: datetime) -> dict[Key, _Ahead]:
    """Each client's next appointment that stands; one that begins this very minute is ahead."""
    this_minute = now.replace(second=0, microsecond=0)
    query = (
        select(attendee.c.client_id, appointment.c.start_utc, appointment.c.start_wall)
        .join(appointment, appointment.c.id == attendee.c.appointment_id)
        .where(
            attendee.c.client_id.in_(clients),
            appointment.c.status.in_(_AHEAD),
            appointment.c.start_utc >= int(this_minute.timestamp()),
        )
        .order_by(appointment.c.start_utc)
    )
    found: dict[Key, _Ahead] = {}
    for client, utc, wall in connection.execute(query):
        found.setdefault(client, _Ahead(utc, datetime.fromisoformat(wall)))
    return found


def _turns(connection: Connection, clients: Collection[Key]) -> Iterable[_Turn]:
    query = (
        select(
            assignment.c.client_id,
            advisor.c.id,
            advisor.c.first_name,
            advisor.c.last_name,
            assignment.c.from_day,
            assignment.c.until_day,
            assignment.c.announced,
        )
        .join(advisor, advisor.c.id == assignment.c.advisor_id)
        .where(assignment.c.client_id.in_(clients))
        .order_by(assignment.c.from_day)
    )
    for client, key, first, last, begins, ends, announced in connection.execute(query):
        yield _Turn(client, key, " ".join(filter(None, (first, last))), begins, ends, announced)


def _contacts(
    connection: Connection, clients: Collection[Key], window: Window
) -> Iterable[_Contact]:
    query = (
        select(
            touchpoint.c.client_id,
            touchpoint.c.on_day,
            touchpoint.c.counts_as,
            touchpoint.c.subject,
            touchpoint.c.advisor_id,
            further_advisor.c.advisor_id,
        )
        .outerjoin(further_advisor, further_advisor.c.touchpoint_id == touchpoint.c.id)
        .where(
            touchpoint.c.client_id.in_(clients),
            touchpoint.c.counts_as.in_(_KINDS),
            touchpoint.c.on_day.between(window.first, window.now.date()),
        )
        .order_by(touchpoint.c.on_day)
    )
    for client, day, counts, subject, first, other in connection.execute(query):
        advisors = frozenset(key for key in (first, other) if key is not None)
        yield _Contact(client, day, _KINDS[counts], subject, advisors)


def _months(
    connection: Connection, clients: Collection[Key], window: Window
) -> dict[Key, dict[date, int]]:
    counted = digital_month.c.logins + digital_month.c.messages + digital_month.c.operations
    query = select(digital_month.c.client_id, digital_month.c.month, counted).where(
        digital_month.c.client_id.in_(clients),
        digital_month.c.month.between(window.first.replace(day=1), window.now.date()),
    )
    found: dict[Key, dict[date, int]] = defaultdict(dict)
    for client, month, count in connection.execute(query):
        found[client][month] = count
    return found


def _projects(connection: Connection, clients: Collection[Key]) -> dict[Key, list[ThreadProject]]:
    query = select(
        project.c.client_id,
        project.c.code,
        project.c.status,
        project.c.target,
        project.c.noted_on,
    ).where(project.c.client_id.in_(clients), project.c.status.in_(_SHOWN))
    found: dict[Key, list[ThreadProject]] = defaultdict(list)
    for client, code, status, target, noted_on in connection.execute(query):
        when = PartialDate.parse(target or noted_on.isoformat()) if target or noted_on else None
        if when is not None:
            found[client].append(ThreadProject(code, ProjectStatus(status), when))
    return found


def _by_client(rows: Iterable[T]) -> dict[Key, list[T]]:
    found: dict[Key, list[T]] = defaultdict(list)
    for row in rows:
        found[row.client].append(row)
    return found


def _thread(members: Sequence[Key], window: Window, read: _Read) -> ThreadData:
    contacts = sorted(
        (one for key in members for one in read.contacts.get(key, ())), key=lambda one: one.day
    )
    turns = [turn for turn in read.turns.get(members[0], ()) if turn.from_day <= window.now.date()]
    months = _added_up(read.months.get(key, {}) for key in members)
    projects = [one for key in members for one in read.projects.get(key, ())]
    starts = [read.ahead[key] for key in members if key in read.ahead]
    first = [turn.from_day for turn in turns] + [one.day for one in contacts] + list(months)
    today = window.now.date()
    return ThreadData(
        from_day=window.from_day or min([*first, today]),
        today=today,
        periods=_periods(turns, contacts, window),
        marks=_marks(contacts),
        months=tuple(ThreadMonth(month, months[month]) for month in sorted(months)),
        projects=tuple(sorted(set(projects), key=lambda one: one.when.first_day)),
        appointment=ThreadAppointment(min(starts).start) if starts else None,
    )


def _added_up(counts: Iterable[Mapping[date, int]]) -> dict[date, int]:
    total: dict[date, int] = defaultdict(int)
    for months in counts:
        for month, count in months.items():
            total[month] += count
    return total


def _marks(contacts: Sequence[_Contact]) -> tuple[ThreadMark, ...]:
    """One mark for a day and kind, however many of the household were there."""
    marks: dict[tuple[date, MarkKind], ThreadMark] = {}
    for one in contacts:
        known = marks.get((one.day, one.kind))
        if known is None or known.label is None:
            marks[one.day, one.kind] = ThreadMark(one.day, one.kind, one.label)
    return tuple(marks.values())


def _periods(
    turns: Sequence[_Turn], contacts: Sequence[_Contact], window: Window
) -> tuple[ThreadPeriod, ...]:
    """The turns, successive ones of one advisor made one."""
    periods: list[ThreadPeriod] = []
    before: set[Key] = set()
    for turn in turns:
        introduced = _introduction(turn, before, contacts)
        is_reader = turn.advisor == window.reader
        if periods and turn.advisor in before and periods[-1].advisor == turn.name:
            periods[-1] = replace(periods[-1], until_day=turn.until_day)
        else:
            made = ThreadPeriod(turn.name, turn.from_day, turn.until_day, is_reader, introduced)
            periods.append(made)
        before.add(turn.advisor)
    return tuple(one for one in periods if (one.until_day or date.max) >= window.first)


def _introduction(turn: _Turn, before: set[Key], contacts: Sequence[_Contact]) -> Introduction:
    meetings = [one for one in contacts if one.kind is MarkKind.MEETING]
    with_advisor = [one for one in meetings if turn.advisor in one.advisors]
    if any(len(one.advisors) > 1 and one.advisors & before for one in with_advisor):
        return Introduction.PRESENTED
    if with_advisor:
        return Introduction.ACQUAINTED
    told = turn.announced not in {None, Announced.NONE.value}
    return Introduction.ANNOUNCED if told else Introduction.UNANNOUNCED
