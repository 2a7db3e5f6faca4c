"""No letter is too small to be read: body text 9.5 pt, what heads and foots a page or labels 8.5.

The size of each letter that is drawn, with every matrix that stands before it, not the size that
the program asked for.
"""

import io
from collections.abc import Iterator
from math import hypot
from typing import Any

import pikepdf
import pytest
from paper.kinds import KINDS
from reportlab.pdfgen.canvas import Canvas

from advisor_app.domain.codes import Language

LEAST, LEAST_OF_LABELS = 9.5, 8.5
Matrix = tuple[float, float, float, float]
PLAIN: Matrix = (1, 0, 0, 1)


def glyph_sizes(data: bytes) -> Iterator[float]:
    """The height in points of the type of each piece of text on each page."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            assert not _forms(page), "text within a form is not looked at here"
            yield from _page_sizes(page)


def _forms(page: pikepdf.Page) -> list[str]:
    drawn = page.Resources.get("/XObject", {})
    return [name for name in drawn if drawn[name].Subtype == "/Form"]


def _page_sizes(page: pikepdf.Page) -> Iterator[float]:
    kept: list[tuple[Matrix, float]] = []
    matrix, text, size = PLAIN, PLAIN, 0.0
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "q":
                kept.append((matrix, size))
            case "Q":
                matrix, size = kept.pop()
            case "cm":
                matrix = _times(_four(operands), matrix)
            case "BT":
                text = PLAIN
            case "Tm":
                text = _four(operands)
            case "Tf":
                size = float(operands[1])
            case "Tj" | "TJ" | "'" | '"':
                whole = _times(text, matrix)
                yield round(size * hypot(whole[2], whole[3]), 2)


def _four(operands: Any) -> Matrix:
    a, b, c, d = (float(number) for number in list(operands)[:4])
    return a, b, c, d


def _times(first: Matrix, then: Matrix) -> Matrix:
    a, b, c, d = first
    e, f, g, h = then
    return a * e + b * g, a * f + b * h, c * e + d * g, c * f + d * h


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_smaller_than_body_text_but_heads_feet_and_labels(
    kind: str, language: Language
) -> None:
    sizes = set(glyph_sizes(KINDS[kind].pdf(language)))
    assert sizes
    assert not {size for size in sizes if size < LEAST and size != LEAST_OF_LABELS}


@pytest.mark.parametrize("language", list(Language))
def test_the_headings_and_the_count_of_a_list_are_body_text(language: Language) -> None:
    """A list has no labels: only its page's head and foot are small."""
    with pikepdf.open(io.BytesIO(KINDS["list"].pdf(language))) as pdf:
        small = [sum(size == LEAST_OF_LABELS for size in _page_sizes(page)) for page in pdf.pages]
    assert set(small) == {2}


def test_what_is_scaled_down_would_be_found() -> None:
    file = io.BytesIO()
    canvas = Canvas(file)
    canvas.setFont("Helvetica", 12)
    canvas.saveState()
    canvas.scale(0.5, 0.5)
    canvas.drawString(10, 10, "small")
    canvas.restoreState()
    canvas.drawString(10, 40, "large")
    canvas.save()
    assert list(glyph_sizes(file.getvalue())) == [6.0, 12.0]
