"""Square codes: an opaque reference that leads back to the program, a day for a calendar."""

from datetime import datetime

from reportlab.graphics.barcode.qrencoder import (
    QR8bitByte,
    QRAlphaNum,
    QRCode,
    QRErrorCorrectLevel,
)

from advisor_app.reports.paper import Paper

_MASK = 0
_VERSION = 1  # 21 modules: nine characters at the level that survives a coffee stain


def draw_code(paper: Paper, x: float, y: float, size: float, text: str) -> None:
    """Draw the code of a reference in a square of `size` points."""
    code = QRCode(_VERSION, QRErrorCorrectLevel.H)
    code.addData(QRAlphaNum(text))
    _draw(paper, x, y, size, code)


def draw_event(
    paper: Paper, x: float, y: float, size: float, start: datetime, end: datetime, subject: str
) -> None:
    """Draw the code that puts an appointment into a telephone's calendar (RFC 5545).

    Wall times without a zone: whoever reads the letter lives by the branch's clock.
    """
    lines = (
        "BEGIN:VEVENT",
        f"SUMMARY:{subject}",
        f"DTSTART:{start:%Y%m%dT%H%M%S}",
        f"DTEND:{end:%Y%m%dT%H%M%S}",
        "END:VEVENT",
    )
    code = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(QR8bitByte("\n".join(lines).encode()))
    code.version = code.calculate_version()
    _draw(paper, x, y, size, code)


def _draw(paper: Paper, x: float, y: float, size: float, code: QRCode) -> None:
    # One of the eight masks that every reader knows; trying all of them costs ten times as much.
    code.makeImpl(False, _MASK)  # noqa: FBT003 ReportLab's own signature
    count = code.getModuleCount()
    module = size / count
    paper.blocks(
        [
            (x + start * module, y + row * module, (end - start) * module, module)
            for row in range(count)
            for start, end in _dark_spans(code, row, count)
        ]
    )


def _dark_spans(code: QRCode, row: int, count: int) -> list[tuple[int, int]]:
    """Neighbouring dark modules as one rectangle: fewer shapes, and no hairlines between them."""
    spans: list[tuple[int, int]] = []
    for column in range(count):
        if not code.isDark(row, column):
            continue
        if spans and spans[-1][1] == column:
            spans[-1] = (spans[-1][0], column + 1)
        else:
            spans.append((column, column + 1))
    return spans
