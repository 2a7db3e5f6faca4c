"""A briefing becomes the sheet's words: in the reader's language, questions in the client's."""

from dataclasses import replace
from datetime import datetime

from advisor_app.domain.briefing import BookedVisit, Briefing
from advisor_app.domain.briefing_rules import BriefingSubject, complaints, subject_of, told_to_all
from advisor_app.domain.briefing_thread import thread_of
from advisor_app.domain.codes import Language
from advisor_app.domain.discreet_briefing import discreet
from advisor_app.domain.sheet_choices import EVERYTHING, SheetChoices
from advisor_app.i18n import _, language, speaking
from advisor_app.i18n.formats import NO_BREAK_SPACE, clock, long_date, plain_date
from advisor_app.playbooks.projects import life_projects
from advisor_app.playbooks.sheet_tables import outcomes
from advisor_app.reports import meeting_words, rule_words
from advisor_app.reports.banner_words import marks, place_words, priority_marks
from advisor_app.reports.covered_words import amounts_covered, currencies_of
from advisor_app.reports.document_words import document_lines
from advisor_app.reports.history_words import since_last_time
from advisor_app.reports.people_words import joint_name, person_lines
from advisor_app.reports.reason_words import reason
from advisor_app.reports.relation_words import Catalogue, catalogue_of, to_remember
from advisor_app.reports.sheet_data import Printing, SheetData, Visit
from advisor_app.reports.situation_words import situation
from advisor_app.reports.subject_words import subject_words

_QUESTIONS, _SENSITIVE = 5, 3


def gather_sheet(
    briefing: Briefing,
    printing: Printing,
    chosen: Language,
    choices: SheetChoices = EVERYTHING,
) -> SheetData:
    """Everything that the sheet of this meeting says, in one language, as far as it was chosen."""
    with speaking(chosen):
        data = _sheet(told_to_all(discreet(briefing, choices)), printing)
        data = replace(data, without=choices.without)
        if not choices.hide_amounts:
            return data
        # The length of a bar is an amount, too.
        bare = replace(data, subject=replace(data.subject, bars=()))
        return amounts_covered(bare, currencies_of(briefing))


def _sheet(briefing: Briefing, printing: Printing) -> SheetData:
    catalogue = catalogue_of(briefing)
    subject = subject_of(briefing)
    outcome = outcomes().get(subject.code)
    why = reason(briefing, subject, catalogue)
    return SheetData(
        language=language(),
        reference=briefing.code,
        printing=printing,
        names=joint_name(briefing.clients),
        visit=visit_words(briefing.visit, briefing),
        marks=marks(briefing, subject, catalogue),
        priority=priority_marks(briefing),
        reason=why,
        people=person_lines(briefing),
        remember=to_remember(briefing, subject, catalogue, why),
        avoid=tuple(_sensitive(briefing, subject)),
        least_outcome=outcome.least.in_language(language()) if outcome else "",
        best_outcome=outcome.best.in_language(language()) if outcome else "",
        thread=thread_of(briefing),
        project_names=tuple(
            (code, catalogue[code].short.in_language(language()) if code in catalogue else code)
            for code in sorted({project.code for project in briefing.projects})
        ),
        subject=subject_words(briefing, subject, catalogue),
        theme=since_last_time(briefing, subject, catalogue),
        contacts=rule_words.contacts(briefing),
        questions=_questions(briefing, subject, catalogue),
        course=meeting_words.course(briefing, subject, catalogue),
        documents=document_lines(briefing, subject, catalogue),
        situation=situation(briefing, subject, catalogue),
        rules=rule_words.rules(briefing),
        leaving=meeting_words.leaving(subject, catalogue, _moment(briefing.follow_up_due)),
    )


def visit_words(visit: BookedVisit | None, briefing: Briefing) -> Visit:
    """When and where; empty where nothing is booked."""
    if visit is None:
        return Visit()
    return Visit(visit.start, visit.end, place_words(visit, briefing))


def _questions(
    briefing: Briefing, subject: BriefingSubject, catalogue: Catalogue
) -> tuple[str, ...]:
    project = catalogue.get(subject.code)
    spoken = briefing.clients[0].language or language()
    return (
        tuple(text.in_language(spoken) for text in project.questions[:_QUESTIONS])
        if project
        else ()
    )


def _sensitive(briefing: Briefing, subject: BriefingSubject) -> list[str]:
    """At most three points: what the person is sore about, then what the subject asks for."""
    own = [day for day, settled in complaints(briefing) if not settled]
    words = _("The complaint of {day} is still open: let it be told first")
    found = [words.format(day=plain_date(day)) for day in own[-1:]]
    project = life_projects().get(subject.code)
    if project:
        found += [text.in_language(language()) for text in project.sensitive]
    return found[:_SENSITIVE]


def _moment(moment: datetime | None) -> str:
    if moment is None:
        return ""
    day = long_date(moment.date()).removesuffix(f" {moment.year}")
    words = _("{day}, {time}").format(day=day, time=clock(moment.time()))
    return words.replace(" ", NO_BREAK_SPACE)  # a line that is short of room never loses its date
