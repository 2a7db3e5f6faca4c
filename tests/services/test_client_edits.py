"""Clients added, corrected and closed by hand through a real store."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from small_branch import NOW, add_project, key, settle

from advisor_app.bootstrap import Services
from advisor_app.domain.client_edits import (
    BornAhead,
    ClientChanged,
    ClientDraft,
    ClientGone,
    ClientInUse,
    DayGone,
    NameMissing,
    NotACountry,
    NotAMail,
    NotAPhone,
    ReferenceTaken,
)
from advisor_app.domain.codes import Channel, ClientStatus, Flag, Segment, State
from advisor_app.domain.contacts import TextTooLong
from advisor_app.domain.errors import NoAdvisorYet, NoSuchClient
from advisor_app.domain.keys import Key
from advisor_app.domain.portfolio import PortfolioQuestion
from advisor_app.services.client_edits import ClientEdit
from advisor_app.services.contacts import Note
from advisor_app.services.desk import Desk
from advisor_app.storage import facts, trail
from advisor_app.storage.organisation import find_advisor
from advisor_app.storage.store import Store

TODAY = NOW.date()
LEA = ClientDraft(
    last_name="  Müller <b>",
    first_name="Léa",
    segment=Segment.AFFLUENT,
    email="lea@example.org",
    mobile="06 12 34 56 78",
    phone="+32 2 555 12 12",
    city="Lille",
    country="fr",
)


@pytest.fixture
def services(store: Store) -> Services:
    with store.writing() as transaction:
        settle(transaction)
        add_project(transaction, "C1", "P1", "first_home", "open")
        facts.recompute(transaction, None)
        advisor = find_advisor(transaction, "A1")
    return Services(Desk(store, lambda: NOW, advisor), None)


def deeds(store: Store, of: Key) -> list[str]:
    """What the trail says of a client, once facts and trail are found sound."""
    with store.reading() as transaction:
        assert trail.verify(transaction) is None
        assert list(facts.differences(transaction)) == []
        return [one.action for one in trail.read_entries(transaction, of, 20)][::-1]


def listed(services: Services, words: str) -> list[Key]:
    """The rows of the portfolio that match."""
    return list(services.portfolio.keys(PortfolioQuestion(words=words)).keys)


def flags(services: Services, ref: str) -> list[Flag]:
    (presence,) = services.presence.flags(client=ref)
    return [told.flag for told in presence.flags]


def test_a_client_who_was_added_is_served_from_today(services: Services, store: Store) -> None:
    before = services.portfolio.size()
    assert listed(services, "müller zéphyr") == []
    made = services.client_edits.add(LEA, "C77")
    kept = services.client_edits.find("C77")
    assert kept.key == made.client
    assert kept.draft == replace(
        LEA, last_name="Müller <b>", mobile="+33612345678", phone="+3225551212", country="FR"
    )
    (presence,) = services.presence.flags(client="C77")
    assert presence.state is State.NEW
    assert services.portfolio.size() == before + 1
    assert listed(services, "muller") == [made.client]
    assert services.client_record.read(made.client).identities[0].since == TODAY
    assert deeds(store, made.client) == ["client added"]


def test_adding_is_taken_back_until_something_is_noted(services: Services, store: Store) -> None:
    made = services.client_edits.add(LEA)
    assert made.ref.startswith("CL")
    services.client_edits.take_back(made)
    with pytest.raises(NoSuchClient):
        services.client_edits.find(made.ref)
    assert deeds(store, made.client) == ["client added", "client removed"]
    again = services.client_edits.add(LEA)
    services.contacts.note(Note(again.ref, Channel.PHONE))
    with pytest.raises(ClientInUse):
        services.client_edits.take_back(again)


def test_a_correction_is_found_at_once_and_taken_back_whole(
    services: Services, store: Store
) -> None:
    before = services.client_edits.find("C1")
    assert listed(services, "müller zéphyr") == []
    edit = services.client_edits.edit("C1", replace(LEA, last_name="Zéphyr"))
    assert listed(services, "zephyr") == [key("C1")]
    assert services.client_edits.find("C1").draft.mobile == "+33612345678"
    services.client_edits.take_back(edit)
    assert services.client_edits.find("C1") == before
    assert listed(services, "zephyr") == []
    assert deeds(store, key("C1")) == ["client changed", "client put back"]


def test_an_address_that_changes_is_no_longer_on_the_map(services: Services, store: Store) -> None:
    with store.writing() as transaction:
        transaction.exec_driver_sql("UPDATE client SET latitude = 1.5 WHERE ref = 'C1'")

    def latitude() -> float | None:
        with store.reading() as transaction:
            query = "SELECT latitude FROM client WHERE ref = 'C1'"
            return transaction.exec_driver_sql(query).scalar()

    edit = services.client_edits.edit("C1", ClientDraft(last_name="C1", city="Rennes"))
    assert latitude() is None
    services.client_edits.take_back(edit)
    assert latitude() == 1.5


def test_two_windows_of_one_client_keep_both_changes(services: Services) -> None:
    seen = services.client_edits.find("C1").draft
    services.client_edits.edit("C1", replace(seen, city="Lille"), seen)
    services.client_edits.edit("C1", replace(seen, email="a@b.fr"), seen)
    kept = services.client_edits.find("C1").draft
    assert (kept.city, kept.email) == ("Lille", "a@b.fr")
    with pytest.raises(ClientChanged) as refused:
        services.client_edits.edit("C1", replace(seen, city="Rennes"), seen)
    assert refused.value.names == ("city",)
    services.client_edits.edit("C1", replace(seen, city="Lille"), seen)
    assert services.client_edits.find("C1").draft.city == "Lille"


def test_what_a_bank_delivered_badly_does_not_hinder_another_correction(
    services: Services, store: Store
) -> None:
    with store.writing() as transaction:
        transaction.exec_driver_sql("UPDATE client SET phone = 'ask', email = '?' WHERE ref='C1'")
    seen = services.client_edits.find("C1").draft
    services.client_edits.edit("C1", replace(seen, city="Lille"), seen)
    assert services.client_edits.find("C1").draft.phone == "ask"


Deed = Callable[[Services], ClientEdit]


@pytest.mark.parametrize(
    ("deed", "action"),
    [
        (lambda one: one.client_edits.stop("C1"), "contact stopped"),
        (lambda one: one.client_edits.wait("C1", TODAY), "contact put off"),
        (lambda one: one.client_edits.stand("C1", ClientStatus.CLOSED), "client closed"),
        (lambda one: one.client_edits.stand("C1", ClientStatus.DECEASED), "client's death noted"),
    ],
)
def test_who_is_left_in_peace_carries_no_flag_and_gets_no_suggestion(
    services: Services, store: Store, deed: Deed, action: str
) -> None:
    assert flags(services, "C1") == [Flag.PROJECT_UNATTENDED]
    assert "C1" in {one.ref for one in services.suggesting.suggest(limit=None).ranked}
    edit = deed(services)
    assert flags(services, "C1") == []
    assert "C1" not in {one.ref for one in services.suggesting.suggest(limit=None).ranked}
    services.client_edits.take_back(edit)
    assert flags(services, "C1") == [Flag.PROJECT_UNATTENDED]
    assert deeds(store, key("C1")) == [action, "client put back"]


def test_who_objects_to_profiling_is_counted_nowhere_and_still_served(services: Services) -> None:
    before = services.today_page.today().figures
    edit = services.client_edits.profile("C1", objects=True)
    after = services.today_page.today().figures
    assert after.clients == before.clients - 1
    assert key("C1") in listed(services, "")
    services.client_edits.take_back(edit)
    assert services.today_page.today().figures == before


@pytest.mark.parametrize(
    ("draft", "refusal"),
    [
        (ClientDraft(last_name="  "), NameMissing),
        (replace(LEA, last_name="x" * 121), TextTooLong),
        (replace(LEA, phone="hello"), NotAPhone),
        (replace(LEA, mobile="12"), NotAPhone),
        (replace(LEA, email="lea at home"), NotAMail),
        (replace(LEA, country="France"), NotACountry),
        (replace(LEA, birth_date=TODAY + timedelta(days=1)), BornAhead),
    ],
)
def test_what_cannot_be_kept_changes_nothing(
    services: Services, store: Store, draft: ClientDraft, refusal: type[Exception]
) -> None:
    before = services.client_edits.find("C1")
    with pytest.raises(refusal):
        services.client_edits.edit("C1", draft)
    with pytest.raises(refusal):
        services.client_edits.add(draft)
    assert services.client_edits.find("C1") == before
    assert deeds(store, key("C1")) == []


def test_who_is_unknown_or_gone_is_told(services: Services, store: Store) -> None:
    with pytest.raises(ReferenceTaken):
        services.client_edits.add(LEA, "C1")
    with pytest.raises(DayGone):
        services.client_edits.wait("C1", date(2020, 1, 1))
    made = services.client_edits.add(LEA)
    services.client_edits.take_back(made)
    with pytest.raises(ClientGone):
        services.client_edits.edit(made.ref, LEA)
    with pytest.raises(ClientGone):
        services.client_edits.take_back(made)
    with pytest.raises(NoAdvisorYet):
        Services(Desk(store, lambda: NOW), None).client_edits.add(LEA)
