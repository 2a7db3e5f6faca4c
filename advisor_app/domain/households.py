"""Households changed by hand: who joins, who leaves, who of them is no client."""

from dataclasses import dataclass
from datetime import date

from advisor_app.domain.client_edits import LONGEST_FIELD, BornAhead
from advisor_app.domain.codes import Link
from advisor_app.domain.contacts import TextTooLong
from advisor_app.domain.errors import BadInput, Refused
from advisor_app.domain.keys import Key


@dataclass(eq=False)
class TogetherAlready(Refused):
    """The two clients are of one household already, or are one client."""

    ref: str
    other: str


@dataclass(eq=False)
class LivesWithOthers(Refused):
    """The client is of a household with others, which he leaves before he joins another one."""

    ref: str


@dataclass(eq=False)
class LivesAlone(Refused):
    """No other client is of the household: there is nobody to leave."""

    ref: str


@dataclass(eq=False)
class HouseholdChanged(Refused):
    """Somebody changed the household since; what would be put back is no longer there."""

    ref: str


@dataclass(eq=False)
class NoSuchMember(Refused):
    """Nobody of that name is of the household without being a client."""

    name: str


@dataclass(eq=False)
class MemberUnnamed(BadInput):
    """A person of a household has a name."""


@dataclass(frozen=True, slots=True)
class MemberDraft:
    """A person of a household who is no client of the bank."""

    first_name: str | None
    last_name: str | None
    birth_date: date | None
    link: Link
    may_know: bool = False


@dataclass(frozen=True, slots=True)
class Membership:
    """A person of a household as it is kept; the names are those of who is no client."""

    key: Key
    branch: Key
    household: Key
    client: Key | None
    first_name: str | None
    last_name: str | None
    birth_date: date | None
    link: Link
    may_know: bool


@dataclass(frozen=True, slots=True)
class HouseholdState:
    """Where some clients belong, and who is of these households: what undoing puts back."""

    homes: tuple[tuple[Key, Key | None], ...]
    members: frozenset[Membership]


@dataclass(frozen=True, slots=True)
class HouseholdEdit:
    """What was done to a household, for the client whom it was asked about."""

    ref: str
    before: HouseholdState
    after: HouseholdState


# How the former head is tied to the new one, by how the new one was tied to him.
_TURNED = {Link.PARTNER: Link.PARTNER, Link.CHILD: Link.PARENT, Link.PARENT: Link.CHILD}


def turned(link: Link) -> Link:
    """The tie seen from its other end."""
    return _TURNED.get(link, Link.OTHER)


def check_member(draft: MemberDraft, today: date) -> None:
    """Raise MemberUnnamed, TextTooLong or BornAhead."""
    if not (draft.first_name or draft.last_name):
        raise MemberUnnamed
    for text in (draft.first_name, draft.last_name):
        if len(text or "") > LONGEST_FIELD:
            raise TextTooLong(len(text or ""), LONGEST_FIELD)
    if draft.birth_date is not None and draft.birth_date > today:
        raise BornAhead(draft.birth_date)
