"""The recovery code as it is shown and printed."""

from datetime import date

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFont, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.i18n import _
from advisor_app.i18n.formats import long_date
from advisor_app.ui.parts.buttons import Button, Kind
from advisor_app.ui.parts.card import Card
from advisor_app.ui.parts.text import Text
from advisor_app.ui.theme import sizes
from advisor_app.ui.theme.tokens import Tone
from advisor_app.ui.theme.type_scale import Type

_ACROSS = 7
_MARGIN_MM = 25


class CodeSheet(QWidget):
    """The code in its groups, a button to print it, and the promise that it was put away."""

    kept = Signal(bool)

    def __init__(self, code: str, today: date) -> None:
        super().__init__()
        self._code, self._today = code, today
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.M)
        said = _(
            "Print this code and lock it away. With it, and this file, the portfolio opens even "
            "when the passphrase is forgotten; nobody else can help then."
        )
        column.addWidget(Text(said, Type.BODY, Tone.SECOND, wrap=True))
        column.addWidget(self._groups())
        row = QHBoxLayout()
        row.setSpacing(sizes.M)
        self.print = Button(_("Print the code"), Kind.SECONDARY, icon="printer")
        self.print.clicked.connect(self._print)
        row.addWidget(self.print)
        row.addStretch(1)
        column.addLayout(row)
        self.promise = QCheckBox(_("The code is printed or written down, and put away"))
        self.promise.toggled.connect(self.kept)
        column.addWidget(self.promise)

    def _groups(self) -> Card:
        card = Card(fill="sunken")
        card.setAccessibleName(self._code)
        grid = QGridLayout(card)
        grid.setContentsMargins(sizes.L, sizes.M, sizes.L, sizes.M)
        for place, group in enumerate(self._code.split("-")):
            text = Text(group, Type.H3, align=Qt.AlignmentFlag.AlignHCenter)
            grid.addWidget(text, place // _ACROSS, place % _ACROSS)
        return card

    def _print(self) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self.window())
        dialog.accepted.connect(lambda: draw_code(printer, self._code, self._today))
        dialog.finished.connect(dialog.deleteLater)
        dialog.setModal(True)
        dialog.show()


def draw_code(printer: QPrinter, code: str, today: date) -> None:
    """Draw the paper: what it opens, of which day, and the code in large letters."""
    painter = QPainter(printer)
    inch = printer.resolution()
    side = round(inch * _MARGIN_MM / 25.4)
    room = QRectF(printer.pageRect(QPrinter.Unit.DevicePixel)).adjusted(side, side, -side, -side)
    room.moveTopLeft(QRectF(side, side, 0, 0).topLeft())
    groups = code.split("-")
    rows = ("   ".join(groups[at : at + _ACROSS]) for at in range(0, len(groups), _ACROSS))
    opens = _("Tête-à-tête: recovery code of {day}").format(day=long_date(today))
    keep = _("Keep it under lock. Whoever has it and the file can read the portfolio.")
    top = room.top()
    for text, points, family in (
        (opens, 18, "Source Serif 4"),
        (keep, 11, "Inter"),
        *((row, 17, "DejaVu Sans Mono") for row in rows),
    ):
        font = QFont(family)
        font.setPointSize(points)
        painter.setFont(font)
        frame = QRectF(room.left(), top, room.width(), room.height())
        drawn = painter.drawText(frame, int(Qt.TextFlag.TextWordWrap), text)
        top = drawn.bottom() + points / 72 * inch
    painter.end()
