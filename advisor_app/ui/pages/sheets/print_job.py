"""One print job: many papers through one printer, page by page on the worker, until it is stopped."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, Signal
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from advisor_app.ui.pages.sheets.paper import Made
from advisor_app.ui.parts.page import Ask
from advisor_app.ui.parts.pdf import print_image

if TYPE_CHECKING:
    from advisor_app.bootstrap import Services

# A page of a paper; None is an empty side, so that the next paper begins on a sheet of its own.
Side = tuple[Made, int] | None


class PrintJob(QObject):
    """Prints; `went_on` says how many sides of how many, `ended` whether the printer took all.

    Only one side is a picture at any time: five hundred sheets would be gigabytes of them.
    """

    went_on = Signal(int, int)
    ended = Signal(bool)

    def __init__(self, owner: QObject, ask: Ask, printer: QPrinter, papers: Sequence[Made]) -> None:
        super().__init__(owner)
        self._ask = ask
        # The painter first: what is taken down first must not outlive what it paints on.
        self._painter, self._printer = QPainter(), printer
        # As the system's dialog left it, which may offer both, too.
        self._grey = printer.colorMode() is QPrinter.ColorMode.GrayScale
        both = printer.duplex() is not QPrinter.DuplexMode.DuplexNone
        copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
        self._sides = list(sides_of(papers, copies, both=both))
        self._done, self.stopped = 0, False

    def start(self) -> None:
        """Print the first side, then the others."""
        self._printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        self._printer.setFullPage(True)
        self._ask(self, self._print_side, self._go_on, self._fail)

    def stop(self) -> None:
        """Print no more: the printer is told to forget the job."""
        self.stopped = True

    def _print_side(self, _services: "Services") -> bool:
        """Print the next side, on the worker; whether the printer took it."""
        if self.stopped:
            if self._painter.isActive():
                self._printer.abort()
                self._painter.end()
            return False
        side = self._sides[self._done]
        wide = side is not None and side[0].wide
        turned = QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait
        self._printer.setPageOrientation(turned)
        taken = self._printer.newPage() if self._done else self._painter.begin(self._printer)
        if taken and side is not None:
            made, page = side
            whole = self._printer.pageLayout().fullRectPixels(self._printer.resolution())
            self._painter.drawImage(QRectF(whole), print_image(made.pdf, page, grey=self._grey))
        if taken and self._done + 1 == len(self._sides):
            return self._painter.end()
        return taken

    def _go_on(self, taken: bool) -> None:
        self._done += 1
        self.went_on.emit(self._done, len(self._sides))
        if taken and self._done < len(self._sides):
            self._ask(self, self._print_side, self._go_on, self._fail)
        else:
            self.ended.emit(taken)

    def _fail(self, _error: Exception) -> None:
        if self._painter.isActive():
            self._painter.end()
        self.ended.emit(False)


def sides_of(papers: Sequence[Made], copies: int, *, both: bool) -> Iterator[Side]:
    """Every side in order; each paper begins on a sheet of its own where both sides are printed.

    `copies` are laid out one after the other: a printer that makes them itself needs only one.
    """
    queue = [made for _copy in range(copies) for made in papers]
    for number, made in enumerate(queue, 1):
        yield from ((made, page) for page in made.pages)
        if both and made.count % 2 and number < len(queue):
            yield None
