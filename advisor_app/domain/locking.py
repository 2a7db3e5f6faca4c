"""When the window locks by itself, and how long it waits after wrong passphrases."""

from dataclasses import dataclass
from enum import StrEnum

# What an advisor may choose, in minutes without activity; there is no "never".
IDLE_CHOICES = (5, 10, 15, 30, 60)
IDLE_USUAL = 10
FREE_TRIES = 3
_FIRST_WAIT = 5
_LONGEST_WAIT = 300


class LockedBy(StrEnum):
    """Why the window is locked."""

    START = "start"
    HAND = "hand"
    IDLE = "idle"
    COMPUTER = "computer"


@dataclass(frozen=True, slots=True)
class Lock:
    """Who locked the window, why, and after how many minutes without activity."""

    why: LockedBy
    who: str = ""
    minutes: int = IDLE_USUAL


def idle_minutes(kept: str | None) -> int:
    """The choice that a store remembers; the usual one where it remembers none that is offered."""
    offered = {str(choice): choice for choice in IDLE_CHOICES}
    return offered.get(kept or "", IDLE_USUAL)


def seconds_to_wait(wrong: int) -> int:
    """How long nothing is tried after so many wrong passphrases in a row: three are free."""
    if wrong < FREE_TRIES:
        return 0
    return int(min(_FIRST_WAIT * 2 ** (wrong - FREE_TRIES), _LONGEST_WAIT))
