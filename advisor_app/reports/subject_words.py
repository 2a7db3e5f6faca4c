"""The meeting's subject on page 1: its title, its figures and what they rest on."""

from advisor_app.domain.briefing import BriefedProject, Briefing
from advisor_app.domain.briefing_rules import BriefingSubject
from advisor_app.domain.figures.computing import MOST_ON_A_SHEET
from advisor_app.i18n import _
from advisor_app.i18n.formats import money, plain_date, target_date
from advisor_app.reports.figure_words import figure_words
from advisor_app.reports.relation_words import Catalogue, project_label
from advisor_app.reports.sheet_data import FigureLine, Subject

_DEFAULT_CURRENCY = "EUR"


def subject_words(briefing: Briefing, subject: BriefingSubject, catalogue: Catalogue) -> Subject:
    """The subject with at most six figures; what is not known is a line to fill in."""
    project = subject.project
    currency = project.currency if project else _DEFAULT_CURRENCY
    words = figure_words(briefing, subject, catalogue, currency)
    lines = (*_amount(project), *words.lines)[:MOST_ON_A_SHEET]
    return Subject(
        title=project_label(subject.code, catalogue),
        aside=_aside(briefing, project, with_figures=bool(lines)),
        figures=lines,
        bars=words.bars,
        basis=words.basis,
        remark=words.remark,
    )


def _aside(briefing: Briefing, project: BriefedProject | None, *, with_figures: bool) -> str:
    parts = []
    if project is not None and project.target is not None:
        parts.append(_("for {target}").format(target=target_date(project.target)))
    if with_figures:
        parts.append(_("indicative figures of {day}").format(day=plain_date(briefing.today)))
    return " · ".join(parts)


def _amount(project: BriefedProject | None) -> tuple[FigureLine, ...]:
    """What was named, where something was; it leads the figures, which may not be more than six."""
    if project is None or project.amount is None:
        return ()
    value = money(project.amount, project.currency)
    return (FigureLine(_("Amount that was named"), value, strong=True),)
