"""How the ticked papers are printed: on which printer, in which colours, on which sides."""

from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QVBoxLayout, QWidget

from advisor_app.i18n import _
from advisor_app.ui.parts.choices import Check
from advisor_app.ui.parts.fields import Choice
from advisor_app.ui.parts.pdf import PRINT_DPI
from advisor_app.ui.parts.text import Text
from advisor_app.ui.theme import sizes
from advisor_app.ui.theme.tokens import Tone
from advisor_app.ui.theme.type_scale import Type

_Option = QAbstractPrintDialog.PrintDialogOption


class PrintingChoices(QWidget):
    """The printer and what it is told; what a printer cannot do cannot be ticked."""

    def __init__(self) -> None:
        super().__init__()
        names = QPrinterInfo.availablePrinterNames()
        self._printer = Choice([(name, name) for name in names], name=_("Printer"))
        self._printer.choose(QPrinterInfo.defaultPrinterName())
        self._printer.setVisible(bool(names))
        self._grey = Check(_("Black and white"))
        self._duplex = Check(_("Both sides of the paper"))
        for tick in (self._grey, self._duplex):
            tick.setChecked(True)
            tick.setVisible(bool(names))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.S)
        column.addWidget(Text(_("Printing"), Type.H3))
        column.addWidget(self._printer)
        if not names:
            said = _("No printer is known to this computer: save a PDF instead.")
            column.addWidget(Text(said, Type.SMALL, Tone.WARN, wrap=True))
        column.addWidget(self._grey)
        column.addWidget(self._duplex)
        self._printer.currentIndexChanged.connect(self._offer)
        self._offer()

    def can_print(self) -> bool:
        """Whether there is a printer."""
        return self._printer.count() > 0

    def printer(self) -> QPrinter | None:
        """The printer as the system's dialog set it up; None where somebody thought better of it.

        The dialog begins with what is chosen here; copies, both sides and colours can be changed
        in it.
        """
        printer = self.set_up()
        return printer if self.confirm(printer) else None

    def set_up(self) -> QPrinter:
        """The printer as it is chosen here."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPrinterName(str(self._printer.value()))
        printer.setDocName(_("Sheets"))
        printer.setResolution(PRINT_DPI)
        grey, colour = QPrinter.ColorMode.GrayScale, QPrinter.ColorMode.Color
        printer.setColorMode(grey if self._grey.isChecked() else colour)
        both, one = QPrinter.DuplexMode.DuplexLongSide, QPrinter.DuplexMode.DuplexNone
        printer.setDuplex(both if self._duplex.isChecked() else one)
        return printer

    def confirm(self, printer: QPrinter) -> bool:
        """Ask by the system's own dialog."""
        dialog = QPrintDialog(printer, self)
        # Which pages is said by the ticks; a file is made by saving, which protects it.
        for option in (_Option.PrintPageRange, _Option.PrintToFile, _Option.PrintSelection):
            dialog.setOption(option, False)
        return dialog.exec() == QPrintDialog.DialogCode.Accepted

    def _offer(self) -> None:
        """Let be ticked what the printer says that it can; where it says nothing, everything."""
        known = QPrinterInfo.printerInfo(str(self._printer.value()))
        colours, sides = known.supportedColorModes(), known.supportedDuplexModes()
        one_colour = bool(colours) and QPrinter.ColorMode.Color not in colours
        one_side = bool(sides) and set(sides) == {QPrinter.DuplexMode.DuplexNone}
        self._grey.setEnabled(not one_colour)
        self._duplex.setEnabled(not one_side)
        if one_colour:
            self._grey.setChecked(True)
        if one_side:
            self._duplex.setChecked(False)
