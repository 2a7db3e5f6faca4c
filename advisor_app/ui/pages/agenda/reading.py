"""What the agenda asks the services, on the worker."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from advisor_app.domain.agenda import WeekPlan
from advisor_app.domain.people import of_age
from advisor_app.domain.suggestions.suggestion import usual_channel
from advisor_app.i18n import _
from advisor_app.i18n.agenda_words import length_words
from advisor_app.i18n.people_words import joint_name
from advisor_app.ui.parts.presence import Glyph, glyph_of
from advisor_app.ui.parts.projects import short_project_names
from advisor_app.ui.parts.requests import Whom
from advisor_app.ui.parts.suggested import ritual_words

if TYPE_CHECKING:
    from advisor_app.bootstrap import Services
    from advisor_app.domain.today import DayAppointment, SuggestionCard

# As many as the panel shows; the rest is one click away.
_FEW = 5


@dataclass(frozen=True, slots=True)
class Waiting:
    """Somebody to place: whom, what the row says, and how the relation stands."""

    whom: Whom
    title: str
    about: str
    glyph: Glyph


@dataclass(frozen=True, slots=True)
class WaitingList:
    """Who waits for a time, and how many more are suggested."""

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
    """The suggestions of the day that end in an appointment."""
    found = services.today_page.suggested(services.daily_lists.rules().length)
    today = services.today()
    rows = tuple(_waiting(card, today) for card in found.cards if _is_met(card))
    return WaitingList(rows, found.total - len(rows))


def read_busy(services: "Services", month: date) -> Mapping[date, int]:
    """How full the days of a month are."""
    return services.agenda.busy_days(month)


def whom_of_visit(visit: "DayAppointment") -> Whom:
    """Whom an appointment is with."""
    return Whom(visit.household, joint_name(visit.people), visit.people)


def _is_met(card: "SuggestionCard") -> bool:
    """Whether it needs a time: cards, letters and words at the counter do not."""
    one = card.suggestion
    return one.minutes > 0 and usual_channel(one.ritual).value in _TIMED


_TIMED = frozenset({"branch", "home", "workplace", "phone", "video"})


def _waiting(card: "SuggestionCard", today: date) -> Waiting:
    row, one = card.row, card.suggestion
    people = of_age(row.clients, today)
    title = joint_name(row.clients)
    whom = Whom(row.key, title, people, one.project, one.minutes or None, one)
    parts = (ritual_words(one.ritual), length_words(one.minutes))
    about = _("{ritual} · {length}").format(ritual=parts[0], length=parts[1])
    glyph = glyph_of(row.state, not_introduced=row.not_introduced)
    return Waiting(whom, title, about, glyph)
