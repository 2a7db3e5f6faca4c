"""The limits of every block of the briefing sheet (`domain/briefing_sheet.toml`)."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from paper.store import Bank, fill

from advisor_app.bootstrap import Services
from advisor_app.domain.briefing import (
    Briefing,
    Company,
    KnownFact,
    LatestConsent,
    Promise,
    Proposal,
    Recollection,
)
from advisor_app.domain.codes import ConsentUse, Kind, Language, Party, Place
from advisor_app.playbooks.projects import life_projects
from advisor_app.playbooks.sheet_tables import follow_ups, outcomes
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


LONG = "Ils veulent une maison avec un jardin, près de la gare, " * 6


@pytest.mark.parametrize("note", [None, "Une maison", LONG, "x" * 400, f"D'abord ceci. {LONG}"])
def test_the_reason_never_has_more_than_140_characters(
    services: Services, bank: Bank, note: str | None
) -> None:
    assert bank.keys
    fourniers = services.sheets.for_appointment("RV1")
    noted = replace(fourniers.projects[0], note=note)
    reason = gathered(replace(fourniers, projects=(noted,))).reason
    assert 0 < len(reason) <= 140
    assert "said by the client on 12 March 2024" in reason
    proposed = replace(fourniers, visit=None, proposal=Proposal("first_home", None, note or "Oui."))
    assert len(gathered(proposed).reason) <= 140


def test_three_things_have_at_most_ninety_characters_each(delaunay: Briefing) -> None:
    key = delaunay.clients[0].key
    promise = Promise(key, Party.BANK, LONG, date(2026, 5, 1), None)
    long = replace(
        delaunay,
        promises=(promise,),
        recollections=(Recollection(key, "coffee", LONG), Recollection(key, None, "Thé.")),
    )
    remember = gathered(long).remember
    assert len(remember) == 3
    assert all(len(line.text) <= 90 for line in remember)
    assert remember[0].text.startswith("Promised for 1\xa0May 2026: Ils veulent une maison")


def test_where_nothing_else_is_known_more_promises_are_remembered(delaunay: Briefing) -> None:
    key = delaunay.clients[0].key
    promises = tuple(Promise(key, Party.BANK, f"word {n}", None, None) for n in range(4))
    remember = gathered(replace(delaunay, promises=promises)).remember
    assert [line.text for line in remember] == [f"Promised: word {n}." for n in range(3)]


def test_an_open_complaint_is_a_sore_point_and_stands_with_its_state(delaunay: Briefing) -> None:
    sore = facts(delaunay, ("complaint_opened_on", "2026-03-02", None))
    data = gathered(sore)
    assert data.avoid[0].startswith("The complaint of 2 March 2026 is still open")
    assert len(data.avoid) == 3
    assert data.theme is not None
    assert "Complaint of 2 March 2026: still open" in data.theme.lines
    settled = facts(
        delaunay,
        ("complaint_opened_on", "2026-03-02", None),
        ("complaint_closed_on", "2026-03-20", None),
    )
    data = gathered(settled)
    assert "complaint" not in data.avoid[0]
    assert data.theme is not None
    assert "Complaint of 2 March 2026: settled" in data.theme.lines


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("code", list(life_projects()))
def test_an_outcome_has_at_most_two_lines_of_ninety_characters(
    code: str, language: Language
) -> None:
    outcome = outcomes()[code]
    assert len(outcome.least.in_language(language)) <= 75
    assert len(outcome.best.in_language(language)) <= 75


@pytest.mark.parametrize("code", ["first_home", "home_renovation"])
def test_loan_figures_say_that_they_bind_nobody(services: Services, bank: Bank, code: str) -> None:
    assert bank.keys
    fourniers = services.sheets.for_appointment("RV1")
    inputs = (*fourniers.projects[0].inputs, ("works_cost", "20000"), ("months_left", "120"))
    project = replace(fourniers.projects[0], code=code, inputs=inputs)
    basis = gathered(replace(fourniers, projects=(project,))).subject.basis
    assert basis[0] == "Indicative: neither an offer nor an agreement in principle."


def test_other_figures_say_nothing_of_an_offer(delaunay: Briefing) -> None:
    basis = gathered(about(delaunay, "retirement_planning")).subject.basis
    assert not any("offer" in line for line in basis)


def test_contacts_promises_and_what_was_heard_take_at_most_six_lines(delaunay: Briefing) -> None:
    key = delaunay.clients[0].key
    contacts = tuple(
        replace(delaunay.contacts[0], day=date(2026, 1, number)) for number in range(1, 9)
    )
    done = Promise(key, Party.BANK, "kept", None, date(2026, 3, 1))
    owed = Promise(key, Party.BANK, "owed", None, None)
    busy = replace(
        facts(delaunay, ("complaint_opened_on", "2026-03-02", None)),
        contacts=contacts,
        promises=(done, done, done, owed),
    )
    theme = gathered(busy).theme
    assert theme is not None
    assert len(theme.lines) == 6
    assert theme.lines[0].startswith("8 January 2026")
    assert theme.lines[3] == "owed: promised by the bank"
    assert theme.lines[4] == "kept: done on 1 March 2026"


def test_where_nothing_changed_the_last_meeting_is_remembered_once(delaunay: Briefing) -> None:
    told = gathered(delaunay)
    assert "Your last meeting" in told.reason
    assert not any("Your last meeting" in line.text for line in told.remember)
    long = replace(
        delaunay, visit=None, proposal=Proposal("annual_review", None, "Une phrase " * 12)
    )
    assert gathered(long).remember[0].text == "Your last meeting was on 10 February 2026."
