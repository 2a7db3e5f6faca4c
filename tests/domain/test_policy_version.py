from dataclasses import replace
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.codes import Segment
from advisor_app.domain.policy import STANDARD, Policy, Thresholds, reseau
from advisor_app.domain.policy_file import as_file, read_policy_file
from advisor_app.domain.policy_version import (
    ALLOWED,
    BadPolicyFile,
    Difference,
    MetAfterOnlineOnly,
    OutOfRange,
    ReasonNeeded,
    ReasonTooLong,
    checked,
    checked_reason,
    differences,
    edited,
    threshold_names,
)
from advisor_app.playbooks.segments import segment_rules

THRESHOLDS = st.builds(
    Thresholds, **{name: st.integers(*limits) for name, limits in ALLOWED.items()}
).map(lambda one: replace(one, online_only_months=max(one.met_months, one.online_only_months)))
POLICIES = st.fixed_dictionaries(dict.fromkeys(Segment, THRESHOLDS)).map(
    lambda own: Policy("any", MappingProxyType(own))
)


def test_built_in_rules_are_allowed() -> None:
    assert checked(STANDARD) is STANDARD
    assert checked(reseau(segment_rules()))
    assert set(ALLOWED) == set(threshold_names())


@given(POLICIES)
def test_a_policy_written_as_a_file_reads_as_it_was(policy: Policy) -> None:
    assert read_policy_file(as_file(policy)).applied_to(STANDARD).by_segment == policy.by_segment


@given(POLICIES, POLICIES)
def test_applying_every_difference_leads_from_one_policy_to_the_other(
    before: Policy, after: Policy
) -> None:
    reached = before
    for one in differences(before, after):
        assert one.before != one.after
        reached = edited(reached, [one.segment], one.name, one.after)
    assert reached.by_segment == after.by_segment
    assert not differences(after, after)


def test_an_edit_touches_only_its_segments() -> None:
    policy = edited(STANDARD, [Segment.PRIVATE], "met_months", 6)
    assert differences(STANDARD, policy) == (Difference(Segment.PRIVATE, "met_months", 12, 6),)


@pytest.mark.parametrize("name", threshold_names())
def test_values_outside_their_limits_are_refused(name: str) -> None:
    least, most = ALLOWED[name]
    for value in (least - 1, most + 1):
        with pytest.raises(OutOfRange):
            edited(STANDARD, Segment, name, value)
    for value in (least, most):
        assert edited(STANDARD, Segment, name, value)


def test_nobody_counts_as_met_and_unseen_at_once() -> None:
    with pytest.raises(MetAfterOnlineOnly) as told:
        checked(edited(STANDARD, [Segment.MASS], "online_only_months", 11))
    assert told.value.segment is Segment.MASS


def test_a_reason_is_one_line_of_words() -> None:
    assert checked_reason("  one\n two ") == "one two"
    with pytest.raises(ReasonNeeded):
        checked_reason(" \n")
    with pytest.raises(ReasonTooLong):
        checked_reason("x" * 501)


@pytest.mark.parametrize(
    ("content", "where"),
    [
        ({"bases": "x"}, "bases"),
        ({"base": 3}, "base"),
        ({"reason": []}, "reason"),
        ({"all": []}, "all"),
        ({"all": {"met": 3}}, "all.met"),
        ({"all": {"met_months": "3"}}, "all.met_months"),
        ({"all": {"met_months": True}}, "all.met_months"),
        ({"all": {"met_months": 3.0}}, "all.met_months"),
        ({"segments": 3}, "segments"),
        ({"segments": {"vip": {}}}, "segments.vip"),
        ({"segments": {"mass": None}}, "segments.mass"),
        ({"segments": {"mass": {"x": 1}}}, "segments.mass.x"),
    ],
)
def test_whatever_a_file_says_that_has_no_meaning_is_named(
    content: dict[str, Any], where: str
) -> None:
    with pytest.raises(BadPolicyFile) as told:
        read_policy_file(content)
    assert told.value.where == where


def test_a_file_changes_all_then_one_segment() -> None:
    content = {"all": {"met_months": 18}, "segments": {"private": {"met_months": 6}}}
    found = read_policy_file(content).applied_to(STANDARD)
    assert found.by_segment[Segment.MASS].met_months == 18
    assert found.by_segment[Segment.PRIVATE].met_months == 6
