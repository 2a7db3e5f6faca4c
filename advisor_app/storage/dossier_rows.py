"""What dossiers are made of: one query a table, for one part of the clients in scope."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date, timedelta
from functools import lru_cache
from types import MappingProxyType
from typing import Any, TypeAlias

from sqlalchemy import Connection, Select, and_, case, func, literal, or_, select

from advisor_app.domain.codes import (
    Answer,
    AppointmentStatus,
    ConsentUse,
    Direction,
    Link,
    Nature,
    ProjectSource,
    ProjectStatus,
)
from advisor_app.domain.months import less_months
from advisor_app.domain.partial_date import PartialDate
from advisor_app.domain.suggestions.answers import RefusalReason
from advisor_app.domain.suggestions.dossier import (
    ClientFact,
    DeliveredSignal,
    HeldContract,
    HouseholdMember,
    KnownProject,
    PastSuggestion,
)
from advisor_app.storage.dossier_scope import of_part, scope
from advisor_app.storage.fact_day_queries import MEETING, TALK
from advisor_app.storage.schema.calendar import appointment, attendee
from advisor_app.storage.schema.clients import client, client_fact, consent, member
from advisor_app.storage.schema.contacts import touchpoint
from advisor_app.storage.schema.projects import contract, project, signal
from advisor_app.storage.schema.suggestions import suggestion, suggestion_answer
from advisor_app.storage.suggestions import is_booked

# By the numbers of the scope.
ByClient: TypeAlias = dict[int, list[Any]]
# Old signals announce nothing any more.
SIGNAL_DAYS = 400
CALL_DAYS = 30
YEAR_MONTHS = 12
CALL_CHANNELS = ("phone", "video")
GESTURE_CHANNELS = ("letter", "card", "phone")
_USEFUL = (ProjectStatus.HEARD.value, ProjectStatus.OPEN.value, ProjectStatus.DONE.value)


def read_projects(connection: Connection, part: int, on: date) -> ByClient:
    """Projects that are wished for or came true, and when they were last spoken of."""
    about = and_(
        touchpoint.c.client_id == project.c.client_id,
        touchpoint.c.counts_as.in_((MEETING, TALK)),
        touchpoint.c.project_id == project.c.id,
        touchpoint.c.on_day >= func.coalesce(project.c.noted_on, date.min),
        touchpoint.c.on_day <= on,
    )
    attended = select(func.max(touchpoint.c.on_day)).where(about).scalar_subquery()
    columns = project.c
    query = select(
        scope.c.number,
        columns.ref,
        columns.code,
        columns.status,
        columns.target,
        columns.noted_on,
        columns.source,
        attended,
    ).where(columns.status.in_(_USEFUL))
    return _grouped(connection, of_part(query, project, part).order_by(columns.ref), _project)


def _project(values: tuple[Any, ...]) -> KnownProject:
    ref, code, status, target, noted_on, source, attended_on = values
    return KnownProject(
        ref,
        code,
        ProjectStatus(status),
        PartialDate.parse(target) if target else None,
        noted_on,
        ProjectSource(source) if source else None,
        attended_on,
    )


def read_signals(connection: Connection, part: int, on: date) -> ByClient:
    """Signals delivered within the time in which any may count."""
    columns = signal.c
    query = select(scope.c.number, columns.code, columns.on_day, columns.value).where(
        columns.on_day > on - timedelta(days=SIGNAL_DAYS), columns.on_day <= on
    )
    ordered = of_part(query, signal, part).order_by(columns.on_day, columns.code)
    return _grouped(connection, ordered, DeliveredSignal._make)


def read_contracts(connection: Connection, part: int, families: frozenset[str]) -> ByClient:
    """Contracts of the families that rules look at."""
    columns = contract.c
    query = select(
        scope.c.number,
        columns.ref,
        columns.family,
        columns.opened_on,
        columns.ends_on,
        columns.amount,
        columns.rate,
    ).where(columns.family.in_(sorted(families)))
    return _grouped(
        connection, of_part(query, contract, part).order_by(columns.ref), HeldContract._make
    )


def read_client_facts(connection: Connection, part: int) -> dict[int, dict[str, ClientFact]]:
    """The newest fact of each name."""
    columns = client_fact.c
    query = select(scope.c.number, columns.name, columns.value, columns.on_day)
    found: dict[int, dict[str, ClientFact]] = defaultdict(dict)
    newest_last = columns.on_day.asc().nulls_first()
    ordered = of_part(query, client_fact, part).order_by(newest_last, columns.id)
    for number, name, value, on_day in connection.execute(ordered).all():
        found[number][name] = ClientFact(value, on_day)
    return found


# The rules of suggestions ask for nothing about e-mails, messages and introductions.
_USES = {
    use.value: use
    for use in ConsentUse
    if use not in {ConsentUse.EMAIL, ConsentUse.SMS, ConsentUse.INTRODUCTIONS}
}


def read_consents(
    connection: Connection, part: int, on: date
) -> dict[int, Mapping[ConsentUse, bool]]:
    """What holds on the day of each use: the last word before it."""
    columns = consent.c
    # One row a client, its words joined: there are ten times as many consents as clients. A sorted
    # query, not a sorting aggregate: the index has them in this order.
    word = columns.use + case((columns.given, literal("+")), else_=literal("-"))
    ordered = (
        select(word.label("word"))
        .where(
            columns.client_id == scope.c.client_id,
            columns.on_day <= on,
        )
        .order_by(columns.use, columns.on_day)
        .correlate(scope)
        .subquery()
    )
    words = select(func.aggregate_strings(ordered.c.word, " ")).scalar_subquery()
    query = select(scope.c.number, words).where(scope.c.part == part)
    return {number: _consents(told) for number, told in connection.execute(query).all() if told}


@lru_cache(maxsize=4096)
def _consents(told: str) -> Mapping[ConsentUse, bool]:
    words = told.split()
    given = {word[:-1]: word.endswith("+") for word in words}
    return MappingProxyType({use: given[name] for name, use in _USES.items() if name in given})


def read_members(connection: Connection, part: int) -> ByClient:
    """Who lives with each client as his partner or child."""
    columns = member.c
    query = (
        select(scope.c.number, columns.link, columns.first_name, columns.birth_date)
        .select_from(scope)
        .join(client, client.c.id == scope.c.client_id)
        .join(member, columns.household_id == client.c.household_id)
        .where(
            scope.c.part == part,
            columns.link.in_([link.value for link in _KIN]),
            columns.client_id.is_distinct_from(client.c.id),
        )
        .order_by(columns.birth_date, columns.first_name)
    )
    return _grouped(connection, query, _member)


_KIN = (Link.PARTNER, Link.CHILD)
_LINKS = {link.value: link for link in _KIN}


def _member(values: tuple[Any, ...]) -> HouseholdMember:
    link, first_name, birth_date = values
    return HouseholdMember(_LINKS[link], first_name, birth_date)


def read_outgoing(connection: Connection, part: int, on: date) -> dict[int, tuple[Any, ...]]:
    """Of each client: automated messages in a year, calls in 30 days, the last gesture."""
    columns = touchpoint.c
    automated = columns.nature == Nature.AUTOMATED.value
    called = and_(
        columns.channel.in_(CALL_CHANNELS), columns.on_day > on - timedelta(days=CALL_DAYS)
    )
    gesture = and_(columns.channel.in_(GESTURE_CHANNELS), ~automated)
    query = select(
        scope.c.number,
        func.count().filter(automated),
        func.count().filter(and_(called, ~automated)),
        func.max(columns.on_day).filter(gesture),
    ).where(
        columns.direction == Direction.OUT.value,
        columns.on_day > less_months(on, YEAR_MONTHS),
        columns.on_day <= on,
    )
    grouped = of_part(query, touchpoint, part).group_by(scope.c.number)
    return {row[0]: tuple(row[1:]) for row in connection.execute(grouped).all()}


def read_appointments(
    connection: Connection, part: int, on: date
) -> dict[int, tuple[date | None, date | None]]:
    """Of each client: the next appointment's day, and the last one that was missed."""
    stands = appointment.c.status.in_(
        (AppointmentStatus.PROPOSED.value, AppointmentStatus.CONFIRMED.value)
    )
    day = func.substr(appointment.c.start_wall, 1, 10)
    missed = appointment.c.status == AppointmentStatus.MISSED.value
    query = (
        select(
            scope.c.number,
            func.min(day).filter(and_(stands, day >= on.isoformat())),
            func.max(day).filter(and_(missed, day <= on.isoformat())),
        )
        .select_from(attendee)
        .join(appointment, appointment.c.id == attendee.c.appointment_id)
        .group_by(scope.c.number)
    )
    return {
        number: (_day(ahead), _day(behind))
        for number, ahead, behind in connection.execute(of_part(query, attendee, part))
    }


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def read_past(connection: Connection, part: int, on: date) -> ByClient:
    """Suggestions that were kept, each with its answer; not those whose answer was taken back.

    Nor the acceptance of one that was booked since.
    """
    answered, columns = suggestion_answer.c, suggestion.c
    query = (
        select(
            scope.c.number,
            columns.advisor_id,
            columns.subject,
            columns.ritual,
            columns.made_on,
            answered.answer,
            answered.on_day,
            answered.until_day,
            answered.reason,
        )
        .select_from(suggestion)
        .outerjoin(suggestion_answer, answered.suggestion_id == columns.id)
        .where(columns.made_on <= on, answered.withdrawn_on.is_(None))
        .where(
            or_(answered.answer.is_(None), answered.answer != Answer.ACCEPTED.value, ~is_booked())
        )
        .order_by(columns.made_on, columns.id, answered.id)
    )
    return _grouped(connection, of_part(query, suggestion, part), _past)


def _past(values: tuple[Any, ...]) -> PastSuggestion:
    advisor, subject, ritual, made_on, answer, on_day, until, reason = values
    return PastSuggestion(
        advisor,
        subject,
        ritual,
        made_on,
        Answer(answer) if answer else None,
        on_day,
        until,
        RefusalReason(reason) if reason else None,
    )


def _grouped(connection: Connection, query: Select[Any], make: Any) -> ByClient:
    found: ByClient = {}
    for row in connection.execute(query).all():
        found.setdefault(row[0], []).append(make(row[1:]))
    return found
