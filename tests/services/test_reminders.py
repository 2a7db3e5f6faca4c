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


def test_the_trail_says_whether_an_undo_put_back_or_removed(
    store: Store, services: Services
) -> None:
    fill(store)
    noted = services.reminders.note("C1", "Thé, sans sucre.")
    services.reminders.take_back(noted)
    kept = services.reminders.note("C1", "Vient à vélo.").after
    assert kept is not None
    services.reminders.take_back(services.reminders.remove(kept.key))
    with store.reading() as transaction:
        entries = trail.read_entries(transaction, kept.client, 5)
    assert [one.action.removeprefix("reminder ") for one in reversed(entries)] == [
        *("noted", "removed"),
        *("noted", "removed", "put back"),
    ]
