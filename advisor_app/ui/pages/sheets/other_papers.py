"""Papers besides the sheets: letters, handover sheets, address labels, lists, figures."""

from functools import partial
from typing import TYPE_CHECKING

from advisor_app.domain.client_events import ClientEvent
from advisor_app.domain.labels import LABEL_GRIDS
from advisor_app.domain.letters import LetterKind
from advisor_app.domain.papers import PaperKind
from advisor_app.i18n import _, language, ngettext
from advisor_app.i18n.report_words import report_words
from advisor_app.ui.pages.sheets.making import pages_words
from advisor_app.ui.pages.sheets.paper import Made, Paper, printer_of
from advisor_app.ui.parts.papers_asked import (
    HouseholdPaper,
    InvitationsAsked,
    LabelsAsked,
    LetterAsked,
    ListAsked,
    OtherPapers,
    PapersAsked,
    ReportAsked,
)
from advisor_app.ui.parts.requests import Whom

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from advisor_app.bootstrap import Services

# Households read at once for a list.
_PART = 500


def other_papers(asked: OtherPapers) -> tuple[Paper, ...]:
    """What was asked for, nothing of it made yet."""
    if isinstance(asked, LetterAsked):
        return (_paper(_letter_title(asked.kind), partial(_make_letter, asked)),)
    if isinstance(asked, PapersAsked):
        return tuple(one for whom in asked.chosen for one in _household_papers(asked.kind, whom))
    if isinstance(asked, LabelsAsked):
        return (_labels(asked),)
    if isinstance(asked, InvitationsAsked):
        return tuple(_invitation(asked.event, whom) for whom in asked.chosen if whom.refs)
    if isinstance(asked, ReportAsked):
        about = report_words(asked.whose, asked.period)
        return (_paper(_("Manager's report"), partial(_make_report, asked), about=about),)
    count = len(asked.keys)
    words = ngettext("{count} household", "{count} households", count).format(count=count)
    return (_paper(_("List of the portfolio"), partial(_make_list, asked), about=words),)


def _household_papers(kind: HouseholdPaper, whom: Whom) -> "Iterator[Paper]":
    """A handover sheet for each client: secrecy holds in a household; a letter for all of it."""
    if kind is HouseholdPaper.HANDOVER:
        for person in whom.people:
            if person.ref:
                yield _paper(person.name, partial(_make_handover, person.ref))
    elif whom.refs:
        asked = LetterAsked(LetterKind.INTRODUCTION, "", whom.title, client=whom.refs[0])
        yield _paper(whom.title, partial(_make_letter, asked))


def _invitation(event: ClientEvent, whom: Whom) -> Paper:
    return _paper(whom.title, partial(_make_invitation, event, whom))


def _labels(asked: LabelsAsked) -> Paper:
    grid = LABEL_GRIDS[asked.place.sheet]
    labels = asked.place.first - 1 + len(asked.chosen)
    pages = -(-labels // (grid.columns * grid.rows))
    count = len(asked.chosen)
    words = ngettext("{count} label", "{count} labels", count).format(count=count)
    return _paper(_("Address labels"), partial(_make_labels, asked), about=words, count=pages)


def _paper(
    title: str, make: "Callable[[Services], Made]", *, about: str = "", count: int = 1
) -> Paper:
    return Paper(
        title=title,
        about=about or pages_words(count),
        aside=pages_words(count) if about and count > 1 else "",
        count=count,
        wanted=True,
        appointment=None,
        make=lambda services, _choices: make(services),
    )


def _letter_title(kind: LetterKind) -> str:
    from advisor_app.i18n.record_words import paper_kind_label

    return paper_kind_label(PaperKind(f"{kind}_letter"))


def _make_letter(asked: LetterAsked, services: "Services") -> Made:
    from advisor_app.reports.papers import make_letter, make_summary, make_written

    find, today = services.letters, services.today()
    if asked.client:
        briefing = find.for_client(asked.client, asked.kind)
    else:
        briefing = find.for_appointment(asked.appointment, asked.kind)
    if asked.text:
        made = make_written(briefing, asked.kind, today, asked.subject, asked.text)
    elif asked.kind is LetterKind.SUMMARY:
        made = make_summary(briefing, services.summaries.kept(asked.appointment), today)
    else:
        made = make_letter(briefing, asked.kind, today, person=asked.person)
    return Made(made.pdf, made.pages, partial(find.printed, briefing, asked.kind, made.pages))


def _make_handover(ref: str, services: "Services") -> Made:
    from advisor_app.reports.papers import make_handover

    briefing = services.handovers.sheet(ref)
    made = make_handover(briefing, services.now(), language(), printer_of(services))
    return Made(made.pdf, made.pages, partial(services.handovers.printed, briefing))


def _make_invitation(event: ClientEvent, whom: Whom, services: "Services") -> Made:
    from advisor_app.reports.papers import make_invitation

    find, kind = services.letters, LetterKind.INVITATION
    invitation = find.invitation(whom.refs, event)
    made = make_invitation(invitation, services.today())
    return Made(made.pdf, made.pages, partial(find.printed, invitation.briefing, kind, made.pages))


def _make_report(asked: ReportAsked, services: "Services") -> Made:
    from advisor_app.reports.papers import make_report

    find = services.kpi_reports
    of = find.of_branch if asked.whose.is_branch else find.of_advisor
    report = of(asked.whose.ref, *asked.period)
    made = make_report(report, services.now(), language(), printer_of(services))
    return Made(made.pdf, made.pages, partial(find.printed, report, asked.purpose))


def _make_labels(asked: LabelsAsked, services: "Services") -> Made:
    from advisor_app.reports.papers import make_labels

    refs = ["|".join(whom.refs) for whom in asked.chosen if whom.refs]
    addressed = services.letters.addressees(refs)
    made = make_labels(addressed, asked.place, language())
    return Made(made.pdf, made.pages, partial(services.letters.labels_printed, addressed))


def _make_list(asked: ListAsked, services: "Services") -> Made:
    from advisor_app.i18n.portfolio_columns import export_table
    from advisor_app.reports.portfolio_list import list_pdf
    from advisor_app.reports.sheet_data import Printing
    from advisor_app.services.exports import export_of
    from advisor_app.ui.parts.pdf import page_count
    from advisor_app.ui.parts.projects import project_names

    parts = (asked.keys[first : first + _PART] for first in range(0, len(asked.keys), _PART))
    rows = [row for part in parts for row in services.portfolio.rows(part, threads=False)]
    today = services.today()
    table = export_table(rows, asked.columns, project_names(), today)
    printing = Printing(printer_of(services) or "", services.now(), today)
    pdf = list_pdf(table, printing, language())
    told = export_of(asked.question, rows, asked.purpose, "pdf")
    printed = partial(services.exports.hand_out, told, rows, _written_already)
    return Made(pdf, page_count(pdf), printed, wide=True)


def _written_already() -> None:
    """Nothing is left to write: the list is on paper, or its file stands, when it is told."""
