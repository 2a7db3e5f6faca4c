"""The embedded faces of printed documents, registered once per process.

The fonts built into PDF readers print "■" for Polish or Czech names, so every face is a TrueType
file of `resources/fonts`, embedded as a subset.
"""

from enum import StrEnum
from functools import cache

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from advisor_app.resources import resource_folder

# What prints for a character that no face has: visible, and never taken for a letter.
MISSING = "□"


class Face(StrEnum):
    """A face by the name of its file."""

    REGULAR = "Inter-Regular"
    MEDIUM = "Inter-Medium"
    SEMIBOLD = "Inter-SemiBold"
    SERIF = "SourceSerif4-Regular"
    SERIF_SEMIBOLD = "SourceSerif4-SemiBold"


# Inter knows more letters than Source Serif: the face that takes over, character by character.
_NEXT = {Face.SERIF: Face.REGULAR, Face.SERIF_SEMIBOLD: Face.SEMIBOLD}


@cache
def load() -> None:
    """Register every face with ReportLab; cheap from the second call on."""
    for face in Face:
        _glyphs(face)


def load_next() -> bool:
    """Register one face more, for whoever has little time at once; whether others are left."""
    known = pdfmetrics.getRegisteredFontNames()
    waiting = [face for face in Face if face.value not in known]
    for face in waiting[:1]:
        _glyphs(face)
    return len(waiting) > 1


def face_for(char: str, face: Face) -> Face | None:
    """The face that can print the character: the wished one, the one that takes over, or None."""
    code = ord(char)
    if code in _glyphs(face):
        return face
    taking_over = _NEXT.get(face)
    return taking_over if taking_over is not None and code in _glyphs(taking_over) else None


def covers(text: str, face: Face) -> bool:
    """Whether the face has every character of the text."""
    return _glyphs(face).issuperset(map(ord, text))


@cache
def _glyphs(face: Face) -> frozenset[int]:
    font = TTFont(face.value, str(resource_folder() / "fonts" / f"{face.value}.ttf"))
    pdfmetrics.registerFont(font)
    return frozenset(font.face.charToGlyph)
