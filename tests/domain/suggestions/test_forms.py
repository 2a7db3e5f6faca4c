from datetime import date
from typing import Any

import pytest
from dossiers import DAY, book, child, client, days, proposed, said, signal

from advisor_app.domain.codes import (
    Answer,
    ConsentUse,
    Flag,
    Link,
    Place,
    ProjectStatus,
    Segment,
    State,
)
from advisor_app.domain.partial_date import PartialDate
from advisor_app.domain.suggestions.calls import CallBasis
from advisor_app.domain.suggestions.dossier import Contacts, HouseholdMember, KnownProject
from advisor_app.domain.suggestions.forms import FormReason
from advisor_app.domain.suggestions.listing import valid_suggestions
from advisor_app.domain.suggestions.suggestion import Suggestion

NEVER_MET = {
    "flags": frozenset({Flag.NOT_INTRODUCED}),
    "state": State.ONLINE_ONLY,
    "assigned_from": date(2025, 9, 1),
    "last_meeting": None,
    "last_meeting_with_advisor": None,
}
HOME = {ConsentUse.HOME_VISIT: True}


def suggested(day: date = DAY, **known: Any) -> Suggestion:
    (suggestion,) = valid_suggestions([client(1, **known)], book(day))
    return suggestion


def test_a_client_never_met_gets_a_call_before_an_invitation() -> None:
    suggestion = suggested(**NEVER_MET)
    assert suggestion.ritual == "phone_meeting"
    assert suggestion.form_reason is FormReason.VOICE_BEFORE_FACE
    assert (suggestion.place, suggestion.call_basis) == (Place.PHONE, CallBasis.CONSENT)


def test_after_the_call_comes_the_meeting() -> None:
    assert suggested(**NEVER_MET, last_talk=DAY - days(100)).ritual == "branch_meeting"


def test_the_former_advisor_opens_the_door() -> None:
    suggestion = suggested(**{**NEVER_MET, "last_meeting": date(2025, 2, 3)}, former_here=True)
    assert suggestion.ritual == "joint_intro"
    assert "former_advisor" in suggestion.attendees


def test_who_may_not_be_called_is_first_invited_in_company() -> None:
    consents = {ConsentUse.PHONE: False, ConsentUse.EVENTS: True}
    suggestion = suggested(**NEVER_MET, consents=consents, projects=(said("first_home"),))
    assert (suggestion.ritual, suggestion.event) == ("event_invitation", "first_home_evening")
    assert suggestion.minutes == 90


def test_an_event_out_of_season_is_no_invitation() -> None:
    consents = {ConsentUse.PHONE: False, ConsentUse.EVENTS: True}
    january = date(2026, 10, 20)
    known = {**NEVER_MET, "consents": consents, "projects": (said("first_home"),)}
    assert suggested(january, **known).ritual == "branch_meeting"


def test_who_prefers_the_phone_is_called_first() -> None:
    known = {"state": State.DRIFTING, "last_meeting": DAY - days(420)}
    assert suggested(**known, preferred_channel="phone").ritual == "phone_meeting"
    assert suggested(**known, preferred_channel="branch").ritual == "branch_meeting"


def test_who_said_no_before_is_called_first() -> None:
    past = (proposed(400)._replace(answer=Answer.NO),)
    suggestion = suggested(projects=(said("first_home"),), past=past)
    assert (suggestion.ritual, suggestion.form_reason) == ("phone_meeting", FormReason.RELUCTANT)


@pytest.mark.parametrize(
    ("distance", "talked", "ritual"),
    [(39, None, "branch_meeting"), (41, None, "phone_meeting"), (41, 60, "video_meeting")],
)
def test_distance_decides_the_form(distance: int, talked: int | None, ritual: str) -> None:
    talk = DAY - days(talked) if talked else None
    known = {"projects": (said("first_home"),), "distance_km": float(distance)}
    assert suggested(**known, last_talk=talk).ritual == ritual


def test_on_the_way_to_another_visit_the_advisor_comes_by() -> None:
    known = {"projects": (said("home_renovation"),), "on_the_way": True}
    assert suggested(**known, consents=HOME).ritual == "home_visit"
    assert suggested(**known).ritual == "branch_meeting"


def test_the_old_are_visited_at_home_where_they_agreed() -> None:
    known = {"projects": (said("caring_parent"),), "birth_date": date(1951, 1, 1)}
    assert suggested(**known, consents=HOME).ritual == "home_visit"
    assert suggested(**known, consents={}).ritual == "branch_meeting"


def test_a_professional_is_met_where_he_works() -> None:
    known = {"projects": (said("business_creation"),)}
    assert suggested(**known, segment=Segment.PROFESSIONAL).ritual == "workplace_visit"
    assert suggested(**known).ritual == "branch_meeting"


def test_after_three_errands_the_next_one_is_the_occasion() -> None:
    suggestion = suggested(flags=frozenset({Flag.ERRANDS_ONLY}), state=State.DRIFTING)
    assert (suggestion.ritual, suggestion.minutes) == ("branch_greeting", 3)


def test_a_birth_is_greeted_with_a_card_then_met() -> None:
    born = {"members": (child(DAY - days(40)),)}
    assert suggested(**born).ritual == "handwritten_card"
    sent = Contacts(gesture_on=DAY - days(30))
    assert suggested(**born, contacts=sent).ritual == "branch_meeting"


def test_condolences_come_first_and_a_call_after_three_months() -> None:
    assert suggested(household_death=DAY - days(3)).ritual == "condolence_letter"
    written = Contacts(gesture_on=DAY - days(85))
    suggestion = suggested(household_death=DAY - days(95), contacts=written)
    assert (suggestion.ritual, suggestion.prepare) == ("courtesy_call", ())


def test_a_family_that_asks_is_received() -> None:
    written = Contacts(gesture_on=DAY - days(5))
    suggestion = suggested(projects=(said("bereavement", 9),), contacts=written)
    assert suggestion.ritual == "branch_meeting"


def test_the_keys_of_a_first_home_call_for_a_small_gift() -> None:
    home = KnownProject("P1", "first_home", ProjectStatus.DONE, PartialDate(2026, 4, 10))
    suggestion = suggested(projects=(home,))
    assert (suggestion.ritual, suggestion.form_reason) == ("small_gift", FormReason.COME_TRUE)


def test_a_partner_is_only_expected_where_the_household_shares() -> None:
    known = {
        "projects": (said("first_home"),),
        "members": (HouseholdMember(Link.PARTNER, "Rachid"),),
    }
    assert suggested(**known).attendees == ("client",)
    shared = {ConsentUse.SHARE_IN_HOUSEHOLD: True}
    assert suggested(**known, consents=shared).attendees == ("client", "co_borrower")


def test_a_meeting_says_how_long_and_what_to_bring() -> None:
    suggestion = suggested(signals=(signal("relocation_declared"),))
    assert (suggestion.minutes, suggestion.place) == (45, Place.BRANCH)
    assert "payslips3" in suggestion.prepare
    assert suggestion.from_day == DAY
