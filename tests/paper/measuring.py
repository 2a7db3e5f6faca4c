"""Where the text of a printed page stands, and which texts stand on one another."""

import io
from itertools import combinations
from typing import NamedTuple

import pikepdf
import pypdfium2
from pypdfium2.raw import FPDF_PAGEOBJ_TEXT

from paper.tagged import elements

# Letters may touch by as much: bounds are those of the glyphs.
_SLACK = 1.0


class Place(NamedTuple):
    """The bounds of a piece of text, in points from the bottom left corner."""

    left: float
    bottom: float
    right: float
    top: float

    def meets(self, other: "Place") -> bool:
        """Whether both cover a common ground, more than letters that touch."""
        wide = min(self.right, other.right) - max(self.left, other.left)
        high = min(self.top, other.top) - max(self.bottom, other.bottom)
        return wide > _SLACK and high > _SLACK


class Sheet(NamedTuple):
    """One page: its width and height, and where its pieces of text are."""

    width: float
    height: float
    places: tuple[Place, ...]

    def outside(self, margin: float) -> list[Place]:
        """What comes nearer to an edge than `margin`."""
        return [
            one
            for one in self.places
            if one.left < margin
            or one.bottom < margin
            or one.right > self.width - margin
            or one.top > self.height - margin
        ]

    def overlaps(self) -> list[tuple[Place, Place]]:
        return [(one, other) for one, other in combinations(self.places, 2) if one.meets(other)]


def sheets(data: bytes) -> list[Sheet]:
    """Every page of the file."""
    document = pypdfium2.PdfDocument(data)
    found = []
    for page in document:
        places = tuple(
            Place(*one.get_bounds()) for one in page.get_objects(filter=[FPDF_PAGEOBJ_TEXT])
        )
        found.append(Sheet(*page.get_size(), places))
        page.close()
    document.close()
    return found


class Told(NamedTuple):
    """An element of the tag tree that holds text: its role, and the page of its last piece."""

    role: str
    page: int


def told(pdf: pikepdf.Pdf) -> list[Told]:
    """The elements in reading order."""
    numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
    return [
        Told(str(one.S), numbers[one.Pg.objgen])
        for one in elements(pdf.Root.StructTreeRoot.K)
        if "/Pg" in one
    ]


def rows(pdf: pikepdf.Pdf) -> list[set[tuple[int, int]]]:
    """For every row of a table, the pages on which its cells are."""
    return [
        {one.Pg.objgen for one in elements(row) if "/Pg" in one}
        for row in elements(pdf.Root.StructTreeRoot.K)
        if str(row.S) == "/TR"
    ]


def opened(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(data))
