"""When a client may be called (DOMAIN.md, 7.3).

France since 11 August 2026: a consumer is not called without prior consent, unless the call is
about a contract in progress or answers the client's own request. Hours and counts are those of
decree 2022-1313: Monday to Friday, 10 to 13 and 14 to 20, at most four calls in 30 days, none for
60 days after a refusal; they are kept everywhere, even where the law asks for less.
"""

from collections.abc import Sequence
from datetime import date, time, timedelta
from enum import StrEnum

from advisor_app.domain.codes import Answer, ConsentUse
from advisor_app.domain.suggestions.dossier import ClientDossier
from advisor_app.domain.suggestions.facts import CLIENT_WROTE, Fact
from advisor_app.domain.suggestions.rulebook import DEFAULT_COUNTRY, RuleBook
from advisor_app.domain.suggestions.rules import Kept, Rule

CALL_HOURS = ((time(10), time(13)), (time(14), time(20)))
CALLS = frozenset({"phone_meeting", "courtesy_call"})
# Where, and from which day on, a call needs consent beforehand (loi 2025-594).
CONSENT_COUNTRY = "FR"
CONSENT_FROM = date(2026, 8, 11)
SATURDAY = 5


class CallBasis(StrEnum):
    """What allows a call: to be named when it is made."""

    CONSENT = "consent"
    CONTRACT = "contract"
    REQUEST = "request"
    COURTESY = "courtesy"
    NO_NEED = "no_need"


def may_call(
    members: Sequence[ClientDossier],
    dossier: ClientDossier,
    subject: str,
    facts: Sequence[Fact],
    book: RuleBook,
    *,
    courtesy: bool = False,
) -> CallBasis | Kept:
    """The basis on which this client may be called about this, or the rule against it.

    A courtesy call holds no proposal: it needs no consent, but an objection stops it.
    """
    if dossier.consents.get(ConsentUse.PHONE) is False:
        return Kept(Rule.PHONE_REFUSED, subject)
    against = _too_often(members, book)
    if against is not None:
        return against._replace(subject=subject)
    if courtesy:
        return CallBasis.COURTESY
    if book.playbooks.projects[subject].no_call:
        return Kept(Rule.PHONE_FORBIDDEN_SUBJECT, subject, {"about": subject})
    return _basis(dossier, facts, book.day) or Kept(Rule.PHONE_WITHOUT_CONSENT, subject)


def next_call_day(day: date, book: RuleBook) -> date:
    """The first day from this one on which calls are made."""
    while day.weekday() >= SATURDAY or day in book.holidays:
        day += timedelta(days=1)
    return day


def _too_often(members: Sequence[ClientDossier], book: RuleBook) -> Kept | None:
    fatigue = book.playbooks.fatigue
    calls = sum(one.contacts.calls_30_days for one in members)
    if calls >= fatigue.legal_calls_max_per_30_days:
        return Kept(Rule.FOUR_CALLS, facts={"number": calls})
    refused = [
        past.answered_on or past.made_on
        for one in members
        for past in one.past
        if past.answer is Answer.NO and past.ritual in CALLS
    ]
    rest = timedelta(days=fatigue.legal_days_after_refusal_phone)
    if refused and book.day - max(refused) < rest:
        return Kept(Rule.REFUSED_BY_PHONE, facts={"since": max(refused)})
    return None


def _basis(dossier: ClientDossier, facts: Sequence[Fact], day: date) -> CallBasis | None:
    if dossier.consents.get(ConsentUse.PHONE):
        return CallBasis.CONSENT
    if any(fact.origin.startswith("contract:") for fact in facts):
        return CallBasis.CONTRACT
    if any(fact.said or fact.code == CLIENT_WROTE for fact in facts):
        return CallBasis.REQUEST
    bound = (dossier.country or DEFAULT_COUNTRY) == CONSENT_COUNTRY and day >= CONSENT_FROM
    return None if bound else CallBasis.NO_NEED
