"""Papers joined as one file keep what each of them has: tags, bookmarks, language, PDF/A-1b."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from paper.hostile import HOSTILE
from paper.kinds import PAPERS
from paper.preflight import missing, refused
from paper.samples import letter
from paper.tagged import elements, kids

from advisor_app.domain.codes import Language
from advisor_app.reports import letter as letters
from advisor_app.reports.joining import Leaf, joined
from advisor_app.reports.protecting import protected

WORD = "dix-sept pélicans"
# Reports and labels bear other languages than the rest; two are alike but for their names.
NAMES = ["cover", "sheet", "report", "letter of a bank", "labels", "list", "invitation", "letter"]
needs_preflight = pytest.mark.skipif(bool(missing()), reason=missing())


@pytest.fixture(scope="module")
def leaves() -> list[Leaf]:
    return [Leaf(name, PAPERS[name]()) for name in NAMES]


@pytest.fixture(scope="module")
def made(leaves: list[Leaf]) -> bytes:
    return joined(leaves, "Fiches", Language.NL)


@pytest.fixture
def pdf(made: bytes) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(io.BytesIO(made)) as opened:
        yield opened


def outline(node: Any) -> list[tuple[str, str, int]]:
    """Role, description and number of pieces of everything below an element."""
    return [
        (str(one.S), str(one.get("/Alt", "")), len(kids(one)))
        for one in elements(node)
        if one is not node
    ][1:]


def streams(data: bytes, kind: str) -> int:
    """How many different objects of the file are this entry of something."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        found = (one.get(kind) for one in pdf.objects if isinstance(one, pikepdf.Dictionary))
        return len({one.objgen for one in found if one is not None})


def test_each_paper_is_a_part_with_its_tags_its_language_and_its_name(
    pdf: pikepdf.Pdf, leaves: list[Leaf]
) -> None:
    document = pdf.Root.StructTreeRoot.K
    assert document.S == "/Document"
    assert document.P.objgen == pdf.Root.StructTreeRoot.objgen
    parts = kids(document)
    assert [str(one.S) for one in parts] == ["/Part"] * len(leaves)
    for part, leaf in zip(parts, leaves, strict=True):
        assert part.P.objgen == document.objgen
        with pikepdf.open(io.BytesIO(leaf.pdf)) as alone:
            assert outline(part) == outline(alone.Root.StructTreeRoot.K)
            assert str(part.Lang) == str(alone.Root.Lang)
        assert str(part.T) == leaf.title


def test_every_page_leads_to_the_elements_of_its_own_paper(
    pdf: pikepdf.Pdf, leaves: list[Leaf]
) -> None:
    tree = pikepdf.NumberTree(pdf.Root.StructTreeRoot.ParentTree)
    numbers = [int(page.obj.StructParents) for page in pdf.pages]
    assert numbers == sorted(tree) == list(range(len(pdf.pages)))
    assert pdf.Root.StructTreeRoot.ParentTreeNextKey == len(numbers)
    for page, number in zip(pdf.pages, numbers, strict=True):
        for piece, element in enumerate(tree[number]):
            assert element.Pg.objgen == page.obj.objgen
            assert piece in [int(kid) for kid in kids(element)]
    places = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
    for part, pages in zip(
        kids(pdf.Root.StructTreeRoot.K), paged([leaf.pdf for leaf in leaves]), strict=True
    ):
        found = {places[one.Pg.objgen] for one in elements(part) if "/Pg" in one}
        assert found == set(pages)


def paged(papers: list[bytes]) -> list[range]:
    """Which pages of the joined file each paper is."""
    found, first = [], 0
    for paper in papers:
        with pikepdf.open(io.BytesIO(paper)) as alone:
            found.append(range(first, first + len(alone.pages)))
        first = found[-1].stop
    return found


def test_the_text_is_that_of_the_papers_in_their_order(made: bytes, leaves: list[Leaf]) -> None:
    assert texts(made) == [page for leaf in leaves for page in texts(leaf.pdf)]


def texts(data: bytes) -> list[str]:
    """What another program reads on each page."""
    document = pypdfium2.PdfDocument(data)
    found = []
    for page in document:
        words = page.get_textpage()
        found.append(words.get_text_range())
        words.close()
        page.close()
    document.close()
    return found


def test_every_page_looks_as_it_did(made: bytes, leaves: list[Leaf]) -> None:
    assert pictures(made) == [page for leaf in leaves for page in pictures(leaf.pdf)]


def pictures(data: bytes) -> list[bytes]:
    """Each page as another program draws it, small."""
    document = pypdfium2.PdfDocument(data)
    found = []
    for page in document:
        drawn = page.render(scale=0.7)
        found.append(bytes(drawn.buffer))
        drawn.close()
        page.close()
    document.close()
    return found


def test_each_paper_has_a_bookmark_with_its_own_below(pdf: pikepdf.Pdf, leaves: list[Leaf]) -> None:
    places = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
    with pdf.open_outline() as outline:
        marks = [(one.title, places[one.destination[0].objgen]) for one in outline.root]
        below = [(one.title, places[one.destination[0].objgen]) for one in outline.root[0].children]
        assert not any(one.children for one in outline.root[1:])
    starts = [pages.start for pages in paged([leaf.pdf for leaf in leaves])]
    assert marks == list(zip(NAMES, starts, strict=True))
    with pikepdf.open(io.BytesIO(leaves[0].pdf)) as cover, cover.open_outline() as own:
        assert [title for title, _page in below] == [one.title for one in own.root]
    assert [page for _title, page in below] == [0, 1]


def test_the_file_says_what_it_is_in_which_languages(pdf: pikepdf.Pdf) -> None:
    assert pdf.check_pdf_syntax() == []
    assert str(pdf.docinfo.Title) == "Fiches"
    assert str(pdf.Root.Lang) == "nl"
    assert pdf.Root.PageMode == "/UseOutlines"
    assert pdf.Root.ViewerPreferences.DisplayDocTitle is True
    assert pdf.pdf_version == "1.4"
    with pdf.open_metadata() as metadata:
        assert metadata.pdfa_status == "1B"
        assert metadata["dc:title"] == "Fiches"
        assert set(metadata["dc:language"]) == {"nl", "fr", "en"}


@needs_preflight
def test_preflight_takes_a_joined_file_of_every_kind(made: bytes, tmp_path: Path) -> None:
    one = joined([Leaf("alone", PAPERS["sheet"]())], "Une fiche", Language.FR)
    everything = joined([Leaf(name, make()) for name, make in PAPERS.items()], "Tout", Language.FR)
    files = {"some": made, "one": one, "all": everything, "again": joined_again(made)}
    assert refused(files, tmp_path) == {}


def joined_again(made: bytes) -> bytes:
    return joined([Leaf("first", made), Leaf("second", made)], "Twice", Language.EN)


def test_a_joined_file_can_be_joined_again(made: bytes) -> None:
    with pikepdf.open(io.BytesIO(joined_again(made))) as twice:
        first, second = kids(twice.Root.StructTreeRoot.K)
        assert outline(first) == outline(second)
        assert [str(one.S) for one in kids(first)] == ["/Part"] * len(NAMES)


def test_the_same_papers_give_the_same_bytes(made: bytes, leaves: list[Leaf]) -> None:
    assert joined(leaves, "Fiches", Language.NL) == made
    assert joined(leaves[::-1], "Fiches", Language.NL) != made


def test_what_papers_share_is_in_the_file_once(made: bytes) -> None:
    one = letters.render(letter())[0]
    many = joined([Leaf(f"n° {number}", one) for number in range(10)], "Lettres", Language.FR)
    assert streams(many, "/FontFile2") == streams(one, "/FontFile2") > 0
    assert streams(many, "/ToUnicode") == streams(one, "/ToUnicode") > 0
    with pikepdf.open(io.BytesIO(made)) as pdf:
        profiles = [one for one in pdf.objects if isinstance(one, pikepdf.Stream) and "/N" in one]
        assert len(profiles) == len(pdf.Root.OutputIntents) == 1
    # Ten times the pages' own marks and tags, once the fonts: less than half of ten letters.
    assert len(many) < 5 * len(one)


def test_each_further_paper_costs_the_same() -> None:
    sheet = PAPERS["sheet"]()

    def cost(count: int) -> tuple[int, int]:
        pdf = joined([Leaf("Odile", sheet)] * count, "Fiches", Language.FR)
        with pikepdf.open(io.BytesIO(pdf)) as opened:
            return len(opened.objects), len(pdf)

    few, more, most = cost(4), cost(8), cost(12)
    assert most[0] - more[0] == more[0] - few[0]
    # Numbers of objects have more digits in a longer file: nothing else grows.
    assert most[1] - more[1] == pytest.approx(more[1] - few[1], rel=0.05)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_names_break_neither_bookmarks_nor_metadata(text: str) -> None:
    data = joined([Leaf(text, PAPERS["labels"]())] * 2, text, Language.FR)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        with pdf.open_metadata() as metadata:
            assert metadata.pdfa_status == "1B"
            assert (metadata.get("dc:title") or "") == str(pdf.docinfo.Title)
        with pdf.open_outline() as outline:
            assert len(outline.root) == 2


@needs_preflight
def test_preflight_takes_joined_files_with_hostile_names(tmp_path: Path) -> None:
    labels = PAPERS["labels"]()
    files = {repr(text): joined([Leaf(text, labels)], text, Language.FR) for text in HOSTILE}
    assert refused(files, tmp_path) == {}


def test_a_protected_joined_file_keeps_its_tags_and_bookmarks(made: bytes) -> None:
    locked = protected(made, WORD)
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(io.BytesIO(locked))
    with (
        pikepdf.open(io.BytesIO(locked), password=WORD) as pdf,
        pikepdf.open(io.BytesIO(made)) as plain,
    ):
        assert (pdf.encryption.R, pdf.encryption.bits) == (6, 256)
        assert pdf.allow.accessibility
        assert pdf.Root.MarkInfo.Marked is True
        assert outline(pdf.Root.StructTreeRoot.K) == outline(plain.Root.StructTreeRoot.K)
        assert [int(one.obj.StructParents) for one in pdf.pages] == list(range(len(plain.pages)))
        with pdf.open_outline() as marks:
            assert [one.title for one in marks.root] == NAMES
        with pdf.open_metadata() as metadata:
            assert metadata.pdfa_status == ""
            assert metadata["dc:title"] == "Fiches"


@pytest.mark.parametrize("name", PAPERS)
def test_no_paper_has_what_joining_would_have_to_tell_apart(name: str) -> None:
    """Links, forms and names of elements, of roles and of classes begin anew in every paper."""
    with pikepdf.open(io.BytesIO(PAPERS[name]())) as pdf:
        tree = pdf.Root.StructTreeRoot
        assert set(tree.keys()) == {"/Type", "/K", "/ParentTree", "/ParentTreeNextKey"}
        assert not any("/ID" in one for one in elements(tree.K))
        for page in pdf.pages:
            assert "/Annots" not in page.obj
            pictures = page.obj.Resources.get("/XObject", {})
            assert all(one.Subtype == "/Image" for one in pictures.values())
