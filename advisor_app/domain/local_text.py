"""A text in the four languages of the program."""

from dataclasses import dataclass

from advisor_app.domain.codes import Language


@dataclass(frozen=True, slots=True)
class LocalText:
    """One text of the trade's tables, written in every language."""

    fr: str
    en: str
    nl: str
    de: str

    def in_language(self, language: Language) -> str:
        """The text in one language."""
        return {
            Language.FR: self.fr,
            Language.EN: self.en,
            Language.NL: self.nl,
            Language.DE: self.de,
        }[language]
