from datetime import date, timedelta

from dossiers import ADVISOR, DAY, book, key
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor_app.domain.codes import (
    Answer,
    ConsentUse,
    Flag,
    Link,
    ProjectSource,
    ProjectStatus,
    Segment,
    State,
)
from advisor_app.domain.months import age_on
from advisor_app.domain.partial_date import PartialDate
from advisor_app.domain.presence import Restraint
from advisor_app.domain.suggestions.answers import RefusalReason
from advisor_app.domain.suggestions.calls import CALLS
from advisor_app.domain.suggestions.dossier import (
    ClientDossier,
    ClientFact,
    Contacts,
    DeliveredSignal,
    HeldContract,
    HouseholdMember,
    KnownProject,
    PastSuggestion,
)
from advisor_app.domain.suggestions.listing import Ask, ranked_list, valid_suggestions
from advisor_app.domain.suggestions.suggestion import Suggestion
from advisor_app.domain.suggestions.weighing import best_of, best_suggestion, weigh
from advisor_app.playbooks.suggestions import playbooks

BOOKS = playbooks()
BOOK = book()
DAYS = st.integers(-800, 800).map(lambda n: DAY + timedelta(days=n))
PAST = st.integers(0, 800).map(lambda n: DAY - timedelta(days=n))
CODES = st.sampled_from(sorted(BOOKS.projects))
SIGNALS = st.sampled_from(sorted(BOOKS.signals))
FORBIDDEN = st.sampled_from(sorted((BOOKS.forbidden | BOOKS.not_meaningful) - set(BOOKS.signals)))
BIRTHS = st.dates(date(1930, 1, 1), date(2012, 1, 1))


def perhaps(values: st.SearchStrategy) -> st.SearchStrategy:
    return st.none() | values


def several(values: st.SearchStrategy) -> st.SearchStrategy:
    return st.lists(values, max_size=3).map(tuple)


PROJECTS = st.builds(
    KnownProject,
    st.uuids().map(str),
    CODES,
    st.sampled_from(list(ProjectStatus)),
    perhaps(DAYS.map(lambda day: PartialDate(day.year, day.month))),
    perhaps(PAST),
    perhaps(st.sampled_from(list(ProjectSource))),
    perhaps(PAST),
)
CONTRACTS = st.builds(
    HeldContract,
    st.uuids().map(str),
    st.sampled_from(["mortgage", "pel", "life_insurance", "term_deposit", "consumer_credit"]),
    perhaps(st.dates(date(2008, 1, 1), DAY)),
    perhaps(DAYS),
)
FACTS = st.dictionaries(
    st.sampled_from(
        ["housing", "advice_on", "gift_on", "demand_savings", "monthly_expenses", "closing_on"]
    ),
    st.builds(
        ClientFact, perhaps(st.sampled_from(["tenant", "owner", "2022-05-01", "900", "x"])), PAST
    ),
    max_size=4,
)
ANSWERED = st.builds(
    PastSuggestion,
    st.just(ADVISOR),
    CODES,
    st.sampled_from(sorted(BOOKS.rituals)),
    PAST,
    perhaps(st.sampled_from(list(Answer))),
    perhaps(PAST),
    perhaps(DAYS),
    perhaps(st.sampled_from(list(RefusalReason))),
)
CONTACTS = st.builds(
    Contacts,
    several(PAST).map(lambda days: tuple(sorted(days, reverse=True))),
    several(PAST).map(lambda days: tuple(sorted(days, reverse=True))),
    st.integers(0, 5),
    st.integers(0, 12),
    perhaps(PAST),
)
MEMBERS = st.builds(
    HouseholdMember,
    st.sampled_from(list(Link)),
    st.just("Alice"),
    perhaps(st.dates(date(2000, 1, 1), DAY)),
)
DOSSIERS = st.builds(
    ClientDossier,
    key=st.integers(1, 40).map(key),
    ref=st.just("C"),
    advisor=st.just(ADVISOR),
    household=perhaps(st.integers(100, 103).map(key)),
    birth_date=perhaps(BIRTHS),
    segment=perhaps(st.sampled_from(list(Segment)[:-1])),
    country=perhaps(st.sampled_from(["FR", "BE", "CH"])),
    since=perhaps(PAST),
    no_profile=st.booleans(),
    preferred_channel=perhaps(st.sampled_from(["phone", "video", "home"])),
    state=st.sampled_from(list(State)),
    restraint=st.sampled_from([None, None, None, *Restraint]),
    flags=st.frozensets(st.sampled_from(list(Flag)), max_size=3),
    assigned_from=perhaps(PAST),
    last_meeting=perhaps(PAST),
    last_talk=perhaps(PAST),
    former_here=st.booleans(),
    projects=several(PROJECTS),
    signals=several(st.builds(DeliveredSignal, SIGNALS, PAST)),
    contracts=several(CONTRACTS),
    facts=FACTS,
    consents=st.dictionaries(st.sampled_from(list(ConsentUse)), st.booleans(), max_size=5),
    contacts=CONTACTS,
    past=st.lists(ANSWERED, max_size=1).map(tuple),
    members=several(MEMBERS),
    household_death=st.sampled_from([None, None, None, DAY - timedelta(days=60)]),
)
PORTFOLIOS = st.lists(DOSSIERS, max_size=8, unique_by=lambda one: one.key)


def suggestions_for(portfolio: list[ClientDossier]) -> list[Suggestion]:
    return list(valid_suggestions(portfolio, BOOK))


def is_evidence(suggestion: Suggestion) -> bool:
    """PRODUCT.md's rule of evidence, written apart."""
    own = [fact for fact in suggestion.reasons if fact.subject == suggestion.subject]
    if any(fact.said for fact in own) or any(fact.strength >= 4 for fact in own):
        return True
    pairs = [
        one.strength + other.strength
        for one in own
        for other in suggestion.reasons
        if one.origin != other.origin
    ]
    return max(pairs, default=0) >= 5


@settings(max_examples=200)
@given(PORTFOLIOS.filter(bool))
def test_the_best_alone_is_the_best_of_all(household: list[ClientDossier]) -> None:
    assert best_suggestion(household, BOOK) == best_of(weigh(household, BOOK))


def may_be_contacted(_suggestion: Suggestion, dossier: ClientDossier) -> bool:
    of_age = dossier.birth_date is None or age_on(dossier.birth_date, DAY) >= 18
    return dossier.restraint is None and of_age


def is_called_within_the_law(suggestion: Suggestion, dossier: ClientDossier) -> bool:
    return suggestion.ritual not in CALLS or (
        dossier.consents.get(ConsentUse.PHONE) is not False
        and suggestion.call_basis is not None
        and suggestion.from_day.weekday() < 5
        and suggestion.subject != "home_renovation"
    )


def has_evidence(suggestion: Suggestion, _dossier: ClientDossier) -> bool:
    return bool(suggestion.reasons) and is_evidence(suggestion)


def is_not_over(suggestion: Suggestion, _dossier: ClientDossier) -> bool:
    return DAY <= suggestion.from_day <= suggestion.until_day


RULES = (may_be_contacted, is_called_within_the_law, has_evidence, is_not_over)


@settings(max_examples=120)
@given(PORTFOLIOS)
def test_every_suggestion_keeps_every_rule_and_no_household_has_two(
    portfolio: list[ClientDossier],
) -> None:
    """All rules are asked of the same portfolios: to draw one takes longer than to ask."""
    by_key = {one.key: one for one in portfolio}
    suggestions = suggestions_for(portfolio)
    for suggestion in suggestions:
        dossier = by_key[suggestion.client]
        assert not [rule.__name__ for rule in RULES if not rule(suggestion, dossier)]
    found = [one.household for one in suggestions if one.household]
    assert len(found) == len(set(found))


@settings(max_examples=40)
@given(PORTFOLIOS, st.integers(0, 9), st.integers(0, 5))
def test_the_same_data_day_and_seed_give_the_same_list(
    portfolio: list[ClientDossier], seed: int, limit: int
) -> None:
    ask = Ask("A1", limit, seed)
    once = ranked_list(suggestions_for(portfolio), ask, BOOK)
    again = ranked_list(reversed(suggestions_for(portfolio)), ask, BOOK)
    assert once == again


@settings(max_examples=40)
@given(PORTFOLIOS, FORBIDDEN)
def test_what_must_never_be_used_changes_nothing(portfolio: list[ClientDossier], code: str) -> None:
    told = [one._replace(signals=(*one.signals, DeliveredSignal(code, DAY))) for one in portfolio]
    assert suggestions_for(told) == suggestions_for(portfolio)


@settings(max_examples=60)
@given(PORTFOLIOS)
def test_who_objects_to_profiles_is_taken_at_his_word(portfolio: list[ClientDossier]) -> None:
    objecting = [one._replace(no_profile=True) for one in portfolio]
    for suggestion in suggestions_for(objecting):
        assert all(
            fact.kind.value in {"project", "presence", "contacts"} for fact in suggestion.reasons
        )
        assert all(
            fact.said or fact.kind.value != "project" or fact.code == "project_done"
            for fact in suggestion.reasons
        )
