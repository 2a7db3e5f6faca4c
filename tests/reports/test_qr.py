"""The square code that leads back to the program."""

from hypothesis import given, settings
from hypothesis import strategies as st

from advisor_app.domain.codes import Language
from advisor_app.domain.papers import paper_code
from advisor_app.reports.paper import Paper
from advisor_app.reports.qr import draw_code


def drawn(text: str) -> bytes:
    paper = Paper("code", Language.EN)
    draw_code(paper, 10, 10, 60, text)
    paper.next_page()
    return paper.pdf()


def test_a_code_differs_with_its_reference() -> None:
    assert drawn("7F3K-2291") != drawn("7F3K-2292")
    assert drawn("7F3K-2291") == drawn("7F3K-2291")


@settings(max_examples=20)
@given(st.binary(max_size=16))
def test_every_paper_code_can_be_drawn(seed: bytes) -> None:
    assert drawn(paper_code(seed)).startswith(b"%PDF")
