"""Clients join and leave households by hand, through a real store."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_branch import BRANCH, NOW, key, settle
from sqlalchemy import insert, select

from advisor_app.bootstrap import Services
from advisor_app.domain.client_edits import BornAhead, ClientGone
from advisor_app.domain.codes import Link
from advisor_app.domain.households import (
    HouseholdChanged,
    LivesAlone,
    LivesWithOthers,
    MemberDraft,
    MemberUnnamed,
    TogetherAlready,
    check_member,
    turned,
)
from advisor_app.domain.keys import Key
from advisor_app.domain.portfolio import PortfolioQuestion
from advisor_app.services.desk import Desk
from advisor_app.storage import facts, trail
from advisor_app.storage.organisation import find_advisor
from advisor_app.storage.schema.clients import client, household, member
from advisor_app.storage.store import Store

LOUISE = MemberDraft("Louise", "C1", date(2020, 3, 1), Link.CHILD)


@pytest.fixture
def services(store: Store) -> Services:
    """C1 to C3, each alone, served by A1."""
    with store.writing() as transaction:
        settle(transaction)
        facts.recompute(transaction, None)
        advisor = find_advisor(transaction, "A1")
    return Services(Desk(store, lambda: NOW, advisor), None)


def everything(store: Store) -> list[Any]:
    """Who is of which household, and how."""
    with store.reading() as transaction:
        rows = [
            *transaction.execute(select(client.c.ref, client.c.household_id)),
            *transaction.execute(select(member)),
            *transaction.execute(select(household)),
        ]
    return sorted(str(tuple(row)) for row in rows)


def ties(services: Services, name: str) -> set[tuple[str, Link]]:
    members = services.client_record.read(key(name)).members
    return {(one.person.ref or one.person.name, one.link) for one in members}


def persons(services: Services, name: str) -> list[Key]:
    """Who is of the household without being a client."""
    members = services.client_record.read(key(name)).members
    return [one.key for one in members if one.person.key is None]


def rows(services: Services) -> int:
    return len(services.portfolio.keys(PortfolioQuestion()).keys)


def test_joining_makes_a_household_which_the_lists_show_as_one(
    services: Services, store: Store
) -> None:
    assert rows(services) == 3
    services.households.join("C2", "C1", Link.PARTNER, may_know=True)
    assert ties(services, "C1") == {("C1", Link.SELF), ("C2", Link.PARTNER)}
    assert rows(services) == 2
    assert {one.ref for one in services.client_page.people(key("C2"))} == {"C1", "C2"}
    known = {one.person.ref: one.may_know for one in services.client_record.read(key("C1")).members}
    assert known == {"C1": False, "C2": True}
    with store.reading() as transaction:
        assert trail.verify(transaction) is None
    actions = [one.action for one in services.client_record.read(key("C2")).history]
    assert actions.count("household joined") == 2  # one in the file of each


def test_leaving_lets_the_nearest_of_the_others_be_the_head(services: Services) -> None:
    services.households.join("C3", "C1", Link.CHILD)
    services.households.join("C2", "C1", Link.PARTNER)
    services.households.leave("C1")
    assert ties(services, "C2") == {("C2", Link.SELF), ("C3", Link.CHILD)}
    assert ties(services, "C1") == set()
    services.households.leave("C3")
    with pytest.raises(LivesAlone):
        services.households.leave("C2")
    with pytest.raises(LivesAlone):
        services.households.leave("C1")


def test_a_person_who_is_no_client_comes_and_goes(services: Services) -> None:
    services.households.add("C1", LOUISE)
    assert ties(services, "C1") == {("C1", Link.SELF), ("Louise C1", Link.CHILD)}
    assert rows(services) == 3
    with pytest.raises(LivesWithOthers):  # who would be left behind, of no client's household
        services.households.join("C1", "C2")
    (louise,) = persons(services, "C1")
    with pytest.raises(HouseholdChanged):
        services.households.remove("C2", louise)
    services.households.remove("C1", louise)
    with pytest.raises(HouseholdChanged):
        services.households.remove("C1", louise)
    assert ties(services, "C1") == {("C1", Link.SELF)}


def test_a_new_head_turns_the_ties_round(services: Services) -> None:
    services.households.join("C2", "C1", Link.CHILD)
    (child,) = [
        one for one in services.client_record.read(key("C1")).members if one.link == "child"
    ]
    services.households.tie("C1", child.key, Link.SELF)
    assert ties(services, "C1") == {("C2", Link.SELF), ("C1", Link.PARENT)}
    with pytest.raises(HouseholdChanged):
        services.households.tie("C3", child.key, Link.SELF)


def test_a_new_head_may_join(services: Services) -> None:
    services.households.join("C2", "C1", Link.SELF)
    assert ties(services, "C1") == {("C2", Link.SELF), ("C1", Link.OTHER)}


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["join", "leave", "add", "remove"]),
            st.sampled_from(["C1", "C2", "C3"]),
            st.sampled_from(["C1", "C2", "C3"]),
            st.sampled_from(list(Link)),
        ),
        max_size=8,
    )
)
def test_whatever_was_done_is_undone_in_turn_exactly(
    services_of_module: Services, deeds: list[tuple[str, str, str, Link]]
) -> None:
    services = services_of_module
    store = services._desk.store
    done, befores = [], []
    for deed, ref, other, link in deeds:
        before, kept = everything(store), services.households
        try:
            if deed == "join":
                edit = kept.join(ref, other, link)
            elif deed == "leave":
                edit = kept.leave(ref)
            elif deed == "add":
                edit = kept.add(ref, LOUISE)
            else:
                edit = kept.remove(ref, next(iter(persons(services, ref)), key("none")))
        except (TogetherAlready, LivesWithOthers, LivesAlone, HouseholdChanged):
            assert everything(store) == before
            continue
        done.append(edit)
        befores.append(before)
    for name in ("C1", "C2", "C3"):
        members = services.client_record.read(key(name)).members
        if members:
            assert [one.link for one in members].count(Link.SELF) == 1
    for edit, before in zip(reversed(done), reversed(befores), strict=True):
        services.households.take_back(edit)
        assert everything(store) == before


@pytest.fixture(scope="module")
def services_of_module(module_store: Store) -> Services:
    with module_store.writing() as transaction:
        settle(transaction)
        facts.recompute(transaction, None)
        advisor = find_advisor(transaction, "A1")
    return Services(Desk(module_store, lambda: NOW, advisor), None)


def test_undoing_is_refused_once_somebody_else_changed_the_household(services: Services) -> None:
    edit = services.households.join("C2", "C1", Link.PARTNER)
    services.households.join("C3", "C1", Link.CHILD)
    with pytest.raises(HouseholdChanged):
        services.households.take_back(edit)
    assert {ref for ref, _ in ties(services, "C1")} == {"C1", "C2", "C3"}


def test_clients_whom_the_bank_put_together_without_naming_them_are_entered(
    services: Services, store: Store
) -> None:
    with store.writing() as transaction:
        transaction.execute(insert(household).values(id=key("H1"), ref="H1"))
        for name in ("C1", "C2"):
            its = client.update().where(client.c.ref == name)
            transaction.execute(its.values(household_id=key("H1")))
    services.households.join("C3", "C2", Link.PARENT)
    links = dict(ties(services, "C1"))
    assert set(links) == {"C1", "C2", "C3"}
    assert sorted(links.values()) == [Link.OTHER, Link.PARENT, Link.SELF]
    assert BRANCH.ref == "B1"


def test_what_cannot_be_is_refused(services: Services) -> None:
    services.households.join("C2", "C1")
    for ref, other, refusal in (
        ("C1", "C1", TogetherAlready),
        ("C2", "C1", TogetherAlready),
        ("C2", "C3", LivesWithOthers),
        ("NOBODY", "C1", ClientGone),
        ("C3", "NOBODY", ClientGone),
    ):
        with pytest.raises(refusal):
            services.households.join(ref, other)
    with pytest.raises(MemberUnnamed):
        check_member(MemberDraft("", None, None, Link.CHILD), NOW.date())
    with pytest.raises(BornAhead):
        check_member(MemberDraft("Zoé", None, date(2026, 4, 24), Link.CHILD), NOW.date())


@pytest.mark.parametrize("link", list(Link))
def test_a_tie_turned_twice_is_itself_or_any(link: Link) -> None:
    assert turned(turned(link)) in (link, Link.OTHER)
