"""The tree that tells a screen reader what is a heading, a paragraph, a table, a figure.

Tagged PDF as in ISO 32000-1, 14.7 and 14.8: each piece of text in a page's stream is marked with a
number, and elements of the tree gather these numbers in reading order, which is the order of
drawing. Lines, boxes and grounds are artifacts: nothing is read where they are.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import StrEnum

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFObject,
    PDFString,
)


class Role(StrEnum):
    """What an element is; the values are the standard's structure types."""

    DOCUMENT = "Document"
    TITLE = "H1"
    HEADING = "H2"
    PARAGRAPH = "P"
    TABLE = "Table"
    ROW = "TR"
    HEADER_CELL = "TH"
    CELL = "TD"
    LIST = "L"
    ITEM = "LI"
    ITEM_BODY = "LBody"
    FIGURE = "Figure"


# Elements that hold elements, and no text of their own.
_GROUPS = frozenset({Role.DOCUMENT, Role.TABLE, Role.ROW, Role.LIST, Role.ITEM})


@dataclass(eq=False, slots=True)
class _Element:
    role: Role
    parent: "_Element | None"
    says: str = ""
    kids: "list[_Element | tuple[int, int]]" = field(default_factory=list)
    ref: bytes = b""


# Whatever is drawn and not read.
_ARTIFACT = _Element(Role.FIGURE, None)


class Structure:
    """The tree of one document while it is drawn."""

    def __init__(self) -> None:
        self._root = _Element(Role.DOCUMENT, None)
        self._within = self._root
        # Every element after the one that holds it.
        self._elements = [self._root]
        self._owners: list[list[_Element]] = [[]]
        self._open: _Element | None = None
        self._held = False

    @contextmanager
    def part(self, role: Role, says: str = "") -> Iterator[None]:
        """What is drawn meanwhile is one element; `says` describes a figure.

        Within an element that holds text, everything belongs to it.
        """
        outer = self._within
        if outer.role not in _GROUPS:
            yield
            return
        element = _Element(role, outer, says)
        outer.kids.append(element)
        self._elements.append(element)
        self._within = element
        try:
            yield
        finally:
            self._within = outer
            if not element.kids:
                # Nothing was drawn in it, and so it is the last one still.
                outer.kids.pop()
                self._elements.pop()

    @contextmanager
    def held(self) -> Iterator[None]:
        """Everything that is drawn meanwhile belongs to the piece that is open."""
        outer, self._held = self._held, True
        try:
            yield
        finally:
            self._held = outer

    def content(self) -> str:
        """The operators before a piece of text; outside a part it is a paragraph of its own.

        Texts that follow each other within one element are one piece.
        """
        element = self._within
        if self._held or (element is self._open):
            return ""
        if element.role in _GROUPS:
            element = _Element(Role.PARAGRAPH, element)
            self._within.kids.append(element)
            self._elements.append(element)
        owners = self._owners[-1]
        number = len(owners)
        element.kids.append((len(self._owners) - 1, number))
        owners.append(element)
        return f"{self._begin(element)}/{element.role} <</MCID {number}>> BDC"

    def artifact(self) -> str:
        """The operators before what is not read; what follows of its kind is one piece with it."""
        if self._held or self._open is _ARTIFACT:
            return ""
        return f"{self._begin(_ARTIFACT)}/Artifact BMC"

    def end_page(self) -> str:
        """The operators that end the page; pieces are numbered anew on the next one."""
        self._owners.append([])
        closing, self._open = "EMC" if self._open else "", None
        return closing

    def _begin(self, element: _Element) -> str:
        closing, self._open = "EMC " if self._open else "", element
        return closing

    def enter(self, document: PDFDocument) -> None:
        """Put the tree into a finished document, before it is written."""
        pages = document.Pages.pages
        for number, page in enumerate(pages):
            # ReportLab knows no structure: it is told of two more entries of a page.
            page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
            page.StructParents, page.Tabs = number, PDFName("S")
        catalog = document.Catalog
        # ReportLab would write a True of Python with its capital, which is no word of PDF.
        catalog.MarkInfo = PDFDictionary({"Marked": "true"})
        catalog.StructTreeRoot = self._tree(document, pages)

    def _tree(self, document: PDFDocument, pages: list[PDFObject]) -> PDFDictionary:
        root = PDFDictionary({"Type": PDFName("StructTreeRoot")})
        top = document.Reference(root).format(document)
        where = [document.Reference(page).format(document) for page in pages]
        nodes = [_Written() for _element in self._elements]
        for element, node in zip(self._elements, nodes, strict=True):
            element.ref = _entered(document, node)
        for element, node in zip(self._elements, nodes, strict=True):
            up = element.parent.ref if element.parent else top
            node.words = _dictionary(element, up, where, document)
        owners: list[object] = []
        for number, page in enumerate(self._owners[: len(pages)]):
            refs = _Written(b"[%b]" % b" ".join([one.ref for one in page]))
            owners += [number, document.Reference(refs)]
        root["K"] = document.Reference(nodes[0])
        root["ParentTree"] = document.Reference(PDFDictionary({"Nums": PDFArray(owners)}))
        root["ParentTreeNextKey"] = len(pages)
        return root


class _Written(PDFObject):  # type: ignore[misc] # ReportLab has no types
    """An object by its bytes: a sheet has hundreds, and ReportLab's own take three times as long."""

    __RefOnly__ = 1

    def __init__(self, words: bytes = b"") -> None:
        self.words = words

    def format(self, _document: PDFDocument) -> bytes:
        """The bytes."""
        return self.words


def _entered(document: PDFDocument, new: PDFObject) -> bytes:
    """How the others refer to an object that the document did not know."""
    document.Reference(new)
    return b"%d 0 R" % document.objectcounter


def _dictionary(element: _Element, up: bytes, pages: list[bytes], document: PDFDocument) -> bytes:
    says = b" /Alt " + PDFString(element.says).format(document) if element.says else b""
    scope = b" /A <</O /Table /Scope /Column>>" if element.role is Role.HEADER_CELL else b""
    return b"<</Type /StructElem /S /%b /P %b%b%b%b>>" % (
        element.role.encode(),
        up,
        _kids(element.kids, pages),
        says,
        scope,
    )


def _kids(kids: "list[_Element | tuple[int, int]]", pages: list[bytes]) -> bytes:
    """Elements, or the numbers of pieces: of one page, since no element crosses pages."""
    if kids and isinstance(kids[0], tuple):
        numbers = b" ".join([b"%d" % kid[1] for kid in kids if isinstance(kid, tuple)])
        return b" /Pg %b /K [%b]" % (pages[kids[0][0]], numbers)
    return b" /K [%b]" % b" ".join([kid.ref for kid in kids if isinstance(kid, _Element)])
