"""Pages of a PDF as pictures, for the eye and for the printer.

pypdfium2 is not made for threads: everything here runs on the worker.
"""

import pypdfium2
from PySide6.QtGui import QImage

_POINTS_PER_INCH = 72
PRINT_DPI = 300


def page_count(pdf: bytes) -> int:
    """How many pages there are."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return len(document)
    finally:
        document.close()


def page_image(pdf: bytes, page: int, width: int) -> QImage:
    """One page, so many pixels wide."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        wide = document[page].get_width()
        return _image(document, page, width / wide)
    finally:
        document.close()


def print_image(pdf: bytes, page: int, *, grey: bool = True) -> QImage:
    """A page as the printer wants it, in shades of grey or in its colours."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        made = _image(document, page, PRINT_DPI / _POINTS_PER_INCH)
        return made.convertToFormat(QImage.Format.Format_Grayscale8) if grey else made
    finally:
        document.close()


def _image(document: pypdfium2.PdfDocument, page: int, scale: float) -> QImage:
    bitmap = document[page].render(scale=scale, rev_byteorder=True, prefer_bgrx=True)
    image = QImage(
        bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGBX8888
    )
    return image.copy()
