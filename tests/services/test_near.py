"""Near the advisor's branch: against every client's own data, and only with his consent."""

from datetime import timedelta

import pytest
from conftest import NOW
from sqlalchemy import select, update

from advisor_app.bootstrap import Services, services_of
from advisor_app.demo.portfolio import demonstration
from advisor_app.domain.codes import ConsentUse
from advisor_app.domain.distance import Position, kilometres
from advisor_app.domain.keys import Key
from advisor_app.domain.portfolio import Facet, PortfolioQuestion
from advisor_app.storage.nearness import Place
from advisor_app.storage.schema.clients import client, consent
from advisor_app.storage.schema.organisation import branch
from advisor_app.storage.store import Store

NEAR = PortfolioQuestion(facets=frozenset({Facet.NEAR}))
USE = ConsentUse.PROXIMITY


@pytest.fixture
def claire(store: Store) -> Services:
    services_of(store, None).setup.live_at(NOW.replace(tzinfo=None))
    services_of(store, None).importing.write_records(demonstration(120))
    return services_of(store, "A01")


def near_by_hand(services: Services, store: Store) -> set[Key]:
    """Read client by client, without the program's queries."""
    today = services.today()
    with store.reading() as transaction:
        own = services.advisor.branch if services.advisor else None
        place = transaction.execute(select(branch).where(branch.c.id == own)).one()
        agreed = {
            row.client_id: row.given
            for row in transaction.execute(
                select(consent)
                .where(consent.c.use == "proximity", consent.c.on_day <= today)
                .order_by(consent.c.on_day)
            )
        }
        homes = {row.id: row for row in transaction.execute(select(client))}
    start = Position(place.latitude, place.longitude)
    found = set()
    for row in services.portfolio.rows(list(services.portfolio.keys(PortfolioQuestion()).keys)):
        for person in row.clients:
            home = homes[person.key]
            if agreed.get(person.key) and not home.no_profile and home.latitude is not None:
                away = kilometres(start, Position(home.latitude, home.longitude))
                found |= {row.key} if away <= 5 else set()
    return found


def test_the_chip_holds_exactly_those_near_who_agreed(claire: Services, store: Store) -> None:
    listed = claire.portfolio.keys(NEAR)
    expected = near_by_hand(claire, store)
    assert set(listed.keys) == expected
    assert listed.counts.facets[Facet.NEAR] == len(expected) > 0


def test_it_narrows_other_filters_and_counts_with_them(claire: Services) -> None:
    both = PortfolioQuestion(facets=frozenset({Facet.NEAR, Facet.WITH_PROJECT}))
    with_project = PortfolioQuestion(facets=frozenset({Facet.WITH_PROJECT}))
    found = claire.portfolio.keys(both)
    near, planned = claire.portfolio.keys(NEAR), claire.portfolio.keys(with_project)
    assert set(found.keys) == set(near.keys) & set(planned.keys)
    assert planned.counts.facets[Facet.NEAR] == len(found.keys)


def test_a_consent_that_is_withdrawn_leaves_and_one_that_is_given_comes(claire: Services) -> None:
    key = claire.portfolio.keys(NEAR).keys[0]
    (row,) = claire.portfolio.rows([key])
    for person in row.clients:
        claire.consents.say(str(person.ref), USE, given=False)
    assert key not in claire.portfolio.keys(NEAR).keys
    claire.consents.say(str(row.clients[0].ref), USE, given=True)
    back = key in claire.portfolio.keys(NEAR).keys
    claire.consents.say(str(row.clients[-1].ref), USE, given=True)
    assert back or key in claire.portfolio.keys(NEAR).keys


def test_a_consent_of_tomorrow_is_not_one_yet(claire: Services, store: Store) -> None:
    before = set(claire.portfolio.keys(NEAR).keys)
    assert before
    with store.writing() as transaction:
        later = claire.today() + timedelta(days=1)
        transaction.execute(
            update(consent).where(consent.c.use == "proximity").values(on_day=later)
        )
    fresh = services_of(store, "A01")
    assert not fresh.portfolio.keys(NEAR).keys


def test_a_branch_whose_place_is_unknown_is_near_nobody(claire: Services, store: Store) -> None:
    assert claire.portfolio.keys(NEAR).keys
    with store.writing() as transaction:
        transaction.execute(update(branch).values(latitude=None, longitude=None, postal_code=None))
    fresh = services_of(store, "A01")
    assert not fresh.portfolio.keys(NEAR).keys


HERE = Position(48.1, -1.6)


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        (Place(HERE, "FR", "35990"), Place(Position(48.14, -1.6), "FR", "35991"), True),
        (Place(HERE, "FR", "35990"), Place(Position(48.15, -1.6), "FR", "35990"), False),
        (Place(HERE, "FR", "35990"), Place(None, "FR", "35990"), True),
        (Place(None, "FR", "35990"), Place(None, "FR", "35991"), False),
        (Place(None, "BE", "1000"), Place(None, "CH", "1000"), False),
        (Place(None, "FR", None), Place(None, "FR", None), False),
    ],
)
def test_coordinates_say_it_and_the_postal_area_where_they_lack(
    one: Place, other: Place, *, near: bool
) -> None:
    assert one.is_near(other) is near
    assert other.is_near(one) is near
