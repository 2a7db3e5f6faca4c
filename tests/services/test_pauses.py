from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import update

from advisor_app.bootstrap import Services, services_of
from advisor_app.demo.portfolio import demonstration
from advisor_app.storage.schema.clients import client
from advisor_app.storage.store import Store
from advisor_app.storage.suggestions import read_named

NOW = datetime(2026, 4, 23, 10, 18, tzinfo=ZoneInfo("Europe/Paris"))


@pytest.fixture(scope="module")
def claire(module_store: Store) -> Services:
    services_of(module_store, None).setup.live_at(NOW.replace(tzinfo=None))
    services_of(module_store, None).importing.write_records(demonstration(60))
    return services_of(module_store, "A01")


@pytest.fixture(autouse=True)
def nobody_rests(claire: Services) -> None:
    with claire._desk.writing() as transaction:
        transaction.execute(update(client).values(no_contact=False, no_contact_until=None))


def rest(services: Services, count: int, **values: object) -> list[str]:
    """Let the first clients of the day's list rest; their names."""
    chosen = [one.client for one in services.suggesting.suggest(limit=count).shown]
    with services._desk.writing() as transaction:
        transaction.execute(update(client).where(client.c.id.in_(chosen)).values(**values))
        named = read_named(transaction, chosen)
    return sorted(named[key].name for key in chosen)


def test_who_asked_for_peace_is_told_with_the_last_day(claire: Services) -> None:
    today = claire.today()
    names = rest(claire, 2, no_contact_until=today)
    found = claire.pauses.of_today()
    assert sorted(one.name for one in found) == names
    assert {one.until for one in found} == {today}


def test_a_past_pause_is_over(claire: Services) -> None:
    rest(claire, 2, no_contact_until=date(2026, 4, 22))
    assert claire.pauses.of_today() == ()


def test_no_day_is_told_where_nobody_set_one(claire: Services) -> None:
    (name,) = rest(claire, 1, no_contact=True)
    assert [(one.name, one.until) for one in claire.pauses.of_today()] == [(name, None)]


def test_others_clients_are_not_told(claire: Services, module_store: Store) -> None:
    rest(claire, 1, no_contact=True)
    assert services_of(module_store, "A02").pauses.of_today() == ()
