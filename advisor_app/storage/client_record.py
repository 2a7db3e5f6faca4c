"""What the tabs of a client's page read: household, contracts, papers, history, signals."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date, datetime

from sqlalchemy import Connection, RowMapping, or_, select

from advisor_app.domain.client_page import ConsentLine
from advisor_app.domain.client_record import (
    ClientIdentity,
    ContractLine,
    HistoryLine,
    HouseholdMember,
    NotedReminder,
    PaperLine,
    SignalLine,
)
from advisor_app.domain.codes import ConsentUse, Link
from advisor_app.domain.keys import Key
from advisor_app.domain.papers import PaperKind
from advisor_app.domain.people import Person
from advisor_app.storage.exchanges import name_of
from advisor_app.storage.schema.calendar import attendee
from advisor_app.storage.schema.clients import client, consent, member, reminder
from advisor_app.storage.schema.organisation import advisor
from advisor_app.storage.schema.projects import contract, signal
from advisor_app.storage.schema.record import audit_entry, document

People = Mapping[Key, Person]
_HISTORY = 500
_REACHED_BY = ("language", "segment", "since", "email", "phone", "mobile", "street")
_LIVES = ("postal_code", "city", "country", "occupation", "preferred_channel", "preferred_time")


def read_members(
    connection: Connection, household: Key, people: People
) -> tuple[HouseholdMember, ...]:
    """Who is known of the household, and who of them may know; none where nobody was entered."""
    rows = connection.execute(select(member).where(member.c.household_id == household)).mappings()
    found = [
        HouseholdMember(
            row["id"],
            people.get(row["client_id"])
            or Person(
                None, None, row["first_name"], row["last_name"], birth_date=row["birth_date"]
            ),
            Link(row["link"]),
            row["may_know"],
        )
        for row in rows
    ]
    order = list(Link)
    return tuple(sorted(found, key=lambda one: (order.index(one.link), one.person.name)))


def read_identities(connection: Connection, people: People) -> tuple[ClientIdentity, ...]:
    """How each client is reached, and his last word on each use."""
    rows = connection.execute(select(client).where(client.c.id.in_(people))).mappings()
    by_key = {row["id"]: row for row in rows}
    consents = _consents(connection, people)
    return tuple(
        ClientIdentity(
            person=person,
            **{name: by_key[key][name] for name in (*_REACHED_BY, *_LIVES)},
            consents=consents.get(key, ()),
        )
        for key, person in people.items()
    )


def _consents(connection: Connection, people: People) -> Mapping[Key, tuple[ConsentLine, ...]]:
    query = select(consent).where(consent.c.client_id.in_(people)).order_by(consent.c.on_day)
    latest: dict[Key, dict[str, ConsentLine]] = defaultdict(dict)
    for row in connection.execute(query).mappings():
        line = ConsentLine(ConsentUse(row["use"]), row["given"], row["on_day"], row["source"])
        latest[row["client_id"]][row["use"]] = line
    return {
        key: tuple(uses[use] for use in ConsentUse if use in uses) for key, uses in latest.items()
    }


def read_contracts(connection: Connection, people: People) -> tuple[ContractLine, ...]:
    """What they hold, the oldest first."""
    query = (
        select(contract)
        .where(contract.c.client_id.in_(people))
        .order_by(contract.c.opened_on, contract.c.ref)
    )
    return tuple(
        ContractLine(
            ref=row["ref"],
            client=people[row["client_id"]],
            family=row["family"],
            opened_on=row["opened_on"],
            ends_on=row["ends_on"],
            amount=row["amount"],
            rate=row["rate"],
            currency=row["currency"] or "EUR",
        )
        for row in connection.execute(query).mappings()
    )


def read_papers(
    connection: Connection, clients: Collection[Key], now: datetime
) -> tuple[PaperLine, ...]:
    """The papers about them, or of their appointments, the latest first."""
    theirs = select(attendee.c.appointment_id).where(attendee.c.client_id.in_(clients))
    query = (
        select(document, advisor.c.first_name, advisor.c.last_name)
        .outerjoin(advisor, advisor.c.id == document.c.advisor_id)
        .where(or_(document.c.client_id.in_(clients), document.c.appointment_id.in_(theirs)))
        .order_by(document.c.made_utc.desc(), document.c.id.desc())
    )
    return tuple(
        PaperLine(
            kind=PaperKind(row["kind"]),
            made_at=datetime.fromtimestamp(row["made_utc"], now.tzinfo),
            purpose=row["purpose"],
            pages=row["pages"],
            advisor=name_of(row),
        )
        for row in connection.execute(query).mappings()
    )


def read_history(
    connection: Connection, clients: Collection[Key], now: datetime
) -> tuple[HistoryLine, ...]:
    """Who did what with these files, and why, the latest first."""
    query = (
        select(audit_entry, advisor.c.first_name, advisor.c.last_name)
        .outerjoin(advisor, advisor.c.ref == audit_entry.c.who)
        .where(audit_entry.c.client_id.in_(clients))
        .order_by(audit_entry.c.number.desc())
        .limit(_HISTORY)
    )
    return tuple(_history(row, now) for row in connection.execute(query).mappings())


def _history(row: RowMapping, now: datetime) -> HistoryLine:
    return HistoryLine(
        at=datetime.fromisoformat(row["at_utc"]).astimezone(now.tzinfo),
        who=name_of(row) or row["who"],
        action=row["action"],
        subject=row["subject"],
        why=row["why"],
        detail=row["detail"],
    )


def read_signals(connection: Connection, people: People, first: date) -> tuple[SignalLine, ...]:
    """The signals since a day, the latest first; none of who objects to being profiled."""
    objecting = select(client.c.id).where(client.c.no_profile)
    query = (
        select(signal)
        .where(signal.c.client_id.in_(people), signal.c.on_day >= first)
        .where(signal.c.client_id.not_in(objecting))
        .order_by(signal.c.on_day.desc(), signal.c.code)
    )
    return tuple(
        SignalLine(row["code"], row["on_day"], row["value"], people[row["client_id"]])
        for row in connection.execute(query).mappings()
    )


def read_noted(connection: Connection, clients: Collection[Key]) -> tuple[NotedReminder, ...]:
    """Small things to remember, in the order they were noted."""
    query = (
        select(reminder)
        .where(reminder.c.client_id.in_(clients))
        .order_by(reminder.c.noted_on, reminder.c.id)
    )
    return tuple(
        NotedReminder(row["id"], row["client_id"], row["icon"], row["text"], row["noted_on"])
        for row in connection.execute(query).mappings()
    )
