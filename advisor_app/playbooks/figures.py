"""The figures of a briefing sheet, from `figures.toml`, with the tables that their formulas read."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from advisor_app.domain.figures.given import FigureTables
from advisor_app.domain.figures.values import Figure, InputRule, InputType, OutputRule, Unit
from advisor_app.playbooks.parameters import parameters
from advisor_app.playbooks.retirement_ages import retirement_ages
from advisor_app.playbooks.rituals import key_birthdays
from advisor_app.playbooks.tables import local_text, read_toml


@cache
def figure_tables() -> FigureTables:
    """What `compute` reads."""
    return FigureTables(figures(), parameters(), retirement_ages(), key_birthdays())


@cache
def figures() -> Mapping[str, Figure]:
    """The 30 figures by code, in the table's order."""
    table = read_toml("figures.toml")
    inputs = {row["id"]: _input(row) for row in table["input"]}
    return {row["id"]: _figure(row, inputs) for row in table["figure"]}


def _input(row: dict[str, Any]) -> InputRule:
    return InputRule(
        name=row["id"],
        type=InputType(row["type"]),
        label=local_text(row),
        also=tuple(row.get("also", ())),
        choices=tuple(row.get("choices", ())),
    )


def _figure(row: dict[str, Any], inputs: Mapping[str, InputRule]) -> Figure:
    return Figure(
        code=row["id"],
        label=local_text(row),
        countries=frozenset(row["countries"]) - {"all"},
        formula=row["formula"],
        rounding=row["rounding"],
        source=row["source"],
        example=row["example"],
        show_when=tuple(map(tuple, row["show_when"])),
        inputs={name: inputs[name] for name in row["inputs"]},
        outputs={one["name"]: _output(one) for one in row["output"]},
    )


def _output(row: dict[str, Any]) -> OutputRule:
    choices = {code: local_text(words) for code, words in row.get("choices", {}).items()}
    return OutputRule(row["name"], Unit(row["unit"]), local_text(row), choices)
