"""How the ticked papers are printed: on which printer, on both sides, as the system asks."""

from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter, QPrinterInfo
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

_Option = QAbstractPrintDialog.PrintDialogOption


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

    def printer(self) -> QPrinter | None:
        """The printer as the system's dialog set it up; None where somebody thought better of it.

        The dialog begins with what is chosen here; copies and both sides can be changed in it.
        """
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPrinterName(str(self._printer.value()))
        printer.setDocName(_("Sheets"))
        printer.setResolution(PRINT_DPI)
        printer.setColorMode(QPrinter.ColorMode.GrayScale)
        both = QPrinter.DuplexMode.DuplexLongSide
        printer.setDuplex(both if self._duplex.isChecked() else QPrinter.DuplexMode.DuplexNone)
        return printer if self.confirm(printer) else None

    def confirm(self, printer: QPrinter) -> bool:
        """Ask by the system's own dialog."""
        dialog = QPrintDialog(printer, self)
        # Which pages is said by the ticks; a file is made by saving, which protects it.
        for option in (_Option.PrintPageRange, _Option.PrintToFile, _Option.PrintSelection):
            dialog.setOption(option, False)
        return dialog.exec() == QPrintDialog.DialogCode.Accepted
