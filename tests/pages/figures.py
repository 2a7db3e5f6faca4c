"""`docs/figures.md`, made from the tables: `PYTHONPATH=.:tests python -m pages.figures`."""

from collections.abc import Iterator

from advisor_app.domain.figures.values import Figure
from advisor_app.domain.parameters import Parameter
from advisor_app.playbooks.figures import figures
from advisor_app.playbooks.parameters import parameters

HEAD = """\
# The figures of a briefing sheet

Made from `resources/playbooks/figures.toml` and `parameters.toml`; a test compares this page with them.

Thirty figures, each with its formula, what it starts from, how it is rounded and where its rule comes from.
A sheet shows at most six of a project's figures, those that mean something in the client's country. Every one is
indicative and dated. Where an input is missing, the sheet prints a line to fill in, never a zero.

- Amounts are in the currency of the file; ratios are written 0.033 for 3.3 %; dates are ISO dates (a month means its last day).
- Gifts are written `2013-04-10:60000|2020-01-01:5000`, or `none`; contracts `pel:2012-03-17` or `term_deposit:2025-02-01:2027-02-01`, joined alike by `|`.
- Amounts go from 0 to 10^12, ratios from 0 to 1, months up to 600; anything else, and a zero by which one would have to divide, is refused.
- An input that is not required and not known stands at its neutral value (no other income, no fees); the answer names those that were assumed.
- `instalments` are those of the loans that run already; the project's own new instalment is `new_instalment`, or made of `capital`, `rate`, `months` and `insurance_rate`.
- The loan that runs is `loan_capital`, `loan_rate`, `loan_months`, `loan_paid`, or simply `outstanding`, the bank's own word.
"""
MIDDLE = """
## Parameters

What the law, the tax office or the usage sets, by country and day. "Memory" means professional knowledge, to be confirmed by
the bank; "each year" means that it changes at least yearly, so that its date is printed beside the figure.

| parameter | what | unit | in force | status | source |
| --- | --- | --- | --- | --- | --- |
"""


def page() -> str:
    """The whole page."""
    parts = [HEAD, *map(_figure, figures().values()), MIDDLE, *map(_parameter, parameters())]
    return "".join(parts)


def _figure(figure: Figure) -> str:
    where = ", ".join(sorted(figure.countries)) or "every country"
    return "\n".join(["", f"## {figure.label.en}", "", *_lines(figure, where), ""])


def _lines(figure: Figure, where: str) -> Iterator[str]:
    yield f"`{figure.code}`, {where}."
    yield ""
    yield f"- **Formula:** {figure.formula}"
    yield f"- **Required:** {_required(figure)}"
    yield f"- **Inputs:** {'; '.join(_inputs(figure))}"
    yield f"- **Yields:** {'; '.join(_outputs(figure))}"
    yield f"- **Rounding:** {figure.rounding}"
    yield f"- **Source:** {figure.source}."
    yield f"- **Example:** {figure.example}"


def _required(figure: Figure) -> str:
    alternatives = [", ".join(f"`{name}`" for name in names) for names in figure.show_when]
    return "; or ".join(alternatives) or "nothing; what is known is said"


def _inputs(figure: Figure) -> Iterator[str]:
    for rule in figure.inputs.values():
        other = f", or `{'`, `'.join(rule.also)}`" if rule.also else ""
        choices = f": {', '.join(rule.choices)}" if rule.choices else ""
        yield f"`{rule.name}`{other} ({rule.type}{choices})"


def _outputs(figure: Figure) -> Iterator[str]:
    for rule in figure.outputs.values():
        yield f"`{rule.name}` ({rule.unit}) {rule.label.en}"


def _parameter(one: Parameter) -> str:
    days = " to ".join(str(day) if day else "…" for day in (one.valid_from, one.valid_until))
    status = f"{one.status}, each year" if one.volatile else one.status
    held = "" if days == "… to …" else days
    cells = (f"`{one.code}`", one.label.en, one.unit, held, status, one.source)
    return f"| {' | '.join(cells)} |\n"


if __name__ == "__main__":
    print(page(), end="")  # noqa: T201 - this is what the module is for
