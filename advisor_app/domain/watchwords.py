"""Words that do not belong in a note about a client: the field warns before it saves, never blocks.

The client may read every note; health, religion, opinions, offences, judgements and secrets are
not written down (DOMAIN.md, "Notes"; CNIL on free fields). A word that was found is shown to whoever
types and goes nowhere else.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from advisor_app.domain.codes import Language

_FALSE_FRIEND = 3


class Sensitive(StrEnum):
    """What a word may say too much about."""

    HEALTH = "health"
    RELIGION = "religion"
    POLITICS_UNION = "politics_union"
    SEXUAL_LIFE = "sexual_life"
    ORIGIN = "origin"
    OFFENCE = "offence"
    JUDGEMENT = "judgement"
    THIRD_PARTY = "third_party"
    SECRETS = "secrets"


@dataclass(frozen=True, slots=True)
class Watchword:
    """Stems of one kind in one language (None: in all); `neutral` could be written instead."""

    about: Sensitive
    language: Language | None
    pattern: re.Pattern[str]
    neutral: str | None


@dataclass(frozen=True, slots=True)
class Caution:
    """A word of a note to think about again."""

    about: Sensitive
    word: str
    neutral: str | None


def cautions(text: str, words: Iterable[Watchword], language: Language) -> tuple[Caution, ...]:
    """What a note should not say, in whichever of the four languages: the first word of each kind.

    Advisors at a border write in more than one language. A word that two of them know is said
    once, in `language` where that is one of them, and so is what could be written instead.
    """
    own_first = sorted(words, key=lambda word: word.language not in (None, language))
    neutral = {
        word.about: word.neutral for word in own_first if word.language is language and word.neutral
    }
    found: dict[tuple[Sensitive, str], Caution] = {}
    for word in own_first:
        seen = _seen(text, word, language)
        if seen is not None:
            caution = Caution(word.about, seen, neutral.get(word.about, word.neutral))
            found.setdefault((word.about, seen.casefold()), caution)
    return tuple(found.values())


def _seen(text: str, word: Watchword, language: Language) -> str | None:
    """The first match; three letters of another language are a false friend, as Dutch "lui" is."""
    own = word.language in (None, language)
    matches = (match[0] for match in word.pattern.finditer(text))
    return next((one for one in matches if own or len(one) > _FALSE_FRIEND), None)
