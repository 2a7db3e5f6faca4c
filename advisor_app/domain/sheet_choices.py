"""What stands on a briefing sheet, as whoever prints it chose: everything, unless told."""

from dataclasses import dataclass
from enum import StrEnum


class SheetBlock(StrEnum):
    """A part of the sheet that may be left out; its value is the word for it in settings and options.

    `FIGURES` is the project with its figures, `HANDWRITING` the room to write: notes, decisions and
    the lines under questions.
    """

    THREAD = "thread"
    FIGURES = "figures"
    QUESTIONS = "questions"
    DOCUMENTS = "documents"
    REMEMBER = "remember"
    HANDWRITING = "handwriting"


@dataclass(frozen=True, slots=True)
class SheetChoices:
    """What is left out of a sheet, and what of it is hidden from whoever reads over a shoulder.

    `initials` names the clients, and everybody of their households, by initials alone.
    """

    without: frozenset[SheetBlock] = frozenset()
    hide_amounts: bool = False
    initials: bool = False

    @property
    def hidden(self) -> tuple[str, ...]:
        """What is hidden, in words for the trail."""
        told = (("amounts", self.hide_amounts), ("names", self.initials))
        return tuple(word for word, hides in told if hides)


EVERYTHING = SheetChoices()
