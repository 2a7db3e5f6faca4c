"""A branch overseas: what is over and what is to come there is told by the instant."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from small_branch import BRANCH, NOW, settle

from advisor_app.bootstrap import Services
from advisor_app.domain.portfolio import PortfolioQuestion
from advisor_app.services.booking import BookingOrder
from advisor_app.services.desk import Desk
from advisor_app.services.setup import Setup
from advisor_app.storage import facts
from advisor_app.storage.organisation import find_advisor
from advisor_app.storage.store import Store

# At 10:18 in Paris it is 04:18 in Guadeloupe, and 12:18 in Réunion.
TO_COME = ("America/Guadeloupe", "10:00")
OVER = ("Indian/Reunion", "11:30")


def services_at(store: Store, zone: str, clock: str) -> Services:
    """Work at a branch of that zone, where C1 is expected today at that time of its wall."""
    morning = NOW - timedelta(hours=6)
    with store.writing() as transaction:
        settle(transaction, replace(BRANCH, zone=zone))
        advisor = find_advisor(transaction, "A1")
        facts.recompute(transaction, None)
    start = datetime.fromisoformat(f"2026-04-23T{clock}")
    early = Services(Desk(store, lambda: morning, advisor), None)
    early.appointments.book(BookingOrder(("C1",), start, 30))
    Setup(Desk(store, lambda: NOW, advisor)).choose_advisor("A1")
    return Services(Desk(store, lambda: NOW, advisor), None)


@pytest.mark.parametrize(("zone", "clock"), [TO_COME, OVER])
def test_letters_the_thread_and_the_list_tell_what_is_ahead(
    store: Store, zone: str, clock: str
) -> None:
    services = services_at(store, zone, clock)
    ahead = (zone, clock) == TO_COME

    offered = [one.kind.value for one in services.letters.offers(["C1"])]
    assert ("appointment" in offered) is ahead
    (key,) = services.portfolio.keys(PortfolioQuestion(words="C1")).keys
    (row,) = services.portfolio.rows([key])
    page = services.client_page.page(key)
    start = datetime.fromisoformat(f"2026-04-23T{clock}") if ahead else None
    assert row.appointment == start
    thread = page.thread.appointment
    assert (thread.start if thread else None) == start


@pytest.mark.parametrize(
    ("zone", "clock", "wall"),
    [(*TO_COME, "2026-04-23T04:18"), (*OVER, "2026-04-23T12:18")],
)
def test_the_days_page_shows_the_clock_of_the_branch(
    store: Store, zone: str, clock: str, wall: str
) -> None:
    today = services_at(store, zone, clock).today_page.today()
    assert today.now == datetime.fromisoformat(wall)
    assert len(today.appointments) == 1
