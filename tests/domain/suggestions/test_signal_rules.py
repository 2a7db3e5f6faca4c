"""Each computed signal: what makes it hold, and a change under which it does not."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any, NamedTuple

import pytest
from dossiers import DAY, book, child, client, contract, days, facts, said, signal

from advisor_app.domain.codes import Flag, Segment
from advisor_app.domain.suggestions.dossier import ClientFact
from advisor_app.domain.suggestions.gathering import facts_of
from advisor_app.domain.suggestions.playbook import SignalSource
from advisor_app.playbooks.suggestions import playbooks

BOOKS = playbooks()
RULES = {rule.signal: rule for rule in BOOKS.signal_rules}


class Example(NamedTuple):
    holds: dict[str, Any]
    does_not: dict[str, Any]


def held(family: str, **known: Any) -> dict[str, Any]:
    return {"contracts": (contract(family, **known),)}


def born(birth: date) -> dict[str, Any]:
    return {"birth_date": birth}


def with_child(birth: date) -> dict[str, Any]:
    return {"members": (child(birth),)}


def known(**values: str) -> dict[str, Any]:
    return {"facts": facts(**values)}


def in_days(count: int) -> str:
    return str(DAY + days(count))


TENANT = known(housing="tenant")
EXAMPLES = {
    "pel_opened_or_fed": Example(
        {**held("pel", opened_on=date(2020, 1, 1)), **born(date(1994, 1, 1)), **TENANT},
        {**held("pel", opened_on=date(2020, 1, 1)), **born(date(1960, 1, 1)), **TENANT},
    ),
    "high_reserve_owner": Example(
        known(demand_savings="40000", monthly_expenses="2000", housing="owner"),
        {
            **known(demand_savings="40000", monthly_expenses="2000", housing="owner"),
            **held("mortgage"),
        },
    ),
    "rental_income_declared": Example(known(rental_income="100"), known(rental_income="0")),
    "energy_label_poor": Example(
        known(energy_class="G", housing="owner"), known(energy_class="C", housing="owner")
    ),
    "owner_2_years": Example(
        {**held("mortgage", opened_on=date(2023, 5, 1)), **known(property_age="old")},
        {**held("mortgage", opened_on=date(2023, 5, 1)), **known(property_age="new")},
    ),
    "birth_declared": Example(with_child(DAY - days(150)), with_child(DAY - days(151))),
    "child_17": Example(with_child(date(2009, 4, 22)), with_child(date(2007, 4, 22))),
    "child_10": Example(with_child(date(2016, 12, 31)), with_child(date(2015, 12, 31))),
    "turns_18": Example(born(date(2008, 4, 23)), born(date(2008, 2, 1))),
    "livret_jeune_25": Example(
        {**born(date(2001, 12, 1)), **known(livret_jeune="yes")}, born(date(2001, 12, 1))
    ),
    "annual_closing": Example(known(closing_on=in_days(-60)), known(closing_on=in_days(-59))),
    "business_anniversary": Example(
        known(activity_since="2025-04-10"), known(activity_since="2024-04-10")
    ),
    "owner_58": Example(
        {**born(date(1968, 4, 23)), "segment": Segment.PROFESSIONAL}, born(date(1968, 4, 23))
    ),
    "lease_end_pro": Example(known(lease_ends_on=in_days(365)), known(lease_ends_on=in_days(366))),
    "car_loan_end": Example(
        {**held("consumer_credit", ends_on=DAY - days(200)), **known(loan_purpose="car")},
        held("consumer_credit", ends_on=DAY - days(200)),
    ),
    "turns_69": Example(born(date(1956, 9, 1)), born(date(1956, 5, 1))),
    "turns_79": Example(
        {**born(date(1946, 9, 1)), "country": "FR"}, {**born(date(1946, 9, 1)), "country": "BE"}
    ),
    "gift_15_years": Example(known(gift_on="2011-05-01"), known(gift_on="2012-05-01")),
    "beneficiary_clause_old": Example(known(clause_on="2018-04-22"), known(clause_on="2018-04-23")),
    "age_50_57": Example(
        born(date(1975, 4, 23)),
        {**born(date(1975, 4, 23)), "projects": (said("retirement_planning"),)},
    ),
    "mortgage_end_before_60": Example(
        {**held("mortgage", ends_on=date(2028, 1, 1)), **born(date(1970, 1, 1))},
        {**held("mortgage", ends_on=date(2028, 1, 1)), **born(date(1990, 1, 1))},
    ),
    "legal_age_24_months": Example(born(date(1965, 2, 15)), born(date(1966, 7, 20))),
    "spouse_of_deceased": Example(
        {"household_death": DAY - days(180)}, {"household_death": DAY - days(181)}
    ),
    "low_reserve": Example(
        known(demand_savings="1999", monthly_expenses="2000"),
        known(demand_savings="2000", monthly_expenses="2000"),
    ),
    "lep_eligible": Example(known(lep_eligible="yes"), known(lep_eligible="no")),
    "idle_balance": Example(
        known(lowest_balance_90_days="42001", monthly_expenses="2000"),
        known(lowest_balance_90_days="42000", monthly_expenses="2000"),
    ),
    "maturity_proceeds": Example(
        held("term_deposit", ends_on=DAY - days(60)), held("term_deposit", ends_on=DAY - days(61))
    ),
    "td_maturity": Example(
        held("term_deposit", ends_on=DAY + days(60)), held("term_deposit", ends_on=DAY + days(61))
    ),
    "pel_10y": Example(
        held("pel", opened_on=date(2016, 7, 22)), held("pel", opened_on=date(2016, 7, 23))
    ),
    "pel_15y": Example(
        held("pel", opened_on=date(2011, 3, 1) + days(60)), held("pel", opened_on=date(2011, 2, 28))
    ),
    "av_8y": Example(
        {**held("life_insurance", opened_on=date(2018, 5, 1)), "country": "BE"},
        {**held("life_insurance", opened_on=date(2018, 5, 1)), "country": "CH"},
    ),
    "advice_review_due": Example(known(advice_on="2022-07-22"), known(advice_on="2022-07-23")),
    "loan_end_6m": Example(
        held("mortgage", ends_on=DAY + days(180)), held("mortgage", ends_on=DAY + days(181))
    ),
    "rate_gap": Example(
        {
            **held("mortgage", ends_on=date(2040, 1, 1), rate=Decimal("0.041")),
            **known(reference_rate="0.033"),
        },
        {
            **held("mortgage", ends_on=date(2040, 1, 1), rate=Decimal("0.0409")),
            **known(reference_rate="0.033"),
        },
    ),
    "fixed_period_end": Example(
        {**known(revision_on=in_days(90)), "country": "BE"}, known(revision_on=in_days(90))
    ),
    "new_client_90d": Example(
        {"since": DAY - days(90), "last_meeting": None},
        {"since": DAY - days(91), "last_meeting": None},
    ),
    "threshold_reached": Example(
        {"last_meeting": date(2024, 4, 23)}, {"last_meeting": date(2024, 4, 24)}
    ),
    "complaint_closed": Example(
        known(complaint_closed_on=in_days(-30)), known(complaint_closed_on=in_days(-29))
    ),
}


def codes_of(**known: Any) -> set[str]:
    return {fact.code for fact in facts_of(client(1, **known), book())}


@pytest.mark.parametrize("code", sorted(set(RULES)))
def test_every_rule_has_its_example(code: str) -> None:
    assert code in EXAMPLES or RULES[code].kind in {"project_said", "not_introduced"}


@pytest.mark.parametrize("code", sorted(EXAMPLES))
def test_it_is_computed_where_the_rule_holds(code: str) -> None:
    assert code in codes_of(**EXAMPLES[code].holds)


@pytest.mark.parametrize("code", sorted(EXAMPLES))
def test_it_is_not_computed_where_it_does_not(code: str) -> None:
    assert code not in codes_of(**EXAMPLES[code].does_not)


@pytest.mark.parametrize("code", sorted(BOOKS.signals))
def test_it_counts_as_delivered_unless_it_is_off(code: str) -> None:
    delivered = code in codes_of(signals=(signal(code),), country=country_of(code))
    assert delivered is (BOOKS.signals[code].source is not SignalSource.PAYMENTS)


def country_of(code: str) -> str:
    return min(BOOKS.signals[code].countries, default="FR")


def test_a_computed_signal_that_is_delivered_too_counts_once() -> None:
    ending = held("term_deposit", ends_on=DAY + days(30))
    found = facts_of(client(1, **ending, signals=(signal("td_maturity"),)), book())
    assert [fact.code for fact in found] == ["td_maturity"]


def test_two_simulations_within_a_month_are_stronger_than_one() -> None:
    once = facts_of(client(1, signals=(signal("mortgage_simulator"),)), book())
    twice = facts_of(
        client(1, signals=(signal("mortgage_simulator"), signal("mortgage_simulator", 15))), book()
    )
    assert (once[0].strength, twice[0].strength, twice[0].number) == (3, 4, 2)


def test_being_left_unintroduced_is_a_fact_of_strength_5() -> None:
    (fact,) = facts_of(client(1, flags=frozenset({Flag.NOT_INTRODUCED})), book())
    assert (fact.subject, fact.strength) == ("get_acquainted", 5)


def test_a_fact_without_a_usable_value_computes_nothing() -> None:
    broken = {"facts": {"advice_on": ClientFact("soon"), "demand_savings": ClientFact("much")}}
    assert codes_of(**broken) == set()


def test_the_best_time_counts_from_when_a_signal_could_be_known() -> None:
    (fact,) = facts_of(client(1, **held("term_deposit", ends_on=DAY + days(60))), book())
    assert (fact.start, fact.deadline) == (DAY, DAY + timedelta(days=45))
    assert fact.on == DAY + timedelta(days=60)
