"""The handover sheet: promises first, who comes first and why, one page whatever is known."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from paper.hostile import HOSTILE, poisoned
from paper.reading import read
from paper.store import Bank, fill

from advisor_app.bootstrap import Services
from advisor_app.domain.briefing import Briefing, KnownFact, Promise, ServedPeriod
from advisor_app.domain.codes import Language, Party, Segment
from advisor_app.domain.handover import (
    Priority,
    PriorityReason,
    complaints,
    handover_priority,
)
from advisor_app.domain.keys import new_key
from advisor_app.domain.months import plus_months
from advisor_app.domain.partial_date import PartialDate
from advisor_app.reports.handover import HandoverLine, render
from advisor_app.reports.handover_words import gather_handover
from advisor_app.reports.papers import make_handover
from advisor_app.reports.sheet_data import Printing
from advisor_app.storage.schema.record import audit_entry, document
from advisor_app.storage.store import Store

DRIFT = 24
AT = datetime(2026, 4, 23, 10, 18)  # noqa: DTZ001 wall time


@pytest.fixture
def bank(store: Store) -> Bank:
    return fill(store)


@pytest.fixture
def delaunay(services: Services, bank: Bank) -> Briefing:
    assert bank.keys
    return services.handovers.sheet("C3")


@pytest.fixture
def plain(delaunay: Briefing) -> Briefing:
    """Nothing that would bring the client forward."""
    (client,) = delaunay.clients
    young = replace(client, birth_date=date(1980, 1, 1), segment=Segment.MASS)
    return replace(delaunay, clients=(young,), projects=(), promises=(), facts=())


def fact(name: str, on: date | None, value: str | None = None) -> KnownFact:
    return KnownFact(new_key(), name, value, on)


def test_without_anything_a_letter_is_enough(plain: Briefing) -> None:
    assert handover_priority(plain, DRIFT).priority is Priority.C


def test_an_open_promise_of_the_bank_comes_first_and_the_clients_does_not(
    plain: Briefing,
) -> None:
    client = plain.clients[0].key
    owed = replace(plain, promises=(Promise(client, Party.BANK, "un relevé", None, None),))
    assert handover_priority(owed, DRIFT).reasons == (PriorityReason.PROMISE,)
    theirs = replace(plain, promises=(Promise(client, Party.CLIENT, "un relevé", None, None),))
    assert handover_priority(theirs, DRIFT).priority is Priority.C


@pytest.mark.parametrize(
    ("months", "priority"), [(6, Priority.A), (7, Priority.B), (-1, Priority.B)]
)
def test_a_project_within_six_months_comes_first(
    services: Services, bank: Bank, plain: Briefing, months: int, priority: Priority
) -> None:
    assert bank.keys
    (house,) = services.sheets.for_client("C1").projects
    day = plus_months(plain.today, months)
    about = replace(plain, projects=(replace(house, target=PartialDate(day.year, day.month)),))
    assert handover_priority(about, DRIFT).priority is priority


def test_complaints_count_for_a_year_and_print_for_two(plain: Briefing) -> None:
    recent = replace(plain, facts=(fact("complaint_opened_on", date(2025, 4, 24)),))
    assert handover_priority(recent, DRIFT).reasons == (PriorityReason.COMPLAINT,)
    older = fact("complaint_opened_on", None, "2024-06-01")
    closed = fact("complaint_closed_on", date(2024, 7, 1))
    past = replace(plain, facts=(older, closed))
    assert handover_priority(past, DRIFT).priority is Priority.C
    assert complaints(past) == ((date(2024, 6, 1), True),)


def test_the_closely_served_the_protected_the_old_and_the_much_passed_on(
    plain: Briefing,
) -> None:
    (client,) = plain.clients
    private = replace(plain, clients=(replace(client, segment=Segment.PRIVATE),))
    assert handover_priority(private, DRIFT).reasons == (PriorityReason.CLOSELY_SERVED,)
    protected = replace(plain, facts=(fact("protection_measure", None, "curatelle"),))
    assert handover_priority(protected, DRIFT).reasons == (PriorityReason.PROTECTED,)
    old = replace(plain, clients=(replace(client, birth_date=date(1951, 4, 23)),))
    assert handover_priority(old, DRIFT).reasons == (PriorityReason.OLD_AGE,)
    periods = tuple(
        ServedPeriod(client.key, new_key(), f"A{year}", date(year, 1, 1), date(year, 12, 31), None)
        for year in (2022, 2023, 2024)
    )
    passed_on = replace(plain, periods=periods)
    assert handover_priority(passed_on, DRIFT).reasons == (PriorityReason.MANY_ADVISORS,)


def test_the_sheet_says_promises_before_projects_and_its_printing_is_kept(
    services: Services, store: Store, bank: Bank
) -> None:
    assert bank.keys
    briefing = services.handovers.sheet("C3")
    printed = read(make_handover(briefing, AT, Language.EN).pdf)
    assert len(printed.pages) == 1
    assert printed.text.index("Promised and not kept") < printed.text.index("Open files")
    assert "Objects to profiling" in printed.text
    services.handovers.printed(briefing)
    with store.reading() as transaction:
        kinds = [row.kind for row in transaction.execute(document.select())]
        deeds = [row.action for row in transaction.execute(audit_entry.select())]
    assert kinds == ["handover_sheet"]
    assert "handover sheet printed" in deeds


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_in_every_field_stays_on_one_page(delaunay: Briefing, text: str) -> None:
    data = gather_handover(delaunay, Printing("Claire Morvan", AT, delaunay.today), Language.FR)
    printed = read(render(poisoned(data, text)))
    assert len(printed.pages) == 1
    assert printed.embedded


def test_much_that_is_known_still_holds_on_one_page(delaunay: Briefing) -> None:
    data = gather_handover(delaunay, Printing("Claire Morvan", AT, delaunay.today), Language.FR)
    full = tuple(
        HandoverLine(f"Champ {n}", ("Une phrase assez longue. " * 8,) * 6) for n in range(12)
    )
    printed = read(render(replace(data, lines=full)))
    assert len(printed.pages) == 1
    assert all(f"Champ {n}" in printed.text for n in range(12))
