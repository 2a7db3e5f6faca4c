"""Small things to remember are kept with their day, and found again on the client's sheet."""

from datetime import date

import pytest
from paper.store import fill

from advisor_app.bootstrap import Services
from advisor_app.domain.errors import NoSuchClient
from advisor_app.storage import trail
from advisor_app.storage.store import Store


def test_what_was_noted_is_on_the_sheet_the_latest_first(store: Store, services: Services) -> None:
    fill(store)
    before = services.sheets.for_appointment("RV1").recollections
    services.reminders.note("C1", "Thé, sans sucre.", "coffee", date(2021, 5, 18))
    services.reminders.note("C2", "Vient à vélo.")
    after = services.sheets.for_appointment("RV1").recollections
    assert [(one.icon, one.text) for one in after if one not in before] == [
        (None, "Vient à vélo."),
        ("coffee", "Thé, sans sucre."),
    ]


def test_it_is_on_the_trail_without_its_text(store: Store, services: Services) -> None:
    fill(store)
    services.reminders.note("C1", "Thé, sans sucre.")
    with store.reading() as transaction:
        assert trail.verify(transaction) is None
        client = services.sheets.for_appointment("RV1").clients[0].key
        (entry,) = trail.read_entries(transaction, client, 1)
    assert entry.action == "reminder noted"
    assert entry.detail is None


def test_an_unknown_client_is_refused(services: Services) -> None:
    with pytest.raises(NoSuchClient):
        services.reminders.note("C404", "Thé.")
