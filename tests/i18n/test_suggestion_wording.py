"""Every fact, rule, form and part has words, with every field that they name."""

from datetime import date

import pytest
from dossiers import DAY, book, child, client, days, said

from advisor_app.domain.codes import Flag, Kind, Language, State, Title
from advisor_app.domain.suggestions.facts import Fact, FactKind
from advisor_app.domain.suggestions.forms import FormReason
from advisor_app.domain.suggestions.listing import valid_suggestions
from advisor_app.domain.suggestions.playbook import Mention
from advisor_app.domain.suggestions.rules import Kept, Rule
from advisor_app.domain.suggestions.suggestion import Part
from advisor_app.i18n import speaking
from advisor_app.i18n.signal_reasons import NAMED_REASONS, SIGNAL_REASONS
from advisor_app.i18n.suggestion_rules import (
    form_sentence,
    how_the_list_is_made,
    part_label,
    rule_sentence,
)
from advisor_app.i18n.suggestion_wording import reason_sentence, suggestion_sentence, who_is
from advisor_app.playbooks.suggestions import playbooks

BOOKS = playbooks()
HANDOVER = "handover_pending"
TOLD = [
    code
    for code, signal in BOOKS.signals.items()
    if signal.mention is not Mention.NEVER and code != HANDOVER
]


def fact(code: str) -> Fact:
    return Fact(
        code, "first_home", 4, code, FactKind.SIGNAL, DAY, DAY, DAY, DAY, name=None, number=1
    )


def test_every_signal_that_may_be_spoken_of_has_a_sentence_and_no_other() -> None:
    assert set(SIGNAL_REASONS) == set(TOLD)
    assert set(NAMED_REASONS) <= set(TOLD)


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("code", TOLD)
def test_a_signal_is_told_whole(code: str, language: Language) -> None:
    with speaking(language):
        told = reason_sentence(fact(code), "feminine", DAY, BOOKS)
        named = reason_sentence(fact(code)._replace(name="Alice"), "feminine", DAY, BOOKS)
    assert told.endswith(".")
    assert "{" not in told + named
    assert "None" not in told + named


def test_what_must_not_be_mentioned_is_told_by_its_subject_alone() -> None:
    with speaking(Language.EN):
        hidden = fact("new_payroll")._replace(mention=Mention.NEVER, subject="career_change")
        told = reason_sentence(hidden, "feminine", DAY, BOOKS)
    assert told == "It is a good moment to talk about this: Career change, relocation."


@pytest.mark.parametrize("rule", list(Rule))
def test_every_rule_has_its_sentence(rule: Rule) -> None:
    fields = {"since": DAY, "until": DAY, "from": DAY, "number": 4}
    known = {**fields, "about": "first_home", "signal": "turns_18"}
    with speaking(Language.EN):
        told = rule_sentence(Kept(rule, None, known), BOOKS)
    assert told.endswith((".", "First home.", "changes."))


def test_rules_name_projects_and_signals_in_the_readers_language() -> None:
    with speaking(Language.FR):
        told = rule_sentence(
            Kept(Rule.RESTRAINT, None, {"until": DAY, "about": "separation"}), BOOKS
        )
    assert "Séparation, divorce" in told


def test_every_form_and_part_has_words() -> None:
    assert all(form_sentence(reason) for reason in FormReason)
    assert all(part_label(part) for part in Part)
    assert len(how_the_list_is_made()) > 3


def test_the_reason_joins_the_project_and_the_relation() -> None:
    gerard = client(
        1,
        state=State.SILENT,
        flags=frozenset({Flag.NOT_INTRODUCED}),
        projects=(said("retiring_now", 40, "2027-01"),),
        last_meeting=date(2023, 11, 9),
    )
    (suggestion,) = valid_suggestions([gerard], book())
    with speaking(Language.EN):
        told = suggestion_sentence(suggestion, "masculine", DAY, BOOKS)
    assert told == "He retires in January 2027. He has never met you."


def test_a_birth_is_told_with_the_childs_name() -> None:
    known = {"members": (child(DAY - days(21)),), "state": State.ONLINE_ONLY}
    lea = client(1, **known, last_meeting=date(2024, 2, 14))
    (suggestion,) = valid_suggestions([lea], book())
    with speaking(Language.EN):
        told = suggestion_sentence(suggestion, "feminine", DAY, BOOKS)
    expected = "Contacts are online only; the last meeting was 26 months ago."
    assert told == f"Alice was born on 2 April 2026. {expected}"


@pytest.mark.parametrize(
    ("kind", "title", "several", "context"),
    [
        (Kind.PERSON, Title.MR, False, "masculine"),
        (Kind.PERSON, Title.MRS, False, "feminine"),
        (Kind.PERSON, None, False, "neutral"),
        (Kind.COMPANY, None, False, "company"),
        (Kind.PERSON, Title.MR, True, "several"),
    ],
)
def test_the_words_agree(kind: Kind, title: Title | None, context: str, *, several: bool) -> None:
    assert who_is(kind, title, several=several) == context
