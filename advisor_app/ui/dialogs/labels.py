"""Address labels: on which sheet, from which label on, and by how much the printer is off."""

from collections.abc import Callable
from decimal import Decimal

from PySide6.QtWidgets import QHBoxLayout, QWidget

from advisor_app.domain.labels import LABEL_GRIDS, LabelPlace, LabelSheet
from advisor_app.i18n import _, ngettext
from advisor_app.i18n.typed import read_number, written_number
from advisor_app.ui.dialogs.frame import HouseDialog
from advisor_app.ui.parts.fields import Choice, Labelled
from advisor_app.ui.parts.typed_fields import NumberField
from advisor_app.ui.theme import sizes

# Printers are off by a few millimetres; more is a slip of the finger.
_MOST_OFF = 20
_MINUS = "\N{MINUS SIGN}"


class ShiftField(NumberField):
    """Millimetres either way: a minus sign moves back."""

    def value(self) -> Decimal | None:
        """As of a number, with its sign."""
        text = self.text().strip()
        number = read_number(text.removeprefix("-").removeprefix(_MINUS))
        return -number if number is not None and text[:1] in {"-", _MINUS} else number


class LabelsDialog(HouseDialog):
    """Asks; `answer` gets the place once it makes sense."""

    def __init__(self, parent: QWidget, count: int, answer: Callable[[LabelPlace], None]) -> None:
        title = ngettext("Print {count} address label?", "Print {count} address labels?", count)
        told = _("On an A4 sheet of adhesive labels. A sheet that was begun can be used up.")
        super().__init__(parent, title.format(count=count), told, _("Show the labels"))
        self._answer = answer
        kinds: list[tuple[str, object]] = [(sheet_words(one), one) for one in LabelSheet]
        self.sheet = Choice(kinds)
        self.first = NumberField(Decimal(1))
        self.right, self.down = ShiftField(Decimal(0)), ShiftField(Decimal(0))
        self.fields.addWidget(Labelled(_("Labels on the sheet"), self.sheet))
        self.fields.addWidget(Labelled(_("The first free label, counted by rows"), self.first))
        shifts = QHBoxLayout()
        shifts.setSpacing(sizes.M)
        shifts.addWidget(Labelled(_("Further to the right, in mm"), self.right, wraps=True))
        shifts.addWidget(Labelled(_("Further down, in mm"), self.down, wraps=True))
        self.fields.addLayout(shifts)
        self.sheet.setFocus()

    def accept(self) -> None:
        """Hand the place over, or say what does not fit."""
        sheet = LabelSheet(str(self.sheet.value()))
        grid = LABEL_GRIDS[sheet]
        most = grid.columns * grid.rows
        first, right, down = self.first.value(), self.right.value(), self.down.value()
        if first is None or first != int(first) or not 1 <= first <= most:
            words = _("The first free label is a number from 1 to {most}.")
            self._point_at(self.first, words.format(most=most))
        elif right is None or abs(right) > _MOST_OFF:
            self._point_at(self.right, _("Give at most 20 millimetres, either way."))
        elif down is None or abs(down) > _MOST_OFF:
            self._point_at(self.down, _("Give at most 20 millimetres, either way."))
        else:
            super().accept()
            self._answer(LabelPlace(sheet, int(first), float(right), float(down)))

    def _point_at(self, field: NumberField, words: str) -> None:
        self.refuse(words)
        field.setFocus()


def sheet_words(sheet: LabelSheet) -> str:
    """A sheet as its box calls it: how many labels, how large."""
    grid = LABEL_GRIDS[sheet]
    wide, high = (written_number(Decimal(str(one))) for one in (grid.width, grid.height))
    return _("{count} labels of {width} × {height} mm").format(  # noqa: RUF001 as boxes print it
        count=grid.columns * grid.rows, width=wide, height=high
    )
