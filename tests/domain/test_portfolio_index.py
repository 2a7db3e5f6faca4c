from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor_app.domain.codes import Flag, ProjectStatus, Segment, State
from advisor_app.domain.keys import Key
from advisor_app.domain.partial_date import PartialDate
from advisor_app.domain.portfolio import (
    FLAG_FACETS,
    STATE_FACETS,
    ComingMeeting,
    Facet,
    PortfolioEntry,
    PortfolioOrder,
    PortfolioQuestion,
    ProjectBrief,
)
from advisor_app.domain.portfolio_index import PortfolioIndex
from advisor_app.domain.portfolio_words import national, sought, words_of

PROJECTS = {"retirement": ["retraite"], "first_home": ["premiere", "residence"]}
NAMES = ["Dupont Éloïse", "Dubois Jean", "Lœffel Anne", "El Amrani Fatima", "D'Arc Jeanne"]
TOWNS = ["Saint-Aubin", "Villeneuve", "Port-Aubry", None]
NUMBERS = ["465712014", "639984012", ""]
DAY = date(2026, 4, 23)
HALF_PAST_TEN = datetime(2026, 4, 23, 10, 30, tzinfo=UTC)
COMING = ComingMeeting(int(HALF_PAST_TEN.timestamp()), datetime(2026, 4, 23, 12, 30))  # noqa: DTZ001 wall time

days = st.none() | st.dates(date(2022, 1, 1), DAY)


@st.composite
def entries(draw: st.DrawFn) -> list[PortfolioEntry]:
    """Some households, in the order of names."""
    made = []
    for number in range(draw(st.integers(0, 12))):
        name, town = draw(st.sampled_from(NAMES)), draw(st.sampled_from(TOWNS))
        phone = draw(st.sampled_from(NUMBERS))
        codes = draw(st.lists(st.sampled_from(sorted(PROJECTS)), max_size=2, unique=True))
        segments = draw(st.lists(st.sampled_from(list(Segment)[:4]), max_size=2, unique=True))
        flags = draw(st.sets(st.sampled_from(sorted(FLAG_FACETS.values())), max_size=2))
        made.append(
            PortfolioEntry(
                key=Key(number.to_bytes(16, "big")),
                clients=(Key(number.to_bytes(16, "big")),),
                state=draw(st.sampled_from(list(State))),
                flags=tuple(flag for flag in Flag if flag in flags),
                last_meeting=draw(days),
                last_contact=draw(days),
                last_digital=draw(days),
                projects=tuple(
                    ProjectBrief(
                        code,
                        ProjectStatus.OPEN,
                        draw(st.none() | st.just(PartialDate(2027)) | st.just(PartialDate(2026))),
                        counted=draw(st.booleans()),
                    )
                    for code in codes
                ),
                appointment=draw(st.none() | st.just(COMING)),
                town=town,
                segments=tuple(segments),
                born=draw(days),
                since=draw(days),
                ref=f"C{number:03}",
                words=(*words_of((name, town, f"C{number:03}")), name[0]),
                numbers=(phone,) if phone else (),
                uncounted=draw(st.sampled_from([0, 0, 0, 1])),
                near=draw(st.booleans()),
            )
        )
    return sorted(made, key=lambda one: one.words)


asked = st.builds(
    PortfolioQuestion,
    words=st.sampled_from(
        [
            "",
            "dup",
            "Éloïse DUP",
            "loeff",
            "aubin sai",
            "465",
            "04 65 71",
            "2014",
            "c00",
            "retr",
            "x",
        ]
    ),
    facets=st.frozensets(st.sampled_from(list(Facet)), max_size=3),
    project=st.none() | st.sampled_from(sorted(PROJECTS)),
    segment=st.none() | st.sampled_from(list(Segment)[:4]),
    order=st.sampled_from(list(PortfolioOrder)),
    descending=st.booleans(),
)


def has_word(entry: PortfolioEntry, word: str) -> bool:
    named = any(name.startswith(word) for one in entry.projects for name in PROJECTS[one.code])
    return named or any(one.startswith(word) for one in entry.words)


def has_digits(entry: PortfolioEntry, digits: str, number: str) -> bool:
    if any(one.startswith(digits) for one in (*entry.words, *entry.numbers)):
        return True
    inside = len(number) >= 4
    return bool(number) and any(
        number in one if inside else one.startswith(number) for one in entry.numbers
    )


def has(entry: PortfolioEntry, facet: Facet) -> bool:
    if facet in STATE_FACETS:
        return entry.state is STATE_FACETS[facet]
    if facet in FLAG_FACETS:
        return FLAG_FACETS[facet] in entry.flags
    return {
        Facet.WITH_PROJECT: any(one.counted for one in entry.projects),
        Facet.NEAR: entry.near,
        Facet.WITH_APPOINTMENT: entry.appointment is not None,
        Facet.WITHOUT_APPOINTMENT: entry.appointment is None,
    }[facet]


def keeps(question: PortfolioQuestion, entry: PortfolioEntry) -> bool:
    """One household against one question, word by word: the oracle."""
    typed = sought(question.words)
    appointments = {Facet.WITH_APPOINTMENT, Facet.WITHOUT_APPOINTMENT}
    kinds: list[frozenset[Facet]] = [question.facets & set(STATE_FACETS)]
    kinds.append(question.facets & appointments)
    kinds += [frozenset({one}) for one in question.facets - set(STATE_FACETS) - appointments]
    filtered = question.facets or question.project or question.segment
    return (
        (not filtered or entry.uncounted == 0)
        and all(has_word(entry, word) for word in typed.words)
        and (not typed.digits or has_digits(entry, typed.digits, typed.number))
        and all(any(has(entry, one) for one in kind) for kind in kinds if kind)
        and (
            not question.project
            or question.project in {one.code for one in entry.projects if one.counted}
        )
        and (not question.segment or question.segment in entry.segments)
    )


@given(entries(), asked)
@settings(max_examples=150)
def test_a_question_keeps_exactly_whom_it_describes(
    some: list[PortfolioEntry], question: PortfolioQuestion
) -> None:
    found = PortfolioIndex(some).find(question, PROJECTS)
    kept = {entry.key for entry in some if keeps(question, entry)}
    assert set(found.keys) == kept
    assert len(found.keys) == len(kept)
    assert found.counts.households == sum(one.uncounted == 0 for one in some)
    assert found.counts.clients == found.counts.households
    assert found.counted == sum(one.key in kept and one.uncounted == 0 for one in some)


@given(entries(), asked, st.sampled_from(list(Facet)))
@settings(max_examples=100)
def test_a_chip_counts_what_it_would_hold(
    some: list[PortfolioEntry], question: PortfolioQuestion, facet: Facet
) -> None:
    index = PortfolioIndex(some)
    count = index.find(question, PROJECTS).counts.facets[facet]
    alike = {one for one in question.facets if same_kind(one, facet)}
    alone = replace(question, facets=question.facets - alike | {facet})
    assert count == len(index.find(alone, PROJECTS).keys)


def same_kind(one: Facet, other: Facet) -> bool:
    appointments = {Facet.WITH_APPOINTMENT, Facet.WITHOUT_APPOINTMENT}
    return one is other or {one, other} <= set(STATE_FACETS) or {one, other} <= appointments


@given(entries(), asked)
@settings(max_examples=100)
def test_an_order_never_changes_who_is_there_and_equals_stand_by_name(
    some: list[PortfolioEntry], question: PortfolioQuestion
) -> None:
    index = PortfolioIndex(some)
    by_name = replace(question, order=PortfolioOrder.NAME, descending=False)
    names = list(index.find(by_name, PROJECTS).keys)
    assert names == [entry.key for entry in some if entry.key in set(names)]
    ordered = list(index.find(question, PROJECTS).keys)
    assert sorted(ordered) == sorted(names)
    places = {entry.key: place for place, entry in enumerate(some)}
    towns = {entry.key: entry.town for entry in some}
    if question.order is PortfolioOrder.TOWN:
        for one, next_one in pairwise(ordered):
            if towns[one] == towns[next_one]:
                assert places[one] < places[next_one]


@given(entries(), st.data())
@settings(max_examples=60)
def test_a_renewed_index_answers_as_a_new_one(
    some: list[PortfolioEntry], data: st.DataObject
) -> None:
    index = PortfolioIndex(some)
    index.find(PortfolioQuestion(), PROJECTS)
    changed = [
        entry._replace(state=data.draw(st.sampled_from(list(State))), last_meeting=data.draw(days))
        for entry in some
    ]
    assert index.renew([one.key for one in changed], changed)
    question = data.draw(asked)
    told, made = (one.find(question, PROJECTS) for one in (index, PortfolioIndex(changed)))
    assert list(told.keys) == list(made.keys)
    assert told.counts.facets == made.counts.facets


def entry(number: int, **told: object) -> PortfolioEntry:
    plain = PortfolioEntry(
        Key(number.to_bytes(16, "big")),
        (Key(number.to_bytes(16, "big")),),
        State.MET,
        (),
        None,
        None,
        None,
        (),
        None,
        None,
        (),
        None,
        None,
        f"C{number}",
        (f"name{number}",),
        (),
    )
    return plain._replace(**told)


def test_who_comes_leaves_or_is_renamed_needs_a_new_index() -> None:
    one, two = entry(1), entry(2)
    assert not PortfolioIndex([one]).renew([two.key], [two])
    assert not PortfolioIndex([one, two]).renew([two.key], [])
    assert not PortfolioIndex([one]).renew([one.key], [one._replace(words=("other",))])
    assert not PortfolioIndex([one]).renew([one.key], [one._replace(uncounted=1)])
    assert PortfolioIndex([one]).renew([two.key], [])


def test_a_passed_appointment_makes_the_index_old() -> None:
    index = PortfolioIndex([entry(1, appointment=COMING), entry(2)])
    assert index.holds_until(HALF_PAST_TEN + timedelta(seconds=59))
    assert not index.holds_until(HALF_PAST_TEN + timedelta(minutes=1))
    assert PortfolioIndex([]).holds_until(datetime(9998, 1, 1, tzinfo=UTC))


def test_unknown_days_stand_first_among_the_oldest_and_last_elsewhere() -> None:
    known, unknown = entry(1, last_meeting=DAY, since=DAY), entry(2)
    index = PortfolioIndex([known, unknown])

    def order(by: PortfolioOrder, *, descending: bool = False) -> list[Key]:
        question = PortfolioQuestion(order=by, descending=descending)
        return list(index.find(question, {}).keys)

    assert order(PortfolioOrder.LAST_MEETING) == [unknown.key, known.key]
    assert order(PortfolioOrder.LAST_MEETING, descending=True) == [known.key, unknown.key]
    assert order(PortfolioOrder.SINCE) == [known.key, unknown.key]
    assert order(PortfolioOrder.SINCE, descending=True) == [known.key, unknown.key]


def test_who_is_new_was_not_lost_and_stands_last() -> None:
    new, lost, met = entry(1, state=State.NEW), entry(2), entry(3, last_meeting=DAY)
    found = PortfolioIndex([new, lost, met]).find(PortfolioQuestion(), {})
    assert list(found.keys) == [lost.key, met.key, new.key]


def test_keys_are_made_only_as_far_as_somebody_looks() -> None:
    some = [entry(number, last_meeting=DAY - timedelta(days=number % 7)) for number in range(500)]
    found = PortfolioIndex(some).find(PortfolioQuestion(), {}).keys
    assert len(found) == 500
    first = found[0]
    assert next(iter(found[:3])) == first
    assert found[-1] == list(found)[-1]


@pytest.mark.parametrize(
    ("text", "words", "digits", "number"),
    [
        ("  Éloïse DUP ", ("eloise", "dup"), "", ""),
        ("Saint-Aubin", ("saint", "aubin"), "", ""),
        ("04 65 71 20 14", (), "0465712014", "465712014"),
        ("+33 4 65 71", (), "3346571", "46571"),
        ("0033 4.65.71", (), "0033465.71".replace(".", ""), "46571"),
        ("dup 06 39", ("dup",), "0639", "639"),
        ("12", (), "12", ""),
        ("'; DROP TABLE client; --", ("drop", "table", "client"), "", ""),
        ("%_", ("_",), "", ""),
        ("", (), "", ""),
    ],
)
def test_what_is_typed_is_words_and_digits(
    text: str, words: tuple[str, ...], digits: str, number: str
) -> None:
    typed = sought(text)
    assert (typed.words, typed.digits, typed.number) == (words, digits, number)


@pytest.mark.parametrize(
    "number",
    [
        "+33 4 65 71 20 14",
        "0033465712014",
        "04.65.71.20.14",
        "(0)4 65 71 20 14",
        "+33 (0)4 65712014",
    ],
)
def test_a_number_is_one_number_however_it_is_written(number: str) -> None:
    assert national(number) == "465712014"
