"""Names as initials, and known names covered where somebody wrote them into a text.

A name is found as a whole word, whatever its case and accents, with the s of a genitive. What nobody
can know stays: a nickname, a name misspelt, somebody who is in no household of the bank.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from advisor_app.domain.names import folded

HIDDEN_NAME = "•"
_MOST = 3
_WORD = re.compile(r"[^\W\d_]+")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
# Parts of names, and forms of address, that are words of the languages: alone they name nobody.
_PARTICLES = frozenset(
    folded(word)
    for words in (
        "al am an and auf aus bei bin da das de del della dem den der des di do dos du el en et fils",
        "her het im in la las le les lo los mc of saint sainte st ste ter ten the to tot und van ver",
        "von zu zum zur sarl sas srl nv bv gmbh ag",
        "madame monsieur mademoiselle mme mlle mr mrs ms miss mevrouw meneer heer herr frau",
    )
    for word in words.split()
)
# From here on scripts do not part their words, or bend them where they stand in a sentence.
_UNPARTED = "\N{THAI CHARACTER KO KAI}"


def initials(name: str) -> str:
    """As in "J.-M. T." for "Jean-Marc Thibault": at most three; a dot where there is no letter."""
    found = [(first, folded(word)) for word in name.split() if (first := _initial(word))]
    own = [first for first, word in found if word not in _PARTICLES]
    shown = own or [first for first, _word in found]
    return " ".join(shown[:_MOST]) or (HIDDEN_NAME if name.strip() else "")


def _initial(word: str) -> str:
    """The first letter of a word, of each of its halves where it has a hyphen."""
    halves = [_WORD.search(half) for half in word.replace("\N{HYPHEN}", "-").split("-")]
    return "-".join(f"{found[0][0].upper()}." for found in halves if found)


def parts_of(names: Iterable[str | None]) -> frozenset[str]:
    """The words of some names by which their bearers are known, folded; single letters say nothing."""
    words = {folded(word) for name in names if name for word in _WORD.findall(_bare(name))}
    return frozenset(word for word in words - _PARTICLES if len(word) > 1 or word >= _UNPARTED)


def without_names(text: str, parts: frozenset[str]) -> str:
    """The text with these words as initials, and without the addresses of mail."""
    if not parts or not text:
        return text
    text = _MAIL.sub(HIDDEN_NAME * 3, text)
    plain, places = _folded_places(text)
    written: list[str] = []
    end = 0
    for found in _pattern(parts).finditer(plain):
        first, last = places[found.start()], _end_of_letter(text, places[found.end() - 1])
        if first >= end:
            written += [text[end:first], f"{text[first].upper()}."]
            end = last + text[last : last + 1].count(".")
    return "".join([*written, text[end:]])


def _folded_places(text: str) -> tuple[str, list[int]]:
    """The text folded letter by letter, and from which place of it each letter comes."""
    letters = [(letter, at) for at, char in enumerate(text) for letter in _folded_letter(char)]
    return "".join(letter for letter, _at in letters), [at for _letter, at in letters]


def _end_of_letter(text: str, at: int) -> int:
    """Where the letter at a place ends, with its loose accents."""
    after = at + 1
    while after < len(text) and not _folded_letter(text[after]):
        after += 1
    return after


@lru_cache(maxsize=4096)
def _folded_letter(char: str) -> str:
    if char.isspace():
        return " "
    return "" if unicodedata.category(char) in {"Cf", "Mn"} else folded(char)


def _bare(name: str) -> str:
    """A name without the invisible characters and loose accents that part its words."""
    whole = unicodedata.normalize("NFC", name)
    return "".join(char for char in whole if unicodedata.category(char) not in {"Cf", "Mn"})


@lru_cache(maxsize=256)
def _pattern(parts: frozenset[str]) -> re.Pattern[str]:
    ordered = sorted(parts, key=lambda part: (-len(part), part))
    parted = [re.escape(one) for one in ordered if one < _UNPARTED]
    anywhere = [re.escape(one) for one in ordered if one >= _UNPARTED]
    whole = rf"(?<![^\W\d_])(?:{'|'.join(parted)})s?(?![^\W\d_])" if parted else ""
    return re.compile("|".join(filter(None, [whole, *anywhere])))
