"""What a briefing knows that the figures of its subject may start from."""

from collections.abc import Iterable, Mapping
from datetime import date

from advisor_app.domain.briefing import BriefedClient, Briefing, Holding
from advisor_app.domain.briefing_rules import (
    BriefingSubject,
    last_meeting,
    meetings,
    shares,
    shown_holdings,
)
from advisor_app.domain.codes import Kind, Link, Party, Title
from advisor_app.domain.figures.reading import read_inputs
from advisor_app.domain.figures.values import Figure, HeldContract, InputValue
from advisor_app.domain.months import age_on, less_months

DEFAULT_COUNTRY = "FR"
_COUNTRY = "country"
_SEXES = {Title.MR: "men", Title.MRS: "women"}
# Families of the bank's contracts whose days count, and how the figures name them.
_DATED = frozenset({"life_insurance", "pel", "pea", "term_deposit"})
_LOANS = frozenset({"mortgage", "consumer_credit", "student_loan", "business_loan"})
_GROWN_UP = 26
_ADVISORS_MONTHS, _MEETINGS_MONTHS = 60, 24


def country_of(briefing: Briefing, subject: BriefingSubject) -> str:
    """Whose rules the figures follow: the project's country, else the client's, else the branch's."""
    said = dict(subject.project.inputs).get(_COUNTRY) if subject.project else None
    branch = briefing.branch.country if briefing.branch else None
    return said or briefing.clients[0].country or branch or DEFAULT_COUNTRY


def known_inputs(
    briefing: Briefing, subject: BriefingSubject, figures: Mapping[str, Figure]
) -> dict[str, InputValue]:
    """The project's own inputs, which beat what is known of the client, his contracts, the relation.

    Of what one member may hide from another nothing is taken (`briefing_rules.shares`).
    """
    first = briefing.clients[0].key
    facts = {
        fact.name: fact.value
        for fact in briefing.facts
        if fact.value is not None and fact.client == first and shares(briefing, first)
    }
    said = dict(subject.project.inputs) if subject.project else {}
    return {
        **_relation(briefing),
        **_person(briefing.clients[0]),
        **_child(briefing),
        **_contracts(briefing),
        **read_inputs(facts, figures),
        **read_inputs(said, figures),
    }


def _person(client: BriefedClient) -> dict[str, InputValue]:
    if client.kind is Kind.COMPANY:
        return {}
    found: dict[str, InputValue] = {}
    if client.birth_date is not None:
        found["birth_date"] = client.birth_date
    if client.title is not None:
        found["sex"] = _SEXES[client.title]
    return found


def _child(briefing: Briefing) -> dict[str, InputValue]:
    """The eldest child who may still be studying."""
    births = [
        member.birth_date
        for member in briefing.members
        if member.link is Link.CHILD and member.birth_date and member.birth_date <= briefing.today
    ]
    studying = [day for day in births if age_on(day, briefing.today) < _GROWN_UP]
    return {"child_birth_date": min(studying)} if studying else {}


def _contracts(briefing: Briefing) -> dict[str, InputValue]:
    found: dict[str, InputValue] = {}
    dated = contracts_of(shown_holdings(briefing))
    if dated:
        found["contracts"] = dated
    loan = _loan_that_ends_first(briefing)
    if loan is not None and loan.ends_on is not None:
        found["last_instalment"] = loan.ends_on
        if loan.rate is not None:
            found["loan_rate"] = loan.rate
    return found


def contracts_of(holdings: Iterable[Holding]) -> tuple[HeldContract, ...]:
    """Those whose days count, as the figures take them."""
    return tuple(
        HeldContract(held.family, held.opened_on, held.ends_on)
        for held in holdings
        if held.family in _DATED
    )


def _loan_that_ends_first(briefing: Briefing) -> Holding | None:
    running = [
        held
        for held in shown_holdings(briefing)
        if held.family in _LOANS and held.ends_on is not None and held.ends_on > briefing.today
    ]
    return min(running, key=lambda held: held.ends_on or date.max, default=None)


def _relation(briefing: Briefing) -> dict[str, InputValue]:
    today, first = briefing.today, briefing.clients[0]
    lately = less_months(today, _ADVISORS_MONTHS)
    advisors = {
        period.advisor
        for period in briefing.periods
        if period.client == first.key
        and period.from_day <= today
        and (period.until_day is None or period.until_day >= lately)
    }
    open_promises = [
        one for one in briefing.promises if one.by is Party.BANK and one.done_on is None
    ]
    found: dict[str, InputValue] = {
        "advisors": len(advisors),
        "meetings": sum(
            contact.day >= less_months(today, _MEETINGS_MONTHS) for contact in meetings(briefing)
        ),
        "promises": len(open_promises),
    }
    last = last_meeting(briefing)
    known = {"since": first.since, "last_face_to_face": last.day if last else None}
    return found | {name: day for name, day in known.items() if day is not None}
