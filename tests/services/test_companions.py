"""Who may come along: whoever served the clients before, and the colleagues of the branch."""

from datetime import date, datetime

import pytest
from small_branch import BRANCH, NOW, key, settle
from sqlalchemy import insert, update

from advisor_app.bootstrap import Services
from advisor_app.domain.briefing import NoSuchAppointment
from advisor_app.domain.companions import Companion
from advisor_app.domain.errors import NoSuchClient
from advisor_app.domain.keys import new_key
from advisor_app.domain.organisation import Branch
from advisor_app.services.booking import BookingOrder
from advisor_app.services.desk import Desk
from advisor_app.storage import facts
from advisor_app.storage.organisation import find_advisor, write_branch
from advisor_app.storage.schema.clients import assignment
from advisor_app.storage.schema.organisation import advisor
from advisor_app.storage.store import Store

TEN = datetime(2026, 4, 28, 10)  # noqa: DTZ001 a wall time


@pytest.fixture
def branch(store: Store) -> Store:
    """A1 and A2 at one branch; A3, who served C1 before, at another."""
    with store.writing() as transaction:
        settle(transaction)
        write_branch(transaction, Branch(key("far"), "B2", "Port"))
        row = {"id": key("A3"), "ref": "A3", "first_name": "Denis", "last_name": "A3"}
        transaction.execute(insert(advisor).values(**row, branch_id=key("far")))
        its = assignment.c.client_id == key("C1")
        transaction.execute(
            update(assignment).where(its).values(from_day=date(2026, 1, 1), announced="none")
        )
        transaction.execute(
            insert(assignment).values(
                id=new_key(),
                branch_id=BRANCH.key,
                client_id=key("C1"),
                advisor_id=key("A3"),
                from_day=date(2020, 1, 1),
                until_day=date(2025, 12, 31),
            )
        )
        facts.recompute(transaction, None)
    return store


def work(store: Store, ref: str | None = "A1") -> Services:
    with store.reading() as transaction:
        found = find_advisor(transaction, ref) if ref else None
    return Services(Desk(store, lambda: NOW, found), None)


def test_who_served_before_comes_first_then_colleagues_and_never_oneself(branch: Store) -> None:
    found = work(branch).companions.possible(["C1"])
    assert found == (Companion("A3", "Denis A3", served_before=True), Companion("A2", "Camille A2"))
    assert [one.ref for one in work(branch).companions.possible(["C2"])] == ["A2"]


def test_an_appointment_tells_who_comes_along_wherever_he_works(branch: Store) -> None:
    services = work(branch)
    booked = services.appointments.book(BookingOrder(("C2",), TEN, 60, colleague="A3"))
    company = services.companions.at(booked.ref)
    assert company.present == "A3"
    assert {one.ref for one in company.possible} == {"A2", "A3"}
    services.moves.come_along(booked.ref, None)
    company = services.companions.at(booked.ref)
    assert (company.present, [one.ref for one in company.possible]) == (None, ["A2"])


def test_the_host_is_who_does_not_come_along_whoever_asks(branch: Store) -> None:
    booked = work(branch).appointments.book(BookingOrder(("C2",), TEN, 60))
    assert [one.ref for one in work(branch, "A2").companions.at(booked.ref).possible] == ["A2"]


def test_nobody_may_come_before_an_advisor_was_chosen(branch: Store) -> None:
    assert work(branch, None).companions.possible(["C1"]) == ()


def test_what_is_unknown_is_refused(branch: Store) -> None:
    services = work(branch)
    with pytest.raises(NoSuchClient):
        services.companions.possible(["C9"])
    with pytest.raises(NoSuchAppointment):
        services.companions.at("RV9")
