"""The page of the day as it is kept between two starts: its words, packed as JSON."""

import json
from enum import Enum
from typing import Any, NamedTuple

from advisor_app.domain.keys import Key
from advisor_app.ui.pages.today.words import (
    DayWords,
    FigureWords,
    ListWords,
    MonthWords,
    SuggestionWords,
    TagWords,
    VisitWords,
)
from advisor_app.ui.parts.presence import Glyph
from advisor_app.ui.parts.tags import Tint


class Kept(NamedTuple):
    """All that the page shows."""

    day: DayWords
    listed: ListWords
    trend: str


def packed(kept: Kept) -> str:
    """The page as text; keys in hexadecimal, tints by name."""
    return json.dumps(kept, default=_plain, ensure_ascii=False)


def unpacked(text: str) -> Kept:
    """The page that a text was packed from; raises ValueError or TypeError for any other text."""
    (title, hello, subtitle, as_of, of_day, *lists), (rows, total), trend = json.loads(text)
    figures, visits, months = lists
    day = DayWords(
        title,
        hello,
        subtitle,
        as_of,
        of_day,
        tuple(FigureWords(*one) for one in figures),
        tuple(VisitWords(*one) for one in visits),
        tuple(MonthWords(*one) for one in months),
    )
    return Kept(day, ListWords(tuple(_row(*one) for one in rows), total), trend)


def _row(key: str, title: str, about: str, sentence: str, tags: Any, *rest: Any) -> SuggestionWords:
    made = tuple(
        TagWords(words, Tint[tint], icon, None if glyph is None else Glyph(glyph))
        for words, tint, icon, glyph in tags
    )
    return SuggestionWords(Key(bytes.fromhex(key)), title, about, sentence, made, *rest)


def _plain(value: object) -> str:
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, Enum):
        return value.name
    raise TypeError(type(value).__name__)
