"""The recovery code comes back as the key, however it was typed, and a slip is found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.recovery_code import NotARecoveryCode, read_code, write_code

KEYS = st.binary(min_size=32, max_size=32)


@given(KEYS)
def test_a_code_gives_its_key_back(key: bytes) -> None:
    code = write_code(key)
    assert len(code.split("-")) == 14
    assert not set(code) & set("ILOU")
    assert bytes(read_code(code)) == key


@given(KEYS, st.integers(0, 55), st.sampled_from("0123456789ABCDEFGHJKMNPQRSTVWXYZ"))
def test_one_wrong_letter_is_found(key: bytes, place: int, letter: str) -> None:
    letters = write_code(key).replace("-", "")
    typed = letters[:place] + letter + letters[place + 1 :]
    if typed == letters:
        assert bytes(read_code(typed)) == key
        return
    with pytest.raises(NotARecoveryCode):
        read_code(typed)


def test_hands_and_eyes_are_forgiven() -> None:
    code = write_code(bytes(range(32)))
    sloppy = code.lower().replace("-", "  ").replace("0", "o").replace("1", "l")
    assert bytes(read_code(f" {sloppy}\n")) == bytes(range(32))


@pytest.mark.parametrize("text", ["", "ABCD", "é" * 56, "0" * 57, "0" * 56, "٣" * 56])
def test_what_is_no_code_is_refused(text: str) -> None:
    with pytest.raises(NotARecoveryCode):
        read_code(text)
