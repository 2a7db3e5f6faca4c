"""What can lie on the week besides meetings: times to propose, a chosen time, one being moved."""

from dataclasses import dataclass
from datetime import date

from advisor_app.domain.agenda import KeptTime, PlannedMeeting, Stretch

# What a dragged row carries: a token, minutes and a name, parted by spaces.
WAITING_TYPE = "application/x-tete-a-tete-waiting"


@dataclass(frozen=True, slots=True)
class FreeBlock:
    """A time that could be taken: dashed, with a word or two; `name` where they have no room."""

    day: date
    when: Stretch
    words: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Wished:
    """The time that is chosen and not booked yet, with what it would keep around it.

    `name` stands where the words have no room.
    """

    day: date
    when: Stretch
    words: str
    kept: tuple[KeptTime, ...] = ()
    name: str = ""


@dataclass(frozen=True, slots=True)
class Lifted:
    """A meeting, or somebody waiting for a time, held over the grid before it is put down."""

    day: date
    when: Stretch
    words: str
    ref: str = ""


@dataclass(frozen=True, slots=True)
class Laid:
    """A meeting in its lane: several at once share the width of their day."""

    meeting: PlannedMeeting
    lane: int
    lanes: int


def laid_out(meetings: tuple[PlannedMeeting, ...]) -> tuple[Laid, ...]:
    """Every meeting in a lane of its own among those that it shares time with."""
    lanes: dict[str, int] = {}
    for one in meetings:
        taken = {
            lanes[other.visit.ref]
            for other in meetings
            if other.visit.ref in lanes and other.when.overlaps(one.when)
        }
        lanes[one.visit.ref] = next(free for free in range(len(meetings)) if free not in taken)
    return tuple(
        Laid(
            one,
            lanes[one.visit.ref],
            1 + max(lanes[near.visit.ref] for near in _near(one, meetings)),
        )
        for one in meetings
    )


def _near(one: PlannedMeeting, meetings: tuple[PlannedMeeting, ...]) -> list[PlannedMeeting]:
    return [other for other in meetings if other.when.overlaps(one.when)]
