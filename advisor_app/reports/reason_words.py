"""Why we meet, in one sentence with its source and its day."""

from advisor_app.domain.briefing import BriefedProject, Briefing
from advisor_app.domain.briefing_rules import (
    GET_ACQUAINTED,
    BriefingSubject,
)
from advisor_app.domain.codes import ProjectSource
from advisor_app.i18n import _, language
from advisor_app.i18n.formats import plain_date, target_date
from advisor_app.reports.relation_words import Catalogue, project_label, relation
from advisor_app.reports.text import first_phrases

# `briefing_sheet.toml`
LONGEST_REASON = 140


def reason(briefing: Briefing, subject: BriefingSubject, catalogue: Catalogue) -> str:
    """Why we meet: the client's own words or the fact, with its day, in at most 140 characters.

    How the relation stands follows where there is room for it.
    """
    first = _why(briefing, subject, catalogue)
    both = " ".join(part for part in (first, relation(briefing)) if part)
    return both if len(both) <= LONGEST_REASON else first_phrases(first, LONGEST_REASON)


def _why(briefing: Briefing, subject: BriefingSubject, catalogue: Catalogue) -> str:
    if briefing.proposal is not None and briefing.proposal.reason:
        return briefing.proposal.reason
    if subject.project is not None:
        return _project_reason(subject.project, catalogue)
    if subject.code == GET_ACQUAINTED:
        return _("To get to know each other and to take up the thread again.")
    if subject.code in catalogue:
        summary = catalogue[subject.code].summary.in_language(language())
        return f"{summary}."
    return ""


def _project_reason(project: BriefedProject, catalogue: Catalogue) -> str:
    """The first that is short enough: project and words, the words alone, their first phrases."""
    label = project_label(project.code, catalogue)
    if project.target:
        label = _("{project}, for {target}").format(
            project=label, target=target_date(project.target)
        )
    note = (project.note or "").rstrip(". ")
    if not note:
        return _with_source(label, project)
    for words in (f"{label}. {note}", note):
        told = _with_source(words, project)
        if len(told) <= LONGEST_REASON:
            return told
    source = len(told) - len(note)
    return _with_source(first_phrases(note, LONGEST_REASON - source).rstrip(". "), project)


def _with_source(words: str, project: BriefedProject) -> str:
    """Who said it, and when; the banner names the project all the same."""
    if project.noted_on is None:
        return f"{words}."
    if project.source is ProjectSource.CLIENT:
        form = _("{words} (said by the client on {day}).")
    else:
        form = _("{words} (noted on {day}).")
    return form.format(words=words, day=plain_date(project.noted_on))
