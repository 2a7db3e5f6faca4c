"""The rests that come from what was proposed before: too much, too soon, refused, put off."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from advisor_app.domain.codes import Answer, Segment
from advisor_app.domain.months import age_on, less_months
from advisor_app.domain.policy import SENIOR_AGE
from advisor_app.domain.suggestions.answers import RefusalReason
from advisor_app.domain.suggestions.dossier import ClientDossier, PastSuggestion
from advisor_app.domain.suggestions.rest import CARE, HouseholdRule, Rest, lasting, lasts
from advisor_app.domain.suggestions.rulebook import RuleBook
from advisor_app.domain.suggestions.rules import Rule

OTHER_ADVISOR_DAYS = 30
YEAR_MONTHS = 12


class _Rhythm(NamedTuple):
    days_between: int
    most_in_a_year: int


def _rhythm(members: Sequence[ClientDossier], book: RuleBook) -> _Rhythm:
    """The household's rhythm: that of its member who is followed most closely."""
    own = [_own_rhythm(one, book) for one in members]
    return _Rhythm(min(one.days_between for one in own), max(one.most_in_a_year for one in own))


def _own_rhythm(one: ClientDossier, book: RuleBook) -> _Rhythm:
    """The segment's rhythm; from the 70th birthday the stricter of it and the seniors'."""
    rules = book.playbooks.segments[one.segment or Segment.MASS]
    days, most = rules.min_days_between_proposals, rules.max_proposals_12m
    if one.birth_date is None or age_on(one.birth_date, book.day) < SENIOR_AGE:
        return _Rhythm(days, most)
    senior = book.playbooks.segments[Segment.SENIOR]
    return _Rhythm(
        max(days, senior.min_days_between_proposals), min(most, senior.max_proposals_12m)
    )


def _past(members: Sequence[ClientDossier]) -> list[PastSuggestion]:
    return [past for one in members for past in one.past]


def _proposal_days(members: Sequence[ClientDossier]) -> list[date]:
    return [past.made_on for past in _proposals(members)]


def _proposals(members: Sequence[ClientDossier]) -> list[PastSuggestion]:
    """What reached the household: a suggestion put off or set aside was never proposed."""
    return [past for past in _past(members) if past.answer not in _NEVER_PROPOSED]


_NEVER_PROPOSED = frozenset({Answer.ACCEPTED, Answer.LATER, Answer.NOT_SUITABLE})


def _after_proposal(members: Sequence[ClientDossier], book: RuleBook) -> Iterator[Rest]:
    last = max(_proposal_days(members), default=None)
    if last is None:
        return
    days = _rhythm(members, book).days_between
    if lasts(last, days, book):
        yield lasting(Rule.AFTER_PROPOSAL, last, days)._replace(light=True, spares=CARE)


def too_many(members: Sequence[ClientDossier], book: RuleBook) -> Iterator[Rest]:
    """Where the last year brought as many proposals and mailings as the household bears."""
    mails = sum(one.contacts.automated_12_months for one in members)
    weight = book.playbooks.fatigue.automated_messages_weight
    past = any(one.past for one in members)
    if not past and mails * weight < book.fewest_proposals:
        return
    year_ago = less_months(book.day, YEAR_MONTHS)
    proposals = [day for day in _proposal_days(members) if day > year_ago]
    most = _rhythm(members, book).most_in_a_year
    if len(proposals) + mails * weight >= most:
        last = max(proposals, default=year_ago)
        yield Rest(
            Rule.TOO_MANY_PROPOSALS,
            number=len(proposals),
            spares=CARE,
            contracts=True,
            light=True,
            said_since=last,
        )


def attempts_made(members: Sequence[ClientDossier], book: RuleBook) -> Iterator[Rest]:
    """After three attempts without an answer, or too soon after the last one."""
    if not any(one.contacts.attempts for one in members):
        return
    fatigue = book.playbooks.fatigue
    days = _rhythm(members, book).days_between
    for one in members:
        attempts = one.contacts.attempts
        if len(attempts) >= fatigue.max_attempts_per_proposal and lasts(attempts[0], days, book):
            rest = lasting(Rule.THREE_ATTEMPTS, attempts[0], days)._replace(spares=CARE)
            yield rest._replace(number=len(attempts))
        elif attempts and lasts(attempts[0], fatigue.min_days_between_attempts, book):
            wait = fatigue.min_days_between_attempts
            yield lasting(Rule.ATTEMPT_TOO_SOON, attempts[0], wait)._replace(spares=CARE)


def _refusals(members: Sequence[ClientDossier], book: RuleBook) -> Iterator[Rest]:
    fatigue = book.playbooks.fatigue
    for past in _past(members):
        on = past.answered_on or past.made_on
        if past.answer is Answer.NO and past.reason is RefusalReason.NO_SUCH_PROJECT:
            if lasts(on, fatigue.days_after_theme_refusal, book):
                days = fatigue.days_after_theme_refusal
                yield lasting(Rule.NO_SUCH_PROJECT, on, days)._replace(
                    only=past.subject, said_since=on
                )
        elif past.answer is Answer.NO and lasts(on, fatigue.days_after_refusal, book):
            yield lasting(Rule.NOT_NOW, on, fatigue.days_after_refusal)._replace(
                spares=CARE, said_since=on
            )


def _not_before(members: Sequence[ClientDossier], book: RuleBook) -> Iterator[Rest]:
    for past in _past(members):
        if past.answer is Answer.LATER and past.until is not None and past.until > book.day:
            yield Rest(Rule.NOT_BEFORE, past.answered_on, past.until, spares=CARE)


def _waits_for_time(members: Sequence[ClientDossier], book: RuleBook) -> Iterator[Rest]:
    """What was accepted is placed before anything else is suggested."""
    if book.places_accepted:
        return
    for past in _past(members):
        if past.answer is Answer.ACCEPTED:
            yield Rest(Rule.WAITS_FOR_TIME, past.answered_on, spares=CARE)


def _other_advisor(members: Sequence[ClientDossier], book: RuleBook) -> Iterator[Rest]:
    """Never two advisors proposing to one household within 30 days."""
    advisors = {one.advisor for one in members if one.served}
    for past in _proposals(members):
        if past.advisor not in advisors and lasts(past.made_on, OTHER_ADVISOR_DAYS, book):
            yield lasting(Rule.OTHER_ADVISOR, past.made_on, OTHER_ADVISOR_DAYS)._replace(
                spares=CARE
            )


# Asked only where something was suggested before.
RULES_OF_PAST: tuple[HouseholdRule, ...] = (
    _not_before,
    _waits_for_time,
    _refusals,
    _after_proposal,
    _other_advisor,
)
