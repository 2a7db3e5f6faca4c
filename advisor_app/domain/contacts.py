"""A contact that the program records, and what it refuses to record."""

from dataclasses import dataclass
from datetime import date

from advisor_app.domain.codes import Channel, Direction, Nature, Place
from advisor_app.domain.errors import BadInput, Refused
from advisor_app.domain.keys import Key
from advisor_app.domain.moments import Moment

# Longer than a day, or than a page of text, is a mistake of typing.
LONGEST_MINUTES = 24 * 60
LONGEST_TEXT = 4000

CHANNEL_OF_PLACE = {
    Place.BRANCH: Channel.BRANCH,
    Place.HOME: Channel.HOME,
    Place.WORKPLACE: Channel.WORKPLACE,
    Place.PHONE: Channel.PHONE,
    Place.VIDEO: Channel.VIDEO,
}


@dataclass(eq=False)
class ContactAhead(Refused):
    """What has not happened cannot be noted: it would be booked."""

    on: date


@dataclass(eq=False)
class MinutesOutOfBounds(BadInput):
    """A contact takes from no minute at all to a day."""

    minutes: int


@dataclass(eq=False)
class TextTooLong(BadInput):
    """A note holds a page, other fields less; `length` and `longest` are in characters."""

    length: int
    longest: int = LONGEST_TEXT


@dataclass(eq=False)
class ContactGone(Refused):
    """The contact is not here any more: somebody removed it meanwhile."""

    ref: str


@dataclass(frozen=True, slots=True)
class Contact:
    """One client's part of a contact; `has_time` is false where only the day is known."""

    key: Key
    ref: str
    at: Moment
    channel: Channel
    nature: Nature = Nature.CONVERSATION
    direction: Direction = Direction.OUT
    minutes: int | None = None
    one_to_one: bool = False
    has_time: bool = True
    advisor: Key | None = None
    subject: str | None = None
    project: Key | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class ContactBody:
    """What a contact says, and what a correction may change; `at` is HH:MM where known."""

    day: date
    at: str | None
    channel: Channel
    nature: Nature
    direction: Direction
    minutes: int | None
    one_to_one: bool
    subject: str | None
    project: Key | None
    note: str | None


@dataclass(frozen=True, slots=True)
class KeptContact:
    """A contact in the store."""

    key: Key
    ref: str
    client: Key
    branch: Key
    body: ContactBody


def check_body(body: ContactBody, today: date) -> None:
    """Raise ContactAhead, MinutesOutOfBounds or TextTooLong."""
    if body.day > today:
        raise ContactAhead(body.day)
    _check_words(body.minutes, body.note)


def check_contact(at: Moment, now: int, minutes: int | None, note: str | None) -> None:
    """Raise ContactAhead, MinutesOutOfBounds or TextTooLong; `now` in seconds since 1970."""
    if at.utc > now:
        raise ContactAhead(at.day)
    _check_words(minutes, note)


def _check_words(minutes: int | None, note: str | None) -> None:
    if minutes is not None and not 0 <= minutes <= LONGEST_MINUTES:
        raise MinutesOutOfBounds(minutes)
    if note is not None and len(note) > LONGEST_TEXT:
        raise TextTooLong(len(note))
