"""The square code that leads from a paper back to the program: an opaque reference, no name."""

import hashlib

from reportlab.graphics.barcode.qrencoder import QRAlphaNum, QRCode, QRErrorCorrectLevel

from advisor_app.domain.keys import Key
from advisor_app.reports.paper import Paper

# Without I, L, O and U: nothing that a reader over the phone mistakes.
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_VERSION = 1  # 21 modules: nine characters at the level that survives a coffee stain


def reference(key: Key) -> str:
    """A document's reference, such as 7F3K-2291; says nothing about the client."""
    number = int.from_bytes(hashlib.sha256(key).digest()[:8])
    number, digits = divmod(number, 10_000)
    letters = "".join(_LETTERS[number >> shift & 31] for shift in (15, 10, 5, 0))
    return f"{letters}-{digits:04}"


def draw_code(paper: Paper, x: float, y: float, size: float, text: str) -> None:
    """Draw the code of a reference in a square of `size` points."""
    code = QRCode(_VERSION, QRErrorCorrectLevel.H)
    code.addData(QRAlphaNum(text))
    code.make()
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
