"""The form of a suggestion: which ritual, by the next rung, the distance and the consents."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from advisor_app.domain.codes import Answer, Channel, ConsentUse, Flag, Kind, Place, Segment
from advisor_app.domain.months import age_on
from advisor_app.domain.suggestions.calls import CALLS, CallBasis, may_call
from advisor_app.domain.suggestions.dossier import ClientDossier
from advisor_app.domain.suggestions.facts import PROJECT_DONE, Fact
from advisor_app.domain.suggestions.playbook import CountsAs
from advisor_app.domain.suggestions.rulebook import RuleBook
from advisor_app.domain.suggestions.rules import Kept, Rule

BEREAVEMENT = "bereavement"
# The ritual at which the former advisor presents the new one.
THREE_WAY = "joint_intro"
SECOND_CALL_DAYS = 90
GESTURE_DAYS = 60
INVITATION_DAYS = 28
AT_HOME_FROM = 75
STRONG = 4


class FormReason(StrEnum):
    """Why this form and not another."""

    THE_USUAL = "the_usual"
    FIRST_GESTURE = "first_gesture"
    COME_TRUE = "come_true"
    NEXT_ERRAND = "next_errand"
    FORMER_OPENS_THE_DOOR = "former_opens_the_door"
    VOICE_BEFORE_FACE = "voice_before_face"
    RELUCTANT = "reluctant"
    FAR = "far"
    ON_THE_WAY = "on_the_way"
    AT_HOME = "at_home"
    AT_WORK = "at_work"
    IN_COMPANY_FIRST = "in_company_first"


class Form(NamedTuple):
    """A ritual, why this one, on what basis a call may be made, and which event it is."""

    ritual: str
    reason: FormReason
    call_basis: CallBasis | None = None
    event: str | None = None


PLACES = {
    "branch_meeting": Place.BRANCH,
    THREE_WAY: Place.BRANCH,
    "branch_greeting": Place.BRANCH,
    "event_invitation": Place.BRANCH,
    "home_visit": Place.HOME,
    "workplace_visit": Place.WORKPLACE,
    "phone_meeting": Place.PHONE,
    "courtesy_call": Place.PHONE,
    "video_meeting": Place.VIDEO,
}


class Asked(NamedTuple):
    """One question: in which form may this client be approached about this subject."""

    members: Sequence[ClientDossier]
    dossier: ClientDossier
    subject: str
    facts: Sequence[Fact]
    book: RuleBook

    @property
    def own(self) -> list[Fact]:
        """The facts about the subject itself."""
        return [fact for fact in self.facts if fact.subject == self.subject]


def choose_form(asked: Asked) -> Form | list[Kept]:
    """The first form that is wished and allowed, or every rule against those wished."""
    waits = _family_first(asked)
    if waits is not None:
        return [waits]
    refusals: list[Kept] = []
    for form in _wishes(asked):
        allowed = _allowed(form, asked)
        if isinstance(allowed, Form):
            return allowed
        if allowed not in refusals:
            refusals.append(allowed)
    return refusals or [Kept(Rule.NO_FORM, asked.subject)]


def is_light(ritual: str, book: RuleBook) -> bool:
    """Whether it is a small attention, which asks nothing of the client."""
    return book.playbooks.rituals[ritual].counts_as is CountsAs.LIGHT


def _wishes(asked: Asked) -> Iterator[Form]:
    project = asked.book.playbooks.projects[asked.subject]
    own = asked.own
    if all(fact.code == PROJECT_DONE for fact in own) and project.gesture_when_done:
        yield Form(project.gesture_when_done, FormReason.COME_TRUE)
        return
    known = _known_on(own)
    if project.first_gesture and known and _gesture_pending(known, asked):
        yield Form(project.first_gesture, FormReason.FIRST_GESTURE)
    if asked.subject == BEREAVEMENT and not any(fact.said for fact in own):
        if known and _second_call_on(known) <= asked.book.day:
            yield Form("courtesy_call", FormReason.FIRST_GESTURE)
        return
    if asked.subject == "annual_review" and Flag.ERRANDS_ONLY in asked.dossier.flags:
        yield Form("branch_greeting", FormReason.NEXT_ERRAND)
    yield from _rungs(asked)


def _known_on(own: Sequence[Fact]) -> date | None:
    return max((f.on for f in own if f.on and (f.said or f.strength >= STRONG)), default=None)


def _gesture_pending(known: date, asked: Asked) -> bool:
    made = asked.dossier.contacts.gesture_on
    recent = asked.book.day - known <= timedelta(days=GESTURE_DAYS)
    return recent and (made is None or made < known)


def _family_first(asked: Asked) -> Kept | None:
    """A family that has been written to, and has not asked for a meeting, is left in peace."""
    if asked.subject != BEREAVEMENT:
        return None
    known = _known_on(asked.own)
    if known is None or any(fact.said for fact in asked.own):
        return None
    if _gesture_pending(known, asked) or _second_call_on(known) <= asked.book.day:
        return None
    return Kept(Rule.NOT_YET, BEREAVEMENT, {"from": _second_call_on(known)})


def _second_call_on(known: date) -> date:
    """Three months after: the family is called once more."""
    return known + timedelta(days=SECOND_CALL_DAYS)


def _rungs(asked: Asked) -> Iterator[Form]:
    """Writing, then voice, then face to face; the former advisor may open the door."""
    if asked.subject == "get_acquainted" and asked.dossier.former_here:
        yield Form(THREE_WAY, FormReason.FORMER_OPENS_THE_DOOR)
    reason = _voice_first(asked)
    if reason is not None:
        yield from _from_afar(asked, reason)
        yield Form("event_invitation", FormReason.IN_COMPANY_FIRST)
    yield from _in_person(asked)
    yield from _from_afar(asked, FormReason.THE_USUAL)
    yield Form("event_invitation", FormReason.IN_COMPANY_FIRST)


def _voice_first(asked: Asked) -> FormReason | None:
    dossier = asked.dossier
    if dossier.last_talk is not None and dossier.last_talk >= asked.book.spoken_since:
        return None
    if _is_far(asked):
        return FormReason.FAR
    if not dossier.met_advisor:
        return FormReason.VOICE_BEFORE_FACE
    return FormReason.RELUCTANT if _is_reluctant(dossier) else None


def _is_reluctant(dossier: ClientDossier) -> bool:
    return (
        dossier.preferred_channel in {Channel.PHONE, Channel.VIDEO}
        or dossier.consents.get(ConsentUse.MEETING) is False
        or any(past.answer is Answer.NO for past in dossier.past)
    )


def _is_far(asked: Asked) -> bool:
    distance = asked.dossier.distance_km
    return distance is not None and distance > asked.book.policy.far_km


def _from_afar(asked: Asked, reason: FormReason) -> Iterator[Form]:
    """By phone; on a screen for those who like it, the young, and the far who have been called."""
    dossier = asked.dossier
    screen_first = dossier.preferred_channel == Channel.VIDEO or (
        reason is FormReason.THE_USUAL and _is_far(asked)
    )
    if screen_first:
        yield Form("video_meeting", reason)
    yield Form("phone_meeting", reason)
    if not screen_first and (_is_far(asked) or dossier.segment is Segment.YOUTH):
        yield Form("video_meeting", reason)


def _in_person(asked: Asked) -> Iterator[Form]:
    dossier = asked.dossier
    project = asked.book.playbooks.projects[asked.subject]
    named = (project.ritual, *project.ritual_alternatives)
    if project.ritual in CALLS:
        yield Form(project.ritual, FormReason.THE_USUAL)
    if _is_far(asked) and not dossier.on_the_way:
        yield from _from_afar(asked, FormReason.THE_USUAL)
    if "workplace_visit" in named and _works_for_himself(dossier):
        yield Form("workplace_visit", FormReason.AT_WORK)
    if "home_visit" in named and _at_home(asked):
        reason = FormReason.ON_THE_WAY if dossier.on_the_way else FormReason.AT_HOME
        yield Form("home_visit", reason)
    yield Form("branch_meeting", FormReason.THE_USUAL)


def _works_for_himself(dossier: ClientDossier) -> bool:
    return dossier.segment is Segment.PROFESSIONAL or dossier.kind is Kind.COMPANY


def _at_home(asked: Asked) -> bool:
    dossier = asked.dossier
    old = dossier.birth_date is not None and (
        age_on(dossier.birth_date, asked.book.day) >= AT_HOME_FROM
    )
    return old or dossier.on_the_way or dossier.preferred_channel == Channel.HOME


def _allowed(form: Form, asked: Asked) -> Form | Kept:
    """The form with what allows it, or the rule against it."""
    if form.ritual in CALLS:
        return _allowed_call(form, asked)
    if form.ritual == "event_invitation":
        return _allowed_event(form, asked)
    consents = asked.dossier.consents
    if asked.book.playbooks.rituals[form.ritual].counts_as is CountsAs.LIGHT:
        return _allowed_attention(form, asked)
    if consents.get(ConsentUse.MEETING) is False:
        return Kept(Rule.MEETING_REFUSED, asked.subject)
    if form.ritual == "home_visit" and not consents.get(ConsentUse.HOME_VISIT):
        return Kept(Rule.MEETING_REFUSED, asked.subject)
    return form


def _allowed_call(form: Form, asked: Asked) -> Form | Kept:
    courtesy = form.ritual == "courtesy_call"
    members, dossier, subject, facts, book = asked
    basis = may_call(members, dossier, subject, facts, book, courtesy=courtesy)
    return basis if isinstance(basis, Kept) else form._replace(call_basis=basis)


def _allowed_attention(form: Form, asked: Asked) -> Form | Kept:
    """A birth, a birthday or a death is only marked where the client lets it be."""
    consents = asked.dossier.consents
    if form.ritual == "branch_greeting":
        return form
    if consents.get(ConsentUse.LETTER) is False or consents.get(ConsentUse.LIFE_EVENTS) is False:
        return Kept(Rule.LIFE_EVENTS_REFUSED, asked.subject)
    return form


def _allowed_event(form: Form, asked: Asked) -> Form | Kept:
    """Invited four weeks before, with the client's consent to events only."""
    month = (asked.book.day + timedelta(days=INVITATION_DAYS)).month
    if not asked.dossier.consents.get(ConsentUse.EVENTS):
        return Kept(Rule.NO_FORM, asked.subject)
    for event in asked.book.playbooks.events:
        if asked.subject in event.projects and month in event.months:
            return form._replace(event=event.code)
    return Kept(Rule.NO_FORM, asked.subject)
