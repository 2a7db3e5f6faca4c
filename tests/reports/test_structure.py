"""What a screen reader is told of every paper, read back from the file's own tree."""

import io
from collections.abc import Iterator
from dataclasses import replace

import pikepdf
import pytest
from paper.hostile import HOSTILE, poisoned
from paper.kinds import PAPERS
from paper.samples import fournier
from paper.tagged import elements, kids, pieces

from advisor_app.reports import sheet

SHOWS_TEXT = {"Tj", "TJ", "'", '"'}
PAINTS = {"S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do"}


@pytest.fixture(params=list(PAPERS))
def pdf(request: pytest.FixtureRequest) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(io.BytesIO(PAPERS[request.param]())) as opened:
        yield opened


def test_the_file_says_that_it_is_tagged_in_which_language_and_its_title(
    pdf: pikepdf.Pdf,
) -> None:
    assert pdf.Root.MarkInfo.Marked is True
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    assert len(str(pdf.Root.Lang)) == 2
    with pdf.open_metadata() as metadata:
        assert metadata["dc:title"] == str(pdf.docinfo["/Title"])
        assert set(metadata["dc:language"]) == {str(pdf.Root.Lang)}


def test_everything_that_is_drawn_is_marked_once_as_content_or_as_an_artifact(
    pdf: pikepdf.Pdf,
) -> None:
    known = {(page, number) for page, number, _role in pieces(pdf)}
    assert len(known) == len(pieces(pdf))
    for page in pdf.pages:
        within: list[str] = []
        seen: set[int] = set()
        for operands, operator in pikepdf.parse_content_stream(page):
            name = str(operator)
            if name == "BDC":
                number = int(operands[1].MCID)
                assert number not in seen
                assert (page.obj.objgen, number) in known
                seen.add(number)
                within.append(str(operands[0]))
            elif name == "BMC":
                assert str(operands[0]) == "/Artifact"
                within.append("/Artifact")
            elif name == "EMC":
                within.pop()
            elif name in SHOWS_TEXT | PAINTS:
                assert len(within) == 1, (name, operands)
        assert within == []
        assert seen == {number for where, number in known if where == page.obj.objgen}


def test_the_parent_tree_leads_back_from_each_piece_to_its_element(pdf: pikepdf.Pdf) -> None:
    owners = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
    for page in pdf.pages:
        row = owners[2 * int(page.obj.StructParents) + 1]
        for number, element in enumerate(row):
            assert element.Pg.objgen == page.obj.objgen
            assert number in [int(kid) for kid in kids(element)]


def test_every_figure_is_described_and_tables_hold_rows_of_cells(pdf: pikepdf.Pdf) -> None:
    for one in elements(pdf.Root.StructTreeRoot.K):
        if one.S == "/Figure":
            assert str(one.Alt).strip()
        if one.S == "/Table":
            assert {str(row.S) for row in kids(one)} == {"/TR"}
        if one.S == "/TR":
            assert {str(cell.S) for cell in kids(one)} <= {"/TH", "/TD"}


def test_lists_hold_items_and_items_what_they_say(pdf: pikepdf.Pdf) -> None:
    for one in elements(pdf.Root.StructTreeRoot.K):
        if one.S == "/L":
            assert {str(item.S) for item in kids(one)} == {"/LI"}
        if one.S == "/LI":
            assert [str(body.S) for body in kids(one)] == ["/LBody"]
        if one.S == "/LBody":
            assert not any(isinstance(kid, pikepdf.Dictionary) for kid in kids(one))


def test_every_question_document_and_step_of_a_sheet_is_an_item_of_its_list() -> None:
    data = fournier()
    with pikepdf.open(io.BytesIO(sheet.render(data))) as pdf:
        lists = [len(kids(one)) for one in elements(pdf.Root.StructTreeRoot.K) if one.S == "/L"]
    for count in (data.questions, data.documents, data.course, data.avoid, data.leaving):
        assert len(count) in lists


def headings(data: bytes) -> list[str]:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return [
            str(one.S)
            for one in elements(pdf.Root.StructTreeRoot.K)
            if str(one.S) in {"/H1", "/H2"}
        ]


def test_a_sheet_begins_with_its_title_and_has_a_heading_a_block() -> None:
    found = headings(PAPERS["sheet"]())
    assert found[0] == "/H1"
    assert found.count("/H1") == 1
    assert found.count("/H2") >= 10


def test_the_day_pack_has_a_title_a_sheet_and_one_table() -> None:
    assert headings(PAPERS["day pack"]()).count("/H1") == 5


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_breaks_neither_the_tree_nor_the_metadata(text: str) -> None:
    data = sheet.render(poisoned(replace(fournier(), reference="7F3K-2291"), text))
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert pieces(pdf)
        with pdf.open_metadata() as metadata:
            assert metadata["dc:title"]
