"""What the services say of a day becomes the words of "Today"; on the worker."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from advisor_app.domain.codes import AppointmentStatus
from advisor_app.domain.keys import Key
from advisor_app.domain.people import of_age
from advisor_app.domain.portfolio import PortfolioRow
from advisor_app.domain.thread import whole_months
from advisor_app.domain.today import DayAppointment, MonthOfContacts, SuggestionCard, Today
from advisor_app.i18n import _
from advisor_app.i18n.company_words import joined_words
from advisor_app.i18n.formats import (
    clock,
    month_and_year,
    month_initial,
    number,
    percent,
    plain_date,
    short_clock,
)
from advisor_app.i18n.people_words import ages, joint_name
from advisor_app.i18n.portfolio_words import project_with_date
from advisor_app.i18n.today_words import (
    client_since,
    clients_of,
    due_detail,
    greeting,
    hello,
    inherited_of,
    met_share,
    met_trend,
    next_visit,
    not_introduced_tag,
    seen_tag,
    soon,
    subtitle,
    where,
)
from advisor_app.ui.pages.today.kept import Kept, packed
from advisor_app.ui.pages.today.words import (
    DayWords,
    FigureWords,
    ListWords,
    MonthWords,
    SuggestionWords,
    TagWords,
    VisitWords,
)
from advisor_app.ui.parts.presence import glyph_of
from advisor_app.ui.parts.project_icons import place_icon
from advisor_app.ui.parts.projects import project_names, short_project_names
from advisor_app.ui.parts.requests import Whom
from advisor_app.ui.parts.suggested import ritual_words, why_words
from advisor_app.ui.parts.tags import Tint
from advisor_app.ui.theme import sizes

if TYPE_CHECKING:
    from advisor_app.bootstrap import Services

_SOON = timedelta(hours=1)
_ATTENTIONS = {"handwritten_card", "condolence_letter", "small_gift"}
_CALLS = {"phone_meeting", "courtesy_call"}


class Day(NamedTuple):
    """A day in words, with what they stand for, and the state of the store before it was read."""

    words: DayWords
    today: Today
    mark: str


class Listing(NamedTuple):
    """The suggestions in words, whom each is for, and the state of the store before."""

    words: ListWords
    whom: Mapping[Key, Whom]
    mark: str


def read_day(services: "Services") -> Day:
    """Ask for the day, and word it."""
    mark = services.kept_pages.mark()
    today = services.today_page.today()
    return Day(day_words(today, project_names()), today, mark)


def read_list(services: "Services", limit: int) -> Listing:
    """Ask for the suggestions, and word them; `limit` is for a list as long as drawn."""
    mark = services.kept_pages.mark()
    longer = services.daily_lists.rules().length - sizes.FEW
    found = services.today_page.suggested(limit + longer)
    today, names = services.today(), short_project_names()
    rows = tuple(row_words(card, today, names) for card in found.cards)
    whom = {card.row.key: whom_of(card, today) for card in found.cards}
    return Listing(ListWords(rows, found.total), whom, mark)


def read_trend(services: "Services", today: Today) -> str:
    """How the share of the clients met moved since January."""
    return met_trend(today.figures, services.today_page.january(), today.now.date())


def keep_page(services: "Services") -> None:
    """Keep the page for the next start, as it is now."""
    day, listing = read_day(services), read_list(services, sizes.FEW)
    kept = Kept(day.words, listing.words, read_trend(services, day.today))
    services.kept_pages.keep_today(day.mark, packed(kept))


def visit_whom(one: DayAppointment) -> Whom:
    """The household of an appointment."""
    minutes = (one.end - one.start) // timedelta(minutes=1)
    return Whom(one.household, joint_name(one.people), one.people, None, minutes)


def day_words(today: Today, names: Mapping[str, str]) -> DayWords:
    """What the page says but for the suggestions; `names` words the projects."""
    coming = next_visit(today)
    return DayWords(
        title=greeting(today),
        hello=hello(today),
        subtitle=subtitle(today),
        as_of=_("As it was at {time}; being brought up to date").format(
            time=clock(today.now.time())
        ),
        of_day=_("Your list of {day}").format(day=plain_date(today.now.date())),
        figures=figure_words(today),
        visits=tuple(
            visit_words(one, today.now, names, coming=one is coming) for one in today.appointments
        ),
        months=tuple(month_words(one) for one in today.months),
    )


def figure_words(today: Today) -> tuple[FigureWords, ...]:
    """The four figures, each with its denominator."""
    figures = today.figures
    share = percent(figures.met / figures.clients) if figures.clients else "—"
    due = figures.due + figures.to_write_up
    return (
        FigureWords(share, met_share(figures)),
        FigureWords(str(figures.online_only), clients_of(figures.online_only, figures.clients)),
        FigureWords(str(figures.not_introduced), inherited_of(figures)),
        FigureWords(str(due), due_detail(figures) if due else ""),
    )


def visit_words(
    one: DayAppointment, now: datetime, names: Mapping[str, str], *, coming: bool
) -> VisitWords:
    """What the row of one appointment says."""
    name, stands, over = joint_name(one.people), _stands(one), one.end <= now
    accent = stands and now <= one.start <= now + _SOON
    return VisitWords(
        ref=one.ref,
        time=short_clock(one.start.time()),
        title=f"{clock(one.start.time())} {name}",
        name=name,
        subject=names.get(one.subject or "", "") or _("Meeting"),
        icon="user-round" if accent else place_icon(one.place.value),
        said=_joined(one, soon(now, one) if accent else _status(one) or where(one)),
        accent=accent,
        over=over,
        coming=coming,
        asks_note=over and not one.written_up and stands and one.host is None,
        printed=one.printed,
    )


def _joined(one: DayAppointment, said: str) -> str:
    return said if one.host is None else f"{said} · {joined_words(one.host)}"


def _stands(one: DayAppointment) -> bool:
    return one.status not in {AppointmentStatus.CANCELLED, AppointmentStatus.MISSED}


def _status(one: DayAppointment) -> str:
    return {
        AppointmentStatus.CANCELLED: _("Cancelled"),
        AppointmentStatus.MISSED: _("Did not take place"),
    }.get(one.status, "")


def month_words(one: MonthOfContacts) -> MonthWords:
    """What a month's two bars say."""
    said = _("{month}: {meetings} in person, {digital} digital").format(
        month=month_and_year(one.first_day), meetings=one.in_person, digital=one.digital
    )
    return MonthWords(
        month_initial(one.first_day),
        said,
        one.in_person,
        number(one.in_person),
        one.digital,
        number(one.digital),
    )


def row_words(card: SuggestionCard, today: date, names: Mapping[str, str]) -> SuggestionWords:
    """What the row of one suggestion says."""
    row = card.row
    one = card.suggestion
    action, icon = action_words(one.ritual)
    return SuggestionWords(
        key=row.key,
        title=joint_name(row.clients),
        about=about(row, today),
        sentence=why_words(one, row.clients, today),
        tags=tags(card, today, names),
        ritual=one.ritual,
        ritual_label=ritual_words(one.ritual),
        action=action,
        action_icon=icon,
        books=one.ritual not in _ATTENTIONS,
    )


def whom_of(card: SuggestionCard, today: date) -> Whom:
    """Whom a suggestion is for."""
    row, one = card.row, card.suggestion
    people = of_age(row.clients, today)
    return Whom(row.key, joint_name(row.clients), people, one.project, one.minutes or None, one)


def about(row: PortfolioRow, today: date) -> str:
    """Age, and client since when."""
    parts = (ages(row.clients, today), client_since(row.clients, row.since))
    return " · ".join(part for part in parts if part)


def tags(card: SuggestionCard, today: date, names: Mapping[str, str]) -> tuple[TagWords, ...]:
    """The presence, then the project."""
    row = card.row
    met = row.last_meeting
    glyph = glyph_of(row.state, not_introduced=row.not_introduced)
    if row.not_introduced:
        words, tint = not_introduced_tag(row.clients, ever_met=met is not None), Tint.WARN
    else:
        months = None if met is None else whole_months(met, today)
        words = seen_tag(row.clients, row.state, months)
        far = glyph.value in {"online_only", "silent"}
        tint = Tint.WARN if far else Tint.PLAIN
    found = [TagWords(words, tint, presence=glyph)]
    subject = card.suggestion.subject
    brief = next((one for one in row.projects if one.code == subject), None)
    name = project_with_date(names.get(subject, subject), brief.when if brief else None)
    return (*found, TagWords(name, Tint.PROJECT, "flag"))


def action_words(ritual: str) -> tuple[str, str]:
    """What the row's button does, and its icon."""
    if ritual in _CALLS:
        return _("Plan the call"), "phone"
    if ritual == "video_meeting":
        return _("Plan the video meeting"), "monitor"
    if ritual in _ATTENTIONS:
        return _("Note that it was sent"), "mail"
    if ritual == "event_invitation":
        return _("Note the invitation"), "ticket"
    if ritual == "branch_greeting":
        return _("Note the greeting"), "door-open"
    return _("Suggest a meeting"), "calendar-plus"
