"""The codes of papers."""

import re

from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.keys import new_key
from advisor_app.domain.papers import paper_code


@given(st.binary(max_size=60), st.integers(0, 1000))
def test_a_code_is_four_letters_and_four_digits_and_always_the_same(
    seed: bytes, attempt: int
) -> None:
    code = paper_code(seed, attempt)
    assert re.fullmatch(r"[0-9A-HJKMNP-TV-Z]{4}-\d{4}", code)
    assert paper_code(seed, attempt) == code


def test_keys_made_one_after_the_other_have_codes_that_do_not_resemble() -> None:
    found = {paper_code(new_key()) for _ in range(300)}
    assert len(found) == 300
    assert len({text[:4] for text in found}) > 250


def test_another_attempt_gives_another_code() -> None:
    assert paper_code(b"x") != paper_code(b"x", 1)
