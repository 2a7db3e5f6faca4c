"""The code that leads back to the program."""

import re

from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.codes import Language
from advisor_app.domain.keys import Key, new_key
from advisor_app.reports.paper import Paper
from advisor_app.reports.qr import draw_code, reference


@given(st.binary(min_size=16, max_size=16))
def test_a_reference_is_four_letters_and_four_digits(key: bytes) -> None:
    assert re.fullmatch(r"[0-9A-HJKMNP-TV-Z]{4}-\d{4}", reference(Key(key)))


def test_keys_made_one_after_the_other_have_references_that_do_not_resemble() -> None:
    found = {reference(new_key()) for _ in range(300)}
    assert len(found) == 300
    assert len({text[:4] for text in found}) > 250


def test_a_code_differs_with_its_reference() -> None:
    assert drawn("7F3K-2291") != drawn("7F3K-2292")


def drawn(text: str) -> bytes:
    paper = Paper("code", Language.EN)
    draw_code(paper, 10, 10, 60, text)
    paper.next_page()
    return paper.pdf()
