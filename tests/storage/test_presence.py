"""The statement over facts says what the oracle says: any history, day, policy and engine."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from oracle import presence as oracle
from oracle.people import ADVISORS, DAYS_ASKED, contacts, people
from oracle.presence import Contact, Person, Serving
from oracle.writing import Writer
from postgresql import find_programs, serve
from sqlalchemy import Connection, Engine, create_engine, delete, select, update

from advisor_app.cli import flags_json
from advisor_app.domain.codes import Flag, State
from advisor_app.domain.policy import STANDARD, Policy, reseau
from advisor_app.playbooks.segments import segment_rules
from advisor_app.storage.facts import advance, differences, recompute
from advisor_app.storage.migrations import bring_up_to_date
from advisor_app.storage.presence import EVERYBODY, Scope, halves, read_standings
from advisor_app.storage.presence_records import read_presence
from advisor_app.storage.presence_rules import Standing
from advisor_app.storage.schema.clients import assignment, client
from advisor_app.storage.schema.contacts import digital_month, further_advisor, touchpoint
from advisor_app.storage.schema.facts import facts
from advisor_app.storage.store import Store

POLICIES = (STANDARD, reseau(segment_rules()))
DAY = date(2026, 4, 23)


@contextmanager
def undone(engine: Engine) -> Iterator[Connection]:
    """A writing transaction of which nothing stays."""
    with engine.connect() as connection:
        writing = connection.execution_options(writing=True)
        transaction = writing.begin()
        try:
            yield writing
        finally:
            transaction.rollback()


@pytest.fixture(scope="module")
def postgresql() -> Iterator[Engine]:
    programs = find_programs()
    if programs is None:
        pytest.skip("PostgreSQL's server is not installed here")
    with serve(programs) as url:
        engine = create_engine(url)
        bring_up_to_date(engine, Path("shared"))
        with engine.begin() as connection:
            advance(connection, DAY)
        yield engine
        engine.dispose()


def told(
    connection: Connection, on: date, policy: Policy, scope: Scope = EVERYBODY
) -> list[dict[str, Any]]:
    """The product's answer as JSON says it, without sentences."""
    found = read_presence(connection, on, policy, scope)
    clients: list[dict[str, Any]] = [json.loads(flags_json.client(one)) for one in found]
    for one in clients:
        for flag in one["flags"]:
            assert flag.pop("sentence")
    return clients


def expected(everybody: list[Person], on: date, policy: Policy) -> list[dict[str, Any]]:
    found = (oracle.answer(person, on, policy.name) for person in everybody)
    return sorted(found, key=lambda one: str(one["ref"]))


def agree(connection: Connection, everybody: list[Person], on: date) -> None:
    for policy in POLICIES:
        assert told(connection, on, policy) == expected(everybody, on, policy)
        assert read_standings(connection, on, policy) == {
            one.key: Standing(one.state, tuple(flag.flag for flag in one.flags), one.restraint)
            for one in read_presence(connection, on, policy)
        }
        first, second = (told(connection, on, policy, half) for half in halves(connection))
        assert abs(len(first) - len(second)) <= 1
        assert sorted(first + second, key=lambda one: str(one["ref"])) == told(
            connection, on, policy
        )


def draw_everybody(data: st.DataObject, day: date) -> list[Person]:
    return [data.draw(people(day, f"C{number}")) for number in range(3)]


def bring_in(connection: Connection, writer: Writer, everybody: list[Person]) -> None:
    for person in everybody:
        writer.write(person)
    recompute(connection, None)


def settle(connection: Connection, everybody: list[Person], day: date) -> None:
    """The daily pass, in the store and in the oracle."""
    advance(connection, day)
    for person in everybody:
        oracle.expire(person, day)


def check_any_day(engine: Engine, data: st.DataObject) -> None:
    day = data.draw(DAYS_ASKED)
    everybody = draw_everybody(data, day)
    other = day + timedelta(days=data.draw(st.integers(-500, 500)))
    with undone(engine) as connection:
        writer = Writer(connection)
        bring_in(connection, writer, everybody)
        settle(connection, everybody, day)
        agree(connection, everybody, day)
        agree(connection, everybody, other)
        settle(connection, everybody, other)
        agree(connection, everybody, other)
        assert differences(connection) == []


@settings(max_examples=25)
@given(st.data())
def test_any_history_on_any_day(module_store: Store, data: st.DataObject) -> None:
    check_any_day(module_store.engine, data)


@settings(max_examples=4)
@given(st.data())
def test_any_history_on_any_day_on_postgresql(postgresql: Engine, data: st.DataObject) -> None:
    check_any_day(postgresql, data)


@settings(max_examples=15)
@given(st.data())
def test_facts_stay_right_through_single_writes(module_store: Store, data: st.DataObject) -> None:
    day = data.draw(DAYS_ASKED)
    everybody = draw_everybody(data, day)
    with undone(module_store.engine) as connection:
        writer = Writer(connection)
        bring_in(connection, writer, everybody)
        settle(connection, everybody, day)
        for number in range(data.draw(st.integers(1, 8))):
            person = data.draw(st.sampled_from(everybody))
            change = data.draw(st.sampled_from(CHANGES))
            change(connection, writer, person, data, day, number)
            recompute(connection, [writer.keys[person.ref]])
        agree(connection, everybody, day)
        assert differences(connection) == []


def add_contact(
    _connection: Connection,
    writer: Writer,
    person: Person,
    data: st.DataObject,
    day: date,
    number: int,
) -> None:
    contact = data.draw(contacts(day, person.plans))
    person.contacts.append(contact)
    writer.write_contact(person, contact, f"{person.ref}-N{number}")


def delete_contacts(connection: Connection, writer: Writer, person: Person, *_more: object) -> None:
    key = writer.keys[person.ref]
    gone = select(touchpoint.c.id).where(touchpoint.c.client_id == key)
    connection.execute(delete(further_advisor).where(further_advisor.c.touchpoint_id.in_(gone)))
    connection.execute(delete(touchpoint).where(touchpoint.c.client_id == key))
    person.contacts.clear()


def reassign(
    connection: Connection,
    writer: Writer,
    person: Person,
    data: st.DataObject,
    day: date,
    _number: int,
) -> None:
    key = writer.keys[person.ref]
    connection.execute(delete(assignment).where(assignment.c.client_id == key))
    first, second = data.draw(st.permutations(ADVISORS))[:2]
    change = day - timedelta(days=data.draw(st.sampled_from([0, 59, 60, 61])))
    before = Serving(first, change - timedelta(days=90), change - timedelta(days=1))
    person.servings = [before, Serving(second, change, None, "email")]
    for serving in person.servings:
        writer.assign(person, serving)


def leave(
    connection: Connection,
    writer: Writer,
    person: Person,
    data: st.DataObject,
    *_more: object,
) -> None:
    person.status = data.draw(st.sampled_from(["active", "closed", "deceased"]))
    key = writer.keys[person.ref]
    connection.execute(update(client).where(client.c.id == key).values(status=person.status))


def forget_months(connection: Connection, writer: Writer, person: Person, *_more: object) -> None:
    key = writer.keys[person.ref]
    connection.execute(delete(digital_month).where(digital_month.c.client_id == key))
    person.digital.clear()


CHANGES = (add_contact, add_contact, delete_contacts, reassign, leave, forget_months)


@settings(max_examples=15)
@given(st.data())
def test_day_after_day_only_what_changes_is_touched(
    module_store: Store, data: st.DataObject
) -> None:
    day = data.draw(DAYS_ASKED)
    everybody = draw_everybody(data, day)
    with undone(module_store.engine) as connection:
        writer = Writer(connection)
        bring_in(connection, writer, everybody)
        settle(connection, everybody, day - timedelta(days=70))
        for step in sorted(data.draw(st.sets(st.integers(-69, 20), max_size=6))):
            settle(connection, everybody, day + timedelta(days=step))
        assert differences(connection) == []


def write_one(connection: Connection, person: Person, day: date = DAY) -> Writer:
    writer = Writer(connection)
    advance(connection, day)
    bring_in(connection, writer, [person])
    return writer


def test_a_day_without_news_touches_nobody(module_store: Store) -> None:
    with undone(module_store.engine) as connection:
        write_one(connection, Person("C1", contacts=[Contact(DAY, "branch", advisors=("A1",))]))
        assert advance(connection, DAY + timedelta(days=1)) == 0


def test_what_is_dated_later_enters_on_its_day(module_store: Store) -> None:
    ahead = Contact(DAY + timedelta(days=3), "branch", advisors=("A1",))
    with undone(module_store.engine) as connection:
        write_one(connection, Person("C1", contacts=[ahead]))
        touched = [advance(connection, DAY + timedelta(days=step)) for step in (2, 3, 4)]
        assert touched == [0, 1, 0]
        (found,) = read_standings(connection, DAY + timedelta(days=4), STANDARD).values()
        assert found.state is State.MET


def test_a_wrong_fact_is_found_and_mended(module_store: Store) -> None:
    with undone(module_store.engine) as connection:
        write_one(connection, Person("C1", contacts=[Contact(DAY, "phone")]))
        connection.execute(update(facts).values(last_meeting=DAY))
        found = [(one.client, one.column) for one in differences(connection)]
        assert found == [("C1", "last_meeting")]
        connection.execute(delete(facts))
        found = [(one.client, one.column) for one in differences(connection)]
        assert found == [("C1", None)]
        recompute(connection, None)
        assert differences(connection) == []


def test_an_advisors_clients_are_those_of_the_day(module_store: Store) -> None:
    change = DAY - timedelta(days=10)
    moved = Person(
        "C1",
        servings=[Serving("A1", date(2020, 1, 1), change), Serving("A2", change + oracle.ONE_DAY)],
    )
    with undone(module_store.engine) as connection:
        writer = write_one(connection, moved)
        first, second = (Scope(advisor=writer.keys[ref]) for ref in ("A1", "A2"))
        assert told(connection, DAY, STANDARD, first) == []
        assert len(told(connection, DAY, STANDARD, second)) == 1
        assert len(told(connection, change, STANDARD, first)) == 1
        assert told(connection, change, STANDARD, second) == []


def test_the_lean_answer_is_the_whole_one_without_evidence(module_store: Store) -> None:
    letters = [Contact(DAY - timedelta(days=day), "letter") for day in (1, 2, 3)]
    with undone(module_store.engine) as connection:
        writer = write_one(connection, Person("C1", contacts=letters))
        found = read_standings(connection, DAY, STANDARD)
        assert found == {writer.keys["C1"]: Standing(State.SILENT, (Flag.UNANSWERED,), None)}
