"""The values of figures in words, on paper and on the screen."""

from datetime import date
from decimal import Decimal

from advisor_app.domain.figures.values import (
    InputRule,
    InputType,
    Misfit,
    Output,
    OutputRule,
    Unit,
)
from advisor_app.domain.local_text import LocalText
from advisor_app.i18n import _, language, ngettext
from advisor_app.i18n.formats import money, month_and_year, number, percent, plain_date

_A_YEAR = 12
# "0.6 months", "0,6 Monate": a number with decimals takes the plural.
_A_PART = 2


def output_words(output: Output, rule: OutputRule, currency: str) -> str:
    """One value as its unit is read."""
    match output.value:
        case bool() as yes:
            return _("yes") if yes else _("no")
        case LocalText() as text:
            return text.in_language(language())
        case str() as code:
            return rule.choices[code].in_language(language())
        case date() as day:
            return month_and_year(day) if output.unit is Unit.MONTH else plain_date(day)
        case int() | Decimal() as value:
            return number_words(value, output.unit, currency)
        case _:
            raise TypeError(output.unit)


def number_words(value: int | Decimal, unit: Unit, currency: str) -> str:
    """A number as its unit is read."""
    match unit:
        case Unit.AMOUNT:
            return money(Decimal(value), currency)
        case Unit.PERCENT:
            return percent(Decimal(value), 2)
        case Unit.MONTHS:
            count = int(value) if value == int(value) else _A_PART
            return ngettext("{count} month", "{count} months", count).format(count=number(value))
        case Unit.AGE:
            return age_words(int(value))
        case _:
            return number(value)


def age_words(months: int) -> str:
    """Years and months."""
    years, rest = divmod(months, _A_YEAR)
    in_years = ngettext("{count} year", "{count} years", years).format(count=years)
    in_months = ngettext("{count} month", "{count} months", rest).format(count=rest)
    if years and rest:
        return _("{years} and {months}").format(years=in_years, months=in_months)
    return in_years if years else in_months


def input_label(rule: InputRule) -> str:
    """What an input is called, with the unit in which it is typed."""
    name = rule.label.in_language(language())
    if rule.type is InputType.RATIO:
        return _("{input} (%)").format(input=name)
    if rule.type is InputType.MONTHS:
        return _("{input} (months)").format(input=name)
    return name


def misfit_words(rule: InputRule, why: Misfit) -> str:
    """Why an input cannot be used."""
    sentences = {
        Misfit.NOT_A_VALUE: _("{input}: this cannot be read."),
        Misfit.NEGATIVE: _("{input}: it cannot be below zero."),
        Misfit.ZERO: _("{input}: it cannot be zero."),
        Misfit.TOO_LARGE: _("{input}: this is too large."),
        Misfit.UNKNOWN_CHOICE: _("{input}: choose one of the list."),
        Misfit.LATER_THAN_DAY: _("{input}: this day is still to come."),
        Misfit.ABOVE_VALUE: _("{input}: it is more than the whole value."),
        Misfit.NOT_REPAID: _("{input}: at this rate it would never be paid back."),
        Misfit.NOT_IN_TABLE: _("{input}: the tables do not reach that far."),
        Misfit.OTHER_COUNTRY: _("This figure means nothing in the client's country."),
    }
    return sentences[why].format(input=rule.label.in_language(language()))
