"""The situation in short on page 2: what is held, which days come, other banks, other projects."""

from collections.abc import Iterator, Sequence
from datetime import date

from advisor_app.domain.briefing import BriefedClient, Briefing, Holding
from advisor_app.domain.briefing_figures import contracts_of, country_of
from advisor_app.domain.briefing_rules import (
    BriefingSubject,
    holds_back,
    other_projects,
    shown_holdings,
)
from advisor_app.domain.figures.computing import compute
from advisor_app.domain.figures.values import FigureResult
from advisor_app.domain.known_facts import FactName, told
from advisor_app.domain.months import plus_months
from advisor_app.i18n import _, language
from advisor_app.i18n.formats import listed, month_and_year, plain_date
from advisor_app.playbooks.figures import figure_tables
from advisor_app.playbooks.sheet_tables import product_families
from advisor_app.reports.people_words import full_name
from advisor_app.reports.relation_words import Catalogue, project_label

_SOON_MONTHS = 24
_MARKS, _BIRTHDAYS = "contract_marks", "key_birthdays"


def situation(
    briefing: Briefing, subject: BriefingSubject, catalogue: Catalogue
) -> tuple[str, ...]:
    """What is held, the days of two years, other banks, what else is planned; no amounts.

    A list of what is not held would be a push (PRODUCT.md), and of what is held nothing stands where the meeting is first of all for listening (PRODUCT.md,
    "Suggestions").
    """
    besides = (
        *_elsewhere(briefing),
        *(
            _planned(project_label(one.code, catalogue), one.noted_on)
            for one in other_projects(briefing, subject)
        ),
    )
    if holds_back(briefing, catalogue):
        return (_("Listen first: this sheet carries no product."), *besides)
    return (
        *_held(shown_holdings(briefing), briefing.today),
        *_marks(briefing, subject),
        *_birthdays(briefing, subject),
        *besides,
    )


def _planned(label: str, noted_on: date | None) -> str:
    if noted_on is None:
        return _("Project: {project}").format(project=label)
    return _("Project: {project}, noted on {day}").format(project=label, day=plain_date(noted_on))


def _held(holdings: Sequence[Holding], today: date) -> Iterator[str]:
    """One line a family, those that end soon first."""
    families: dict[str, list[Holding]] = {}
    for holding in holdings:
        families.setdefault(holding.family, []).append(holding)
    soon = plus_months(today, _SOON_MONTHS)
    for family, held in sorted(families.items(), key=lambda item: _first_end(item[1])):
        end = _first_end(held)
        opened = min((one.opened_on for one in held if one.opened_on), default=None)
        facts = {"family": family_label(family)}
        if end <= soon:
            yield _("{family}: held, ends on {day}").format(**facts, day=plain_date(end))
        elif end != date.max:
            yield _("{family}: held, until {month}").format(**facts, month=month_and_year(end))
        elif opened:
            yield _("{family}: held since {year}").format(**facts, year=opened.year)
        else:
            yield _("{family}: held").format(**facts)


def _first_end(held: Sequence[Holding]) -> date:
    return min((one.ends_on for one in held if one.ends_on), default=date.max)


def family_label(code: str) -> str:
    """What a family is called; a code that the table does not know stands for itself."""
    found = product_families().get(code)
    return found.in_language(language()) if found else code


def _marks(briefing: Briefing, subject: BriefingSubject) -> Iterator[str]:
    """The days within two years on which something changes in a contract, the next first."""
    tables, country = figure_tables(), country_of(briefing, subject)
    inputs = {"contracts": contracts_of(shown_holdings(briefing))}
    answer = compute(_MARKS, inputs, tables, country, briefing.today)
    if not isinstance(answer, FigureResult):
        return
    found = [
        (one.value, tables.figures[_MARKS].outputs[one.name].label.in_language(language()))
        for one in answer.outputs
        if isinstance(one.value, date) and _comes(briefing, one.value)
    ]
    for day, label in sorted(found):
        yield _("{mark}: {day}").format(mark=label, day=plain_date(day))


def _comes(briefing: Briefing, day: date) -> bool:
    return briefing.today <= day <= plus_months(briefing.today, _SOON_MONTHS)


def _birthdays(briefing: Briefing, subject: BriefingSubject) -> Iterator[str]:
    """The birthdays within two years that open or close a right."""
    for client in briefing.clients:
        yield from _birthday(client, briefing, country_of(briefing, subject))


def _birthday(client: BriefedClient, briefing: Briefing, country: str) -> Iterator[str]:
    if client.birth_date is None:
        return
    inputs = {"birth_date": client.birth_date}
    answer = compute(_BIRTHDAYS, inputs, figure_tables(), country, briefing.today)
    if not isinstance(answer, FigureResult):
        return
    found = {one.name: one.value for one in answer.outputs}
    if isinstance(day := found.get("on"), date):
        words = _("{name}: {age} years old on {day}")
        yield words.format(name=full_name(client), age=found["age"], day=plain_date(day))


def _elsewhere(briefing: Briefing) -> Iterator[str]:
    """Other banks, where the client spoke of them."""
    banks = told(briefing, FactName.OTHER_BANK)
    if banks:
        yield _("Elsewhere, as the client said: {banks}").format(banks=listed(banks))
