"""A text in the four languages of the program."""

import re
from dataclasses import dataclass

from advisor_app.domain.codes import Language


@dataclass(frozen=True, slots=True)
class LocalText:
    """One text of the trade's tables, written in every language."""

    fr: str
    en: str
    nl: str
    de: str

    def __post_init__(self) -> None:
        """Typeset what the tables hold in plain characters."""
        for name in ("en", "nl", "de"):
            object.__setattr__(self, name, curled(getattr(self, name)))
        object.__setattr__(self, "fr", french(self.fr))

    def in_language(self, language: Language) -> str:
        """The text in one language."""
        return {
            Language.FR: self.fr,
            Language.EN: self.en,
            Language.NL: self.nl,
            Language.DE: self.de,
        }[language]


def curled(text: str) -> str:
    """The text with typographic apostrophes."""
    return text.replace("'", "\u2019")


def french(text: str) -> str:
    """The text as French sets it: spaces that do not break before high punctuation and in guillemets."""
    text = re.sub(r" ([;!?])", "\u202f\\1", curled(text))
    text = text.replace(" :", "\u00a0:").replace(" %", "\u00a0%").replace(" €", "\u00a0€")
    return text.replace("« ", "«\u00a0").replace(" »", "\u00a0»")
