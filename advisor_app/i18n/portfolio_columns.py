"""The portfolio's columns, filters and orders in words, and its table as it leaves the program."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from advisor_app.domain.codes import Segment, State
from advisor_app.domain.export import Cell, ExportPurpose, ExportTable
from advisor_app.domain.months import age_on
from advisor_app.domain.people import Person
from advisor_app.domain.portfolio import STATE_FACETS, Facet, PortfolioQuestion, PortfolioRow
from advisor_app.domain.portfolio_view import (
    ExportNeedsAPurpose,
    NoSuchView,
    PortfolioColumn,
    ViewNeedsAName,
)
from advisor_app.domain.thread import MarkKind
from advisor_app.i18n import _, ngettext, pgettext
from advisor_app.i18n.formats import short_date, short_month_and_year
from advisor_app.i18n.people_words import joint_name
from advisor_app.i18n.portfolio_words import (
    appointment_cell,
    meeting_cell,
    online_cell,
    presence_words,
    project_with_date,
    segment_label,
)


def column_label(column: PortfolioColumn) -> str:
    """A column's heading."""
    return {
        PortfolioColumn.CLIENT: _("Client"),
        PortfolioColumn.AGE: pgettext("column", "Age"),
        PortfolioColumn.TOWN: pgettext("column", "Town"),
        PortfolioColumn.SEGMENT: pgettext("column", "Segment"),
        PortfolioColumn.THREAD: pgettext("column", "12 months"),
        PortfolioColumn.MEETING: _("Meeting"),
        PortfolioColumn.ONLINE: _("Online"),
        PortfolioColumn.PROJECTS: _("Projects"),
        PortfolioColumn.APPOINTMENT: _("Appointment"),
        PortfolioColumn.PHONE: pgettext("column", "Phone"),
        PortfolioColumn.SINCE: pgettext("column", "Client since"),
        PortfolioColumn.REF: pgettext("column", "Reference"),
    }[column]


def facet_label(facet: Facet) -> str:
    """A filter, on its chip and in the menu of filters."""
    if facet in STATE_FACETS and facet is not Facet.ONLINE_ONLY:
        return _state_label(STATE_FACETS[facet])
    return {
        Facet.WITH_PROJECT: _("With a project"),
        Facet.ONLINE_ONLY: _("Online only"),
        Facet.NOT_INTRODUCED: _("Not introduced"),
        Facet.ERRANDS_ONLY: _("Only errands at the branch"),
        Facet.PROJECT_UNATTENDED: _("A project nobody has spoken about"),
        Facet.UNANSWERED: _("Letters without an answer"),
        Facet.FOLLOW_UP_DUE: _("A follow-up to send"),
        Facet.COMMITMENT_DUE: _("A promise past its day"),
        Facet.WITH_APPOINTMENT: _("With an appointment"),
        Facet.WITHOUT_APPOINTMENT: _("Without an appointment"),
        Facet.NEAR: _("Near me"),
    }[facet]


def _state_label(state: State) -> str:
    return _("Met within a year") if state is State.MET else presence_words(state)


def filter_words(question: PortfolioQuestion, names: Mapping[str, str]) -> str:
    """What narrows a list, in one line; the whole portfolio where nothing does."""
    parts = _chosen(question, names)
    if question.words.strip():
        parts.append(_("“{words}”").format(words=question.words.strip()))
    return " · ".join(parts) or _("The whole portfolio")


def name_proposal(question: PortfolioQuestion, names: Mapping[str, str]) -> str:
    """What a list could be called: what narrows it, the words as they were typed."""
    parts = [*_chosen(question, names), question.words.strip()]
    return " · ".join(part for part in parts if part) or _("The whole portfolio")


def _chosen(question: PortfolioQuestion, names: Mapping[str, str]) -> list[str]:
    parts = [facet_label(facet) for facet in Facet if facet in question.facets]
    if question.project:
        parts.append(names.get(question.project, question.project))
    if question.segment:
        parts.append(segment_label(question.segment))
    return parts


def purpose_label(purpose: ExportPurpose) -> str:
    """A purpose of an export, to choose and to read on the trail."""
    return {
        ExportPurpose.PREPARE_MEETINGS: _("Prepare meetings"),
        ExportPurpose.INVITE: _("Invite to an event"),
        ExportPurpose.HAND_OVER: _("Hand clients over to a colleague"),
        ExportPurpose.REVIEW_DATA: _("Check what is kept"),
    }[purpose]


def exported_words(count: int, name: str) -> str:
    """That a file was written."""
    words = ngettext(
        "{count} household exported as {name}.", "{count} households exported as {name}.", count
    )
    return words.format(count=count, name=name)


def put_off_words(count: int, without: int, day: str) -> str:
    """That suggestions were put off, and that some households had none."""
    words = ngettext(
        "{count} household comes back on {day}.", "{count} households come back on {day}.", count
    ).format(count=count, day=day)
    if not without:
        return words
    others = ngettext(
        "{count} household had no suggestion.", "{count} households had no suggestion.", without
    ).format(count=without)
    return f"{words} {others}"


def export_table(
    rows: Iterable[PortfolioRow],
    columns: Iterable[PortfolioColumn],
    names: Mapping[str, str],
    today: date,
) -> ExportTable:
    """The rows as they leave: the columns shown, but for the thread, which is a drawing."""
    shown = [column for column in columns if column is not PortfolioColumn.THREAD]
    if PortfolioColumn.REF not in shown:
        shown.insert(0, PortfolioColumn.REF)
    return ExportTable(
        title=_("Portfolio"),
        headings=tuple(column_label(column) for column in shown),
        rows=[tuple(_cell(row, column, names, today) for column in shown) for row in rows],
    )


def _cell(
    row: PortfolioRow, column: PortfolioColumn, names: Mapping[str, str], today: date
) -> Cell:
    if column is PortfolioColumn.AGE:
        return _age(row.clients, today)
    if column is PortfolioColumn.PROJECTS:
        told = (project_with_date(names.get(one.code, one.code), one.when) for one in row.projects)
        return "; ".join(told)
    return _CELLS[column](row)


_CELLS: dict[PortfolioColumn, Callable[[PortfolioRow], Cell]] = {
    PortfolioColumn.CLIENT: lambda row: joint_name(row.clients),
    PortfolioColumn.REF: lambda row: ", ".join(one.ref for one in row.clients if one.ref),
    PortfolioColumn.TOWN: lambda row: row.town,
    PortfolioColumn.PHONE: lambda row: row.phone,
    PortfolioColumn.SEGMENT: lambda row: segment_words(row.segments),
    PortfolioColumn.MEETING: lambda row: row.last_meeting,
    PortfolioColumn.ONLINE: lambda row: (
        short_month_and_year(row.last_digital) if row.last_digital else None
    ),
    PortfolioColumn.APPOINTMENT: lambda row: row.appointment,
    PortfolioColumn.SINCE: lambda row: row.since,
}


def _age(people: Iterable[Person], today: date) -> str | None:
    years = [str(age_on(one.birth_date, today)) for one in people if one.birth_date]
    return ", ".join(years) or None


def segment_words(segments: Iterable[Segment]) -> str:
    """The segments of a household's clients."""
    return ", ".join(segment_label(segment) for segment in segments)


def cell_words(
    row: PortfolioRow, column: PortfolioColumn, names: Mapping[str, str], today: date
) -> str:
    """What a cell says on the screen; empty where nothing is known."""
    match column:
        case PortfolioColumn.MEETING:
            return meeting_cell(row, today)
        case PortfolioColumn.ONLINE:
            return online_cell(row)
        case PortfolioColumn.APPOINTMENT:
            return appointment_cell(row.appointment, today)
        case PortfolioColumn.SINCE:
            return short_date(row.since, today) if row.since else ""
        case PortfolioColumn.THREAD:
            return thread_words(row)
        case _:
            return str(_cell(row, column, names, today) or "")


def thread_words(row: PortfolioRow) -> str:
    """The thread of a row in one sentence, for those who hear it."""
    met = sum(mark.kind is MarkKind.MEETING for mark in row.thread.marks)
    talks = len(row.thread.marks) - met
    online = sum(month.count > 0 for month in row.thread.months)
    meetings = ngettext("{count} meeting", "{count} meetings", met).format(count=met)
    calls = ngettext("{count} call", "{count} calls", talks).format(count=talks)
    months = ngettext("{count} month online", "{count} months online", online)
    return _("Within a year: {meetings}, {calls}, {months}").format(
        meetings=meetings, calls=calls, months=months.format(count=online)
    )


PORTFOLIO_SENTENCES = {
    ViewNeedsAName: lambda _error: _("Give the view a name of at most 60 letters."),
    NoSuchView: lambda error: _("There is no view called {name}.").format(name=error.name),
    ExportNeedsAPurpose: lambda _error: _(
        "Say for what the data leaves the program: the purpose is kept on the trail."
    ),
}
