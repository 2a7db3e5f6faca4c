"""How the ticked papers are printed: on which printer, on both sides; and the printing itself."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QVBoxLayout

from advisor_app.i18n import _
from advisor_app.ui.parts.card import Card
from advisor_app.ui.parts.choices import Check
from advisor_app.ui.parts.fields import Choice
from advisor_app.ui.parts.notices import Mood, NoteBox
from advisor_app.ui.parts.pdf import PRINT_DPI
from advisor_app.ui.parts.text import Text
from advisor_app.ui.theme import sheets_sizes, sizes
from advisor_app.ui.theme.tokens import Tone
from advisor_app.ui.theme.type_scale import Type


class PrintingCard(Card):
    """The choices, and the reminder that the client may read everything."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(sheets_sizes.PRINTING)
        names = QPrinterInfo.availablePrinterNames()
        self._printer = Choice([(name, name) for name in names], name=_("Printer"))
        self._printer.choose(QPrinterInfo.defaultPrinterName())
        self._printer.setVisible(bool(names))
        self._duplex = Check(_("Both sides of the paper"))
        self._duplex.setChecked(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.L, sizes.M, sizes.L, sizes.L)
        column.setSpacing(sizes.M)
        column.addWidget(Text(_("Printing"), Type.H2))
        column.addWidget(self._printer)
        if not names:
            said = _("No printer is known to this computer: save a PDF instead.")
            column.addWidget(Text(said, Type.SMALL, Tone.WARN, wrap=True))
        column.addWidget(self._duplex)
        said = _("A4, black and white, with room for your handwriting.")
        column.addWidget(Text(said, Type.SMALL, Tone.SECOND, wrap=True))
        column.addStretch(1)
        read = _("The client may read everything that stands on the sheet.")
        column.addWidget(NoteBox(Mood.INFO, read))

    def can_print(self) -> bool:
        """Whether there is a printer."""
        return self._printer.count() > 0

    def send(self, images: list[QImage], name: str) -> bool:
        """Print the pages; whether the printer took them."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPrinterName(str(self._printer.value()))
        printer.setDocName(name)
        printer.setResolution(PRINT_DPI)
        printer.setColorMode(QPrinter.ColorMode.GrayScale)
        both = QPrinter.DuplexMode.DuplexLongSide
        printer.setDuplex(both if self._duplex.isChecked() else QPrinter.DuplexMode.DuplexNone)
        return paint_pages(printer, images)


def paint_pages(printer: QPrinter, images: list[QImage]) -> bool:
    """Paint one picture a page, over the whole sheet; whether the printer took them."""
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setFullPage(True)
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    painter = QPainter()
    if not painter.begin(printer):
        return False
    for index, image in enumerate(images):
        if index:
            printer.newPage()
        painter.drawImage(QRectF(painter.viewport()), image)
    return painter.end()
