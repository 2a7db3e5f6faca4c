"""What one member of a household may not read of another on a sheet for both (DOMAIN.md, 7.4)."""

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

import pytest
from paper.store import fill

from advisor_app.bootstrap import Services
from advisor_app.domain.briefing import (
    BriefedProject,
    Briefing,
    Holding,
    LatestConsent,
    Proposal,
)
from advisor_app.domain.codes import ConsentUse, Language, ProjectStatus
from advisor_app.domain.keys import new_key
from advisor_app.reports.gather import gather_sheet
from advisor_app.reports.sheet_data import Printing, SheetData
from advisor_app.services.desk import Desk

TODAY = date(2026, 4, 23)
AT = datetime(2026, 4, 23, 10, 18)  # noqa: DTZ001 wall time


@pytest.fixture
def couple(desk: Desk) -> Briefing:
    """Both at the table, met last month; she holds life insurance and thinks of a separation."""
    fill(desk.store)
    both = Services(desk, None).sheets.for_appointment("RV1")
    hers = both.clients[0].key
    lately = tuple(replace(one, day=date(2026, 3, 12)) for one in both.contacts)
    holding = Holding(
        "K9", hers, "life_insurance", date(2020, 1, 1), None, Decimal(5000), None, "EUR"
    )
    separation = BriefedProject(
        new_key(),
        "P9",
        hers,
        "separation",
        ProjectStatus.HEARD,
        None,
        None,
        "EUR",
        date(2025, 1, 7),
        None,
        None,
        (),
    )
    return replace(
        both,
        contacts=lately,
        holdings=(holding,),
        projects=(*both.projects, separation),
        consents=(),
    )


def sheet(briefing: Briefing) -> SheetData:
    return gather_sheet(briefing, Printing("Claire Morvan", AT, TODAY), Language.EN)


def words(data: SheetData) -> str:
    return repr((data.situation, data.remember, data.thread.projects, data.subject))


def test_on_a_joint_sheet_one_members_products_and_projects_are_masked(couple: Briefing) -> None:
    assert "Life insurance" not in words(sheet(couple))
    assert "eparation" not in words(sheet(couple))


def test_they_stand_there_once_she_agreed_to_share(couple: Briefing) -> None:
    hers = couple.clients[0].key
    agreed = LatestConsent(hers, ConsentUse.SHARE_IN_HOUSEHOLD, given=True, on=TODAY)
    shared = words(sheet(replace(couple, consents=(agreed,))))
    assert "Life insurance" in shared
    assert "eparation" in shared


def test_the_other_members_word_does_not_open_hers(couple: Briefing) -> None:
    his = couple.clients[1].key
    agreed = LatestConsent(his, ConsentUse.SHARE_IN_HOUSEHOLD, given=True, on=TODAY)
    assert "Life insurance" not in words(sheet(replace(couple, consents=(agreed,))))


def test_alone_she_reads_of_her_own(couple: Briefing) -> None:
    alone = words(sheet(replace(couple, clients=couple.clients[:1])))
    assert "Life insurance" in alone
    assert "eparation" in alone


def test_a_hidden_time_of_restraint_still_holds_for_both(couple: Briefing) -> None:
    mourning = replace(couple.projects[-1], code="bereavement", noted_on=date(2026, 4, 2))
    data = sheet(replace(couple, projects=(couple.projects[0], mourning)))
    assert data.situation == ("Listen first: this sheet carries no product.",)


def test_in_a_time_of_restraint_no_contracts_day_is_a_figure(couple: Briefing) -> None:
    alone = replace(couple, clients=couple.clients[:1], visit=None)
    loan = replace(
        alone.holdings[0], family="mortgage", ends_on=date(2027, 3, 1), rate=Decimal("0.02")
    )
    about = replace(alone, holdings=(loan,), projects=())
    about = replace(about, proposal=Proposal("loan_end", None, ""))
    met = sheet(about)
    years_ago = replace(
        about, contacts=tuple(replace(one, day=date(2023, 1, 5)) for one in about.contacts)
    )
    assert "2027" in words(met)
    assert "2027" not in words(sheet(years_ago))
