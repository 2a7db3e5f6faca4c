"""The tables, the policy and the day, made ready once for many clients."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from advisor_app.domain.months import less_months
from advisor_app.domain.suggestions.playbook import (
    KeyBirthday,
    Playbooks,
    Signal,
    SignalRule,
    SuggestionPolicy,
)

DEFAULT_COUNTRY = "FR"
OLDEST = 130
# Years by which a birthday may lie from the age that the calendar years give.
AROUND = 2
YEAR_DAYS = 365


@dataclass(frozen=True, slots=True)
class RuleBook:
    """What the rules are asked under; `holidays` are days on which nobody is called.

    `signals` are those switched on; `rules` compute them, by what they read, those of contracts
    by family in `contract_rules`, those of the birth date by the year of birth in `birth_rules`, those
    of a child's by the child's in `child_rules`.
    `places_accepted` asks as if what was accepted were not yet: a week that is planned gives it its
    time. `fewest_proposals` is what every household may be sent in a year; who talked on `spoken_since`
    or later has been called.
    """

    day: date
    playbooks: Playbooks
    policy: SuggestionPolicy
    holidays: frozenset[date]
    signals: Mapping[str, Signal]
    rules: Mapping[str, tuple[SignalRule, ...]]
    contract_rules: Mapping[str, tuple[SignalRule, ...]]
    birth_rules: Mapping[int, tuple[SignalRule, ...]]
    child_rules: Mapping[int, tuple[SignalRule, ...]]
    birthdays: Mapping[int, tuple[KeyBirthday, ...]]
    fewest_proposals: int
    spoken_since: date
    places_accepted: bool = False

    def holds_in(self, signal: Signal, country: str | None) -> bool:
        """Whether a signal is one of this country's; a client without a country is French."""
        return not signal.countries or (country or DEFAULT_COUNTRY) in signal.countries


def prepare(
    day: date,
    playbooks: Playbooks,
    policy: SuggestionPolicy,
    holidays: Iterable[date] = (),
) -> RuleBook:
    """Switch signals on and sort the rules."""
    signals = {
        code: signal
        for code, signal in playbooks.signals.items()
        if signal.default_on or code in policy.signals_on
    }
    rules = [rule for rule in playbooks.signal_rules if rule.signal in signals]
    families = {family for rule in rules if rule.reads == "contracts" for family in rule.families}
    return RuleBook(
        day=day,
        playbooks=playbooks,
        policy=policy,
        holidays=frozenset(holidays),
        signals=signals,
        rules={
            reads: tuple(rule for rule in rules if rule.reads == reads)
            for reads in {rule.reads for rule in rules}
        },
        contract_rules={
            family: tuple(r for r in rules if r.reads == "contracts" and family in r.families)
            for family in families
        },
        birth_rules={
            year: tuple(r for r in rules if _may_hold(r, day.year - year))
            for year in range(day.year - OLDEST, day.year + 1)
        },
        child_rules={
            year: tuple(r for r in rules if _may_hold_of_child(r, day.year - year))
            for year in range(day.year - OLDEST, day.year + 1)
        },
        birthdays={
            year: tuple(b for b in playbooks.key_birthdays if _is_near(b.age, day.year - year))
            for year in range(day.year - OLDEST, day.year + 1)
        },
        fewest_proposals=min(one.max_proposals_12m for one in playbooks.segments.values()),
        spoken_since=less_months(day, policy.voice_months),
    )


def _may_hold(rule: SignalRule, age: int) -> bool:
    """Whether a rule of the birth date may hold for somebody about this old."""
    ages = rule.ages or rule.conditions.age
    return rule.reads == "birth_date" and (ages is None or _is_around(age, ages))


def _may_hold_of_child(rule: SignalRule, age: int) -> bool:
    """The same of a rule of the household's children, for a child about this old."""
    ages = rule.ages or [days // YEAR_DAYS for days in rule.days]
    return rule.reads == "members" and _is_around(age, ages)


def _is_around(age: int, ages: Sequence[int]) -> bool:
    return min(ages) - AROUND <= age <= max(ages) + AROUND


def _is_near(one: int, other: int) -> bool:
    return abs(one - other) < AROUND
