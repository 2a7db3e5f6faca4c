"""What "Today" shows, as words alone: made on the worker, and kept in the store between starts.

Nothing here needs the rules, the trade's tables or the formats of a language: a page that was kept
shows before any of them has been imported.
"""

from typing import NamedTuple

from advisor_app.domain.keys import Key
from advisor_app.ui.parts.presence import Glyph
from advisor_app.ui.parts.tags import Tint


class FigureWords(NamedTuple):
    """A figure, and its denominator."""

    number: str
    of: str


class VisitWords(NamedTuple):
    """An appointment as it reads on the row.

    `said` is the third line, an accent where it speaks of the next hour. `asks_note`: it is over
    and nobody wrote down what happened.
    """

    ref: str
    time: str
    title: str
    name: str
    subject: str
    icon: str
    said: str
    accent: bool
    over: bool
    coming: bool
    asks_note: bool
    printed: bool


class MonthWords(NamedTuple):
    """A month of contacts: the letter below, the sentence for a screen reader, both numbers."""

    letter: str
    said: str
    in_person: int
    in_person_words: str
    digital: int
    digital_words: str


class DayWords(NamedTuple):
    """The day: `hello` is the title that names nobody, `figures` are met, served online only, not introduced, and follow-ups to do.

    `as_of` says from when the day is, for the moments after a start in which it may have moved on,
    and `of_day` is the title that names the day, for a start on a later one.
    """

    title: str
    hello: str
    subtitle: str
    as_of: str
    of_day: str
    figures: tuple[FigureWords, ...]
    visits: tuple[VisitWords, ...]
    months: tuple[MonthWords, ...]


class TagWords(NamedTuple):
    """One tag."""

    text: str
    tint: Tint
    icon: str = ""
    presence: Glyph | None = None


class SuggestionWords(NamedTuple):
    """A suggestion as it reads on the row; `key` is the household's."""

    key: Key
    title: str
    about: str
    sentence: str
    tags: tuple[TagWords, ...]
    ritual: str
    ritual_label: str
    action: str
    action_icon: str
    books: bool


class ListWords(NamedTuple):
    """The suggestions that show, and how many there are in all."""

    rows: tuple[SuggestionWords, ...]
    total: int


class OwedWords(NamedTuple):
    """What is owed as it reads on the row; `key` is the household's, `ref` names the thing."""

    ref: str
    key: Key
    name: str
    what: str
    when: str
    asks_outcome: bool
    asks_word: bool = False


class ReminderWords(NamedTuple):
    """A reminder as it reads on the row; `key` is the household's, `id` names the reminder."""

    id: str
    key: Key
    name: str
    when: str
    what: str
    prints: bool
    can_be_given: bool
