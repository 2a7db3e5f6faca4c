from datetime import date

import pytest

from advisor_app.domain.retirement import earliest_retirement
from advisor_app.domain.suggestions.playbook import Mention, SignalSource
from advisor_app.playbooks.suggestions import playbooks

BOOKS = playbooks()


def test_there_are_84_signals_of_which_12_are_off() -> None:
    assert len(BOOKS.signals) == 84
    off = {one.code for one in BOOKS.signals.values() if not one.default_on}
    assert off == {
        one.code for one in BOOKS.signals.values() if one.source is SignalSource.PAYMENTS
    }
    assert len(off) == 12


def test_payment_patterns_are_never_mentioned_nor_computed() -> None:
    computed = {rule.signal for rule in BOOKS.signal_rules}
    for signal in BOOKS.signals.values():
        if signal.source is SignalSource.PAYMENTS:
            assert signal.mention is Mention.NEVER
            assert signal.code not in computed


def test_every_rule_computes_one_known_signal() -> None:
    names = [rule.signal for rule in BOOKS.signal_rules]
    assert len(names) == len(set(names))
    assert set(names) <= set(BOOKS.signals)


@pytest.mark.parametrize("signal", list(BOOKS.signals))
def test_every_signal_announces_a_project_of_the_catalogue(signal: str) -> None:
    assert BOOKS.signals[signal].project in BOOKS.projects


def test_no_signal_bears_a_forbidden_name() -> None:
    assert not BOOKS.forbidden & set(BOOKS.signals)
    assert not BOOKS.not_meaningful & set(BOOKS.projects)


def test_every_ritual_of_a_project_is_in_the_table() -> None:
    for project in BOOKS.projects.values():
        named = {
            project.ritual,
            *project.ritual_alternatives,
            project.first_gesture or "home_visit",
        }
        assert named <= set(BOOKS.rituals)


def test_every_project_of_an_event_or_birthday_is_in_the_catalogue() -> None:
    named = {code for event in BOOKS.events for code in event.projects}
    named |= {birthday.project for birthday in BOOKS.key_birthdays}
    assert named <= set(BOOKS.projects)


def test_a_french_client_born_in_1964_may_retire_at_62_years_and_9_months() -> None:
    born = date(1964, 4, 30)
    assert earliest_retirement(BOOKS.retirement_ages, born, "FR") == date(2027, 1, 30)


def test_a_country_without_rows_has_no_legal_age() -> None:
    assert earliest_retirement(BOOKS.retirement_ages, date(1964, 4, 30), "ES") is None
