from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from oracle import presence as oracle

from advisor_app.domain.codes import Segment
from advisor_app.domain.months import age_on
from advisor_app.domain.policy import (
    COMMERCIAL_SEGMENTS,
    COUNTED_AT_MOST,
    STANDARD,
    Thresholds,
    reseau,
    senior_born_by,
)
from advisor_app.domain.presence import limits
from advisor_app.playbooks.segments import segment_rules


def test_standard_is_the_same_for_every_segment() -> None:
    for segment in COMMERCIAL_SEGMENTS:
        for senior in (False, True):
            assert STANDARD.thresholds(segment, senior=senior) == Thresholds(3, 12, 18, 12, 6)


def test_reseau_takes_the_months_of_the_segments() -> None:
    policy = reseau(segment_rules())
    for name, months in oracle.RESEAU.items():
        found = policy.by_segment[Segment(name)]
        assert (found.met_months, found.online_only_months) == months
        assert (found.grace_months, found.voice_months, found.digital_months) == (3, 12, 6)


def test_no_segment_reads_as_mass_and_seniors_take_the_smaller_field_by_field() -> None:
    policy = reseau(segment_rules())
    assert policy.thresholds(None, senior=False) == policy.by_segment[Segment.MASS]
    private = policy.thresholds(Segment.PRIVATE, senior=True)
    assert (private.met_months, private.online_only_months) == (6, 12)
    affluent = policy.thresholds(Segment.AFFLUENT, senior=True)
    assert (affluent.met_months, affluent.online_only_months) == (12, 18)


@given(st.dates(date(1940, 1, 1), date(1970, 1, 1)), st.integers(25000, 26500))
def test_seniors_have_had_their_seventieth_birthday(birth: date, days: int) -> None:
    day = date.fromordinal(birth.toordinal() + days)
    assert (birth <= senior_born_by(day)) == (age_on(birth, day) >= 70)


@pytest.mark.parametrize(
    "wrong", [{"met_months": -1}, {"errands": 0}, {"unanswered": COUNTED_AT_MOST + 1}]
)
def test_thresholds_without_meaning_are_refused(wrong: dict[str, int]) -> None:
    with pytest.raises(ValueError, match=r"threshold|counts"):
        Thresholds(**wrong)


def test_the_limits_of_a_month_end() -> None:
    found = limits(date(2026, 8, 31), Thresholds())
    assert found.digital_from == date(2026, 2, 28)
    assert found.drifting_from == date(2025, 2, 28)
    assert found.assigned_by == date(2026, 7, 2)
    assert found.project_by == date(2027, 8, 31)
