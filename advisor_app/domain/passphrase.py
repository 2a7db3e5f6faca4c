"""How hard a passphrase is to guess, in four steps with one piece of advice; no rule of signs.

An estimate of the guesses that an attacker needs who tries words, names, dates, runs of keys and
repetitions first. What protects a store is length: Argon2id makes each guess cost about 0.2 s.
"""

import math
import re
import unicodedata
from dataclasses import dataclass
from enum import IntEnum, StrEnum

SHORTEST = 8


class Strength(IntEnum):
    """From what a patient person guesses to what nobody does."""

    NONE = 0
    WEAK = 1
    FAIR = 2
    STRONG = 3


class Advice(StrEnum):
    """What would help most."""

    LONGER = "longer"
    COMMON = "common"
    PATTERN = "pattern"
    MORE_WORDS = "more_words"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Judgement:
    """`strength` WEAK and below are refused for a new store."""

    strength: Strength
    advice: Advice

    @property
    def enough(self) -> bool:
        """Whether a store may be made with it."""
        return self.strength >= Strength.FAIR


# Bits of guessing: at five guesses a second, 28 bits last a year and a half on one computer,
# 48 bits longer than anybody waits.
_FAIR_BITS = 32.0
_STRONG_BITS = 48.0
_WORD_BITS = 11.0
_COMMON_BITS = 4.0
_RUN_BITS = 5.0
_DIGIT_BITS = 2.5  # years, birthdays and postal codes, before anything drawn
_DIGITS_BITS = 20.0
_COMMON_WORDS = """
    admin administrateur agence aout automne avril azerty azertyuiop bank banque bienvenue
    bonjour chouchou client conseil conseiller decembre dimanche doudou dragon fevrier
    football france hallo hiver iloveyou janvier jetaime jeudi jtm juillet juin letmein loulou
    lundi mai mardi mars marseille master mercredi monkey motdepasse novembre octobre paris
    password passwort princesse printemps qwerty qwertyuiop qwertz samedi secret septembre
    soleil tete teteatete vendredi wachtwoord welcome welkom willkommen
"""
_COMMON = frozenset(_COMMON_WORDS.split())
_ROWS = (
    *("abcdefghijklmnopqrstuvwxyz", "01234567890", "azertyuiop", "qsdfghjklm", "wxcvbn"),
    *("qwertyuiop", "asdfghjkl", "zxcvbnm", "qwertzuiop", "yxcvbnm"),
)
_PIECES = re.compile(r"[^\W\d_]+|\d+|[\W_]+")
_RUN = 3


def judge(passphrase: str) -> Judgement:
    """Judge what somebody typed."""
    folded = _folded(passphrase)
    if len(folded) < SHORTEST:
        return Judgement(Strength.NONE if len(folded) < _RUN else Strength.WEAK, Advice.LONGER)
    pieces = _PIECES.findall(folded)
    bits = sum(_bits(piece) for piece in set(pieces)) + math.log2(len(pieces) + 1)
    if bits >= _STRONG_BITS:
        return Judgement(Strength.STRONG, Advice.NOTHING)
    strength = Strength.FAIR if bits >= _FAIR_BITS else Strength.WEAK
    return Judgement(strength, _advice(pieces, folded))


def _advice(pieces: list[str], folded: str) -> Advice:
    if any(piece in _COMMON for piece in pieces):
        return Advice.COMMON
    if any(_is_run(piece) for piece in pieces) or len(set(folded)) <= SHORTEST // 2:
        return Advice.PATTERN
    return Advice.MORE_WORDS


def _bits(piece: str) -> float:
    """What one run of letters, digits or signs costs to guess."""
    if piece in _COMMON:
        return _COMMON_BITS
    if _is_run(piece) or len(set(piece)) == 1:
        return _RUN_BITS
    if piece.isdigit():
        return min(len(piece) * _DIGIT_BITS, _DIGITS_BITS)
    if piece.isalpha():
        # A word of a language costs about as much as its first letters; a random one a bit more.
        return min(len(set(piece)) * 3.0, _WORD_BITS + max(0, len(piece) - 4) * 0.9)
    return 2.0 + 3.0 * len(set(piece.strip()))


def _is_run(piece: str) -> bool:
    """Whether neighbours on the keyboard, in the alphabet or among the digits make it up."""
    if len(piece) < _RUN:
        return False
    return any(piece in row or piece[::-1] in row for row in _ROWS)


def _folded(text: str) -> str:
    bare = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in bare if not unicodedata.combining(letter))
