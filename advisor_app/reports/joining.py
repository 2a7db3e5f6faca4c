"""Several papers as one file that keeps what each of them has: tags, bookmarks, PDF/A-1b."""

import io
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from typing import NamedTuple, cast

from pikepdf import (
    Array,
    Dictionary,
    Name,
    NumberTree,
    Object,
    ObjectStreamMode,
    OutlineItem,
    Page,
    Pdf,
    Stream,
    String,
)

from advisor_app.domain.codes import Language
from advisor_app.reports.archiving import AUTHOR, PDF_VERSION, PRODUCER, metadata
from advisor_app.reports.text import printable

# Stands behind the number of another object in what an array says.
_LEADS_ON = b" R"


class Leaf(NamedTuple):
    """A finished paper, and what its bookmark says."""

    title: str
    pdf: bytes


def joined(leaves: Iterable[Leaf], title: str, language: Language) -> bytes:
    """One PDF/A-1b of one or more papers, a part and a bookmark each; same papers, same bytes.

    `language` is that of the title; each part keeps its own. What papers share, as fonts and
    pictures, is in the file once.
    """
    with Pdf.new() as file:
        tags, shared, bookmarks = _Tags(file), _Shared(file), []
        spoken = dict.fromkeys([language.value])
        for leaf in leaves:
            with Pdf.open(io.BytesIO(leaf.pdf)) as paper:
                first = len(file.pages)
                pages = shared.add(paper)
                tags.add(paper, pages, printable(leaf.title))
                bookmarks.append(_bookmark(paper, printable(leaf.title), first))
                spoken[str(paper.Root.Lang)] = None
                _take_intent(file, paper)
        tags.enter()
        _introduce(file, printable(title), list(spoken))
        with file.open_outline() as outline:
            outline.root.extend(bookmarks)
        return _written(file)


class _Tags:
    """The tag trees of all papers as one (ISO 32000-1, 14.7): each becomes a part of a document.

    The numbers that lead from a page to its elements begin anew in every paper: they are counted on
    here. Papers have neither links nor forms, nor names of their own for roles and elements.
    """

    def __init__(self, file: Pdf) -> None:
        self._file = file
        self._root = file.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        self._document = file.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name.Document, P=self._root)
        )
        self._parts: list[Object] = []
        self._owners: list[Object | int] = []
        self._next = 0

    def add(self, paper: Pdf, pages: Iterable[Page], title: str) -> None:
        """Take a paper's tree over, once its pages are in the file."""
        tree = self._file.copy_foreign(paper.Root.StructTreeRoot)
        part = tree.K
        part.S, part.P = Name.Part, self._document
        part.Lang, part.T = String(str(paper.Root.Lang)), String(title)
        self._parts.append(part)
        for page in pages:
            page.obj.StructParents = self._next + int(page.obj.StructParents)
        for number, owners in NumberTree(tree.ParentTree).items():
            self._owners += [self._next + int(number), owners]
        self._next += int(tree.ParentTreeNextKey)

    def enter(self) -> None:
        """Put the tree into the file."""
        self._document.K, self._root.K = Array(self._parts), self._document
        self._root.ParentTree = self._file.make_indirect(Dictionary(Nums=Array(self._owners)))
        self._root.ParentTreeNextKey = self._next
        self._file.Root.StructTreeRoot = self._root
        self._file.Root.MarkInfo = Dictionary(Marked=True)


class _Shared:
    """What papers use in the same form is brought into the file once: fonts and pictures."""

    def __init__(self, file: Pdf) -> None:
        self._file = file
        self._known: dict[bytes, Object] = {}

    def add(self, paper: Pdf) -> list[Page]:
        """Bring a paper's pages into the file; each uses what an earlier one brought."""
        used = [page.obj.Resources for page in paper.pages]
        for page in paper.pages:
            page.obj.Resources = Dictionary()
        first = len(self._file.pages)
        self._file.pages.extend(paper.pages)
        pages = [self._file.pages[place] for place in range(first, first + len(used))]
        for page, resources in zip(pages, used, strict=True):
            for kind in (Name.Font, Name.XObject):
                named = resources.get(kind, Dictionary()).items()
                page.obj.Resources[kind] = Dictionary(
                    {name: self._brought(one) for name, one in named}
                )
        return pages

    def _brought(self, node: Object) -> Object:
        seen = _print_of(node)
        if seen not in self._known:
            self._known[seen] = self._file.copy_foreign(node)
        return self._known[seen]


def _print_of(node: object) -> bytes:
    """The same for objects that say the same, whatever their numbers in their files."""
    found = sha256()
    if isinstance(node, Dictionary | Stream):
        for name, value in sorted(node.items()):
            found.update(name.encode() + _print_of(value))
        if isinstance(node, Stream):
            found.update(node.read_raw_bytes())
    elif isinstance(node, Array) and _LEADS_ON in node.unparse():
        for one in node:
            found.update(_print_of(one))
    else:
        found.update(node.unparse() if isinstance(node, Object) else str(node).encode())
    return found.digest()


def _bookmark(paper: Pdf, title: str, first: int) -> OutlineItem:
    """A paper's bookmark, with its own ones below it."""
    places = {page.obj.objgen: number for number, page in enumerate(paper.pages, first)}
    made = OutlineItem(title, first, "Fit")
    with paper.open_outline() as outline:
        made.children.extend(_placed(outline.root, places))
    return made


def _placed(
    marks: Iterable[OutlineItem], places: dict[tuple[int, int], int]
) -> Iterator[OutlineItem]:
    for one in marks:
        page = cast("Array", one.destination)[0]
        made = OutlineItem(one.title, places[page.objgen], "Fit")
        made.children.extend(_placed(one.children, places))
        yield made


def _take_intent(file: Pdf, paper: Pdf) -> None:
    """What greys and colours mean, from the first paper: all say the same."""
    if Name.OutputIntents not in file.Root:
        file.Root.OutputIntents = file.copy_foreign(paper.make_indirect(paper.Root.OutputIntents))


def _introduce(file: Pdf, title: str, languages: Sequence[str]) -> None:
    """Say what the file is, twice, as PDF/A asks; and that it opens with its bookmarks."""
    told = {"/Title": title, "/Author": AUTHOR, "/Producer": PRODUCER}
    for name, text in told.items():
        file.docinfo[name] = String(text)
    packet = file.make_stream(metadata(title, *languages))
    packet.Type, packet.Subtype = Name.Metadata, Name.XML
    root = file.Root
    root.Metadata, root.Lang, root.PageMode = packet, String(languages[0]), Name.UseOutlines
    root.ViewerPreferences = Dictionary(DisplayDocTitle=True)


def _written(file: Pdf) -> bytes:
    out = io.BytesIO()
    version = ".".join(map(str, PDF_VERSION))
    file.save(
        out,
        force_version=version,
        fix_metadata_version=False,
        compress_streams=False,
        object_stream_mode=ObjectStreamMode.disable,
        deterministic_id=True,
    )
    return out.getvalue()
