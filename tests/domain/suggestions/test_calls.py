from datetime import date

import pytest
from dossiers import DAY, book, client, contract, days, proposed, said

from advisor_app.domain.codes import Answer, ConsentUse, State
from advisor_app.domain.suggestions.calls import CallBasis, may_call, next_call_day
from advisor_app.domain.suggestions.dossier import ClientDossier, Contacts
from advisor_app.domain.suggestions.gathering import facts_of
from advisor_app.domain.suggestions.rulebook import RuleBook, prepare
from advisor_app.domain.suggestions.rules import Rule
from advisor_app.playbooks.suggestions import playbooks

SINCE_THE_LAW = date(2026, 9, 7)


def asked(own: ClientDossier, subject: str, day: date = SINCE_THE_LAW) -> CallBasis | Rule:
    rules = book(day)
    found = may_call([own], own, subject, facts_of(own, rules), rules)
    return found if isinstance(found, CallBasis) else found.rule


def silent(**known: object) -> ClientDossier:
    return client(1, state=State.SILENT, consents={}, **known)


def test_with_consent_a_client_may_be_called() -> None:
    own = client(1, consents={ConsentUse.PHONE: True})
    assert asked(own, "annual_review") is CallBasis.CONSENT


def test_without_consent_a_french_client_is_not_called_since_11_august_2026() -> None:
    assert asked(silent(), "annual_review") is Rule.PHONE_WITHOUT_CONSENT
    assert asked(silent(), "annual_review", date(2026, 8, 11)) is Rule.PHONE_WITHOUT_CONSENT
    assert asked(silent(), "annual_review", date(2026, 8, 10)) is CallBasis.NO_NEED


def test_elsewhere_an_objection_is_enough() -> None:
    assert asked(silent(country="BE"), "annual_review") is CallBasis.NO_NEED


def test_a_contract_in_progress_allows_a_call_about_it() -> None:
    own = silent(contracts=(contract("mortgage", ends_on=SINCE_THE_LAW + days(60)),))
    assert asked(own, "loan_end") is CallBasis.CONTRACT


def test_the_clients_own_request_allows_a_call() -> None:
    assert asked(silent(projects=(said("first_home"),)), "first_home") is CallBasis.REQUEST


def test_an_objection_stops_every_call() -> None:
    own = client(1, consents={ConsentUse.PHONE: False}, projects=(said("first_home"),))
    assert asked(own, "first_home") is Rule.PHONE_REFUSED


def test_nobody_is_called_about_works_alone() -> None:
    own = client(1, projects=(said("home_renovation"),))
    assert asked(own, "home_renovation") is Rule.PHONE_FORBIDDEN_SUBJECT


@pytest.mark.parametrize(("calls", "allowed"), [(3, True), (4, False)])
def test_at_most_four_calls_in_thirty_days(calls: int, *, allowed: bool) -> None:
    own = client(1, contacts=Contacts(calls_30_days=calls))
    assert (asked(own, "annual_review") is CallBasis.CONSENT) is allowed


@pytest.mark.parametrize(("ago", "allowed"), [(59, False), (60, True)])
def test_no_call_for_sixty_days_after_a_refusal_by_phone(ago: int, *, allowed: bool) -> None:
    refusal = proposed(ago)._replace(ritual="phone_meeting", answer=Answer.NO)
    assert (asked(client(1, past=(refusal,)), "annual_review", DAY) is CallBasis.CONSENT) is allowed


def test_calls_are_made_on_working_days() -> None:
    rules: RuleBook = prepare(DAY, playbooks(), book().policy, [date(2026, 5, 1)])
    assert next_call_day(date(2026, 4, 30), rules) == date(2026, 4, 30)
    assert next_call_day(date(2026, 5, 1), rules) == date(2026, 5, 4)
