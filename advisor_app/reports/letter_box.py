"""The frame in a letter that holds one date: a meeting's, or an event's."""

from datetime import datetime

from advisor_app.domain.briefing import BookedVisit, Briefing
from advisor_app.domain.client_events import ClientEvent, Invitation, is_evening
from advisor_app.domain.codes import Place
from advisor_app.i18n import language
from advisor_app.i18n.formats import clock, long_date
from advisor_app.playbooks.letters import letter_words
from advisor_app.playbooks.rituals import event_themes
from advisor_app.reports.letter_data import DateBox
from advisor_app.reports.letter_relation import access_words, company
from advisor_app.reports.letter_time import start_words

_HOUR = 60


def meeting_box(briefing: Briefing) -> DateBox | None:
    """The frame of the appointment that the letter is about, if it is about one."""
    visit = briefing.visit
    if visit is None:
        return None
    box = _words("box")
    minutes = int((visit.end - visit.start).total_seconds()) // 60
    length = box["hour"] if minutes == _HOUR else box["length"].format(minutes=minutes)
    when = box["when"].format(
        date_long=long_date(visit.start.date()), start=start_words(briefing, visit)
    )
    return DateBox(
        when=when,
        lines=(_place(briefing, visit), length, *company(briefing, visit)),
        start=visit.start,
        end=visit.end,
        caption=box["calendar"],
        access=access_words(visit.access),
    )


def event_box(invitation: Invitation) -> DateBox:
    """The frame of an event: from when until when, where, and who speaks."""
    words, event = _words("event"), invitation.event
    place = ", ".join(letterhead(invitation.briefing)) or _words("place")[Place.BRANCH.value]
    speakers = words["speakers" if is_evening(event) else "speakers_by_day"]
    return DateBox(
        when=words["when"].format(
            date_long=long_date(event.day), start=clock(event.start), end=clock(event.end)
        ),
        lines=(place, speakers.format(speakers=event.speakers)),
        start=datetime.combine(event.day, event.start),
        end=datetime.combine(event.day, event.end),
        caption=_words("box")["calendar"],
        access=access_words(invitation.access),
    )


def event_fields(event: ClientEvent) -> dict[str, str]:
    """What the text of an invitation says of the event."""
    return {
        "event_title": quoted(event_title(event)),
        "date_long": long_date(event.day),
        "rsvp_date": long_date(event.reply_by),
        "seats": str(event.seats),
    }


def event_title(event: ClientEvent) -> str:
    """The subject as it was typed, else the theme's title."""
    titles = {theme.code: theme.title for theme in event_themes()}
    return event.title or titles[event.theme].in_language(language())


def quoted(text: str) -> str:
    """A title in the quotation marks of its language."""
    return letter_words().single["quoted"].in_language(language()).format(text=text)


def letterhead(briefing: Briefing) -> tuple[str, ...]:
    """The branch: name, street, town."""
    branch = briefing.branch
    if branch is None:
        return ()
    town = " ".join(part for part in (branch.postal_code, branch.city) if part)
    return tuple(part for part in (branch.name, branch.street, town) if part)


def _words(group: str) -> dict[str, str]:
    texts = getattr(letter_words(), group)
    return {code: text.in_language(language()) for code, text in texts.items()}


def _place(briefing: Briefing, visit: BookedVisit) -> str:
    words = _words("place")[visit.place.value]
    if visit.place is Place.BRANCH:
        return ", ".join(letterhead(briefing)) or words
    street = briefing.clients[0].street if visit.place is Place.HOME else None
    return f"{words}, {street}" if street else words
