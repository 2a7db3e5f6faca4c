"""The letters' templates, and the words that they leave open."""

from functools import cache
from typing import Any

from advisor_app.domain.codes import Language
from advisor_app.domain.letters import LetterKind, LetterTemplate, LetterWords, Window
from advisor_app.domain.local_text import LocalText, curled, french
from advisor_app.playbooks.tables import local_text, read_toml

# Where a letter stands under another name in its table.
_NAMES = {LetterKind.INTRODUCTION: "handover"}
_OWN = ("proposal", "missed", "late_introduction", "reminder", "day_invitation")
_GROUPS = (
    "address",
    "called",
    "greeting",
    "reason",
    "topic",
    "list",
    "place",
    "box",
    "invite",
    "change",
    "single",
    "access",
    "company",
    "event",
)


@cache
def letter_template(kind: LetterKind, language: Language, variant: str = "") -> LetterTemplate:
    """One letter's template, typeset for its language.

    The variants: a `late` introduction, after the change of advisor, and an invitation by `day`.
    """
    table = read_toml("letters.toml") | _own_letters()
    name = f"{variant}_{kind}" if variant else _NAMES.get(kind, kind.value)
    written = table[name][language.value]
    greeting, *paragraphs, signed = _typeset(written["body"], language).split("\n\n")
    closing = signed.splitlines()[0].replace("{closing}", _typeset(written["closing"], language))
    return LetterTemplate(
        _typeset(written["subject"], language), greeting, tuple(paragraphs), closing
    )


def _own_letters() -> dict[str, Any]:
    words = read_toml("letter_words.toml")
    return {name: words[name] for name in _OWN}


def _typeset(text: str, language: Language) -> str:
    return french(text) if language is Language.FR else curled(text)


@cache
def envelope_window(country: str | None) -> Window:
    """Where the envelopes of a country have their window: at the right, unless the table says."""
    return Window(read_toml("envelopes.toml")["window"].get(country, Window.RIGHT))


@cache
def letter_words() -> LetterWords:
    """The words, by group and code."""
    table = read_toml("letter_words.toml")
    return LetterWords(**{group: _texts(table[group]) for group in _GROUPS})


def _texts(group: dict[str, dict[str, str]]) -> dict[str, LocalText]:
    return {code: local_text(texts) for code, texts in group.items()}
