"""The tables, the policy and the day, made ready once for many clients."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from advisor_app.domain.suggestions.playbook import (
    Playbooks,
    Signal,
    SignalRule,
    SuggestionPolicy,
)

DEFAULT_COUNTRY = "FR"


@dataclass(frozen=True, slots=True)
class RuleBook:
    """What the rules are asked under; `holidays` are days on which nobody is called.

    `signals` are those switched on; `rules` compute them, by what they read, those of contracts
    by family in `contract_rules`.
    """

    day: date
    playbooks: Playbooks
    policy: SuggestionPolicy
    holidays: frozenset[date]
    signals: Mapping[str, Signal]
    rules: Mapping[str, tuple[SignalRule, ...]]
    contract_rules: Mapping[str, tuple[SignalRule, ...]]

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
    )
