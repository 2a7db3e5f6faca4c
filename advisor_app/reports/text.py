"""Text on paper: made printable in one function, measured, broken into lines, cut to its room.

Documents are drawn on the bare canvas, which knows no markup: a name such as `<b>` or
`<img src=...>` is only ever letters.
"""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from reportlab.pdfbase.pdfmetrics import stringWidth

from advisor_app.domain.codes import Language
from advisor_app.i18n import language
from advisor_app.reports.fonts import MISSING, Face, covers, face_for
from advisor_app.reports.hyphens import divisions
from advisor_app.reports.no_break import steadied

# No field of a sheet prints more; longer input is not worth measuring.
LONGEST = 2000
ELLIPSIS = "…"
HYPHEN = "-"
_STEADY_SPACES = "\u00a0\u202f"
_JOINTS = "-/\u00a0\u202f"
# A line may leave so much of its room empty before a word is divided for it.
_LOOSE = 0.25
# A last word that fills less of its line than this is not left there alone.
_LONELY = 0.15
_VARIATION_SELECTORS = range(0xFE00, 0xFE10)
# The dot of an initial ends none.
_SENTENCE_END = re.compile(r"(?<=[.!?…;])(?<!\b[^\W\d_]\.) +(?=\S)")
_APOSTROPHE = re.compile(r"(?<=[^\W\d_])'(?=[^\W_])")
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
    characters, among them the overrides of the writing direction, are dropped; where the present
    language ends no line, the blanks do not break.
    """
    make = _known_printable if len(text) <= _OFTEN else _printable
    return make(text, language())


def _printable(text: str, spoken: Language) -> str:
    text = unicodedata.normalize("NFC", text[:LONGEST]).translate(_PRINTABLE)
    return steadied(" ".join(_curled(part) for part in text.split(" ") if part), spoken)


def _curled(word: str) -> str:
    """A word with the apostrophe of books; an address of mail or of the net stays as it was typed."""
    if "'" not in word or "@" in word or "://" in word:
        return word
    return _APOSTROPHE.sub("\N{RIGHT SINGLE QUOTATION MARK}", word)


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


class _Line(NamedTuple):
    """A line, and where it begins in its text."""

    text: str
    start: int


def wrap(text: str, style: Style, room: float, *, hyphens: bool = False) -> tuple[str, ...]:
    """Printable text in lines of at most `room` points, broken at spaces, else inside a word.

    With `hyphens`, ordinary words are divided as the present language does where a line would be
    very loose; names and addresses are printed without.
    """
    return tuple(line.text for line in _broken(text, style, room, language() if hyphens else None))


@lru_cache(maxsize=1024)
def _broken(text: str, style: Style, room: float, divided: Language | None) -> tuple[_Line, ...]:
    """The lines, with words divided as a language does, if any."""
    if width(text, style) <= room:
        return (_Line(text, 0),)
    space = width(" ", style)
    lines: list[_Line] = []
    line: list[str] = []
    start = at = 0
    used = 0.0
    for word in text.split(" "):
        needed = width(word, style)
        if line and used + space + needed <= room:
            line.append(word)
            used += space + needed
            at += len(word) + 1
            continue
        left = room - used - space
        # The last word is left whole: its end alone on a line would be worse, and spare none.
        loose = line and left > room * _LOOSE and at + len(word) < len(text)
        head = _head(word, style, left, divided) if loose else ""
        if line:
            lines.append(_Line(" ".join([*line, head + HYPHEN] if head else line), start))
        line, start, used = [word], at, needed
        if head or needed > room:
            *full, (rest, start) = _pieces(word, at, len(head), style, room, divided)
            lines += full
            line, used = [rest], width(rest, style)
        at += len(word) + 1
    return _accompanied([*lines, _Line(" ".join(line), start)], style, room)


def _accompanied(lines: list[_Line], style: Style, room: float) -> tuple[_Line, ...]:
    """The lines; a short last word that would stand alone gets the one before it for company."""
    if len(lines) > 1:
        before, last = lines[-2:]
        head, _blank, word = before.text.rpartition(" ")
        alone = " " not in last.text and width(last.text, style) < room * _LONELY
        whole = before.start + len(before.text) + 1 == last.start
        both = f"{word} {last.text}"
        if alone and whole and " " in head and width(both, style) <= room:
            lines[-2:] = [_Line(head, before.start), _Line(both, before.start + len(head) + 1)]
    return tuple(lines)


def _head(word: str, style: Style, room: float, divided: Language | None) -> str:
    """As much of an ordinary word as fits before a hyphen; nothing where it must stay whole."""
    if divided is None:
        return ""
    room -= width(HYPHEN, style)
    fitting = (at for at in reversed(divisions(word, divided)) if width(word[:at], style) <= room)
    return word[: next(fitting, 0)]


def _pieces(
    word: str, at: int, done: int, style: Style, room: float, divided: Language | None
) -> list[_Line]:
    """The rest of a word that begins at `at`, in pieces that fit: at best one."""
    pieces = []
    while width(rest := word[done:], style) > room and len(rest) > 1:
        head = _head(rest, style, room, divided)
        length = len(head) or _natural_end(rest, style, room)
        pieces.append(_Line(head + HYPHEN if head else rest[:length], at + done))
        done += length
    return [*pieces, _Line(rest, at + done)]


def _natural_end(text: str, style: Style, room: float) -> int:
    """How much of a word too long stays on the line: to its last hyphen or steady space, at best."""
    most = max(1, _longest_start(text, style, room))
    joint = max(text.rfind(sign, 1, most) for sign in _JOINTS)
    return joint + 1 if joint > 0 else most


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


def fit(
    text: str, style: Style, room: float, lines: int, *, hyphens: bool = False
) -> tuple[str, ...]:
    """At most so many lines: all of it, else its first whole sentences, else its first words.

    Only a single sentence longer than the room is ever cut inside, visibly. `hyphens` as in `wrap`.
    """
    broken = _broken(text, style, room, language() if hyphens else None)
    if len(broken) <= lines:
        return tuple(line.text for line in broken)
    for end in reversed([match.start() for match in _SENTENCE_END.finditer(text)]):
        shorter = wrap(text[:end].rstrip(";"), style, room, hyphens=hyphens)
        if len(shorter) <= lines:
            return shorter
    kept = [line.text for line in broken[: lines - 1]]
    return (*kept, _cut_at_word(text[broken[lines - 1].start :], style, room))


def fit_label(
    text: str, style: Style, room: float, lines: int, *, hyphens: bool = False
) -> tuple[str, ...]:
    """As `fit`, for labels of the trade's tables: what follows a comma or a colon goes first."""
    whole = wrap(text, style, room, hyphens=hyphens)
    if len(whole) <= lines:
        return whole
    ends = [match.start() for match in _AFTERTHOUGHT.finditer(text)]
    for end in reversed([end for end in ends if _closed(text[:end])]):
        shorter = wrap(text[:end], style, room, hyphens=hyphens)
        if len(shorter) <= lines:
            return shorter
    return fit(text, style, room, lines, hyphens=hyphens)


def _closed(text: str) -> bool:
    """Whether every bracket that opens in the text closes in it too."""
    return text.count("(") <= text.count(")")


def first_phrases(text: str, most: int) -> str:
    """A text in at most so many characters: its first whole sentences, else its first phrases.

    Only where its first phrase alone is longer is it cut, between words and visibly; an
    abbreviation ends no sentence.
    """
    if len(text) <= most:
        return text
    text = printable(text)
    for mark in (_SENTENCE_END, _AFTERTHOUGHT):
        ends = [match.start() for match in mark.finditer(text) if match.start() <= most]
        ends = [end for end in ends if _closed(text[:end])]
        if ends:
            return text[: ends[-1]].rstrip(",;: ")
    at_word, _, _ = text[:most].rpartition(" ")
    return f"{(at_word or text[: most - 1]).rstrip(',;: ')}{ELLIPSIS}"


def _cut_at_word(text: str, style: Style, room: float) -> str:
    short = shorten(text, style, room)
    at_word, _, _ = short.rpartition(" ")
    return f"{at_word.rstrip(',;:')}{ELLIPSIS}" if at_word else short
