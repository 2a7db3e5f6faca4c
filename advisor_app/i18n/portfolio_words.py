"""The sentences of "Portfolio" and of a client's preview."""

from datetime import date, datetime

from advisor_app.domain.client_page import ClientPage, ContactLine, ProjectCard
from advisor_app.domain.codes import ConsentUse, Link, ProjectStatus, Segment, State
from advisor_app.domain.partial_date import PartialDate
from advisor_app.domain.portfolio import (
    PortfolioCounts,
    PortfolioOrder,
    PortfolioQuestion,
    PortfolioRow,
)
from advisor_app.i18n import _, ngettext, pgettext
from advisor_app.i18n.channel_words import consent_label
from advisor_app.i18n.formats import short_clock, short_date, short_month_and_year
from advisor_app.i18n.people_words import ages, joint_name

_SPOKEN = (ConsentUse.LETTER, ConsentUse.PHONE, ConsentUse.EMAIL, ConsentUse.SMS)


def shown_of(
    shown: int, counts: PortfolioCounts, question: PortfolioQuestion, *, uncounted: bool = False
) -> tuple[str, str, str]:
    """How many rows show, of how many, in which unit and order; whether others show uncounted.

    The shorter versions, for where there is less room, leave the order away, then who is uncounted.
    """
    rows = ngettext("{count} household shown", "{count} households shown", shown)
    clients = ngettext(
        "of {households} ({clients} client)", "of {households} ({clients} clients)", counts.clients
    )
    counted = _("{shown} {of}")
    whole, less = _("{shown} {of} · {order}"), counted
    if uncounted:
        whole = _("{shown} {of}; some are left out of every figure, as they wish · {order}")
        less = _("{shown} {of}; some are left out of every figure, as they wish")
    said = {
        "shown": rows.format(count=shown),
        "of": clients.format(households=counts.households, clients=counts.clients),
        "order": order_words(question),
    }
    return whole.format(**said), less.format(**said), counted.format(**said)


def order_words(question: PortfolioQuestion) -> str:
    """In which order the rows stand."""
    return {
        (PortfolioOrder.LAST_MEETING, False): _("sorted by last meeting, the oldest first"),
        (PortfolioOrder.LAST_MEETING, True): _("sorted by last meeting, the latest first"),
        (PortfolioOrder.NAME, False): _("sorted by name"),
        (PortfolioOrder.NAME, True): _("sorted by name, from Z to A"),
        (PortfolioOrder.LAST_CONTACT, False): _("sorted by last contact, the oldest first"),
        (PortfolioOrder.LAST_CONTACT, True): _("sorted by last contact, the latest first"),
        (PortfolioOrder.LAST_DIGITAL, False): _("sorted by last online contact, the oldest first"),
        (PortfolioOrder.LAST_DIGITAL, True): _("sorted by last online contact, the latest first"),
        (PortfolioOrder.PROJECT, False): _("sorted by project, the nearest first"),
        (PortfolioOrder.PROJECT, True): _("sorted by project, the farthest first"),
        (PortfolioOrder.APPOINTMENT, False): _("sorted by next appointment"),
        (PortfolioOrder.APPOINTMENT, True): _("sorted by next appointment, the farthest first"),
        (PortfolioOrder.TOWN, False): _("sorted by town"),
        (PortfolioOrder.TOWN, True): _("sorted by town, from Z to A"),
        (PortfolioOrder.AGE, False): _("sorted by age, the youngest first"),
        (PortfolioOrder.AGE, True): _("sorted by age, the oldest first"),
        (PortfolioOrder.SEGMENT, False): _("sorted by segment"),
        (PortfolioOrder.SEGMENT, True): _("sorted by segment, from the last"),
        (PortfolioOrder.SINCE, False): _("sorted by first day as a client, the oldest first"),
        (PortfolioOrder.SINCE, True): _("sorted by first day as a client, the latest first"),
        (PortfolioOrder.PHONE, False): _("sorted by phone number"),
        (PortfolioOrder.PHONE, True): _("sorted by phone number, from the last"),
        (PortfolioOrder.REF, False): _("sorted by reference"),
        (PortfolioOrder.REF, True): _("sorted by reference, from the last"),
    }[question.order, question.descending]


def about_row(row: PortfolioRow, today: date, *, with_town: bool) -> str:
    """Age and town, beside the name."""
    years = ages(row.clients, today)
    town = row.town if with_town else None
    return " · ".join(part for part in (years, town) if part)


def meeting_cell(row: PortfolioRow, today: date) -> str:
    """The last meeting, or never."""
    if row.last_meeting is None:
        return pgettext("last meeting", "Never")
    return short_date(row.last_meeting, today)


def online_cell(row: PortfolioRow) -> str:
    """The month of the last digital activity."""
    return "—" if row.last_digital is None else short_month_and_year(row.last_digital)


def appointment_cell(start: datetime | None, today: date) -> str:
    """When the next appointment is."""
    if start is None:
        return "—"
    if start.date() == today:
        return _("Today {time}").format(time=short_clock(start.time()))
    return _("{day} {time}").format(
        day=short_date(start.date(), today), time=short_clock(start.time())
    )


def project_with_date(name: str, when: PartialDate | None) -> str:
    """As in "Retraite · janv. 2027"."""
    if when is None:
        return name
    return _("{project} · {when}").format(project=name, when=short_partial(when))


def short_partial(when: PartialDate) -> str:
    """A year, or a month and its year."""
    return str(when.year) if when.month is None else short_month_and_year(when.first_day)


def row_said(row: PortfolioRow, today: date) -> str:
    """The row in one sentence, for those who hear it."""
    parts = [joint_name(row.clients), ages(row.clients, today), presence_words(row.state)]
    met = _("last meeting: {when}").format(when=meeting_cell(row, today))
    count = len(row.projects)
    projects = ngettext("{count} project", "{count} projects", count).format(count=count)
    return ", ".join(part for part in (*parts, met, projects) if part)


def presence_words(state: State) -> str:
    """A state, in a legend."""
    return {
        State.MET: _("Seen within a year"),
        State.DRIFTING: _("A year or more"),
        State.VOICE_ONLY: _("By voice only"),
        State.ONLINE_ONLY: _("Online only"),
        State.SILENT: _("No recent contact"),
        State.NEW: _("New client"),
    }[state]


def segment_label(segment: Segment) -> str:
    """A segment's name."""
    return {
        Segment.YOUTH: _("Young clients"),
        Segment.MASS: _("Individuals"),
        Segment.AFFLUENT: _("Affluent clients"),
        Segment.PRIVATE: _("Private banking"),
        Segment.PROFESSIONAL: _("Professionals"),
        Segment.SENIOR: _("Seniors"),
    }[segment]


def households_words(count: int) -> str:
    """How many households a filter holds."""
    return ngettext("{count} household", "{count} households", count).format(count=count)


def chosen_words(count: int, shown: int) -> str:
    """How many households are ticked, and how many of them the list shows, where not all."""
    chosen = ngettext("{count} household chosen", "{count} households chosen", count)
    if shown < count:
        chosen = ngettext(
            "{count} household chosen, {shown} of them in this list",
            "{count} households chosen, {shown} of them in this list",
            count,
        )
    return chosen.format(count=count, shown=shown)


def about_client(page: ClientPage, today: date) -> str:
    """Age, occupation and town under a preview's name."""
    parts = (ages(page.clients, today), page.occupation, page.town)
    return " · ".join(part for part in parts if part)


def accepted(page: ClientPage) -> str:
    """Which written and spoken channels the clients accept, in words."""
    given = [consent_label(line.use) for line in page.consents if line.given and _spoken(line.use)]
    if not given:
        return _("No channel agreed to yet")
    return _("Accepts: {channels}").format(channels=", ".join(given))


def _spoken(use: ConsentUse) -> bool:
    return use in _SPOKEN


def ahead_of(card: ProjectCard, today: date) -> str:
    """How far a project's target is, in months."""
    if card.target is None:
        return ""
    first = card.target.first_day
    months = (first.year - today.year) * 12 + first.month - today.month
    if months <= 0:
        return ""
    return ngettext("in {count} month", "in {count} months", months).format(count=months)


def last_note(page: ClientPage) -> ContactLine | None:
    """The latest contact that somebody wrote a note about."""
    return next((line for line in page.contacts if line.note), None)


def project_status_label(status: ProjectStatus) -> str:
    """Where a project stands."""
    return {
        ProjectStatus.HEARD: pgettext("project", "Heard"),
        ProjectStatus.OPEN: pgettext("project", "Open"),
        ProjectStatus.DONE: pgettext("project", "Done"),
        ProjectStatus.DROPPED: pgettext("project", "Dropped"),
        ProjectStatus.EXPIRED: pgettext("project", "Expired"),
    }[status]


def link_label(link: Link) -> str:
    """How somebody is tied to the head of the household."""
    return {
        Link.SELF: _("Holder"),
        Link.PARTNER: _("Partner"),
        Link.CHILD: _("Child"),
        Link.PARENT: _("Parent"),
        Link.OTHER: _("Other person"),
    }[link]
