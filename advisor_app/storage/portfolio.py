"""The portfolio's list: one row a household, found, counted and sorted by the database."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import (
    CTE,
    ColumnElement,
    Connection,
    Select,
    String,
    Table,
    and_,
    case,
    exists,
    func,
    literal,
    or_,
    select,
)

from advisor_app.domain.codes import AppointmentStatus, ClientStatus, Flag, ProjectStatus, State
from advisor_app.domain.keys import Key
from advisor_app.domain.months import less_months
from advisor_app.domain.names import folded
from advisor_app.domain.partial_date import PartialDate
from advisor_app.domain.policy import Policy
from advisor_app.domain.portfolio import (
    DISTANCE,
    PortfolioCounts,
    PortfolioList,
    PortfolioOrder,
    PortfolioQuestion,
    PortfolioRow,
    ProjectBrief,
)
from advisor_app.storage.people import read_groups, row_key
from advisor_app.storage.presence import Scope, in_scope, tables_for
from advisor_app.storage.presence_rules import bit, standing_query
from advisor_app.storage.schema.calendar import appointment, attendee
from advisor_app.storage.schema.clients import client
from advisor_app.storage.schema.projects import project
from advisor_app.storage.thread import Window, read_threads

_OPEN = (ProjectStatus.HEARD.value, ProjectStatus.OPEN.value)
_AHEAD = (AppointmentStatus.PROPOSED.value, AppointmentStatus.CONFIRMED.value)
_ADULT_MONTHS = 18 * 12
_THREAD_MONTHS = 37


class Asking(NamedTuple):
    """Whose portfolio, at what moment, under which policy."""

    advisor: Key
    now: datetime
    policy: Policy

    @property
    def today(self) -> date:
        """The day asked about."""
        return self.now.date()


def read_list(connection: Connection, asking: Asking, question: PortfolioQuestion) -> PortfolioList:
    """The keys in order, and the counts of the whole portfolio."""
    with tables_for(connection, asking.today, Scope(advisor=asking.advisor)) as tables:
        rows = _rows(asking, tables.facts)
        counts = connection.execute(_counts(rows)).one()
        found = select(rows.c.key).where(*_conditions(rows, question))
        keys = connection.execute(found.order_by(*_order(rows, question))).scalars()
        return PortfolioList(tuple(keys), PortfolioCounts(*(count or 0 for count in counts)))


def read_rows(
    connection: Connection, asking: Asking, keys: Sequence[Key]
) -> tuple[PortfolioRow, ...]:
    """The rows of some keys, in their order; keys of nobody served are left out."""
    with tables_for(connection, asking.today, Scope(advisor=asking.advisor)) as tables:
        rows = _rows(asking, tables.facts, keys)
        found = {row["key"]: row for row in connection.execute(select(rows)).mappings()}
        served = set(connection.execute(_served(asking, tables.facts, keys)).scalars())
    groups = {
        key: tuple(one for one in people if one.key in served)
        for key, people in read_groups(connection, keys).items()
        if key in found
    }
    clients = {key: [one.key for one in people if one.key] for key, people in groups.items()}
    first = less_months(asking.today.replace(day=1), _THREAD_MONTHS)
    threads = read_threads(connection, clients, Window(asking.now, first, asking.advisor))
    projects = _projects(connection, keys)
    return tuple(
        PortfolioRow(
            key=key,
            clients=groups[key],
            state=DISTANCE[found[key]["distance"]],
            not_introduced=bool(found[key]["not_introduced"]),
            last_meeting=found[key]["last_meeting"],
            last_digital=found[key]["last_digital"],
            projects=tuple(projects.get(key, ())),
            appointment=_moment(found[key]["appointment"]),
            town=found[key]["town"],
            since=found[key]["since"],
            thread=threads[key],
        )
        for key in keys
        if key in groups
    )


def _rows(asking: Asking, facts: Table, keys: Collection[Key] | None = None) -> CTE:
    """One row a household: its most distant adult's state, and what the columns show."""
    scope = Scope(advisor=asking.advisor)
    standing = in_scope(standing_query(asking.today, asking.policy, facts), facts, scope).cte()
    adult = or_(
        client.c.birth_date.is_(None),
        client.c.birth_date <= less_months(asking.today, _ADULT_MONTHS),
    )
    distance = case(
        {state.value: place for place, state in enumerate(DISTANCE)}, value=standing.c.state
    )
    adults = func.sum(case((adult, 1), else_=0))
    met_adults = func.sum(case((and_(adult, facts.c.last_meeting.is_not(None)), 1), else_=0))
    earliest_met = func.min(case((adult, facts.c.last_meeting)))
    not_introduced = standing.c.flags.bitwise_and(bit(Flag.NOT_INTRODUCED)) != 0
    query = (
        select(
            row_key().label("key"),
            func.count().label("clients"),
            func.coalesce(func.max(case((adult, distance))), func.max(distance)).label("distance"),
            func.max(case((not_introduced, 1), else_=0)).label("not_introduced"),
            case(
                (adults == 0, func.min(facts.c.last_meeting)),
                (met_adults == adults, earliest_met),
            ).label("last_meeting"),
            func.max(facts.c.last_digital_month).label("last_digital"),
            func.max(case((_has_project(), 1), else_=0)).label("with_project"),
            func.min(_next_start(asking)).label("appointment"),
            func.min(client.c.city).label("town"),
            func.min(client.c.since).label("since"),
            func.min(client.c.sort_name).label("sort_name"),
        )
        .join_from(client, standing, standing.c.client_id == client.c.id)
        .join(facts, facts.c.client_id == client.c.id)
        .where(client.c.status == ClientStatus.ACTIVE.value)
        .group_by(row_key())
    )
    return (query if keys is None else query.where(row_key().in_(keys))).cte("rows")


def _has_project(code: str | None = None) -> ColumnElement[bool]:
    found = exists().where(project.c.client_id == client.c.id, project.c.status.in_(_OPEN))
    return found if code is None else found.where(project.c.code == code)


def _next_start(asking: Asking) -> ColumnElement[Any]:
    wall = asking.now.replace(tzinfo=None).isoformat(timespec="minutes")
    return (
        select(func.min(appointment.c.start_wall))
        .join(attendee, attendee.c.appointment_id == appointment.c.id)
        .where(
            attendee.c.client_id == client.c.id,
            appointment.c.status.in_(_AHEAD),
            appointment.c.start_wall >= wall,
        )
        .scalar_subquery()
    )


def _counts(rows: CTE) -> Select[Any, Any, Any, Any, Any]:
    online = rows.c.distance == DISTANCE.index(State.ONLINE_ONLY)
    return select(
        func.count(),
        func.sum(rows.c.clients),
        func.sum(rows.c.with_project),
        func.sum(case((online, 1), else_=0)),
        func.sum(rows.c.not_introduced),
    )


def _conditions(rows: CTE, question: PortfolioQuestion) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if question.with_project:
        conditions.append(rows.c.with_project == 1)
    if question.online_only:
        conditions.append(rows.c.distance == DISTANCE.index(State.ONLINE_ONLY))
    if question.not_introduced:
        conditions.append(rows.c.not_introduced == 1)
    if question.met:
        conditions.append(rows.c.distance == DISTANCE.index(State.MET))
    if question.project:
        conditions.append(_some_client(rows, _has_project(question.project)))
    if question.segment:
        conditions.append(_some_client(rows, client.c.segment == question.segment.value))
    conditions += [_some_client(rows, _has_word(word)) for word in folded(question.words).split()]
    return conditions


def _some_client(rows: CTE, condition: ColumnElement[bool]) -> ColumnElement[bool]:
    return rows.c.key.in_(select(row_key()).select_from(client).where(condition))


def _has_word(word: str) -> ColumnElement[bool]:
    """The beginning of a word of the name, or of the town."""
    blank = literal(" ", String)
    return or_(
        (blank + client.c.folded_name).contains(f" {word}", autoescape=True),
        func.lower(client.c.city).startswith(word, autoescape=True),
    )


def _order(rows: CTE, question: PortfolioQuestion) -> list[ColumnElement[Any]]:
    """What is not known comes first among dates, last among appointments; then by name."""
    column = {
        PortfolioOrder.NAME: rows.c.sort_name,
        PortfolioOrder.LAST_MEETING: rows.c.last_meeting,
        PortfolioOrder.LAST_DIGITAL: rows.c.last_digital,
        PortfolioOrder.APPOINTMENT: rows.c.appointment,
    }[question.order]
    unknown_last = question.order is PortfolioOrder.APPOINTMENT or question.descending
    unknown = column.is_(None) if unknown_last else column.is_not(None)
    direction = column.desc() if question.descending else column.asc()
    order: list[ColumnElement[Any]] = [unknown, direction, rows.c.sort_name, rows.c.key]
    if question.order is PortfolioOrder.LAST_MEETING:
        # Who is new was never met either, but nobody has been lost.
        order.insert(0, rows.c.distance == DISTANCE.index(State.NEW))
    return order


def _served(asking: Asking, facts: Table, keys: Sequence[Key]) -> Select[Any]:
    return (
        select(facts.c.client_id)
        .join(client, client.c.id == facts.c.client_id)
        .where(facts.c.advisor_id == asking.advisor, row_key().in_(keys))
    )


def _projects(connection: Connection, keys: Sequence[Key]) -> dict[Key, list[ProjectBrief]]:
    query = (
        select(row_key(), project.c.code, project.c.status, project.c.target)
        .join_from(project, client, client.c.id == project.c.client_id)
        .where(row_key().in_(keys), project.c.status.in_(_OPEN))
        .order_by(project.c.target_from.is_(None), project.c.target_from, project.c.code)
    )
    found: dict[Key, list[ProjectBrief]] = {}
    for key, code, status, target in connection.execute(query):
        when = PartialDate.parse(target) if target else None
        found.setdefault(key, []).append(ProjectBrief(code, ProjectStatus(status), when))
    return found


def _moment(wall: str | None) -> datetime | None:
    return None if wall is None else datetime.fromisoformat(wall)
