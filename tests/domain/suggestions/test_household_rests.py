"""How long each rest of DOMAIN.md, section 4, lasts: on its last day, and the day after."""

from datetime import date, timedelta
from typing import Any

import pytest
from dossiers import (
    ADVISOR,
    DAY,
    OTHER_ADVISOR,
    book,
    client,
    days,
    facts,
    proposed,
    refused,
    said,
    signal,
)

from advisor_app.domain.codes import Answer, Segment, State
from advisor_app.domain.suggestions.answers import RefusalReason
from advisor_app.domain.suggestions.dossier import ClientDossier, Contacts
from advisor_app.domain.suggestions.household_rests import household_rests, is_quiet
from advisor_app.domain.suggestions.listing import valid_suggestions
from advisor_app.domain.suggestions.rest import Rest
from advisor_app.domain.suggestions.rules import Rule
from advisor_app.domain.suggestions.weighing import weigh


def ago(count: int) -> date:
    return DAY - timedelta(days=count)


def letters(*count: int) -> dict[str, Any]:
    return {"contacts": Contacts(attempts=tuple(ago(n) for n in count))}


def answered(answer: Answer, **known: Any) -> dict[str, Any]:
    return {"past": (proposed(300)._replace(answer=answer, **known),)}


NO_THEME = RefusalReason.NO_SUCH_PROJECT
# The rule, a household on the rest's last day, and one on which it is over.
LASTS = [
    (Rule.AFTER_MEETING, {"last_meeting": ago(29)}, {"last_meeting": ago(30)}),
    (Rule.AFTER_PROPOSAL, {"past": (proposed(59),)}, {"past": (proposed(60),)}),
    (
        Rule.AFTER_PROPOSAL,
        {"past": (proposed(44),), "segment": Segment.AFFLUENT},
        {"past": (proposed(45),), "segment": Segment.AFFLUENT},
    ),
    (
        Rule.AFTER_PROPOSAL,
        {"past": (proposed(29),), "segment": Segment.PRIVATE},
        {"past": (proposed(30),), "segment": Segment.PRIVATE},
    ),
    (
        Rule.AFTER_PROPOSAL,
        {"past": (proposed(59),), "segment": Segment.PRIVATE, "birth_date": date(1956, 4, 23)},
        {"past": (proposed(59),), "segment": Segment.PRIVATE, "birth_date": date(1956, 4, 24)},
    ),
    (
        Rule.TOO_MANY_PROPOSALS,
        {"past": (proposed(70), proposed(140), proposed(364))},
        {"past": (proposed(70), proposed(140), proposed(365))},
    ),
    (
        Rule.TOO_MANY_PROPOSALS,
        {"contacts": Contacts(automated_12_months=12)},
        {"contacts": Contacts(automated_12_months=11)},
    ),
    (Rule.THREE_ATTEMPTS, letters(59, 70, 80), letters(60, 70, 80)),
    (Rule.THREE_ATTEMPTS, letters(20, 30, 40), letters(20, 30)),
    (Rule.ATTEMPT_TOO_SOON, letters(3), letters(4)),
    (
        Rule.NOT_NOW,
        {"past": (refused("first_home", 89),)},
        {"past": (refused("first_home", 90),)},
    ),
    (
        Rule.NO_SUCH_PROJECT,
        {"past": (refused("first_home", 364, NO_THEME),)},
        {"past": (refused("first_home", 365, NO_THEME),)},
    ),
    (
        Rule.NOT_BEFORE,
        answered(Answer.LATER, until=DAY + days(1)),
        answered(Answer.LATER, until=DAY),
    ),
    (
        Rule.WAITS_FOR_TIME,
        answered(Answer.ACCEPTED),
        answered(Answer.NOT_SUITABLE),
    ),
    (
        Rule.COMPLAINT,
        {"facts": facts(complaint_opened_on="2025-01-01")},
        {"facts": facts(complaint_opened_on="2025-01-01", complaint_closed_on=str(ago(30)))},
    ),
    (
        Rule.COMPLAINT,
        {"facts": facts(complaint_closed_on=str(ago(29)))},
        {"facts": facts(complaint_closed_on=str(ago(30)))},
    ),
    (Rule.DEATH_IN_HOUSEHOLD, {"household_death": ago(89)}, {"household_death": ago(90)}),
    (
        Rule.REJECTED_PAYMENT,
        {"signals": (signal("early_warning", 29),)},
        {"signals": (signal("early_warning", 30),)},
    ),
    (
        Rule.OTHER_ADVISOR,
        {"past": (proposed(29, OTHER_ADVISOR),)},
        {"past": (proposed(29, ADVISOR),)},
    ),
    (Rule.OTHER_ADVISOR, {"past": (proposed(29, OTHER_ADVISOR),)}, {}),
    (Rule.NO_SHOW, {"missed_on": ago(20)}, {"missed_on": ago(21)}),
    (Rule.MEETING_AHEAD, {"appointment_on": DAY}, {"appointment_on": ago(1)}),
]


def rests_of(*members: ClientDossier) -> list[Rest]:
    return household_rests(members, book())


@pytest.mark.parametrize(("rule", "resting", "over"), LASTS)
def test_a_rest_lasts_as_long_as_the_table_says(
    rule: Rule, resting: dict[str, Any], over: dict[str, Any]
) -> None:
    assert rule in {rest.rule for rest in rests_of(client(1, **resting))}
    assert rule not in {rest.rule for rest in rests_of(client(1, **over))}


def test_rest_counts_by_household() -> None:
    quiet = client(1, household=b"H" * 16, state=State.DRIFTING)
    met = client(2, household=b"H" * 16, last_meeting=ago(5), served=False)
    assert list(valid_suggestions([quiet], book()))
    assert not list(valid_suggestions([quiet, met], book()))


def test_what_the_client_asked_for_since_is_no_disturbance() -> None:
    asked = client(1, last_meeting=ago(20), projects=(said("first_home", 3),))
    told_before = client(1, last_meeting=ago(20), projects=(said("first_home", 40),))
    assert [one.subject for one in valid_suggestions([asked], book())] == ["first_home"]
    assert not list(valid_suggestions([told_before], book()))


def test_another_theme_is_open_after_no_such_project() -> None:
    past = (refused("first_home", 200, NO_THEME),)
    own = client(1, projects=(said("first_home", 300), said("couple_union", 30)), past=past)
    assert [one.subject for one in valid_suggestions([own], book())] == ["couple_union"]


def test_not_suitable_hides_the_theme_for_this_client_alone() -> None:
    past = (refused("first_home", 700)._replace(answer=Answer.NOT_SUITABLE),)
    own = client(1, household=b"H" * 16, projects=(said("first_home"),), past=past)
    other = client(2, household=b"H" * 16, projects=(said("first_home"),))
    assert [one.ref for one in valid_suggestions([own, other], book())] == ["C2"]


@pytest.mark.parametrize(
    ("day", "quiet"),
    [
        (date(2026, 7, 31), False),
        (date(2026, 8, 1), True),
        (date(2026, 8, 31), True),
        (date(2026, 9, 1), False),
        (date(2026, 12, 19), False),
        (date(2026, 12, 20), True),
        (date(2027, 1, 5), True),
        (date(2027, 1, 6), False),
    ],
)
def test_august_and_the_feasts_are_quiet(day: date, *, quiet: bool) -> None:
    assert is_quiet(day) is quiet


def test_in_august_only_contract_dates_and_courtesy() -> None:
    august = date(2026, 8, 10)
    own = client(1, projects=(said("first_home", 0),), facts=facts(advice_on="2022-09-01"))
    subjects = [one.subject for one in valid_suggestions([own], book(august))]
    assert subjects == ["contract_anniversary"]


@pytest.mark.parametrize(
    ("event", "lasts"),
    [("separation", 60), ("birth_adoption", 30), ("hard_times", 120), ("bereavement", 90)],
)
def test_after_an_event_nothing_else_is_proposed(event: str, lasts: int) -> None:
    for noted, silent in ((lasts - 1, True), (lasts, False)):
        own = client(1, projects=(said(event, noted), said("first_home", 10)))
        (verdict,) = weigh([own], book())
        restrained = [kept for kept in verdict.kept if kept.rule is Rule.RESTRAINT]
        assert bool(restrained) is silent
        assert all(kept.subject != event for kept in restrained)


def test_hard_times_never_hide_a_bereavement() -> None:
    own = client(1, projects=(said("hard_times", 10),), household_death=ago(8))
    assert [one.subject for one in valid_suggestions([own], book())] == ["bereavement"]
