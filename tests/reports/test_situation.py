"""What page 2 says of the situation, the documents and the people, from what the bank told."""

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

import pytest
from paper.reading import read
from paper.store import Bank, fill

from advisor_app.bootstrap import Services
from advisor_app.domain.briefing import Briefing, Holding, KnownFact, PastContact, Proposal
from advisor_app.domain.codes import Channel, Direction, Language, Nature, Place
from advisor_app.domain.letters import LetterKind
from advisor_app.domain.partial_date import PartialDate
from advisor_app.playbooks.projects import life_projects
from advisor_app.playbooks.sheet_tables import NOTHING_TO_BRING, documents
from advisor_app.reports import sheet
from advisor_app.reports.gather import gather_sheet
from advisor_app.reports.sheet_data import DocumentState, Printing, SheetData
from advisor_app.storage.store import Store

TODAY = date(2026, 4, 23)
AT = datetime(2026, 4, 23, 10, 18)  # noqa: DTZ001 wall time


@pytest.fixture
def bank(store: Store) -> Bank:
    return fill(store)


@pytest.fixture
def delaunay(services: Services, bank: Bank) -> Briefing:
    """She alone, met last month, about the loan that ends."""
    assert bank.keys
    found = services.sheets.for_appointment("RV2")
    met = PastContact(
        found.clients[0].key, date(2026, 3, 12), Channel.BRANCH, Nature.CONVERSATION,
        Direction.OUT, 45, one_to_one=True, subject=None,
        advisors=((found.advisor.key, "Claire Morvan"),),
    )  # fmt: skip
    young = replace(found.clients[0], birth_date=date(1980, 1, 1), country="FR")
    return replace(
        found, clients=(young,), contacts=(met,), projects=(), holdings=(), facts=(), members=()
    )


def gathered(briefing: Briefing) -> SheetData:
    return gather_sheet(briefing, Printing("Claire Morvan", AT, TODAY), Language.EN)


def about(briefing: Briefing, code: str) -> Briefing:
    assert briefing.visit is not None
    visit = replace(briefing.visit, project=None, suggested=code)
    return replace(briefing, visit=visit)


def told(briefing: Briefing, *named: tuple[str, str, date]) -> Briefing:
    key = briefing.clients[0].key
    return replace(briefing, facts=tuple(KnownFact(key, *one) for one in named))


def held(briefing: Briefing, family: str, opened: date, ends: date | None = None) -> Holding:
    return Holding("K1", briefing.clients[0].key, family, opened, ends, None, Decimal(0), "EUR")


def test_the_days_of_two_years_stand_and_later_ones_do_not(delaunay: Briefing) -> None:
    # PEL of 17 March 2012: closes 17 March 2027 (DOMAIN.md, section 12). The deposit ends in 2029.
    known = replace(
        delaunay,
        holdings=(
            held(delaunay, "pel", date(2012, 3, 17)),
            held(delaunay, "life_insurance", date(2019, 3, 1)),
            held(delaunay, "term_deposit", date(2024, 1, 1), date(2029, 1, 1)),
        ),
    )
    lines = gathered(known).situation
    assert any(line.endswith(": 17 March 2027") for line in lines)
    assert any(line.endswith(": 1 March 2027") for line in lines)  # eight years
    assert not any("2022" in line for line in lines)  # the last payments have passed
    assert any("until January 2029" in line for line in lines)
    later = [line for line in lines if line.endswith(": 1 January 2029")]
    assert later == []


def test_a_birthday_that_counts_stands_within_two_years(delaunay: Briefing) -> None:
    (client,) = delaunay.clients
    seventy = replace(client, birth_date=date(1956, 6, 30))
    lines = gathered(replace(delaunay, clients=(seventy,))).situation
    assert any("70 years old on 30 June 2026" in line for line in lines)
    assert not any("years old on" in line for line in gathered(delaunay).situation)


def test_other_banks_stand_only_where_the_client_spoke_of_them(delaunay: Briefing) -> None:
    known = told(delaunay, ("other_bank", "a loan at Banque du Nord", date(2026, 1, 5)))
    assert "Elsewhere, as the client said: a loan at Banque du Nord" in gathered(known).situation
    assert not any("Elsewhere" in line for line in gathered(delaunay).situation)


def test_in_every_time_of_restraint_of_the_tables_no_family_and_no_contracts_day_stands(
    delaunay: Briefing, services: Services
) -> None:
    (house, *_rest) = services.sheets.for_client("C1").projects
    pel = replace(delaunay, holdings=(held(delaunay, "pel", date(2012, 3, 17)),))
    times = {code: one.restraint_days for code, one in life_projects().items()}
    restrained = {code: days for code, days in times.items() if days}
    assert len(restrained) == 6
    for code, ago, silent in (
        (code, days - 1 + after, not after) for code, days in restrained.items() for after in (0, 1)
    ):
        noted = date.fromordinal(TODAY.toordinal() - ago)
        project = replace(
            house, client=pel.clients[0].key, code=code, noted_on=noted, target=PartialDate(2027)
        )
        lines = gathered(replace(pel, projects=(project,))).situation
        assert ("Listen first: this sheet carries no product." in lines) is silent
        assert any("17 March 2027" in line or "held" in line for line in lines) is not silent


def test_somebody_not_met_for_two_years_is_first_listened_to(delaunay: Briefing) -> None:
    for met, silent in ((date(2024, 4, 23), False), (date(2024, 4, 22), True)):
        ago = replace(delaunay.contacts[0], day=met)
        known = replace(
            delaunay, contacts=(ago,), holdings=(held(delaunay, "pel", date(2012, 3, 17)),)
        )
        lines = gathered(known).situation
        assert ("Listen first: this sheet carries no product." in lines) is silent
        assert any("held" in line for line in lines) is not silent


def test_a_relative_is_offered_at_home_from_80_on(delaunay: Briefing) -> None:
    assert delaunay.visit is not None
    for birth, place, offered in (
        (date(1946, 4, 23), Place.HOME, True),
        (date(1946, 4, 24), Place.HOME, False),
        (date(1940, 1, 1), Place.BRANCH, False),
        (None, Place.HOME, False),
    ):
        client = replace(delaunay.clients[0], birth_date=birth)
        visit = replace(delaunay.visit, place=place)
        rules = gathered(replace(delaunay, clients=(client,), visit=visit)).rules
        assert any("relative" in rule for rule in rules) is offered


def test_who_holds_an_account_together_is_said(services: Services, bank: Bank) -> None:
    assert bank.keys
    both = services.sheets.for_appointment("RV1")
    name = gathered(both).people[1].name
    fact = KnownFact(both.clients[1].key, "joint_holder", name.upper(), TODAY)
    alone = replace(both, clients=both.clients[1:], facts=(fact,))
    (first, *_others) = gathered(alone).people
    assert "joint holder" in first.about


def test_a_document_that_came_is_ticked_and_one_that_was_asked_for_has_its_day(
    delaunay: Briefing,
) -> None:
    code, other = life_projects()["loan_end"].documents[:2]
    known = told(
        about(delaunay, "loan_end"),
        ("document_received", code, date(2026, 4, 2)),
        ("document_asked", code, date(2026, 3, 2)),
        ("document_asked", other, date(2026, 3, 2)),
        ("document_received", "no_such_document", date(2026, 3, 2)),
    )
    lines = gathered(known).documents
    assert (lines[0].state, lines[0].on) == (DocumentState.ON_FILE, date(2026, 4, 2))
    assert (lines[1].state, lines[1].on) == (DocumentState.ASKED, date(2026, 3, 2))
    text = read(sheet.render(gathered(known))).text
    assert "came 02/04/2026" in text
    assert "asked 02/03/2026" in text


def test_the_letter_asked_for_the_first_eight_documents(delaunay: Briefing) -> None:
    for code, project in life_projects().items():
        asked = replace(about(delaunay, code), asked_by_letter=date(2026, 4, 2))
        named = [one for one in project.documents if one != NOTHING_TO_BRING]
        labels = [documents()[one].label.en for one in named[:8]]
        lines = [one for one in gathered(asked).documents if one.state is DocumentState.ASKED]
        assert [one.label for one in lines] == labels, code
        assert all(one.on == date(2026, 4, 2) for one in lines)


def test_a_letter_that_left_the_printer_is_known_to_the_sheet(
    services: Services, bank: Bank
) -> None:
    assert bank.keys
    assert services.sheets.for_appointment("RV2").asked_by_letter is None
    briefing = services.letters.for_appointment("RV2", LetterKind.APPOINTMENT)
    services.letters.printed(briefing, LetterKind.APPOINTMENT, 1)
    assert services.sheets.for_appointment("RV2").asked_by_letter == services.today()
    assert services.sheets.for_appointment("RV1").asked_by_letter is None


def test_the_banner_says_the_name_as_the_client_wants_it(delaunay: Briefing) -> None:
    known = told(delaunay, ("addressed_as", "Madame Marguerite", date(2026, 1, 5)))
    assert "say “Madame Marguerite”" in gathered(known).marks


def test_a_meeting_not_booked_yet_was_asked_for_by_no_letter(delaunay: Briefing) -> None:
    free = replace(delaunay, visit=None, proposal=Proposal("loan_end", None, ""))
    assert all(one.state is not DocumentState.ASKED for one in gathered(free).documents)
