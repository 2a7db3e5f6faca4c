"""Why a client is not suggested, why in this form, and how the list is made, in plain words."""

from collections.abc import Callable
from datetime import date
from typing import Any

from advisor_app.domain.errors import TeteATeteError
from advisor_app.domain.suggestions.answers import LaterNeedsADay, NoNeedsAReason
from advisor_app.domain.suggestions.forms import FormReason
from advisor_app.domain.suggestions.playbook import Playbooks
from advisor_app.domain.suggestions.rules import Kept, Rule
from advisor_app.domain.suggestions.suggestion import Part
from advisor_app.i18n import N_, _, language
from advisor_app.i18n.formats import plain_date

# Fields: {since}, {until} and {from} are days, {number} a count, {about} and {signal} names.
_RULES = {
    Rule.DECEASED: N_("This client has died."),
    Rule.CLOSED: N_("This client's file is closed."),
    Rule.NO_CONTACT: N_("This client asked not to be contacted."),
    Rule.MINOR: N_(
        "This client is not of age: the legal representatives are the ones to speak to."
    ),
    Rule.NOT_SERVED: N_("Another advisor serves this client."),
    Rule.NO_PROFILE: N_("This client objected to profiling: signals are not used."),
    Rule.MEETING_AHEAD: N_("A meeting is already booked on {since}."),
    Rule.AFTER_MEETING: N_("The household was met on {since}: it is left alone until {until}."),
    Rule.AFTER_PROPOSAL: N_("Something was proposed on {since}: the next one waits until {until}."),
    Rule.TOO_MANY_PROPOSALS: N_(
        "The household has had enough for twelve months: {number} proposals, and the campaigns."
    ),
    Rule.THREE_ATTEMPTS: N_(
        "{number} letters are without an answer: nothing more is sent until {until}."
    ),
    Rule.ATTEMPT_TOO_SOON: N_("A letter went out on {since}: it is given time until {until}."),
    Rule.NOT_NOW: N_("The answer on {since} was: not now. It holds until {until}."),
    Rule.NO_SUCH_PROJECT: N_(
        "The answer on {since} was that there is no such project. It holds until {until}."
    ),
    Rule.NOT_SUITABLE: N_("This theme was set aside as not suitable on {since}."),
    Rule.NOT_BEFORE: N_("It was put off until {until}."),
    Rule.WAITS_FOR_TIME: N_("It was accepted on {since}, and waits in the agenda for a time."),
    Rule.COMPLAINT: N_("A complaint is open, or was closed less than 30 days ago."),
    Rule.DEATH_IN_HOUSEHOLD: N_(
        "Somebody of the household died on {since}: nothing is proposed until {until}."
    ),
    Rule.RESTRAINT: N_("Out of restraint, nothing but this is spoken of until {until}: {about}."),
    Rule.REJECTED_PAYMENT: N_("A payment was rejected on {since}: only support until {until}."),
    Rule.OTHER_ADVISOR: N_("Another advisor proposed something to the household on {since}."),
    Rule.NO_SHOW: N_("The appointment of {since} was missed: nothing is proposed until {until}."),
    Rule.QUIET_SEASON: N_(
        "In August and from 20 December to 5 January, only contract dates and courtesy."
    ),
    Rule.ONLY_IF_SAID: N_("This is only spoken of when the client has spoken of it first."),
    Rule.NOT_ENOUGH_EVIDENCE: N_("The facts are too weak to propose a meeting."),
    Rule.NOTHING_TO_SAY: N_("There is no project, no occasion and no date to meet for."),
    Rule.NOT_YET: N_("The right moment begins on {from}."),
    Rule.FORBIDDEN_SIGNAL: N_("A signal that must never be used was left aside: {signal}."),
    Rule.NOT_MEANINGFUL: N_("This is no reason for a visit: {signal}."),
    Rule.SIGNAL_OFF: N_("This signal is switched off: {signal}."),
    Rule.NO_FORM: N_("No form of contact is possible."),
    Rule.MEETING_REFUSED: N_("The client does not wish to be invited to a meeting of this kind."),
    Rule.PHONE_REFUSED: N_("The client does not wish to be called."),
    Rule.PHONE_WITHOUT_CONSENT: N_("A call needs the client's consent beforehand."),
    Rule.PHONE_FORBIDDEN_SUBJECT: N_("Nobody is called about this subject alone: {about}."),
    Rule.FOUR_CALLS: N_("{number} calls were made within 30 days: no more are allowed."),
    Rule.REFUSED_BY_PHONE: N_("A call was refused on {since}: no other for 60 days."),
    Rule.LIFE_EVENTS_REFUSED: N_("The client does not wish for letters about the family's events."),
    Rule.OTHER_SUBJECT_FIRST: N_("Another subject comes first: {about}."),
    Rule.OTHER_MEMBER_FIRST: N_("Another person of the household comes first, about: {about}."),
    Rule.LOWER_ON_THE_LIST: N_("The suggestion is valid; others come before it today."),
}


def _later(error: LaterNeedsADay) -> str:
    if error.until is None:
        return _("Later needs a day from which the suggestion may come back.")
    return _("The day from which it may come back must lie ahead: {day}.").format(
        day=plain_date(error.until)
    )


def _no(_error: NoNeedsAReason) -> str:
    return _("A no needs its reason.")


SUGGESTION_SENTENCES: dict[type[TeteATeteError], Callable[[Any], str]] = {
    LaterNeedsADay: _later,
    NoNeedsAReason: _no,
}

_FORMS = {
    FormReason.THE_USUAL: N_("The usual form for this subject."),
    FormReason.FIRST_GESTURE: N_("A gesture comes before any meeting."),
    FormReason.COME_TRUE: N_("The project has come true: a small attention."),
    FormReason.NEXT_ERRAND: N_("The next errand is the occasion for a word."),
    FormReason.FORMER_OPENS_THE_DOOR: N_("The former advisor knows the client and opens the door."),
    FormReason.VOICE_BEFORE_FACE: N_("You have never met: a call comes before an invitation."),
    FormReason.RELUCTANT: N_("The client would rather begin with a call."),
    FormReason.FAR: N_("The client lives far away: a call comes first."),
    FormReason.ON_THE_WAY: N_("Another visit leads past the client's home."),
    FormReason.AT_HOME: N_("The client agreed to be visited at home."),
    FormReason.AT_WORK: N_("Seeing the place of work is half of the advice."),
    FormReason.IN_COMPANY_FIRST: N_("An evening in company is an easier first step."),
}

_PARTS = {
    Part.STRENGTH: N_("How strongly the facts speak"),
    Part.SAID: N_("Whether the client spoke of it"),
    Part.PROJECT: N_("Whether it is a life project or only time that has passed"),
    Part.TIME: N_("Whether the moment is right"),
    Part.RELATION: N_("Whether the relation needs a meeting"),
}


def rule_sentence(kept: Kept, books: Playbooks) -> str:
    """Why something is kept back."""
    fields = {name: _field(name, value, books) for name, value in kept.facts.items()}
    return _(_RULES[kept.rule]).format(**fields)


def form_sentence(reason: FormReason) -> str:
    """Why this form and not another."""
    return _(_FORMS[reason])


def part_label(part: Part) -> str:
    """What a part of the order asks."""
    return _(_PARTS[part])


def how_the_list_is_made() -> tuple[str, ...]:
    """The rules of the list, for whoever asks."""
    return (
        _("Every suggestion rests on what the client said, or on dated facts."),
        _("Losing touch is itself a fact; a life project comes before a mere review."),
        _("First come strong facts at the right moment, for those who have not been met."),
        _(
            "A household is suggested once, and left alone after a meeting, a proposal or a refusal."
        ),
        _("One place in ten is drawn among those who rank lower, so that nobody is forgotten."),
        _("Nobody is suggested who asked not to be contacted."),
    )


def _field(name: str, value: date | int | str, books: Playbooks) -> str:
    if isinstance(value, date):
        return plain_date(value)
    if name == "about" and value in books.projects:
        return books.projects[str(value)].label.in_language(language())
    if name == "signal" and value in books.signals:
        return books.signals[str(value)].label.in_language(language())
    return str(value)
