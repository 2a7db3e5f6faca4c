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
    KnownFact,
    LatestConsent,
    Promise,
    Proposal,
)
from advisor_app.domain.codes import Channel, ConsentUse, Language, Party, ProjectStatus
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


def all_words(data: SheetData) -> str:
    return repr(
        (data.reason, data.remember, data.theme, data.thread.marks, data.rules, data.subject)
    )


def own_affairs(couple: Briefing) -> Briefing:
    """She alone telephoned, met an advisor, was promised something, was advised."""
    hers = couple.clients[0].key
    called = replace(
        couple.contacts[0], client=hers, day=date(2026, 4, 2), channel=Channel.PHONE, minutes=30,
        subject="Her own account",
    )  # fmt: skip
    met = replace(called, day=date(2026, 4, 7), channel=Channel.BRANCH, subject="Her own plans")
    return replace(
        couple,
        contacts=(*couple.contacts, called, met),
        promises=(Promise(hers, Party.BANK, "her own table", date(2026, 5, 1), None),),
        facts=(KnownFact(hers, "advice_on", None, date(2026, 1, 9)),),
    )


def test_what_one_member_alone_talked_of_and_was_promised_is_masked(couple: Briefing) -> None:
    both = all_words(sheet(own_affairs(couple)))
    assert "Her own account" not in both
    assert "Her own plans" not in both
    assert "her own table" not in both
    assert "9 January 2026" not in both
    alone = all_words(sheet(replace(own_affairs(couple), clients=couple.clients[:1])))
    for words in ("Her own account", "Her own plans", "her own table", "9 January 2026"):
        assert words in alone


def test_what_both_took_part_in_stands_once_on_the_sheet_for_both(couple: Briefing) -> None:
    first = replace(couple.contacts[0], channel=Channel.PHONE, minutes=30, subject="The house")
    second = replace(first, client=couple.clients[1].key)
    data = sheet(replace(couple, contacts=(first, second)))
    assert data.theme is not None
    assert sum("The house" in line for line in data.theme.lines) == 1


def test_the_day_of_her_own_meeting_stays_so_that_the_relation_is_told_right(
    couple: Briefing,
) -> None:
    data = sheet(own_affairs(couple))
    assert [mark.day for mark in data.thread.marks][-1] == date(2026, 4, 7)
    assert data.thread.marks[-1].label is None


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
