from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from oracle import presence as oracle
from oracle.people import DAYS_ASKED, people

from advisor_app.domain.codes import Segment, State
from advisor_app.domain.months import last_day_of_month, less_months, plus_months
from advisor_app.domain.policy import STANDARD, Policy, reseau
from advisor_app.domain.presence_runs import (
    Contact,
    History,
    LifeSpans,
    Span,
    errands_since,
    project_start,
    spans_since,
    state_since,
    unanswered_since,
)
from advisor_app.playbooks.segments import segment_rules

POLICIES = (STANDARD, reseau(segment_rules()))


def history(person: oracle.Person, day: date) -> History:
    def latest(kind):  # noqa: ANN001, ANN202 a predicate of the oracle
        return oracle.days(person, day, kind)[::-1]

    months = (date(*month, 1) for month, count in person.digital.items() if count)
    return History(
        client_since=person.since,
        meetings=latest(oracle.is_meeting),
        talks=latest(oracle.is_talk),
        written_in=latest(oracle.is_written_in),
        digital=[
            Contact(month, last_day_of_month(month))
            for month in sorted((month for month in months if month <= day), reverse=True)
        ],
        errands=latest(oracle.is_errand),
        letters=latest(oracle.is_letter_out),
    )


@given(st.data())
def test_a_run_begins_where_walking_back_day_by_day_finds_it(data: st.DataObject) -> None:
    day = data.draw(DAYS_ASKED)
    person = data.draw(people(day, "C1"))
    person.no_contact, person.no_contact_until, person.status = False, None, "active"
    policy = data.draw(st.sampled_from(POLICIES))
    life = LifeSpans(policy).of(person.segment and Segment(person.segment), person.birth)
    expected = oracle.answer(person, day, policy.name)
    known = history(person, day)
    since = state_since(State(expected["state"]), known, life, day)
    assert (since and since.isoformat()) == expected["since"]
    for flag in expected["flags"]:
        answer = flag["evidence"].get("last_answer")
        if flag["flag"] == "errands_only":
            assert errands_since(known, life, day).isoformat() == flag["since"]
        if flag["flag"] == "unanswered":
            answered = date.fromisoformat(answer) if answer else None
            assert unanswered_since(known, life, day, answered).isoformat() == flag["since"]


@given(DAYS_ASKED, st.sampled_from([0, 1, 6, 12, 18]))
def test_the_last_day_within_is_where_less_months_says(day: date, months: int) -> None:
    from advisor_app.domain.months import last_day_within

    last = last_day_within(day, months)
    assert less_months(last, months) <= day < less_months(last + timedelta(days=1), months)


@given(DAYS_ASKED, st.sampled_from([0, 1, 6, 12, 18]))
def test_the_first_day_ahead_is_where_plus_months_says(day: date, months: int) -> None:
    from advisor_app.domain.months import first_day_ahead

    first = first_day_ahead(day, months)
    assert plus_months(first, months) >= day > plus_months(first - timedelta(days=1), months)


@pytest.mark.parametrize(
    ("target", "noted", "start"),
    [
        (None, None, None),
        (None, date(2026, 1, 5), date(2026, 1, 5)),
        (date(2027, 1, 1), date(2025, 3, 1), date(2026, 1, 1)),
        (date(2027, 1, 1), date(2026, 3, 1), date(2026, 3, 1)),
        (date(2028, 2, 29), None, date(2027, 3, 1)),
        (None, date(2026, 9, 9), None),
    ],
)
def test_a_project_waits_from_when_it_is_noted_and_near(
    target: date | None, noted: date | None, start: date | None
) -> None:
    life = LifeSpans(STANDARD).of(None, None)
    assert project_start(target, noted, life, date(2026, 4, 23)) == start


def test_spans_that_touch_are_one_run() -> None:
    day = date(2026, 4, 23)
    spans = [
        Span(date(2026, 4, 1)),
        Span(date(2026, 3, 1), date(2026, 3, 31)),
        Span(date(2026, 1, 1), date(2026, 2, 27)),
    ]
    assert spans_since(spans, day) == date(2026, 3, 1)
    assert spans_since([*spans, Span(None, date(2026, 3, 5))], day) is None


def test_who_turns_seventy_is_drifting_from_the_birthday_on() -> None:
    policy: Policy = reseau(segment_rules())
    life = LifeSpans(policy).of(Segment.MASS, date(1956, 4, 1))
    met = History(meetings=[date(2025, 1, 10)])
    since = state_since(State.DRIFTING, met, life, date(2026, 4, 23))
    assert since == date(2026, 4, 1)
    assert last_day_of_month(since) == date(2026, 4, 30)
