"""An event at the branch to which clients are invited (DOMAIN.md, section 6)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from enum import StrEnum

from advisor_app.domain.briefing import Access, BriefedProject, Briefing
from advisor_app.domain.codes import ProjectStatus
from advisor_app.domain.errors import Refused
from advisor_app.domain.life_projects import LifeProject, Tone
from advisor_app.domain.suggestions.playbook import EventTheme

# "Send 4 weeks before, reminder at 1 week" (DOMAIN.md, section 6).
INVITED_BEFORE, ANSWERED_BEFORE = timedelta(days=28), timedelta(days=7)
USUAL_SEATS, MOST_SEATS, MOST_LETTERS = 20, 500, 200
_EVENING = time(17)
_ALIVE = (ProjectStatus.HEARD, ProjectStatus.OPEN)


@dataclass(frozen=True, slots=True)
class ClientEvent:
    """What an invitation tells; wall times of the branch.

    The subject is a `theme` of `event_catalogue.csv`, else the `title` as it was typed. `speakers`
    stand after "with"; an answer is hoped for before `reply_by`.
    """

    theme: str
    title: str
    day: date
    start: time
    end: time
    speakers: str
    seats: int
    reply_by: date


@dataclass(frozen=True, slots=True)
class Invitation:
    """Whom an event is told to, the event, and how to get in without steps."""

    briefing: Briefing
    event: ClientEvent
    access: Access | None


class EventFault(StrEnum):
    """What is wrong with an event as it was described."""

    NO_TITLE = "no_title"
    NO_SPEAKERS = "no_speakers"
    TOO_LONG = "too_long"
    NOT_AHEAD = "not_ahead"
    ENDS_EARLY = "ends_early"
    REPLY_DAY = "reply_day"
    SEATS = "seats"


@dataclass(eq=False)
class BadEvent(Refused):
    """Nobody can be invited to this event as it is described."""

    fault: EventFault


@dataclass(eq=False)
class NoThemeFits(Refused):
    """Nothing that the client spoke of belongs to an event of the catalogue."""

    ref: str


@dataclass(eq=False)
class NoInvitationsWanted(Refused):
    """The client wants no events or no contact, or the file is closed."""

    ref: str


@dataclass(eq=False)
class NoTimeToInvite(Refused):
    """Something grave was noted of the client not long ago."""

    ref: str


def checked(event: ClientEvent, today: date) -> ClientEvent:
    """The event, whose texts bear no blanks around them; BadEvent where it cannot be."""
    title, speakers = event.title.strip(), event.speakers.strip()
    faults = {
        EventFault.NO_TITLE: not (event.theme or title),
        EventFault.NO_SPEAKERS: not speakers,
        EventFault.TOO_LONG: max(len(title), len(speakers)) > MOST_LETTERS,
        EventFault.NOT_AHEAD: event.day <= today,
        EventFault.ENDS_EARLY: event.end <= event.start,
        EventFault.REPLY_DAY: not today <= event.reply_by <= event.day,
        EventFault.SEATS: not 1 <= event.seats <= MOST_SEATS,
    }
    for fault, found in faults.items():
        if found:
            raise BadEvent(fault)
    return replace(event, title=title, speakers=speakers)


def reply_day(day: date, today: date) -> date:
    """By when an answer is asked: a week before, else the eve, and never before today."""
    before = day - ANSWERED_BEFORE
    return before if before > today else max(today, day - timedelta(days=1))


def is_evening(event: ClientEvent) -> bool:
    """Whether the letter may call it an evening."""
    return event.start >= _EVENING


def theme_for(
    projects: Iterable[BriefedProject],
    themes: Iterable[EventTheme],
    catalogue: Mapping[str, LifeProject],
) -> EventTheme | None:
    """The first theme tied to a project that lives; never to one that a letter must not name."""
    spoken = {
        one.code
        for one in projects
        if one.status in _ALIVE and one.code in catalogue and _may_be_named(catalogue[one.code])
    }
    return next((theme for theme in themes if theme.projects & spoken), None)


def _may_be_named(project: LifeProject) -> bool:
    return not project.only_if_said and project.tone not in {Tone.GRAVE, Tone.CAREFUL}


def is_grave_time(
    projects: Iterable[BriefedProject], catalogue: Mapping[str, LifeProject], today: date
) -> bool:
    """Whether something grave was noted so lately that no evening in company is proposed."""
    return any(
        one.noted_on is not None
        and one.code in catalogue
        and catalogue[one.code].tone is Tone.GRAVE
        and today < one.noted_on + timedelta(days=catalogue[one.code].restraint_days)
        for one in projects
    )
