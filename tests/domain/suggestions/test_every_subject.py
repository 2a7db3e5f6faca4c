"""For each of the 24 projects and 2 occasions: where it comes first, what forbids and rests it.

The first part makes a client for whom the subject comes first, in the ritual named. The second
changes that client so that a rule forbids it, the third so that the household is left alone; each
with the rule that `why` must name.
"""

from datetime import date
from typing import Any, NamedTuple

import pytest
from dossiers import (
    DAY,
    OTHER_ADVISOR,
    book,
    child,
    client,
    contract,
    days,
    facts,
    proposed,
    refused,
    said,
    signal,
)

from advisor_app.domain.codes import Answer, ConsentUse, Flag, Segment, State
from advisor_app.domain.presence import Restraint
from advisor_app.domain.suggestions.answers import RefusalReason
from advisor_app.domain.suggestions.dossier import ClientDossier, Contacts
from advisor_app.domain.suggestions.listing import (
    Ask,
    DayList,
    explain,
    ranked_list,
    valid_suggestions,
)
from advisor_app.domain.suggestions.rules import Rule
from advisor_app.playbooks.projects import life_projects


class Case(NamedTuple):
    first: dict[str, Any]
    ritual: str
    forbidden: dict[str, Any]
    forbids: Rule
    rested: dict[str, Any]
    rests: Rule


NO_CONTACT = {"restraint": Restraint.NO_CONTACT}
DECEASED = {"restraint": Restraint.DECEASED}
CLOSED = {"restraint": Restraint.CLOSED}
NO_PROFILE = {"no_profile": True}
NO_MEETING = {"consents": {ConsentUse.MEETING: False, ConsentUse.PHONE: False}}
ONLY_CALLS = {"consents": {ConsentUse.MEETING: False, ConsentUse.PHONE: True}}
NO_LETTER = {"consents": {**NO_MEETING["consents"], ConsentUse.LETTER: False}}
MET_LATELY = {"last_meeting": DAY - days(12)}
ASKED_LATELY = {"past": (proposed(20),)}
ASKED_BY_ANOTHER = {"past": (proposed(29, OTHER_ADVISOR),), "segment": Segment.PRIVATE}
REFUSED_LATELY = {"past": (refused("annual_review", 15),)}
MEETING_AHEAD = {"appointment_on": DAY + days(6)}
COMPLAINT = {"facts": facts(complaint_opened_on=str(DAY - days(3)))}
NO_SHOW = {"missed_on": DAY - days(9)}
MUCH_MAIL = {"contacts": Contacts(automated_12_months=12)}
THREE_LETTERS = {"contacts": Contacts(attempts=tuple(DAY - days(n) for n in (9, 20, 31)))}
LETTER_YESTERDAY = {"contacts": Contacts(attempts=(DAY - days(1),))}
LETTER_OF_CONDOLENCE = {"contacts": Contacts(gesture_on=DAY - days(4))}
DEATH = {"household_death": DAY - days(40)}
LATER = {
    "past": (proposed(200)._replace(answer=Answer.LATER, until=DAY + days(30)),),
}
BOUNCED = {"signals": (signal("early_warning"),)}
DISTANT = {"state": State.ONLINE_ONLY, "last_meeting": DAY - days(700)}
NOT_INTRODUCED = {
    "flags": frozenset({Flag.NOT_INTRODUCED}),
    "assigned_from": date(2025, 9, 1),
    "last_meeting_with_advisor": None,
}


def no_such(subject: str) -> dict[str, Any]:
    return {"past": (refused(subject, 200, RefusalReason.NO_SUCH_PROJECT),)}


def unsuitable(subject: str) -> dict[str, Any]:
    return {"past": (refused(subject, 900)._replace(answer=Answer.NOT_SUITABLE),)}


CASES = {
    "first_home": Case(
        {"projects": (said("first_home", 20, "2027"),)}, "branch_meeting",
        NO_CONTACT, Rule.NO_CONTACT,
        {"last_meeting": DAY - days(12), "projects": (said("first_home", 20),)},
        Rule.AFTER_MEETING,
    ),
    "property_investment": Case(
        {"facts": facts(rental_income="9000"), **DISTANT}, "branch_meeting",
        NO_PROFILE, Rule.NO_PROFILE,
        LATER, Rule.NOT_BEFORE,
    ),
    "home_renovation": Case(
        {"projects": (said("home_renovation"),)}, "branch_meeting",
        {**ONLY_CALLS, "preferred_channel": "phone"}, Rule.PHONE_FORBIDDEN_SUBJECT,
        ASKED_LATELY, Rule.AFTER_PROPOSAL,
    ),
    "birth_adoption": Case(
        {"projects": (said("birth_adoption", 20, "2026-04-02"),)}, "handwritten_card",
        NO_LETTER, Rule.LIFE_EVENTS_REFUSED,
        DEATH, Rule.DEATH_IN_HOUSEHOLD,
    ),
    "child_studies": Case(
        {"members": (child(date(2009, 2, 1)),), **DISTANT}, "branch_meeting",
        unsuitable("child_studies"), Rule.NOT_SUITABLE,
        REFUSED_LATELY, Rule.NOT_NOW,
    ),
    "young_adult": Case(
        {"birth_date": date(2008, 4, 1)}, "branch_meeting",
        {"birth_date": date(2008, 5, 1)}, Rule.MINOR,
        MEETING_AHEAD, Rule.MEETING_AHEAD,
    ),
    "couple_union": Case(
        {"projects": (said("couple_union", 300, "2026-09"),)}, "branch_meeting",
        no_such("couple_union"), Rule.NO_SUCH_PROJECT,
        COMPLAINT, Rule.COMPLAINT,
    ),
    "separation": Case(
        {"projects": (said("separation", 8),)}, "branch_meeting",
        {"projects": (), "signals": (signal("joint_account_denounced"),)}, Rule.ONLY_IF_SAID,
        THREE_LETTERS, Rule.THREE_ATTEMPTS,
    ),
    "career_change": Case(
        {"signals": (signal("relocation_declared"),)}, "branch_meeting",
        {"signals": (signal("new_payroll"),)}, Rule.SIGNAL_OFF,
        NO_SHOW, Rule.NO_SHOW,
    ),
    "expatriation": Case(
        {"signals": (signal("tax_residence_change"),)}, "branch_meeting",
        NO_PROFILE, Rule.NO_PROFILE,
        LETTER_YESTERDAY, Rule.ATTEMPT_TOO_SOON,
    ),
    "business_creation": Case(
        {"segment": Segment.PROFESSIONAL, "projects": (said("business_creation"),)},
        "workplace_visit",
        NO_MEETING, Rule.MEETING_REFUSED,
        REFUSED_LATELY, Rule.NOT_NOW,
    ),
    "business_transfer": Case(
        {"segment": Segment.PROFESSIONAL, "birth_date": date(1967, 2, 1), **DISTANT},
        "workplace_visit",
        NO_PROFILE, Rule.NO_PROFILE,
        MET_LATELY, Rule.AFTER_MEETING,
    ),
    "large_purchase": Case(
        {"projects": (said("large_purchase", 5),)}, "phone_meeting",
        {"signals": (signal("conso_simulator"),), "projects": ()}, Rule.NOT_ENOUGH_EVIDENCE,
        COMPLAINT, Rule.COMPLAINT,
    ),
    "inheritance_received": Case(
        {"signals": (signal("heir_of_client", 70),)}, "branch_meeting",
        {"signals": (signal("large_notary_credit", 70),)}, Rule.SIGNAL_OFF,
        NO_SHOW, Rule.NO_SHOW,
    ),
    "succession_gifts": Case(
        {"facts": facts(gift_on="2011-09-01"), "birth_date": date(1950, 1, 1)}, "branch_meeting",
        CLOSED, Rule.CLOSED,
        ASKED_BY_ANOTHER, Rule.OTHER_ADVISOR,
    ),
    "retirement_planning": Case(
        {"birth_date": date(1973, 6, 1), **DISTANT}, "branch_meeting",
        NO_PROFILE, Rule.NO_PROFILE,
        MUCH_MAIL, Rule.TOO_MANY_PROPOSALS,
    ),
    "retiring_now": Case(
        {
            **NOT_INTRODUCED,
            "birth_date": date(1964, 4, 10),
            "projects": (said("retiring_now", 40, "2027-01"),),
            "state": State.SILENT,
            "last_meeting": date(2023, 11, 9),
            "last_talk": DAY - days(95),
        },
        "branch_meeting",
        DECEASED, Rule.DECEASED,
        {"past": (proposed(59),)}, Rule.AFTER_PROPOSAL,
    ),
    "caring_parent": Case(
        {"signals": (signal("parent_care_declared"),)}, "branch_meeting",
        unsuitable("caring_parent"), Rule.NOT_SUITABLE,
        {"signals": (signal("parent_care_declared"), signal("early_warning"))},
        Rule.REJECTED_PAYMENT,
    ),
    "bereavement": Case(
        {"household_death": DAY - days(10)}, "condolence_letter",
        NO_LETTER, Rule.LIFE_EVENTS_REFUSED,
        LETTER_OF_CONDOLENCE, Rule.NOT_YET,
    ),
    "emergency_reserve": Case(
        {"facts": facts(demand_savings="900", monthly_expenses="1800"), **DISTANT},
        "phone_meeting",
        no_such("emergency_reserve"), Rule.NO_SUCH_PROJECT,
        LATER, Rule.NOT_BEFORE,
    ),
    "idle_savings": Case(
        {"contracts": (contract("term_deposit", ends_on=DAY - days(20)),)}, "branch_meeting",
        NO_PROFILE, Rule.NO_PROFILE,
        MEETING_AHEAD, Rule.MEETING_AHEAD,
    ),
    "contract_anniversary": Case(
        {"contracts": (contract("pel", opened_on=date(2011, 7, 1)),)}, "branch_meeting",
        {"contracts": (contract("pel", opened_on=date(2011, 2, 15)),)}, Rule.NOTHING_TO_SAY,
        THREE_LETTERS, Rule.THREE_ATTEMPTS,
    ),
    "loan_end": Case(
        {"contracts": (contract("mortgage", ends_on=DAY + days(120)),)}, "branch_meeting",
        NO_MEETING, Rule.MEETING_REFUSED,
        ASKED_BY_ANOTHER, Rule.OTHER_ADVISOR,
    ),
    "hard_times": Case(
        {"signals": (signal("job_loss_declared"),)}, "courtesy_call",
        NO_MEETING, Rule.PHONE_REFUSED,
        DEATH, Rule.DEATH_IN_HOUSEHOLD,
    ),
    "get_acquainted": Case(
        NOT_INTRODUCED, "phone_meeting",
        NO_CONTACT, Rule.NO_CONTACT,
        {"past": (proposed(10),)}, Rule.AFTER_PROPOSAL,
    ),
    "annual_review": Case(
        {"state": State.DRIFTING, "last_meeting": DAY - days(420)}, "branch_meeting",
        {"state": State.MET, "last_meeting": DAY - days(200)}, Rule.NOTHING_TO_SAY,
        MUCH_MAIL, Rule.TOO_MANY_PROPOSALS,
    ),
}  # fmt: skip

EACH = pytest.mark.parametrize("subject", list(CASES))


def day_of(own: ClientDossier) -> DayList:
    """The client of the case among two others: one just met, one drifting a little."""
    others = [
        client(8, last_meeting=DAY - days(3)),
        client(9, state=State.DRIFTING, last_meeting=DAY - days(370)),
    ]
    suggestions = valid_suggestions([*others, own], book())
    return ranked_list(suggestions, Ask("A1"), book())


def rules_of(own: ClientDossier, subject: str) -> set[Rule]:
    why = explain(own.key, [own], day_of(own), book())
    assert why.suggestion is None or why.suggestion.subject != subject
    return {kept.rule for kept in why.kept if kept.subject in {subject, None}}


def test_every_project_and_occasion_has_its_case() -> None:
    assert set(CASES) == set(life_projects())


@EACH
def test_it_comes_first(subject: str) -> None:
    suggestion = day_of(client(1, **CASES[subject].first)).ranked[0]
    assert (suggestion.ref, suggestion.subject) == ("C1", subject)
    assert suggestion.ritual == CASES[subject].ritual


@EACH
def test_a_rule_forbids_it_and_why_names_the_rule(subject: str) -> None:
    case = CASES[subject]
    assert case.forbids in rules_of(client(1, **{**case.first, **case.forbidden}), subject)


@EACH
def test_the_household_is_left_alone_and_why_names_the_rule(subject: str) -> None:
    case = CASES[subject]
    assert case.rests in rules_of(client(1, **{**case.first, **case.rested}), subject)
