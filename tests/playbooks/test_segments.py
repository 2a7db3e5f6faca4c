from advisor_app.domain.codes import Segment
from advisor_app.playbooks.segments import fatigue_rules, segment_rules


def test_every_segment_has_its_rhythm() -> None:
    assert set(segment_rules()) == set(Segment)


def test_the_rhythm_of_affluent_clients_is_the_tables() -> None:
    affluent = segment_rules()[Segment.AFFLUENT]
    assert (affluent.review_months, affluent.online_only_months) == (12, 24)
    assert affluent.preferred == ("branch_meeting", "video_meeting", "event_invitation")


def test_a_household_rests_ninety_days_after_a_refusal() -> None:
    assert fatigue_rules().days_after_refusal == 90
    assert fatigue_rules().days_after_theme_refusal == 365
