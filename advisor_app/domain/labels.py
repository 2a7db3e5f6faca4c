"""Sheets of adhesive labels, as they are sold: how many, how large, where."""

from dataclasses import dataclass
from enum import StrEnum


class LabelSheet(StrEnum):
    """A common A4 sheet, by the number of its labels."""

    TWENTY_ONE = "21"
    FOURTEEN = "14"
    TWENTY_FOUR = "24"


@dataclass(frozen=True, slots=True)
class LabelGrid:
    """Where labels lie, in millimetres: columns and rows, one label's size, the first one's corner.

    `gap` is what lies between two columns; rows touch.
    """

    columns: int
    rows: int
    width: float
    height: float
    left: float
    top: float
    gap: float


# As printed on the boxes: 63.5 x 38.1 mm, 99.1 x 38.1 mm, 63.5 x 33.9 mm.
LABEL_GRIDS = {
    LabelSheet.TWENTY_ONE: LabelGrid(3, 7, 63.5, 38.1, 7.2, 15.1, 2.55),
    LabelSheet.FOURTEEN: LabelGrid(2, 7, 99.1, 38.1, 4.7, 15.1, 2.5),
    LabelSheet.TWENTY_FOUR: LabelGrid(3, 8, 63.5, 33.9, 7.2, 12.9, 2.55),
}


@dataclass(frozen=True, slots=True)
class LabelPlace:
    """How a printer takes the sheet: the first free label, from 1, and a shift in millimetres.

    The shift goes right and down; a negative one left and up.
    """

    sheet: LabelSheet
    first: int = 1
    right: float = 0.0
    down: float = 0.0
