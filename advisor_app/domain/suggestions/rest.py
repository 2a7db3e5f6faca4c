"""The rest that a household is left in (DOMAIN.md, section 4): one list of rests for all of it.

A rest keeps every subject back but those that it spares: care (bereavement and hard times) where
a death or a difficulty asks for it, a contract's own dates, small attentions, and what the client
asked for himself since.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple, TypeAlias

from advisor_app.domain.codes import Answer, Segment
from advisor_app.domain.months import age_on, less_months
from advisor_app.domain.policy import SENIOR_AGE
from advisor_app.domain.segments import FatigueRules
from advisor_app.domain.suggestions.answers import RefusalReason
from advisor_app.domain.suggestions.dossier import ClientDossier, PastSuggestion
from advisor_app.domain.suggestions.facts import Fact
from advisor_app.domain.suggestions.rulebook import RuleBook
from advisor_app.domain.suggestions.rules import Kept, Rule

CARE = frozenset({"bereavement", "hard_times"})
OTHER_ADVISOR_DAYS = 30
YEAR_MONTHS = 12
AUGUST, DECEMBER, JANUARY = 8, 12, 1
FEASTS_FROM, FEASTS_UNTIL = 20, 5


class Rest(NamedTuple):
    """One rest; `until` is the first day on which it holds no more, where that is known.

    `only` limits it to one subject; `spares` names the subjects that it lets pass, `contracts`
    and `light` whether contract dates and small attentions pass, `said_since` lets pass what the
    client asked for on that day or later.
    """

    rule: Rule
    since: date | None = None
    until: date | None = None
    number: int | None = None
    about: str | None = None
    only: str | None = None
    spares: frozenset[str] = frozenset()
    contracts: bool = False
    light: bool = False
    said_since: date | None = None

    def kept(self, subject: str | None = None) -> Kept:
        """The rule with the facts that its sentence needs."""
        values: dict[str, date | int | str | None] = {
            "since": self.since,
            "until": self.until,
            "number": self.number,
            "about": self.about,
        }
        known = {name: value for name, value in values.items() if value is not None}
        return Kept(self.rule, subject, known)


def household_rests(members: Sequence[ClientDossier], book: RuleBook) -> list[Rest]:
    """Every rest that holds for these clients of one household on the day."""
    if not _may_rest(members, book):
        return []
    rules = _RULES + _RULES_OF_PAST if any(one.past for one in members) else _RULES
    return [rest for rule in rules for rest in rule(members, book)]


def _may_rest(members: Sequence[ClientDossier], book: RuleBook) -> bool:
    """Whether anything may call for a rest: for most households nothing does, a bank long."""
    fatigue = book.playbooks.fatigue
    lately = book.day - timedelta(days=fatigue.days_after_meeting)
    mails = sum(one.contacts.automated_12_months for one in members)
    return (
        mails * fatigue.automated_messages_weight >= book.fewest_proposals
        or any(_may_call_for_rest(one, lately) for one in members)
        or is_quiet(book.day)
    )


def _may_call_for_rest(one: ClientDossier, lately: date) -> bool:
    return bool(
        one.past
        or one.contacts.attempts
        or one.signals
        or one.appointment_on
        or one.missed_on
        or one.household_death
        or (one.last_meeting is not None and one.last_meeting > lately)
        or not _COMPLAINT_DAYS.isdisjoint(one.facts)
    )


_OPENED, _CLOSED = "complaint_opened_on", "complaint_closed_on"
_COMPLAINT_DAYS = frozenset({_OPENED, _CLOSED})


def held_back_by(
    rests: Sequence[Rest], subject: str, facts: Sequence[Fact], book: RuleBook, *, light: bool
) -> list[Rest]:
    """The rests that keep a subject back; `light` says that it is a small attention."""
    if not rests:
        return []
    contract_date = book.playbooks.projects[subject].contract_date
    asked = max((fact.on for fact in facts if fact.said and fact.on), default=date.min)
    return [
        rest
        for rest in rests
        if rest.only in {None, subject}
        and subject not in rest.spares
        and not (rest.contracts and contract_date)
        and not (rest.light and light)
        and not (rest.said_since is not None and asked >= rest.said_since)
    ]


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


def _within(day: date | None, days: int, book: RuleBook) -> bool:
    """Whether a rest of so many days, begun on that day, still lasts."""
    return day is not None and timedelta(0) <= book.day - day < timedelta(days=days)


def _rest(rule: Rule, since: date, days: int) -> Rest:
    return Rest(rule, since, since + timedelta(days=days))


def _meeting_ahead(members: Sequence[ClientDossier], book: RuleBook) -> Iterator[Rest]:
    days = [one.appointment_on for one in members if one.appointment_on]
    if days and min(days) >= book.day:
        yield Rest(Rule.MEETING_AHEAD, min(days), light=True)


def _after_meeting(members: Sequence[ClientDossier], book: RuleBook) -> Iterator[Rest]:
    last = max((one.last_meeting for one in members if one.last_meeting), default=None)
    days = book.playbooks.fatigue.days_after_meeting
    if last is not None and _within(last, days, book):
        yield _rest(Rule.AFTER_MEETING, last, days)._replace(
            light=True, spares=CARE, said_since=last
        )


def after_meeting(met: date, rules: FatigueRules) -> date:
    """The day from which a household may be proposed something again after a meeting."""
    return met + timedelta(days=rules.days_after_meeting)


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
    if _within(last, days, book):
        yield _rest(Rule.AFTER_PROPOSAL, last, days)._replace(light=True, spares=CARE)


def _too_many(members: Sequence[ClientDossier], book: RuleBook) -> Iterator[Rest]:
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


def _attempts(members: Sequence[ClientDossier], book: RuleBook) -> Iterator[Rest]:
    if not any(one.contacts.attempts for one in members):
        return
    fatigue = book.playbooks.fatigue
    days = _rhythm(members, book).days_between
    for one in members:
        attempts = one.contacts.attempts
        if len(attempts) >= fatigue.max_attempts_per_proposal and _within(attempts[0], days, book):
            rest = _rest(Rule.THREE_ATTEMPTS, attempts[0], days)._replace(spares=CARE)
            yield rest._replace(number=len(attempts))
        elif attempts and _within(attempts[0], fatigue.min_days_between_attempts, book):
            wait = fatigue.min_days_between_attempts
            yield _rest(Rule.ATTEMPT_TOO_SOON, attempts[0], wait)._replace(spares=CARE)


def _refusals(members: Sequence[ClientDossier], book: RuleBook) -> Iterator[Rest]:
    fatigue = book.playbooks.fatigue
    for past in _past(members):
        on = past.answered_on or past.made_on
        if past.answer is Answer.NO and past.reason is RefusalReason.NO_SUCH_PROJECT:
            if _within(on, fatigue.days_after_theme_refusal, book):
                days = fatigue.days_after_theme_refusal
                yield _rest(Rule.NO_SUCH_PROJECT, on, days)._replace(
                    only=past.subject, said_since=on
                )
        elif past.answer is Answer.NO and _within(on, fatigue.days_after_refusal, book):
            yield _rest(Rule.NOT_NOW, on, fatigue.days_after_refusal)._replace(
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


def _complaint(members: Sequence[ClientDossier], book: RuleBook) -> Iterator[Rest]:
    days = book.playbooks.fatigue.days_around_complaint
    for one in members:
        opened, closed = one.fact_day(_OPENED), one.fact_day(_CLOSED)
        is_open = opened is not None and (closed is None or closed < opened)
        if is_open:
            yield Rest(Rule.COMPLAINT, opened, spares=CARE)
        elif closed is not None and _within(closed, days, book):
            yield _rest(Rule.COMPLAINT, closed, days)._replace(spares=CARE)


def _death(members: Sequence[ClientDossier], book: RuleBook) -> Iterator[Rest]:
    days = book.playbooks.fatigue.days_after_death_in_household
    last = max((one.household_death for one in members if one.household_death), default=None)
    if last is not None and _within(last, days, book):
        yield _rest(Rule.DEATH_IN_HOUSEHOLD, last, days)._replace(spares=frozenset({"bereavement"}))


def _no_show(members: Sequence[ClientDossier], book: RuleBook) -> Iterator[Rest]:
    days = book.playbooks.fatigue.days_after_no_show
    for one in members:
        if one.missed_on is not None and _within(one.missed_on, days, book):
            yield _rest(Rule.NO_SHOW, one.missed_on, days)._replace(light=True, spares=CARE)


def _rejected_payment(members: Sequence[ClientDossier], book: RuleBook) -> Iterator[Rest]:
    days = book.playbooks.fatigue.days_after_rejected_payment
    for one in members:
        for signal in one.signals:
            if signal.code == "early_warning" and _within(signal.on, days, book):
                yield _rest(Rule.REJECTED_PAYMENT, signal.on, days)._replace(spares=CARE)


def _other_advisor(members: Sequence[ClientDossier], book: RuleBook) -> Iterator[Rest]:
    """Never two advisors proposing to one household within 30 days."""
    advisors = {one.advisor for one in members if one.served}
    for past in _proposals(members):
        if past.advisor not in advisors and _within(past.made_on, OTHER_ADVISOR_DAYS, book):
            yield _rest(Rule.OTHER_ADVISOR, past.made_on, OTHER_ADVISOR_DAYS)._replace(spares=CARE)


def _quiet_season(_: Sequence[ClientDossier], book: RuleBook) -> Iterator[Rest]:
    if is_quiet(book.day):
        yield Rest(Rule.QUIET_SEASON, book.day, spares=CARE, contracts=True, light=True)


def is_quiet(day: date) -> bool:
    """August, and 20 December to 5 January: contract dates and courtesy only."""
    return (
        day.month == AUGUST
        or (day.month == DECEMBER and day.day >= FEASTS_FROM)
        or (day.month == JANUARY and day.day <= FEASTS_UNTIL)
    )


_HouseholdRule: TypeAlias = Callable[[Sequence[ClientDossier], RuleBook], Iterator[Rest]]
_RULES: tuple[_HouseholdRule, ...] = (
    _death,
    _rejected_payment,
    _complaint,
    _meeting_ahead,
    _attempts,
    _after_meeting,
    _no_show,
    _too_many,
    _quiet_season,
)
# Asked only where something was suggested before.
_RULES_OF_PAST: tuple[_HouseholdRule, ...] = (
    _not_before,
    _waits_for_time,
    _refusals,
    _after_proposal,
    _other_advisor,
)
