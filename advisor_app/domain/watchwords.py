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
    """What a note written in a language should not say: the first word of each kind."""
    looked_at = (word for word in words if word.language in (None, language))
    found = ((word, word.pattern.search(text)) for word in looked_at)
    return tuple(
        Caution(word.about, match[0], word.neutral) for word, match in found if match is not None
    )
