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
    """A note holds a page; `length` is in characters."""

    length: int


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


def check_contact(at: Moment, now: int, minutes: int | None, note: str | None) -> None:
    """Raise ContactAhead, MinutesOutOfBounds or TextTooLong; `now` in seconds since 1970."""
    if at.utc > now:
        raise ContactAhead(at.day)
    if minutes is not None and not 0 <= minutes <= LONGEST_MINUTES:
        raise MinutesOutOfBounds(minutes)
    if note is not None and len(note) > LONGEST_TEXT:
        raise TextTooLong(len(note))
