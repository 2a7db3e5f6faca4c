"""What an advisor owes stays until it is done, and the figure counts the list."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from small_branch import BRANCH, NOW, key, settle

from advisor_app.bootstrap import Services, services_of
from advisor_app.demo.portfolio import demonstration
from advisor_app.domain.owed import Owed, Owing
from advisor_app.services.booking import Appointments, BookingOrder
from advisor_app.services.commitments import Commitments
from advisor_app.services.desk import Desk
from advisor_app.services.owed import OwedThings
from advisor_app.storage import facts
from advisor_app.storage.cipher import StoreKey
from advisor_app.storage.client_page import read_appointment
from advisor_app.storage.organisation import find_advisor
from advisor_app.storage.people import read_groups
from advisor_app.storage.store import Store, open_store_with_key

STORY = NOW.replace(tzinfo=None)


@pytest.fixture
def claire(template: Path, tmp_path: Path) -> Iterator[Services]:
    path = tmp_path / "bank.store"
    shutil.copy2(template, path)
    store = open_store_with_key(path, StoreKey(b"k" * 32, b"s" * 16))
    services = services_of(store, None)
    services.setup.live_at(STORY)
    services_of(store, None).importing.write_records(demonstration(60))
    yield services_of(store, "A01")
    store.close()


def of(claire: Services, owing: Owing) -> list[Owed]:
    return [one for one in claire.owed.due() if one.owing is owing]


def test_the_figure_counts_the_list_and_nothing_is_due_later(claire: Services) -> None:
    due = claire.owed.due()
    figures = claire.today_page.today().figures
    assert len(of(claire, Owing.OUTCOME)) == figures.to_write_up > 0
    assert len(due) - figures.to_write_up == figures.due > 0
    assert all(one.due <= STORY.date() for one in due)
    assert [one.due for one in due] == sorted(one.due for one in due)
    assert all(one.people for one in due)


def test_a_promise_is_kept_and_taken_back(claire: Services) -> None:
    before = claire.owed.due()
    one = of(claire, Owing.PROMISE)[0]
    edit = claire.owed.settle(one)
    assert one not in claire.owed.due()
    claire.owed.take_back(one, edit)
    assert claire.owed.due() == before


def test_an_outcome_leaves_the_list_when_it_is_told_and_owes_a_follow_up_later(
    claire: Services,
) -> None:
    one = of(claire, Owing.OUTCOME)[0]
    assert one.minutes
    claire.appointments.hold(one.ref, one.minutes, "They will decide in May.")
    assert one.ref not in {other.ref for other in of(claire, Owing.OUTCOME)}
    (other,) = (two for two in of(claire, Owing.FOLLOW_UP) if two.ref == one.ref)
    assert claire.owed.settle(other) is None
    assert other not in claire.owed.due()
    claire.owed.take_back(other, None)
    assert other in claire.owed.due()
    figures = claire.today_page.today().figures
    assert figures.due + figures.to_write_up == len(claire.owed.due())
    missed = of(claire, Owing.OUTCOME)[0]
    claire.appointments.miss(missed.ref)
    assert missed.ref not in {other.ref for other in claire.owed.due()}


def test_a_meeting_is_over_by_the_clock_of_its_own_branch(store: Store) -> None:
    island = replace(BRANCH, zone="Indian/Reunion")
    with store.writing() as transaction:
        settle(transaction, island)
        facts.recompute(transaction, None)
        advisor = find_advisor(transaction, "A1")
    start = datetime.fromisoformat("2026-04-24T10:00")
    booked = Appointments(Desk(store, lambda: NOW, advisor)).book(BookingOrder(("C1",), start, 60))
    assert booked.end.utc == int(datetime.fromisoformat("2026-04-24T09:00+02:00").timestamp())

    for clock, owed in (("08:59", []), ("09:01", [booked.ref])):
        then = datetime.fromisoformat(f"2026-04-24T{clock}").replace(tzinfo=NOW.tzinfo)
        desk = Desk(store, lambda then=then: then, advisor)
        due = OwedThings(desk, Appointments(desk), Commitments(desk)).due()
        assert [one.ref for one in due] == owed
        with store.reading() as transaction:
            people = read_groups(transaction, [key("C1")])[key("C1")]
            card = read_appointment(transaction, people, then)
            assert card is not None
            assert card.is_past is bool(owed)
