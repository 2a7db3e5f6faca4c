"""The rests that hold for a household on a day, and what they come from."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from advisor_app.domain.segments import FatigueRules
from advisor_app.domain.suggestions.dossier import ClientDossier
from advisor_app.domain.suggestions.rest import CARE, HouseholdRule, Rest, lasting, lasts
from advisor_app.domain.suggestions.rests_of_proposals import RULES_OF_PAST, attempts_made, too_many
from advisor_app.domain.suggestions.rulebook import RuleBook
from advisor_app.domain.suggestions.rules import Rule

AUGUST, DECEMBER, JANUARY = 8, 12, 1
FEASTS_FROM, FEASTS_UNTIL = 20, 5


def household_rests(members: Sequence[ClientDossier], book: RuleBook) -> list[Rest]:
    """Every rest that holds for these clients of one household on the day."""
    if not _may_rest(members, book):
        return []
    rules = _RULES + RULES_OF_PAST if any(one.past for one in members) else _RULES
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


def _meeting_ahead(members: Sequence[ClientDossier], book: RuleBook) -> Iterator[Rest]:
    days = [one.appointment_on for one in members if one.appointment_on]
    if days and min(days) >= book.day:
        yield Rest(Rule.MEETING_AHEAD, min(days), light=True)


def _after_meeting(members: Sequence[ClientDossier], book: RuleBook) -> Iterator[Rest]:
    last = max((one.last_meeting for one in members if one.last_meeting), default=None)
    days = book.playbooks.fatigue.days_after_meeting
    if last is not None and lasts(last, days, book):
        yield lasting(Rule.AFTER_MEETING, last, days)._replace(
            light=True, spares=CARE, said_since=last
        )


def after_meeting(met: date, rules: FatigueRules) -> date:
    """The day from which a household may be proposed something again after a meeting."""
    return met + timedelta(days=rules.days_after_meeting)


def _complaint(members: Sequence[ClientDossier], book: RuleBook) -> Iterator[Rest]:
    days = book.playbooks.fatigue.days_around_complaint
    for one in members:
        opened, closed = one.fact_day(_OPENED), one.fact_day(_CLOSED)
        is_open = opened is not None and (closed is None or closed < opened)
        if is_open:
            yield Rest(Rule.COMPLAINT, opened, spares=CARE)
        elif closed is not None and lasts(closed, days, book):
            yield lasting(Rule.COMPLAINT, closed, days)._replace(spares=CARE)


def _death(members: Sequence[ClientDossier], book: RuleBook) -> Iterator[Rest]:
    days = book.playbooks.fatigue.days_after_death_in_household
    last = max((one.household_death for one in members if one.household_death), default=None)
    if last is not None and lasts(last, days, book):
        yield lasting(Rule.DEATH_IN_HOUSEHOLD, last, days)._replace(
            spares=frozenset({"bereavement"})
        )


def _no_show(members: Sequence[ClientDossier], book: RuleBook) -> Iterator[Rest]:
    days = book.playbooks.fatigue.days_after_no_show
    for one in members:
        if one.missed_on is not None and lasts(one.missed_on, days, book):
            yield lasting(Rule.NO_SHOW, one.missed_on, days)._replace(light=True, spares=CARE)


def _rejected_payment(members: Sequence[ClientDossier], book: RuleBook) -> Iterator[Rest]:
    days = book.playbooks.fatigue.days_after_rejected_payment
    for one in members:
        for signal in one.signals:
            if signal.code == "early_warning" and lasts(signal.on, days, book):
                yield lasting(Rule.REJECTED_PAYMENT, signal.on, days)._replace(spares=CARE)


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


_RULES: tuple[HouseholdRule, ...] = (
    _death,
    _rejected_payment,
    _complaint,
    _meeting_ahead,
    attempts_made,
    _after_meeting,
    _no_show,
    too_many,
    _quiet_season,
)
