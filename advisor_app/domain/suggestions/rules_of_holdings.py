"""Signals computed from contracts and from what else the bank knows of a client."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from decimal import Decimal

from advisor_app.domain.months import age_on, less_months, plus_months
from advisor_app.domain.suggestions.dossier import ClientDossier, HeldContract
from advisor_app.domain.suggestions.found import Found, ahead
from advisor_app.domain.suggestions.playbook import SignalRule
from advisor_app.domain.suggestions.rulebook import RuleBook

RESERVE = "reserve"


def _of_contract(found: Found | None, contract: HeldContract) -> Found | None:
    return found and found._replace(ref=contract.ref)


def _origin(contract: HeldContract) -> str:
    return f"contract:{contract.ref}"


def _ends(
    rule: SignalRule, contract: HeldContract, _: ClientDossier, book: RuleBook
) -> Found | None:
    if contract.ends_on is None:
        return None
    return _of_contract(ahead(contract.ends_on, rule.days, book.day, _origin(contract)), contract)


def _turns(
    rule: SignalRule, contract: HeldContract, _: ClientDossier, book: RuleBook
) -> Found | None:
    opened = contract.opened_on
    if opened is None or (rule.since is not None and opened < rule.since):
        return None
    event = plus_months(opened, rule.years * 12)
    if contract.ends_on is not None and contract.ends_on < event:
        return None
    return _of_contract(ahead(event, rule.days, book.day, _origin(contract)), contract)


def _age(
    rule: SignalRule, contract: HeldContract, _: ClientDossier, book: RuleBook
) -> Found | None:
    opened = contract.opened_on
    over = contract.ends_on is not None and contract.ends_on < book.day
    if opened is None or over:
        return None
    known, until = plus_months(opened, rule.months[0]), plus_months(opened, rule.months[1])
    if not known <= book.day <= until:
        return None
    return Found(known, until, _origin(contract), opened, contract.ref)


def _end_age(
    rule: SignalRule, contract: HeldContract, dossier: ClientDossier, book: RuleBook
) -> Found | None:
    end, birth = contract.ends_on, dossier.birth_date
    if end is None or birth is None or not rule.ages[0] <= age_on(birth, end) <= rule.ages[1]:
        return None
    if not book.day <= end <= plus_months(book.day, rule.months[1]):
        return None
    known = less_months(end, rule.months[1])
    return Found(known, end, _origin(contract), end, contract.ref)


def _rate_gap(
    rule: SignalRule, contract: HeldContract, dossier: ClientDossier, book: RuleBook
) -> Found | None:
    rate = contract.rate if contract.rate is not None else dossier.fact_number(rule.fact)
    reference = dossier.fact_number(rule.other_fact)
    if rate is None or reference is None or contract.ends_on is None or contract.amount is None:
        return None
    long_enough = contract.ends_on > plus_months(book.day, rule.months[0])
    if rate - reference < rule.limit or not long_enough or contract.amount <= rule.least:
        return None
    return Found(None, book.day, _origin(contract), None, contract.ref)


CONTRACTS: dict[
    str, Callable[[SignalRule, HeldContract, ClientDossier, RuleBook], Found | None]
] = {
    "contract_ends": _ends,
    "contract_turns": _turns,
    "contract_age": _age,
    "contract_end_age": _end_age,
    "rate_gap": _rate_gap,
}


def _noted(rule: SignalRule, dossier: ClientDossier, book: RuleBook, origin: str) -> Found:
    """Found in a fact that has no day of its own: known since it was noted, true today."""
    fact = dossier.facts.get(rule.fact)
    on = fact.on if fact else None
    return Found(on, book.day, origin, on)


def _fact_is(rule: SignalRule, dossier: ClientDossier, book: RuleBook) -> Iterator[Found]:
    fact = dossier.facts.get(rule.fact)
    if fact is not None and (fact.value or "").casefold() in {v.casefold() for v in rule.values}:
        yield _noted(rule, dossier, book, f"fact:{rule.fact}")


def _fact_over(rule: SignalRule, dossier: ClientDossier, book: RuleBook) -> Iterator[Found]:
    number = dossier.fact_number(rule.fact)
    if number is not None and number > rule.least:
        yield _noted(rule, dossier, book, f"fact:{rule.fact}")


def _fact_turns(rule: SignalRule, dossier: ClientDossier, book: RuleBook) -> Iterator[Found]:
    stated = dossier.fact_day(rule.fact)
    if stated is None:
        return
    for months in rule.months or (rule.years * 12,):
        event = plus_months(stated, months)
        found = ahead(event, rule.days, book.day, f"fact:{rule.fact}")
        if found:
            yield found


def _fact_older(rule: SignalRule, dossier: ClientDossier, book: RuleBook) -> Iterator[Found]:
    stated = dossier.fact_day(rule.fact)
    if stated is not None and plus_months(stated, rule.years * 12) < book.day:
        known = plus_months(stated, rule.years * 12) + timedelta(days=1)
        yield Found(known, book.day, f"fact:{rule.fact}", stated)


def _reserve(rule: SignalRule, dossier: ClientDossier) -> tuple[Decimal, Decimal] | None:
    held, spent = dossier.fact_number(rule.fact), dossier.fact_number(rule.other_fact)
    if held is None or spent is None or spent <= 0:
        return None
    return held, spent


def _reserve_under(rule: SignalRule, dossier: ClientDossier, book: RuleBook) -> Iterator[Found]:
    known = _reserve(rule, dossier)
    if known and known[0] < rule.limit * known[1]:
        yield _noted(rule, dossier, book, RESERVE)


def _reserve_over(rule: SignalRule, dossier: ClientDossier, book: RuleBook) -> Iterator[Found]:
    known = _reserve(rule, dossier)
    if known and known[0] > rule.limit * known[1]:
        yield _noted(rule, dossier, book, RESERVE)


def _idle(rule: SignalRule, dossier: ClientDossier, book: RuleBook) -> Iterator[Found]:
    known = _reserve(rule, dossier)
    if known and known[0] - rule.limit * known[1] > rule.least:
        yield _noted(rule, dossier, book, RESERVE)


CLIENT_FACTS: dict[str, Callable[[SignalRule, ClientDossier, RuleBook], Iterator[Found]]] = {
    "fact_is": _fact_is,
    "fact_over": _fact_over,
    "fact_turns": _fact_turns,
    "fact_older": _fact_older,
    "reserve_under": _reserve_under,
    "reserve_over": _reserve_over,
    "idle": _idle,
}
