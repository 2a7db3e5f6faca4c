"""A client's file as an advisor writes it by hand, and what cannot be written."""

import re
from dataclasses import dataclass, fields
from datetime import date

from advisor_app.domain.codes import ClientStatus, Kind, Language, Segment, Title
from advisor_app.domain.contacts import TextTooLong
from advisor_app.domain.errors import BadInput, Refused
from advisor_app.domain.keys import Key

LONGEST_FIELD = 120
_MAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")
_COUNTRY = re.compile(r"[A-Z]{2}")


@dataclass(eq=False)
class ClientGone(Refused):
    """The client is not here any more: erased, or merged with another file, meanwhile."""

    ref: str


@dataclass(eq=False)
class ClientChanged(Refused):
    """Somebody changed the same fields since they were read; `names` are those fields."""

    ref: str
    names: tuple[str, ...]


@dataclass(eq=False)
class ReferenceTaken(Refused):
    """Another client has this reference already."""

    ref: str


@dataclass(eq=False)
class ClientInUse(Refused):
    """Something was noted about a new client: the file can be closed or erased, not taken back."""

    ref: str


@dataclass(eq=False)
class NameMissing(BadInput):
    """A client has a name."""


@dataclass(eq=False)
class NotAPhone(BadInput):
    """No telephone has this number."""

    text: str


@dataclass(eq=False)
class NotAMail(BadInput):
    """This is no e-mail address."""

    text: str


@dataclass(eq=False)
class NotACountry(BadInput):
    """A country is two letters, as in FR."""

    text: str


@dataclass(eq=False)
class BornAhead(BadInput):
    """Nobody is born later than today."""

    on: date


@dataclass(eq=False)
class DayGone(BadInput):
    """Waiting until a day that has passed is no waiting."""

    until: date


@dataclass(frozen=True, slots=True)
class ClientDraft:
    """Who a client is and how he is reached; a company's name is its `last_name`.

    `segment` is never `senior`, which follows from the age.
    """

    last_name: str | None = None
    first_name: str | None = None
    kind: Kind = Kind.PERSON
    title: Title | None = None
    birth_date: date | None = None
    language: Language | None = None
    segment: Segment | None = None
    occupation: str | None = None
    email: str | None = None
    phone: str | None = None
    mobile: str | None = None
    street: str | None = None
    postal_code: str | None = None
    city: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class ClientFile:
    """A client's file as it stands: who he is, and what he asked for."""

    key: Key
    ref: str
    branch: Key
    draft: ClientDraft
    status: ClientStatus = ClientStatus.ACTIVE
    no_contact: bool = False
    no_contact_until: date | None = None
    no_profile: bool = False


TEXTS = (
    *("last_name", "first_name", "occupation", "email", "phone", "mobile"),
    *("street", "postal_code", "city", "country"),
)
# Where one of these changes, the place on the map is no longer known.
ADDRESS = frozenset({"street", "postal_code", "city", "country"})
DRAFT_FIELDS = tuple(one.name for one in fields(ClientDraft))


def check_draft(draft: ClientDraft, before: ClientDraft, today: date) -> None:
    """Raise NameMissing, TextTooLong, NotAMail, NotACountry or BornAhead.

    What stands as it stood `before` is not asked again: a bank's files are less strict.
    """
    if not (draft.last_name or draft.first_name):
        raise NameMissing
    told = {name: getattr(draft, name) for name in changed_fields(before, draft)}
    for name in TEXTS:
        if len(text := told.get(name) or "") > LONGEST_FIELD:
            raise TextTooLong(len(text), LONGEST_FIELD)
    if (mail := told.get("email")) and not _MAIL.fullmatch(mail):
        raise NotAMail(mail)
    if (country := told.get("country")) and not _COUNTRY.fullmatch(country):
        raise NotACountry(country)
    if (birth := told.get("birth_date")) and birth > today:
        raise BornAhead(birth)


def changed_fields(before: ClientDraft, after: ClientDraft) -> tuple[str, ...]:
    """The fields in which two drafts differ."""
    return tuple(name for name in DRAFT_FIELDS if getattr(before, name) != getattr(after, name))
