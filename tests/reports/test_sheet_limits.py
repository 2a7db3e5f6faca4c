"""The limits of every block of the briefing sheet (`domain/briefing_sheet.toml`)."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from paper.store import Bank, fill

from advisor_app.bootstrap import Services
from advisor_app.domain.briefing import Briefing, Company, KnownFact, LatestConsent, Proposal
from advisor_app.domain.codes import ConsentUse, Kind, Language, Place
from advisor_app.playbooks.projects import life_projects
from advisor_app.playbooks.sheet_tables import follow_ups
from advisor_app.reports.gather import gather_sheet
from advisor_app.reports.sheet_data import Printing, SheetData
from advisor_app.storage.store import Store

TODAY = date(2026, 4, 23)


@pytest.fixture
def bank(store: Store) -> Bank:
    return fill(store)


@pytest.fixture
def delaunay(services: Services, bank: Bank) -> Briefing:
    assert bank.keys
    return services.sheets.for_appointment("RV2")


def gathered(briefing: Briefing, language: Language = Language.EN) -> SheetData:
    at = datetime(2026, 4, 23, 10, 18)  # noqa: DTZ001 wall time
    return gather_sheet(briefing, Printing("Claire Morvan", at, briefing.today), language)


def about(briefing: Briefing, code: str) -> Briefing:
    return replace(briefing, visit=None, follow_up_due=None, proposal=Proposal(code, None, ""))


def facts(briefing: Briefing, *named: tuple[str, str | None, date | None]) -> Briefing:
    key = briefing.clients[0].key
    return replace(briefing, facts=tuple(KnownFact(key, *one) for one in named))


def in_all_ways(briefing: Briefing) -> Briefing:
    """At home, protected, everything refused, in a household that does not share."""
    key = briefing.clients[0].key
    protected = facts(
        briefing, ("protection_measure", "curatelle", None), ("advice_on", None, TODAY)
    )
    refused = tuple(LatestConsent(key, use, given=False, on=TODAY) for use in ConsentUse)
    return replace(protected, consents=refused, members=briefing.members * 3)


def test_no_more_than_four_rules_and_what_protects_first(delaunay: Briefing) -> None:
    rules = gathered(in_all_ways(delaunay)).rules
    assert len(rules) == 4
    assert rules[0] == "Protection measure: curatelle."
    assert rules[1].startswith("Outside the branch: no signature today")


def test_a_measure_without_words_still_says_that_there_is_a_representative(
    delaunay: Briefing,
) -> None:
    rules = gathered(facts(delaunay, ("protection_on", None, TODAY))).rules
    assert "representative" in rules[0]


@pytest.mark.parametrize(
    ("on", "words"),
    [
        (date(2025, 3, 3), "Investor profile of 3 March 2025; any advice"),
        (date(2024, 4, 22), "Investor profile of 22 April 2024, over two years old"),
        (None, "Investor profile: no day known"),
    ],
)
def test_the_investor_profile_has_its_day_and_its_duty(
    delaunay: Briefing, on: date | None, words: str
) -> None:
    known = facts(delaunay, ("advice_on", on.isoformat() if on else None, None))
    assert any(rule.startswith(words) for rule in gathered(known).rules)


def test_from_afar_the_record_is_told(delaunay: Briefing) -> None:
    assert delaunay.visit is not None
    for place in (Place.PHONE, Place.VIDEO):
        rules = gathered(replace(delaunay, visit=replace(delaunay.visit, place=place))).rules
        assert "recorded" in rules[0]


@pytest.mark.parametrize("code", list(life_projects()))
def test_what_is_owed_within_two_days_is_on_the_list_of_at_most_six(
    delaunay: Briefing, code: str
) -> None:
    labels = [line.label for line in gathered(about(delaunay, code)).leaving]
    assert len(labels) <= 6
    assert "Next appointment:" in labels
    assert "Follow-up note within 48 hours" in labels
    assert "No project: theme closed for 12 months" in labels
    own = set(life_projects()[code].follow_up) - {
        "summary", "next_date", "close_theme", "consents",
    }  # fmt: skip
    assert {follow_ups()[task].label.en for task in own} <= set(labels)


@pytest.mark.parametrize("code", list(life_projects()))
def test_no_list_of_the_tables_is_longer_than_its_block(delaunay: Briefing, code: str) -> None:
    data = gathered(about(delaunay, code))
    assert len(data.questions) <= 5
    assert len(data.course) <= 9
    assert len(data.documents) <= 10
    assert len(data.subject.figures) <= 6


def test_the_banner_marks_what_asks_for_care(delaunay: Briefing) -> None:
    careful = facts(delaunay, ("fragile", None, TODAY), ("protection_measure", "tutelle", None))
    assert gathered(careful).priority == ("With more care", "Protection measure")
    assert gathered(delaunay).priority == ()
    assert gathered(delaunay).marks[1:] == ("60 min", "in English", "say “Ms Delaunay”")


def test_a_change_of_advisor_is_marked_until_they_have_met(services: Services, bank: Bank) -> None:
    assert bank.keys
    fourniers = services.sheets.for_appointment("RV1")
    assert gathered(fourniers).priority == ("Handover",)
    here = (fourniers.advisor.key, fourniers.advisor.name)
    met = replace(fourniers.contacts[0], advisors=(here,))
    assert gathered(replace(fourniers, contacts=(met,))).priority == ()


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (Place.HOME, "at home, 3 rue des Lavoirs, Les Ormeaux"),
        (Place.WORKPLACE, "at the client's workplace"),
        (Place.PHONE, "by phone, 06 11"),
        (Place.VIDEO, "by video"),
        (Place.BRANCH, "at the branch"),
    ],
)
def test_every_ritual_says_where_it_is_held(delaunay: Briefing, place: Place, words: str) -> None:
    assert delaunay.visit is not None
    known = replace(delaunay.clients[0], phone="06 11")
    there = replace(delaunay, clients=(known,), visit=replace(delaunay.visit, place=place))
    assert gathered(there).visit.place == words


def test_a_company_is_visited_at_its_address(delaunay: Briefing) -> None:
    assert delaunay.visit is not None
    company = replace(delaunay.clients[0], kind=Kind.COMPANY)
    visit = replace(delaunay.visit, place=Place.WORKPLACE)
    place = gathered(replace(delaunay, clients=(company,), visit=visit)).visit.place
    assert place == "at the workplace, 3 rue des Lavoirs, Les Ormeaux"


def test_at_a_meeting_of_three_who_served_before_opens_and_nothing_is_sold(
    services: Services, bank: Bank
) -> None:
    bank.appointment(
        "RV3",
        ["C1"],
        "A1",
        datetime(2026, 5, 4, 9, 0),  # noqa: DTZ001 wall time
        datetime(2026, 5, 4, 9, 45),  # noqa: DTZ001 wall time
        colleague_id=bank.keys["A2"],
    )
    data = gathered(services.sheets.for_appointment("RV3"))
    assert ("Jean-Marc Thibault", "served before, comes to introduce you") in [
        (person.name, person.about) for person in data.people
    ]
    assert [step.minutes for step in data.course] == [10, 5, 15, 5, 5, 5]
    assert "former advisor" in data.course[0].label
    assert data.rules[0].startswith("Introduction: nothing is sold")


def test_a_colleague_who_never_served_them_only_comes_along(delaunay: Briefing) -> None:
    assert delaunay.visit is not None
    visit = replace(delaunay.visit, colleague=Company(delaunay.clients[0].key, "Eva Roth"))
    people = gathered(replace(delaunay, visit=visit)).people
    assert (people[1].name, people[1].about) == ("Eva Roth", "colleague, comes along")
