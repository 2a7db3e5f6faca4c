"""What the agenda asks the services, on the worker."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from advisor_app.domain.agenda import Stretch, WeekPlan, minutes_of
from advisor_app.domain.codes import AppointmentStatus, Place
from advisor_app.domain.letters import LetterKind
from advisor_app.domain.moments import Moment
from advisor_app.domain.people import of_age
from advisor_app.domain.suggestions.answers import AcceptedSuggestion
from advisor_app.domain.suggestions.suggestion import usual_channel
from advisor_app.i18n import _
from advisor_app.i18n.agenda_words import closed_label, length_words
from advisor_app.i18n.formats import day_and_month
from advisor_app.i18n.people_words import joint_name
from advisor_app.ui.parts.papers_asked import LetterAsked
from advisor_app.ui.parts.presence import Glyph, glyph_of
from advisor_app.ui.parts.projects import short_project_names
from advisor_app.ui.parts.requests import Whom
from advisor_app.ui.parts.suggested import ritual_words
from advisor_app.ui.parts.week import FreeBlock

if TYPE_CHECKING:
    from advisor_app.bootstrap import Services
    from advisor_app.domain.today import DayAppointment, SuggestionCard
    from advisor_app.services.placing import ToPlace

# Where nobody says how long.
USUAL_MINUTES = 60


@dataclass(frozen=True, slots=True)
class Waiting:
    """Somebody to place: whom, what the row says, and how the relation stands.

    `accepted` is what waits for a time; without it somebody is only suggested today.
    """

    whom: Whom
    title: str
    about: str
    glyph: Glyph
    accepted: AcceptedSuggestion | None = None


@dataclass(frozen=True, slots=True)
class WaitingList:
    """Who was accepted, then who is suggested today, and how many more are."""

    rows: tuple[Waiting, ...]
    others: int


@dataclass(frozen=True, slots=True)
class Shown:
    """The days in front, and the names of what the meetings are about."""

    plan: WeekPlan
    names: Mapping[str, str]


def read_days(services: "Services", day: date, *, alone: bool) -> Shown:
    """The week of a day, or the day alone."""
    plan = services.agenda.day(day) if alone else services.agenda.week(day)
    return Shown(plan, short_project_names())


def read_waiting(services: "Services") -> WaitingList:
    """What was accepted, and the suggestions of the day that end in an appointment."""
    found = services.today_page.suggested(services.daily_lists.rules().length)
    today = services.today()
    accepted = tuple(_accepted(one, today) for one in services.placing.waiting())
    rows = tuple(_waiting(card, today) for card in found.cards if _is_met(card))
    return WaitingList((*accepted, *rows), found.total - len(rows))


def read_free(services: "Services", whom: Whom, plan: WeekPlan) -> tuple[FreeBlock, ...]:
    """When somebody could be met in the days that show, once a day: what suits, else the first."""
    from advisor_app.services.slots import SlotQuestion

    since, own = max(plan.first, services.today()), services.advisor
    if own is None or plan.last < since:
        return ()
    minutes = whom.minutes or USUAL_MINUTES
    suggested = whom.suggestion.place if whom.suggestion else None
    question = SlotQuestion(
        clients=whom.refs,
        minutes=minutes,
        place=whom.place or suggested or Place.BRANCH,
        advisors=(own.ref,),
        since=since,
        weeks=1,
    )
    found = services.slots.find(question)
    starts = {one.day: one.starts[0] for one in found.days if one.starts and not one.is_bridge}
    starts.update({offer.start.day: offer.start for offer in found.offers})
    words = _("Free: {name}?").format(name=whom.title)
    return tuple(
        FreeBlock(day, _stretch(start, minutes), words, whom.title)
        for day, start in starts.items()
        if plan.first <= day <= plan.last
    )


def read_month(services: "Services", month: date) -> tuple[Mapping[date, int], Mapping[date, str]]:
    """How full the days of a month are, and why nobody is met on some."""
    closed = services.agenda.closed_days(month)
    return services.agenda.busy_days(month), {day: closed_label(closed[day]) for day in closed}


def whom_of_visit(visit: "DayAppointment") -> Whom:
    """Whom an appointment is with."""
    return Whom(visit.household, joint_name(visit.people), visit.people)


def letter_about(visit: "DayAppointment") -> LetterAsked:
    """The letter that proposes an appointment, or says that it stands."""
    proposed = visit.status is AppointmentStatus.PROPOSED
    kind = LetterKind.PROPOSAL if proposed else LetterKind.APPOINTMENT
    return LetterAsked(kind, visit.ref, joint_name(visit.people))


def _is_met(card: "SuggestionCard") -> bool:
    """Whether it needs a time: cards, letters and words at the counter do not."""
    one = card.suggestion
    return one.minutes > 0 and usual_channel(one.ritual).value in _TIMED


_TIMED = frozenset({"branch", "home", "workplace", "phone", "video"})


def _stretch(start: Moment, minutes: int) -> Stretch:
    begins = minutes_of(start.clock)
    return Stretch(begins, begins + minutes)


def _accepted(one: "ToPlace", today: date) -> Waiting:
    row, kept = one.row, one.accepted
    whom = Whom(
        row.key,
        joint_name(row.clients),
        of_age(row.clients, today),
        kept.project,
        one.minutes,
        accepted=kept.key,
        place=one.place,
    )
    words = _("{ritual} · {length} · since {day}")
    about = words.format(
        ritual=ritual_words(kept.ritual),
        length=length_words(one.minutes),
        day=day_and_month(kept.on),
    )
    glyph = glyph_of(row.state, not_introduced=row.not_introduced)
    return Waiting(whom, whom.title, about, glyph, kept)


def _waiting(card: "SuggestionCard", today: date) -> Waiting:
    row, one = card.row, card.suggestion
    people = of_age(row.clients, today)
    title = joint_name(row.clients)
    whom = Whom(row.key, title, people, one.project, one.minutes or None, one)
    parts = (ritual_words(one.ritual), length_words(one.minutes))
    about = _("{ritual} · {length}").format(ritual=parts[0], length=parts[1])
    glyph = glyph_of(row.state, not_introduced=row.not_introduced)
    return Waiting(whom, title, about, glyph)
