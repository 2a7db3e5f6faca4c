"""The names of the rules that keep a suggestion back, each with the facts it rests on."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import NamedTuple


class Rule(StrEnum):
    """Why a client, a household, a subject or a form is not suggested."""

    # The client.
    DECEASED = "deceased"
    CLOSED = "closed"
    NO_CONTACT = "no_contact"
    MINOR = "minor"
    NOT_SERVED = "not_served"
    NO_PROFILE = "no_profile"
    # The rest of the household.
    MEETING_AHEAD = "meeting_ahead"
    AFTER_MEETING = "after_meeting"
    AFTER_PROPOSAL = "after_proposal"
    TOO_MANY_PROPOSALS = "too_many_proposals"
    THREE_ATTEMPTS = "three_attempts"
    ATTEMPT_TOO_SOON = "attempt_too_soon"
    NOT_NOW = "not_now"
    NO_SUCH_PROJECT = "no_such_project"
    NOT_SUITABLE = "not_suitable"
    NOT_BEFORE = "not_before"
    WAITS_FOR_TIME = "waits_for_time"
    COMPLAINT = "complaint"
    DEATH_IN_HOUSEHOLD = "death_in_household"
    RESTRAINT = "restraint"
    REJECTED_PAYMENT = "rejected_payment"
    OTHER_ADVISOR = "other_advisor"
    NO_SHOW = "no_show"
    QUIET_SEASON = "quiet_season"
    # The subject.
    ONLY_IF_SAID = "only_if_said"
    NOT_ENOUGH_EVIDENCE = "not_enough_evidence"
    NOTHING_TO_SAY = "nothing_to_say"
    NOT_YET = "not_yet"
    FORBIDDEN_SIGNAL = "forbidden_signal"
    NOT_MEANINGFUL = "not_meaningful"
    SIGNAL_OFF = "signal_off"
    # The form.
    NO_FORM = "no_form"
    MEETING_REFUSED = "meeting_refused"
    PHONE_REFUSED = "phone_refused"
    PHONE_WITHOUT_CONSENT = "phone_without_consent"
    PHONE_FORBIDDEN_SUBJECT = "phone_forbidden_subject"
    FOUR_CALLS = "four_calls"
    REFUSED_BY_PHONE = "refused_by_phone"
    LIFE_EVENTS_REFUSED = "life_events_refused"
    # The list.
    OTHER_SUBJECT_FIRST = "other_subject_first"
    OTHER_MEMBER_FIRST = "other_member_first"
    LOWER_ON_THE_LIST = "lower_on_the_list"


class Kept(NamedTuple):
    """A rule that keeps something back; `subject` None means every subject.

    `facts` are dates, counts and codes that the sentence needs.
    """

    rule: Rule
    subject: str | None = None
    facts: Mapping[str, date | int | str] = {}
