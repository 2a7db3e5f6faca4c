"""Signals, how they are computed, and what is never used: `signals.csv` and its neighbours."""

from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import Any

from advisor_app.domain.codes import Segment
from advisor_app.domain.suggestions.playbook import (
    NO_CONDITIONS,
    Conditions,
    Mention,
    Signal,
    SignalRule,
    SignalSource,
)
from advisor_app.playbooks.tables import local_text, read_csv, read_toml


@cache
def signals() -> Mapping[str, Signal]:
    """The 84 signals by code, in the table's order."""
    return {row["id"]: _signal(row) for row in read_csv("signals.csv")}


@cache
def signal_rules() -> tuple[SignalRule, ...]:
    """How signals are computed; a signal without a rule is only ever delivered."""
    return tuple(_rule(row) for row in read_toml("signal_rules.toml")["rule"])


@cache
def forbidden_signals() -> frozenset[str]:
    """Codes that are never used, nor inferred, whatever a file delivers."""
    return frozenset(row["id"] for row in read_csv("forbidden_signals.csv"))


@cache
def not_meaningful() -> frozenset[str]:
    """Codes of errands that are never the subject of a meeting."""
    return frozenset(row["id"] for row in read_csv("not_meaningful.csv"))


def countries(text: str) -> frozenset[str]:
    """The countries of a cell such as "FR,BE"; none for "all"."""
    return frozenset() if text == "all" else frozenset(text.split(","))


def _signal(row: Mapping[str, str]) -> Signal:
    return Signal(
        code=row["id"],
        project=row["project"],
        source=SignalSource(row["source"]),
        label=local_text(row, "label_"),
        rule=row["rule"],
        strength=int(row["strength"]),
        lead_days=(int(row["lead_min_days"]), int(row["lead_max_days"])),
        mention=Mention(row["mention"]),
        default_on=row["default_on"] == "yes",
        countries=countries(row["countries"]),
    )


def _rule(row: dict[str, Any]) -> SignalRule:
    return SignalRule(
        signal=row["signal"],
        kind=row["kind"],
        reads=row["reads"],
        conditions=_conditions(row),
        families=frozenset(row.get("families", ())),
        fact=row.get("fact", ""),
        other_fact=row.get("other_fact", ""),
        values=frozenset(row.get("values", ())),
        ages=tuple(row.get("ages", ())),
        years=row.get("years", 0),
        months=tuple(row.get("months", ())),
        days=_pair(row.get("days", (0, 0))),
        since=row.get("since"),
        limit=Decimal(str(row.get("limit", 0))),
        least=Decimal(str(row.get("least", 0))),
    )


def _conditions(row: dict[str, Any]) -> Conditions:
    """The constant where nothing is asked: the rules look for it, and ask no further."""
    facts = row.get("facts", {})
    asked = Conditions(
        facts={name: frozenset(values) for name, values in facts.items()},
        age=_pair(row["age"]) if "age" in row else None,
        segments=frozenset(map(Segment, row.get("segments", ()))),
        without_projects=frozenset(row.get("without_projects", ())),
        without_families=frozenset(row.get("without_families", ())),
    )
    return NO_CONDITIONS if asked == NO_CONDITIONS else asked


def _pair(values: Any) -> tuple[int, int]:
    low, high = values
    return low, high
