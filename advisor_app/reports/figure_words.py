"""The figures of a sheet in words: a line each, what they rest on, and the legal ones' days."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from advisor_app.domain.briefing import Briefing
from advisor_app.domain.briefing_figures import country_of, known_inputs
from advisor_app.domain.briefing_rules import BriefingSubject, holds_back
from advisor_app.domain.figures.computing import compute, figures_of
from advisor_app.domain.figures.values import (
    Figure,
    FigureAnswer,
    FigureResult,
    InputRule,
    InputType,
    InputValue,
    Output,
    Unit,
)
from advisor_app.domain.parameters import Parameter, ParameterStatus
from advisor_app.i18n import _, language, ngettext
from advisor_app.i18n.figure_wording import age_words, number_words, output_words
from advisor_app.i18n.formats import listed, plain_date
from advisor_app.playbooks.figures import figure_tables
from advisor_app.reports.loan_words import loan_bars, loan_remark
from advisor_app.reports.relation_words import Catalogue
from advisor_app.reports.sheet_data import Bar, FigureLine

_RELATION, _CONTRACTS = "relationship_summary", "contract_marks"
_BASIS_TYPES = {InputType.AMOUNT, InputType.RATIO, InputType.MONTHS, InputType.COUNT}
_INPUT_UNITS = {InputType.AMOUNT: Unit.AMOUNT, InputType.RATIO: Unit.PERCENT}
# Under each of them stands that it binds nobody (DOMAIN.md, 7.5).
_LOANS = {
    *("loan_payment", "debt_ratio", "borrowing_capacity", "ltv", "lemoine"),
    *("outstanding_principal", "renegotiation_gain", "works_financing", "swiss_affordability"),
}
_USAGES = {"ALL", "TRADE"}


@dataclass(frozen=True, slots=True)
class FigureWords:
    """Lines with their values, amounts to compare, what they rest on, one thing to see in them."""

    lines: tuple[FigureLine, ...]
    bars: tuple[Bar, ...]
    basis: tuple[str, ...]
    remark: str


def figure_words(
    briefing: Briefing, subject: BriefingSubject, catalogue: Catalogue, currency: str
) -> FigureWords:
    """The figures of the subject, those of the country; what is not known is a line to fill in.

    No contract's day in a time of restraint: the sheet then carries no product.
    """
    if holds_back(briefing, catalogue):
        briefing = replace(briefing, holdings=())
    tables = figure_tables()
    codes = catalogue[subject.code].figures if subject.code in catalogue else ()
    country = country_of(briefing, subject)
    inputs = known_inputs(briefing, subject, tables.figures)
    answers = [
        (figure, compute(figure.code, inputs, tables, country, briefing.today))
        for figure in figures_of(codes, country, tables)
    ]
    shown = [(figure, answer) for figure, answer in answers if figure.code != _RELATION]
    return FigureWords(
        tuple(_line(figure, answer, currency) for figure, answer in shown),
        loan_bars(shown, currency),
        tuple(_relation(answers)) + tuple(_basis(shown, currency)),
        loan_remark(shown, currency),
    )


def _line(figure: Figure, answer: FigureAnswer, currency: str) -> FigureLine:
    """The most telling value under its own name; a line to fill in under the figure's."""
    if not isinstance(answer, FigureResult) or not answer.outputs:
        return FigureLine(figure.label.in_language(language()), None)
    told = _next_day(answer) if figure.code == _CONTRACTS else answer.outputs[0]
    rule = figure.outputs[told.name]
    return FigureLine(rule.label.in_language(language()), output_words(told, rule, currency))


def _next_day(answer: FigureResult) -> Output:
    """The contract's day that comes next, else the latest that has passed."""
    days = [(one.value, one) for one in answer.outputs if isinstance(one.value, date)]
    ahead = [pair for pair in days if pair[0] >= answer.on]
    first = min(ahead or [max(days, key=lambda pair: pair[0])], key=lambda pair: pair[0])
    return first[1]


def _relation(answers: Sequence[tuple[Figure, FigureAnswer]]) -> Iterator[str]:
    """The relation in one line: since when, how many advisors, the last meeting, what is owed."""
    for figure, answer in answers:
        if figure.code == _RELATION and isinstance(answer, FigureResult):
            yield _("{parts}.").format(parts=", ".join(_relation_parts(answer)))


def _relation_parts(answer: FigureResult) -> Iterator[str]:
    for one in answer.outputs:
        match one.name, one.value:
            case "since", date() as day:
                yield _("Client since {year}").format(year=day.year)
            case "advisors", int() as count:
                yield ngettext(
                    "{count} advisor in five years", "{count} advisors in five years", count
                ).format(count=count)
            case "months_since_last", int() as count:
                yield ngettext(
                    "last face-to-face {count} month ago",
                    "last face-to-face {count} months ago",
                    count,
                ).format(count=count)
            case "meetings", int() as count:
                yield ngettext(
                    "{count} meeting in 24 months", "{count} meetings in 24 months", count
                ).format(count=count)
            case "promises", int() as count if count:
                yield ngettext("{count} open promise", "{count} open promises", count).format(
                    count=count
                )


def _basis(shown: Sequence[tuple[Figure, FigureAnswer]], currency: str) -> Iterator[str]:
    """The rules with the day since which they hold, then what the figures start from."""
    rules: dict[str, Parameter] = {}
    used: dict[str, str] = {}
    if any(figure.code in _LOANS for figure, answer in shown if isinstance(answer, FigureResult)):
        yield _("Indicative: neither an offer nor an agreement in principle.")
    for figure, answer in shown:
        if isinstance(answer, FigureResult):
            rules |= {one.code: one for one in answer.parameters if one.country not in _USAGES}
            for name, value in answer.inputs.items():
                rule = figure.inputs[name]
                if rule.type in _BASIS_TYPES and used.keys().isdisjoint(rule.also):
                    used.setdefault(name, _input_words(rule, value, currency))
    dated_first = sorted(rules.values(), key=lambda one: one.valid_from is None)
    if rules:
        yield _("Rules: {rules}.").format(rules=listed(map(_rule_words, dated_first)))
    if used:
        yield _("Starting from: {inputs}.").format(inputs=listed(used.values()))


def _rule_words(parameter: Parameter) -> str:
    label = parameter.label.in_language(language())
    if parameter.valid_from is not None:
        day = plain_date(parameter.valid_from)
        return _("{rule}, since {day}").format(rule=label, day=day)
    if parameter.status is ParameterStatus.MEMORY:
        return _("{rule}, to be confirmed").format(rule=label)
    return label


def _input_words(rule: InputRule, value: InputValue, currency: str) -> str:
    exact = Decimal(str(value))
    if rule.type is InputType.MONTHS:
        words = age_words(int(exact))
    else:
        words = number_words(exact, _INPUT_UNITS.get(rule.type, Unit.COUNT), currency)
    return _("{input} {value}").format(input=rule.label.in_language(language()), value=words)
