from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from advisor_app.bootstrap import Services, services_of
from advisor_app.demo.portfolio import demonstration
from advisor_app.domain.codes import Flag, State
from advisor_app.domain.errors import NoAdvisorYet
from advisor_app.domain.keys import Key
from advisor_app.domain.people import Person, of_age
from advisor_app.domain.portfolio import DISTANCE, PortfolioQuestion
from advisor_app.domain.today import Share
from advisor_app.storage.store import Store

NOW = datetime(2026, 4, 23, 10, 18, tzinfo=ZoneInfo("Europe/Paris"))


@pytest.fixture(scope="module")
def claire(module_store: Store) -> Services:
    services_of(module_store, None).setup.live_at(NOW.replace(tzinfo=None))
    services_of(module_store, None).importing.write_records(demonstration(120))
    return services_of(module_store, "A01")


def test_figures_count_what_flags_says(claire: Services) -> None:
    figures = claire.today_page.today().figures
    found = [one for one in claire.presence.flags(advisor="A01") if one.restraint is None]
    assert figures.clients == len(found)
    assert figures.met == sum(one.state is State.MET for one in found)
    assert figures.online_only == sum(one.state is State.ONLINE_ONLY for one in found)
    flags = [flag.flag for one in found for flag in one.flags]
    assert figures.not_introduced == flags.count(Flag.NOT_INTRODUCED)
    january = claire.presence.flags(on=date(2026, 1, 1), advisor="A01")
    served = [one for one in january if one.restraint is None]
    before = claire.today_page.january()
    assert before == Share(sum(one.state is State.MET for one in served), len(served))


def test_the_day_names_who_comes_in_the_order_of_the_clock(claire: Services) -> None:
    today = claire.today_page.today()
    starts = [one.start for one in today.appointments]
    assert starts == sorted(starts)
    assert {start.date() for start in starts} == {date(2026, 4, 23)}
    fournier = next(one for one in today.appointments if one.start.hour == 10)
    assert [person.first_name for person in fournier.people] == ["Camille", "Julien"]
    assert fournier.first_meeting
    assert fournier.room is not None


def test_twelve_months_end_with_this_one(claire: Services) -> None:
    months = claire.today_page.today().months
    assert [one.first_day for one in months][::11] == [date(2025, 5, 1), date(2026, 4, 1)]
    assert any(one.in_person for one in months)
    assert any(one.digital for one in months)


def test_each_suggestion_stands_with_its_household(claire: Services) -> None:
    found = claire.today_page.suggested(5)
    assert len(found.cards) == 5
    assert found.total >= 5
    for card in found.cards:
        assert card.row.key == (card.suggestion.household or card.suggestion.client)
        assert card.suggestion.ref in {person.ref for person in card.row.clients}


def test_the_page_of_a_household_holds_everybody(claire: Services) -> None:
    found = claire.search.find("fournier cam").clients[0]
    page = claire.client_page.page(found.key)
    assert [person.first_name for person in page.clients[:2]] == ["Camille", "Julien"]
    assert "Louise" in {one.person.first_name for one in page.people}
    assert page.appointment is not None
    assert page.appointment.start == datetime(2026, 4, 23, 10, 30)  # noqa: DTZ001 - wall time
    assert {card.code for card in page.projects} >= {"first_home"}
    refs = {person.ref for person in page.clients}
    states = [one.state for one in claire.presence.flags() if one.ref in refs]
    assert page.state is max(states, key=DISTANCE.index)
    assert page.thread.marks
    assert [line.day for line in page.contacts] == sorted(
        (line.day for line in page.contacts), reverse=True
    )


def test_any_client_of_a_household_opens_its_page(claire: Services) -> None:
    found = claire.search.find("fournier").clients
    page = claire.client_page.page(found[0].key)
    for person in page.clients:
        assert person.key is not None
        assert claire.client_page.page(person.key).key == page.key
        assert claire.client_page.key_of(person.ref or "") == page.key
    assert claire.client_page.key_of("nobody") is None


@pytest.mark.parametrize("words", ["lemoine", "LEMOINE gé", "gerard lem", "Lémoine"])
def test_a_client_is_found_without_accents_or_order(claire: Services, words: str) -> None:
    names = [one.clients[0].name for one in claire.search.find(words).clients]
    assert "Gérard Lemoine" in names


def test_ones_own_client_is_found_by_town_number_reference_and_project(claire: Services) -> None:
    key = claire.search.find("gerard lemoine").clients[0].key
    (row,) = claire.portfolio.rows([key])
    ref, town, phone = row.clients[0].ref or "", row.town or "", row.phone or ""
    for words in (ref, f"{town} lem", f"lem {phone[:8]}", f"lem {phone[-5:]}", "lem retr"):
        assert claire.search.find(words).clients[0].key == key, words
    projects = claire.search.find("lem retr").projects
    assert projects[0].key == key


def test_a_colleagues_client_is_found_by_name_and_only_named(
    module_store: Store, claire: Services
) -> None:
    colleague = services_of(module_store, "A02")
    found = colleague.search.find("gerard lem").clients
    assert [one.clients[0].name for one in found] == ["Gérard Lemoine"]
    assert (found[0].state, found[0].town) == (None, None)
    assert colleague.search.find("gerard lem").projects == ()
    by_ref = claire.search.find("gerard lem").clients[0].clients[0].ref or ""
    assert colleague.search.find(by_ref).clients[0].key == found[0].key


@pytest.mark.parametrize("words", ["", "   ", "%", "_", "'; --", "zzzzzz"])
def test_words_that_match_nobody_find_nothing(claire: Services, words: str) -> None:
    assert claire.search.find(words).clients == ()


def test_lists_need_somebody_who_works_here(module_store: Store, claire: Services) -> None:
    assert claire.advisor is not None
    nobody = services_of(module_store, None)
    with pytest.raises(NoAdvisorYet):
        nobody.portfolio.keys(PortfolioQuestion())
    with pytest.raises(NoAdvisorYet):
        nobody.today_page.today()
    assert nobody.rooms.here() == ()


def test_rooms_are_those_of_the_advisors_branch(claire: Services) -> None:
    assert claire.rooms.here()


def test_children_are_not_invited_unless_they_are_alone() -> None:
    day = date(2026, 4, 23)
    grown = Person(Key(b"a" * 16), "1", "Ana", "Roux", birth_date=date(2008, 4, 23))
    child = Person(Key(b"b" * 16), "2", "Luc", "Roux", birth_date=date(2008, 4, 24))
    unknown = Person(Key(b"c" * 16), "3", None, "SARL")
    assert of_age([grown, child, unknown], day) == (grown, unknown)
    assert of_age([child], day) == (child,)
