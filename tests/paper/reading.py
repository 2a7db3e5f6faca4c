"""Reads a PDF back with two other programs: its text, fonts, sizes, outline and language."""

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

import pikepdf
import pypdfium2

# The operators that choose a font, scale what follows, and show text.
SIZING = "Tf cm Tj TJ ' \""


@dataclass(frozen=True)
class Printed:
    """What a reader of the file finds in it."""

    pages: tuple[str, ...]
    fonts: frozenset[str]
    embedded: bool
    language: str
    title: str
    bookmarks: tuple[str, ...]
    data: bytes = field(repr=False)
    boxes: frozenset[tuple[float, float]]

    @property
    def text(self) -> str:
        return "\n".join(self.pages)

    @cached_property
    def sizes(self) -> frozenset[float]:
        """Every size of type; few ask, and to find them takes as long as all the rest."""
        with pikepdf.open(io.BytesIO(self.data)) as pdf:
            return frozenset(size for page in pdf.pages for size in _sizes(page))


def read(data: bytes) -> Printed:
    document = pypdfium2.PdfDocument(data)
    pages = []
    for page in document:
        textpage = page.get_textpage()
        pages.append(textpage.get_text_range().replace("\r\n", "\n"))
        textpage.close()
        page.close()
    document.close()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        fonts = list(_fonts(pdf))
        with pdf.open_outline() as outline:
            bookmarks = tuple(item.title for item in outline.root)
        return Printed(
            pages=tuple(pages),
            fonts=frozenset(str(font["/BaseFont"]) for font in fonts),
            embedded=all(_is_embedded_subset(font) for font in fonts),
            language=str(pdf.Root.get("/Lang", "")),
            title=str(pdf.docinfo.get("/Title", "")),
            bookmarks=bookmarks,
            data=data,
            boxes=frozenset(
                (float(page.mediabox[2]), float(page.mediabox[3])) for page in pdf.pages
            ),
        )


def _fonts(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    for page in pdf.pages:
        yield from page.Resources.get("/Font", {}).values()


def _is_embedded_subset(font: pikepdf.Object) -> bool:
    """An embedded TrueType whose name bears the six letters and the plus of a subset."""
    name = str(font["/BaseFont"]).lstrip("/")
    return "/FontFile2" in font.get("/FontDescriptor", {}) and name[6:7] == "+"


def _sizes(page: pikepdf.Page) -> Iterator[float]:
    """The size of every font that really shows text, scaled by what stands before it."""
    size = 0.0
    for operands, operator in pikepdf.parse_content_stream(page, SIZING):
        if str(operator) == "Tf":
            size = round(float(operands[1]), 2)
        elif str(operator) == "cm":
            assert [float(number) for number in operands[:4]] == [1, 0, 0, 1], "text is scaled"
        elif str(operator) in {"Tj", "TJ", "'", '"'} and bytes(operands[-1]).strip():
            yield size
