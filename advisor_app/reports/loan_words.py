"""A loan's instalments compared by length, and what would bring them to the one aimed at."""

from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, ROUND_UP, Decimal

from advisor_app.domain.figures.values import Figure, FigureAnswer, FigureResult
from advisor_app.i18n import _
from advisor_app.i18n.formats import money
from advisor_app.reports.sheet_data import Bar

_LOAN, _RATIO = "loan_payment", "debt_ratio"
_FEWEST = 2
_HUNDRED = Decimal(100)

Answers = Sequence[tuple[Figure, FigureAnswer]]


def loan_bars(answers: Answers, currency: str) -> tuple[Bar, ...]:
    """The instalment aimed at, the one estimated, and the usual limit; none where only one is known."""
    bars = tuple(_bars(answers, currency))
    return bars if len(bars) >= _FEWEST else ()


def _bars(answers: Answers, currency: str) -> Iterator[Bar]:
    loan, ratio = _result(answers, _LOAN), _result(answers, _RATIO)
    if loan is not None:
        aimed = loan.inputs.get("target_instalment")
        if isinstance(aimed, Decimal):
            yield _bar(_("Instalment aimed at"), aimed, currency, "hatched")
        yield _bar(_("Estimated instalment"), _instalment(loan), currency, "black")
    limit = ratio.value("limit_amount") if ratio else None
    if isinstance(limit, Decimal):
        yield _bar(_("Usual limit of loans"), limit, currency, "white")


def loan_remark(answers: Answers, currency: str) -> str:
    """How the instalment aimed at could be kept; empty where it is kept, or none was named."""
    loan, ratio = _result(answers, _LOAN), _result(answers, _RATIO)
    beyond = loan.value("above_target") if loan else None
    lacking = loan.value("contribution_lacking") if loan else None
    if loan is None or not isinstance(beyond, Decimal) or not isinstance(lacking, Decimal):
        return ""
    facts = {
        "aimed": money(Decimal(str(loan.inputs["target_instalment"])), currency),
        "lacking": money((lacking / _HUNDRED).quantize(Decimal(1), ROUND_UP) * _HUNDRED, currency),
        "beyond": money(beyond.quantize(Decimal(1), ROUND_UP), currency),
    }
    if ratio is not None and ratio.value("above_limit") is False:
        words = _(
            "To keep to {aimed} a month, about {lacking} of own money is lacking; otherwise count"
            " {beyond} more a month, below the usual limit."
        )
    else:
        words = _(
            "To keep to {aimed} a month, about {lacking} of own money is lacking; otherwise count"
            " {beyond} more a month."
        )
    return words.format(**facts)


def _result(answers: Answers, code: str) -> FigureResult | None:
    for figure, answer in answers:
        if figure.code == code and isinstance(answer, FigureResult):
            return answer
    return None


def _instalment(loan: FigureResult) -> Decimal:
    return Decimal(str(loan.outputs[0].value))


def _bar(label: str, amount: Decimal, currency: str, drawn: str) -> Bar:
    whole = amount.quantize(Decimal(1), ROUND_HALF_UP)
    return Bar(label, money(whole, currency), amount, drawn)
