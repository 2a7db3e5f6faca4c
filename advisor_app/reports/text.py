"""Text on paper: made printable in one function, measured, broken into lines, cut to its room.

Documents are drawn on the bare canvas, which knows no markup: a name such as `<b>` or
`<img src=...>` is only ever letters.
"""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from reportlab.pdfbase.pdfmetrics import stringWidth

from advisor_app.reports.fonts import MISSING, Face, covers, face_for

# No field of a sheet prints more; longer input is not worth measuring.
LONGEST = 2000
ELLIPSIS = "…"
NO_BREAK_SPACE = "\u00a0"
_STEADY_SPACES = "\u00a0\u202f"
_SPACE_THAT_STAYS = re.compile(r"(?<=«) | (?=[:;!?»%€])")
_VARIATION_SELECTORS = range(0xFE00, 0xFE10)
_SENTENCE_END = re.compile(r"(?<=[.!?…;])[ \u00a0\u202f]+(?=\S)")
_AFTERTHOUGHT = re.compile(r"[ \u00a0]?[,:;] |[ \u00a0]\(")


class Style(NamedTuple):
    """A face, its size in points, and its grey: 0 is black, 1 is white."""

    face: Face
    size: float
    grey: float = 0.0


class Run(NamedTuple):
    """A piece of a line in one face."""

    face: Face
    text: str


def printable(text: str) -> str:
    """The text as one line that any face can take: this is where every string passes.

    Composed (NFC); line ends, tabs and control characters become spaces; invisible format
    characters, among them the overrides of the writing direction, are dropped; the spaces that
    French puts before its signs do not break.
    """
    return _known_printable(text) if len(text) <= _OFTEN else _printable(text)


def _printable(text: str) -> str:
    text = unicodedata.normalize("NFC", text[:LONGEST]).translate(_PRINTABLE)
    text = " ".join(part for part in text.split(" ") if part)
    return _SPACE_THAT_STAYS.sub(NO_BREAK_SPACE, text)


# Words and labels come again on every sheet, and each is made printable, measured and broken several
# times for one: a page is tried with smaller and smaller limits until it fits.
_OFTEN = 200
_known_printable = lru_cache(maxsize=2048)(_printable)


class _PrintableCharacters(dict[int, str]):
    """What each character becomes, found once per character."""

    def __missing__(self, code: int) -> str:
        self[code] = _printable_character(chr(code))
        return self[code]


_PRINTABLE = _PrintableCharacters()


def _printable_character(char: str) -> str:
    category = unicodedata.category(char)
    if category in {"Cc", "Zl", "Zp"} or (category == "Zs" and char not in _STEADY_SPACES):
        return " "
    if category == "Cf" or ord(char) in _VARIATION_SELECTORS:
        return ""
    return MISSING if category == "Cs" else char  # half a character cannot be written to any file


@lru_cache(maxsize=2048)
def runs(text: str, face: Face) -> tuple[Run, ...]:
    """The text in pieces of one face each; a character that no face has becomes a hollow box."""
    if covers(text, face):
        return (Run(face, text),)
    pieces: list[Run] = []
    for char in text:
        found = face_for(char, face)
        run = Run(found, char) if found else Run(Face.REGULAR, MISSING)
        if pieces and pieces[-1].face == run.face:
            run = Run(run.face, pieces.pop().text + run.text)
        pieces.append(run)
    return tuple(pieces)


def width(text: str, style: Style) -> float:
    """The width in points of printable text."""
    return _known_width(text, style) if len(text) <= _OFTEN else _width(text, style)


def _width(text: str, style: Style) -> float:
    if covers(text, style.face):
        return float(stringWidth(text, style.face.value, style.size))
    return sum(float(stringWidth(r.text, r.face.value, style.size)) for r in runs(text, style.face))


_known_width = lru_cache(maxsize=4096)(_width)


@lru_cache(maxsize=1024)
def wrap(text: str, style: Style, room: float) -> tuple[str, ...]:
    """Printable text in lines of at most `room` points, broken at spaces, else inside a word."""
    if width(text, style) <= room:
        return (text,)
    space = width(" ", style)
    lines: list[str] = []
    line: list[str] = []
    used = 0.0
    for word in text.split(" "):
        needed = width(word, style)
        if line and used + space + needed <= room:
            line.append(word)
            used += space + needed
            continue
        if line:
            lines.append(" ".join(line))
        *full, rest = _break_word(word, style, room) if needed > room else [word]
        lines += full
        line = [rest]
        used = width(rest, style) if full else needed
    return (*lines, " ".join(line))


def _break_word(word: str, style: Style, room: float) -> list[str]:
    pieces = []
    while width(word, style) > room and len(word) > 1:
        length = max(1, _longest_start(word, style, room))
        pieces.append(word[:length])
        word = word[length:]
    return [*pieces, word]


def _longest_start(text: str, style: Style, room: float) -> int:
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if width(text[:middle], style) <= room:
            low = middle
        else:
            high = middle - 1
    return low


def shorten(text: str, style: Style, room: float) -> str:
    """Printable text on one line, ending in an ellipsis where it is cut; for names and labels."""
    if width(text, style) <= room:
        return text
    length = _longest_start(text, style, room - width(ELLIPSIS, style))
    return text[:length].rstrip() + ELLIPSIS


def fit(text: str, style: Style, room: float, lines: int) -> tuple[str, ...]:
    """At most so many lines: all of it, else its first whole sentences, else its first words.

    Only a single sentence longer than the room is ever cut inside, visibly.
    """
    broken = wrap(text, style, room)
    if len(broken) <= lines:
        return broken
    for end in reversed([match.start() for match in _SENTENCE_END.finditer(text)]):
        shorter = wrap(text[:end].rstrip(";"), style, room)
        if len(shorter) <= lines:
            return shorter
    kept = broken[: lines - 1]
    rest = " ".join(broken[lines - 1 :])
    return (*kept, _cut_at_word(rest, style, room))


def fit_label(text: str, style: Style, room: float, lines: int) -> tuple[str, ...]:
    """As `fit`, for labels of the trade's tables: what follows a comma or a colon goes first."""
    broken = wrap(text, style, room)
    if len(broken) <= lines:
        return broken
    for end in reversed([match.start() for match in _AFTERTHOUGHT.finditer(text)]):
        shorter = wrap(text[:end], style, room)
        if len(shorter) <= lines:
            return shorter
    return fit(text, style, room, lines)


def first_phrases(text: str, most: int) -> str:
    """A text in at most so many characters: its first whole sentences, else its first phrases.

    Only where its first phrase alone is longer is it cut, between words and visibly.
    """
    if len(text) <= most:
        return text
    for mark in (_SENTENCE_END, _AFTERTHOUGHT):
        ends = [match.start() for match in mark.finditer(text) if match.start() <= most]
        if ends:
            return text[: ends[-1]].rstrip(",;: ")
    at_word, _, _ = text[:most].rpartition(" ")
    return f"{(at_word or text[: most - 1]).rstrip(',;: ')}{ELLIPSIS}"


def _cut_at_word(text: str, style: Style, room: float) -> str:
    short = shorten(text, style, room)
    at_word, _, _ = short.rpartition(" ")
    return f"{at_word.rstrip(',;:')}{ELLIPSIS}" if at_word else short


def sentence_start(text: str) -> str:
    """The text with a capital first letter, as a heading or a sentence wants it."""
    return text[:1].upper() + text[1:]
