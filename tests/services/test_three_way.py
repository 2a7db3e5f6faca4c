"""After a change of advisor the meeting of three comes first, and takes the former one's time too."""

from datetime import date, datetime

import pytest
from poured import batches_of, pour
from small_branch import NOW

from advisor_app.bootstrap import Services
from advisor_app.domain import bank_records as rows
from advisor_app.domain.appointments import Taken
from advisor_app.domain.booking_refusals import Collision
from advisor_app.domain.codes import Announced, Introduction
from advisor_app.domain.suggestions.forms import THREE_WAY
from advisor_app.i18n.deed_words import deed_words
from advisor_app.services.booking import BookingOrder
from advisor_app.services.desk import Desk
from advisor_app.services.parties import client_named
from advisor_app.services.setup import Setup
from advisor_app.storage import trail
from advisor_app.storage.organisation import find_advisor
from advisor_app.storage.store import Store
from advisor_app.ui.parts.requests import Whom
from advisor_app.ui.window.deeds import booking_choices

BANK = (
    rows.BranchRecord("B1", "Lyon"),
    rows.AdvisorRecord("A1", "Claire", "Morvan", "B1"),
    rows.AdvisorRecord("A2", "Jean-Marc", "Thibault", "B1"),
    rows.ClientRecord("C1", first_name="Anne", last_name="Durand", branch="B1", since="2010-01-01"),
    rows.AssignmentRecord("C1", "A2", "2010-01-01", "2025-10-05"),
    rows.AssignmentRecord("C1", "A1", "2025-10-06", None, "email"),
    rows.TouchpointRecord("T1", "C1", "A2", "2024-03-12", "branch"),
    rows.ConsentRecord("C1", "meeting", given=True, on="2024-01-01"),
    # He works here still: he serves somebody else.
    rows.ClientRecord("C2", last_name="Petit", branch="B1", since="2001-01-01"),
    rows.AssignmentRecord("C2", "A2", "2001-01-01"),
)
TEN = datetime(2026, 4, 28, 10)  # noqa: DTZ001 a wall time


@pytest.fixture
def claire(store: Store) -> Services:
    pour(store, batches_of(*BANK), date(2026, 4, 23))
    with store.reading() as transaction:
        advisor = find_advisor(transaction, "A1")
    desk = Desk(store, lambda: NOW, advisor)
    Setup(desk).choose_advisor("A1")
    return Services(desk, None)


def test_the_former_advisor_is_asked_along_and_his_time_is_taken(claire: Services) -> None:
    (first,) = claire.suggesting.suggest(limit=1).shown
    assert (first.ref, first.ritual) == ("C1", THREE_WAY)
    along = claire.introductions.comes_along(first)
    assert along == ("Jean-Marc Thibault", "A2")

    choices = booking_choices(claire, Whom(first.client, "Anne Durand", (), suggestion=first))
    assert choices.along == "A2"
    assert along in choices.colleagues

    claire.appointments.book(
        BookingOrder(("C1",), TEN, 45, advisor="A1", colleague=along[1], suggestion=first)
    )
    with pytest.raises(Collision) as refused:
        claire.appointments.book(BookingOrder(("C2",), TEN, 45, advisor="A2"))
    assert refused.value.taken is Taken.ADVISOR
    (entry,) = claire.calendar_entries.of_advisor("A2")
    assert entry.organizer is not None
    assert entry.organizer.name == "Claire Morvan"
    assert [one.name for one in entry.along] == ["Jean-Marc Thibault"]
    assert claire.introductions.of("C1").stands is Introduction.ANNOUNCED


def test_the_trail_says_that_an_announcement_was_taken_back(claire: Services, store: Store) -> None:
    before = claire.introductions.announced("C1", Announced.CALL)
    claire.introductions.take_back("C1", before)
    assert claire.introductions.of("C1") == before
    with store.reading() as transaction:
        last, first = trail.read_entries(transaction, client_named(transaction, "C1").key, 2)
    assert (first.action, first.subject) == ("introduction announced", "call")
    assert (last.action, last.subject) == ("announcement taken back", "email")
    assert {first.action, last.action} <= deed_words().keys()
