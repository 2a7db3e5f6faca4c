"""Dossiers say what the bank's rows say, on the store's own day and on any other, on both engines."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
from dossiers import book
from postgresql import find_programs, serve
from poured import batches_of, pour, pour_into
from sqlalchemy import Connection, Engine, create_engine, insert

from advisor_app.demo.portfolio import demonstration
from advisor_app.domain import bank_records as rows
from advisor_app.domain.bank_records import RecordBatch
from advisor_app.domain.codes import ConsentUse, Flag, Link, ProjectSource, State
from advisor_app.domain.keys import new_key
from advisor_app.domain.policy import STANDARD
from advisor_app.domain.presence import Restraint
from advisor_app.domain.suggestions.dossier import ClientDossier
from advisor_app.domain.suggestions.listing import Ask, ranked_list, valid_suggestions
from advisor_app.storage.dossier_scope import InScope, everybody, households_of, served_by
from advisor_app.storage.dossiers import read_dossiers
from advisor_app.storage.migrations import bring_up_to_date
from advisor_app.storage.organisation import find_advisor
from advisor_app.storage.schema.organisation import branch
from advisor_app.storage.store import Store

DAY = date(2026, 4, 23)
BANK = (
    rows.BranchRecord("B1", "Orme", latitude=47.0, longitude=2.0),
    rows.AdvisorRecord("A1", "Claire", "Morvan", "B1"),
    rows.AdvisorRecord("A2", "Paul", "Mercier", "B1"),
    rows.ClientRecord(
        "C1", title="mr", first_name="Gérard", last_name="Lemoine", household="H1",
        birth_date="1964-04-10", since="1998-03-01", segment="affluent", country="FR",
        latitude=47.0, longitude=3.0, preferred_channel="phone",
    ),
    rows.ClientRecord("C2", last_name="Lemoine", household="H1", since="1998-03-01"),
    rows.ClientRecord("C3", last_name="Old", household="H1", status="deceased"),
    rows.ClientRecord("C4", last_name="Far", since="2001-01-01", no_contact=True),
    rows.MemberRecord("H1", "C1", link="self"),
    rows.MemberRecord("H1", "C2", link="partner"),
    rows.MemberRecord("H1", None, "Alice", "Lemoine", "2009-02-01", "child"),
    rows.AssignmentRecord("C1", "A2", "2020-01-01"),
    rows.AssignmentRecord("C1", "A1", "2025-06-01", announced="email"),
    rows.AssignmentRecord("C2", "A2", "2020-01-01"),
    rows.AssignmentRecord("C4", "A1", "2020-01-01"),
    rows.ProjectRecord("P1", "C1", "retiring_now", "heard", "2027-01", noted_on="2025-01-10", source="client"),
    rows.ProjectRecord("P2", "C1", "first_home", "dropped"),
    rows.TouchpointRecord("T1", "C1", "A2", "2025-02-03", "branch", "conversation", "out", 60, project="P1"),
    rows.TouchpointRecord("T2", "C1", "A1", "2026-03-01", "letter"),
    rows.TouchpointRecord("T3", "C1", None, "2026-04-20", "email", "automated"),
    rows.TouchpointRecord("T4", "C1", "A1", "2026-04-10", "phone", minutes=3),
    rows.TouchpointRecord("T5", "C1", None, "2026-04-15", "message", direction="in"),
    rows.TouchpointRecord("T6", "C1", None, "2026-05-15", "letter"),
    rows.SignalRecord("C1", "mortgage_simulator", "2026-04-01"),
    rows.SignalRecord("C1", "new_payroll", "2023-04-01"),
    rows.SignalRecord("C3", "death_notified", "2026-03-20"),
    rows.ContractRecord("K1", "C1", "mortgage", "2010-01-01", "2026-08-01", "90000", "0.041"),
    rows.ContractRecord("K2", "C1", "car_insurance", "2010-01-01"),
    rows.ClientFactRecord("C1", "housing", "tenant", "2020-01-01"),
    rows.ClientFactRecord("C1", "housing", "owner", "2024-01-01"),
    rows.ConsentRecord("C1", "phone", given=False, on="2020-01-01"),
    rows.ConsentRecord("C1", "phone", given=True, on="2025-01-01"),
    rows.ConsentRecord("C1", "proximity", given=True, on="2025-01-01"),
    rows.ConsentRecord("C1", "events", given=True, on="2026-05-01"),
    rows.AppointmentRecord("R1", "C2", "A2", "2026-05-04T10:00", "2026-05-04T11:00"),
    rows.AppointmentRecord("R2", "C2", "A2", "2026-04-13T10:00", "2026-04-13T11:00", status="missed"),
)  # fmt: skip


@pytest.fixture(scope="module")
def postgresql() -> Iterator[Engine]:
    programs = find_programs()
    if programs is None:
        pytest.skip("PostgreSQL's server is not installed here")
    with serve(programs) as url:
        engine = create_engine(url)
        bring_up_to_date(engine, Path("shared"))
        yield engine
        engine.dispose()


@contextmanager
def shared(engine: Engine, batches: Iterable[RecordBatch]) -> Iterator[Connection]:
    """A transaction on the shared engine, in which a bank was written, and of which nothing stays."""
    with engine.connect() as connection:
        home = new_key()
        named = insert(branch).values(id=home, ref="HOME", name="Home", zone="Europe/Paris")
        connection.execute(named)
        pour_into(connection, home, batches, DAY)
        yield connection
        connection.rollback()


@pytest.fixture(params=["embedded", "shared"])
def bank(request: pytest.FixtureRequest) -> Iterator[Connection]:
    if request.param == "shared":
        with shared(request.getfixturevalue("postgresql"), batches_of(*BANK)) as connection:
            yield connection
        return
    store: Store = request.getfixturevalue("store")
    pour(store, batches_of(*BANK), DAY)
    with store.reading() as transaction:
        yield transaction


def read(
    connection: Connection, clients: list[InScope], day: date = DAY
) -> dict[str, ClientDossier]:
    parts = read_dossiers(connection, clients, book(day), STANDARD)
    return {one.ref: one for part in parts for one in part}


def of_advisor(connection: Connection, ref: str, day: date = DAY) -> dict[str, ClientDossier]:
    advisor = find_advisor(connection, ref)
    assert advisor is not None
    return read(connection, served_by(connection, advisor.key, day), day)


def test_an_advisors_clients_come_with_who_lives_with_them(bank: Connection) -> None:
    found = of_advisor(bank, "A1")
    assert {ref: one.served for ref, one in found.items()} == {
        "C1": True,
        "C2": False,
        "C3": False,
        "C4": True,
    }


def test_the_whole_bank_is_served(bank: Connection) -> None:
    found = read(bank, everybody(bank))
    assert len(found) == 4
    assert all(one.served for one in found.values())


def test_what_is_known_of_the_client_himself(bank: Connection) -> None:
    own = of_advisor(bank, "A1")["C1"]
    assert (own.state, own.flags) == (State.DRIFTING, {Flag.NOT_INTRODUCED})
    assert (own.last_meeting, own.last_meeting_with_advisor) == (date(2025, 2, 3), None)
    assert (own.birth_date, own.country) == (date(1964, 4, 10), "FR")
    assert own.former_here
    assert own.facts["housing"].value == "owner"
    assert own.consents == {ConsentUse.PHONE: True, ConsentUse.PROXIMITY: True}
    assert own.restraint is None
    assert of_advisor(bank, "A1")["C4"].restraint is Restraint.NO_CONTACT


def test_projects_know_when_they_were_last_spoken_of(bank: Connection) -> None:
    (project,) = of_advisor(bank, "A1")["C1"].projects
    assert (project.code, project.source) == ("retiring_now", ProjectSource.CLIENT)
    assert str(project.target) == "2027-01"
    assert project.attended_on == date(2025, 2, 3)


def test_only_what_rules_look_at_is_read(bank: Connection) -> None:
    own = of_advisor(bank, "A1")["C1"]
    assert [one.code for one in own.signals] == ["mortgage_simulator"]
    assert [one.family for one in own.contracts] == ["mortgage"]


def test_contacts_are_counted(bank: Connection) -> None:
    contacts = of_advisor(bank, "A1")["C1"].contacts
    assert contacts.automated_12_months == 1
    assert contacts.calls_30_days == 1
    assert contacts.gesture_on == date(2026, 4, 10)
    assert contacts.wrote == (date(2026, 4, 15),)
    assert contacts.attempts == ()


def test_the_household_is_known(bank: Connection) -> None:
    own = of_advisor(bank, "A1")["C1"]
    links = {member.first_name: member.link for member in own.members}
    assert links == {"Alice": Link.CHILD, None: Link.PARTNER}
    assert own.household_death == date(2026, 3, 20)
    assert of_advisor(bank, "A1")["C3"].household_death is None


def test_appointments_ahead_and_missed(bank: Connection) -> None:
    other = of_advisor(bank, "A1")["C2"]
    assert (other.appointment_on, other.missed_on) == (date(2026, 5, 4), date(2026, 4, 13))


def test_distance_is_known_with_consent_only(bank: Connection) -> None:
    own = of_advisor(bank, "A1")["C1"]
    assert own.distance_km == pytest.approx(75.8, abs=0.2)
    before = of_advisor(bank, "A2", date(2024, 12, 31))["C1"]
    assert before.distance_km is None


def test_another_day_sees_what_was_known_then(bank: Connection) -> None:
    then = of_advisor(bank, "A2", date(2025, 3, 1))["C1"]
    assert (then.state, then.flags) == (State.MET, frozenset())
    assert then.signals == ()
    assert then.contacts.automated_12_months == 0
    later = of_advisor(bank, "A1", date(2026, 5, 20))["C1"]
    assert later.contacts.attempts == (date(2026, 5, 15),)
    assert later.consents[ConsentUse.EVENTS]


def test_a_client_comes_with_his_household(bank: Connection) -> None:
    own = of_advisor(bank, "A1")["C1"]
    found = read(bank, households_of(bank, [own.key]))
    assert set(found) == {"C1", "C2", "C3"}
    assert found["C1"] == own


def suggested(connection: Connection) -> list[tuple[object, ...]]:
    rules = book(DAY)
    parts = read_dossiers(connection, everybody(connection), rules, STANDARD)
    valid = (one for part in parts for one in valid_suggestions(part, rules))
    return [
        (one.ref, one.subject, one.ritual, one.project, one.reasons, one.from_day, one.until_day)
        for one in ranked_list(valid, Ask("", limit=None), rules).ranked
    ]


def test_both_engines_suggest_the_same_list(store: Store, postgresql: Engine) -> None:
    pour(store, demonstration(200), DAY)
    with store.reading() as transaction, shared(postgresql, demonstration(200)) as connection:
        embedded = suggested(transaction)
        assert len(embedded) > 50
        assert suggested(connection) == embedded
