"""The handover sheet: promises first, who comes first and why, one page whatever is known."""

import csv
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from paper.hostile import HOSTILE, poisoned
from paper.kinds import handover_sheet
from paper.reading import read
from paper.store import Bank, fill

from advisor_app.bootstrap import Services
from advisor_app.domain.briefing import (
    Briefing,
    HouseholdMember,
    KnownFact,
    LatestConsent,
    PastContact,
    Promise,
    ServedPeriod,
)
from advisor_app.domain.codes import (
    Announced,
    Channel,
    ConsentUse,
    Direction,
    Language,
    Link,
    Nature,
    Party,
    Segment,
    Title,
)
from advisor_app.domain.handover import (
    Priority,
    PriorityReason,
    complaints,
    handover_priority,
)
from advisor_app.domain.keys import new_key
from advisor_app.domain.known_facts import complaint_outcome
from advisor_app.domain.local_text import curled, french
from advisor_app.domain.months import plus_months
from advisor_app.domain.partial_date import PartialDate
from advisor_app.playbooks.projects import life_projects
from advisor_app.playbooks.sheet_tables import handover_fields
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
    assert printed.text.index("Promises made") < printed.text.index("Open cases")
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
        HandoverLine(f"Champ {n}", ("Une phrase assez longue. " * 8,) * 6) for n in range(15)
    )
    printed = read(render(replace(data, lines=full)))
    assert len(printed.pages) == 1
    assert all(f"Champ {n}" in printed.text for n in range(15))


def fields_of(folder: Path) -> list[dict[str, str]]:
    with (folder / "domain" / "handover_sheet_fields.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_the_fields_are_those_of_the_trade_in_their_order(shared: Path) -> None:
    trade = fields_of(shared)
    assert len(trade) == 15
    assert [int(row["order"]) for row in trade] == list(range(1, 16))
    for ours, row in zip(handover_fields(), trade, strict=True):
        assert ours.code == row["field"]
        assert ours.most == int(row["max_chars"])
        assert ours.label.en == curled(row["en"])
        assert ours.label.fr == french(row["fr"])


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("ref", ["C1", "C2", "C3"])
def test_no_field_holds_more_characters_than_the_trade_allows(
    services: Services, bank: Bank, shared: Path, language: Language, ref: str
) -> None:
    assert bank.keys
    briefing = crowded(services.handovers.sheet(ref))
    data = gather_handover(briefing, Printing("Claire Morvan", AT, briefing.today), language)
    for line, row in zip(data.lines, fields_of(shared), strict=True):
        assert len("\n".join(line.texts)) <= int(row["max_chars"]), row["field"]
        assert all(line.texts), row["field"]
    printed = read(render(data))
    assert len(printed.pages) == 1
    assert "".join("".join(line.texts) for line in data.lines).count("…") <= 2


def crowded(briefing: Briefing) -> Briefing:
    """Far more of everything than the sheet has room for."""
    client = briefing.clients[0].key
    days = [date(2025, month, 3) for month in range(1, 13)]
    text = "Envoyer le relevé annuel détaillé à la nouvelle adresse"
    names = ("avoid", "appreciates", "contact_avoid", "protection_powers", "pronunciation")
    facts = tuple(
        KnownFact(client, name, f"{name} {number} {text}", day)
        for name in names
        for number, day in enumerate(days)
    )
    complaints = tuple(KnownFact(client, "complaint_opened_on", None, day) for day in days)
    return replace(
        briefing,
        facts=(*briefing.facts, *facts, *complaints),
        promises=tuple(Promise(client, by, text, day, None) for day in days for by in Party),
        consents=tuple(
            LatestConsent(client, use, given=given, on=days[number])
            for number, use in enumerate(ConsentUse)
            for given in (True,)
        ),
    )


def told_of(briefing: Briefing, field: str) -> tuple[str, ...]:
    data = gather_handover(briefing, Printing("Claire Morvan", AT, briefing.today), Language.EN)
    place = [one.code for one in handover_fields()].index(field)
    return data.lines[place].texts


def test_each_field_says_what_the_trade_asks_of_it(plain: Briefing) -> None:
    (client,) = plain.clients
    named = replace(client, first_name="Odile", last_name="Vasseur", title=Title.MRS)
    client = replace(named, since=date(2009, 3, 1), language=Language.FR)
    met = PastContact(
        client.key, date(2025, 9, 18), Channel.BRANCH, Nature.CONVERSATION, Direction.OUT, 45,
        one_to_one=True, subject="point annuel", advisors=((plain.advisor.key, "Claire Morvan"),),
    )  # fmt: skip
    known = replace(
        plain,
        clients=(client,),
        members=(
            HouseholdMember(Link.PARTNER, "Karim", "Benali", date(1991, 2, 3), None, may_know=True),
            HouseholdMember(Link.CHILD, "Lou", "Benali", date(2020, 2, 3), None, may_know=False),
        ),
        periods=(
            ServedPeriod(
                client.key, plain.advisor.key, "Claire Morvan", date(2026, 4, 1), None,
                Announced.LETTER,
            ),
        ),
        contacts=(met,),
        promises=(
            Promise(client.key, Party.BANK, "réponse sur le PEL", date(2026, 6, 3), None,
                    date(2025, 9, 18)),
            Promise(client.key, Party.CLIENT, "avis d'imposition", date(2026, 5, 2), None),
        ),
        facts=(
            fact("pronunciation", date(2025, 1, 1), "va-ssœur"),
            fact("addressed_as", date(2025, 1, 1), "Madame Odile"),
            fact("avoid", date(2025, 1, 1), "Do not call at the shop."),
            fact("contact_avoid", date(2025, 1, 1), "Monday mornings"),
            fact("appreciates", date(2025, 1, 1), "figures in writing"),
            fact("complaint_opened_on", date(2025, 6, 1)),
            fact("complaint_outcome", date(2025, 6, 20), "fees paid back"),
            fact("complaint_closed_on", date(2025, 6, 20)),
            fact("protection_measure", date(2025, 1, 1), "curatelle"),
            fact("protection_representative", date(2025, 1, 1), "Anne Vasseur"),
            fact("protection_powers", date(2025, 1, 1), "signs with her"),
        ),
        consents=(
            LatestConsent(client.key, ConsentUse.EMAIL, given=True, on=date(2025, 3, 2)),
            LatestConsent(client.key, ConsentUse.PHONE, given=False, on=date(2025, 3, 2)),
        ),
    )  # fmt: skip
    assert told_of(known, "identity") == (
        "Odile Vasseur, say “Madame Odile”",
        "pronounced va-ssœur",
    )
    assert told_of(known, "since") == ("Mar 2009 · Claire Morvan, Apr 2026 · 1 advisor",)
    assert told_of(known, "priority")[0].startswith("A: a promise is open")
    assert told_of(known, "household") == (
        "Karim Benali, partner, 35 years old, may be told",
        "Lou Benali, child, 6 years old",
    )
    assert told_of(known, "last_meetings") == (
        "18 September 2025 · point annuel · réponse sur le PEL",
    )
    assert told_of(known, "promises") == ("réponse sur le PEL, for 3 June 2026",)
    assert told_of(known, "open_cases") == (
        "expected from the client: avis d'imposition, for 2 May 2026",
    )
    assert "to avoid: Monday mornings" in told_of(known, "contact_habits")
    assert told_of(known, "sensitive")[:2] == ("Do not call at the shop.", "Refused: phone.")
    assert told_of(known, "appreciates")[0] == "figures in writing"
    assert told_of(known, "consents") == (
        "refused on 2 March 2025: phone",
        "agreed on 2 March 2025: e-mail",
    )
    assert told_of(known, "complaints") == ("1 June 2025: settled, fees paid back",)
    assert told_of(known, "protection") == (
        "curatelle",
        "represented by Anne Vasseur",
        "powers: signs with her",
    )
    assert told_of(known, "handover_mode") == (
        "three-way, or the former advisor calls, by 01/05/2026",
        "announced by letter",
    )


def test_what_not_to_do_holds_what_the_projects_ask_for(services: Services, bank: Bank) -> None:
    assert bank.keys
    briefing = services.handovers.sheet("C1")
    codes = {one.code for one in briefing.projects}
    asked = {life_projects()[code].sensitive[0].en for code in codes if code in life_projects()}
    assert set(told_of(briefing, "sensitive")) & asked


def test_an_outcome_belongs_to_the_complaint_before_it(plain: Briefing) -> None:
    known = replace(
        plain,
        facts=(
            fact("complaint_opened_on", date(2025, 1, 1)),
            fact("complaint_outcome", date(2025, 2, 1), "first"),
            fact("complaint_opened_on", date(2025, 6, 1)),
            fact("complaint_outcome", date(2025, 6, 1), "second"),
        ),
    )
    assert complaint_outcome(known, date(2025, 1, 1)) == "first"
    assert complaint_outcome(known, date(2025, 6, 1)) == "second"
    assert complaint_outcome(replace(known, facts=known.facts[:1]), date(2025, 1, 1)) == ""


@pytest.mark.parametrize("length", [1, 3, 5])
def test_a_long_name_is_whole_above_the_sheet(length: int) -> None:
    name = " ".join(["Marie-Antoinette"] * (length - 1) + ["de La Rochefoucauld-Montmorency"])
    printed = " ".join(read(render(replace(handover_sheet(), names=name))).pages[0].split())
    assert name in printed.replace("\N{NO-BREAK SPACE}", " ")
