"""The judgement of a passphrase: what people choose too often is weak, several words are strong."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.passphrase import Advice, Strength, judge


@pytest.mark.parametrize(
    ("typed", "advice"),
    [
        ("", Advice.LONGER),
        ("abc", Advice.LONGER),
        ("soleil", Advice.LONGER),
        ("motdepasse1", Advice.COMMON),
        ("Marseille2024", Advice.COMMON),
        ("Février2026", Advice.COMMON),
        ("azertyuiop123", Advice.COMMON),
        ("poiuytreza", Advice.PATTERN),
        ("aaaaaaaaaaaaaaaa", Advice.PATTERN),
        ("12345678901234", Advice.MORE_WORDS),
        ("claire1985", Advice.MORE_WORDS),
        ("soleil soleil soleil soleil", Advice.COMMON),
    ],
)
def test_what_is_soon_guessed_is_weak_and_says_why(typed: str, advice: Advice) -> None:
    found = judge(typed)
    assert not found.enough
    assert found.advice is advice


@pytest.mark.parametrize(
    ("typed", "strength"),
    [
        ("Xk9#mQ2$vL", Strength.FAIR),
        ("cheval lampe fleuve", Strength.FAIR),
        ("cheval lampe fleuve tartine", Strength.STRONG),
        ("le petit chat boit du lait", Strength.STRONG),
    ],
)
def test_several_words_or_drawn_letters_are_enough(typed: str, strength: Strength) -> None:
    assert judge(typed).strength is strength
    assert judge(typed).enough


@given(st.text(max_size=40), st.sampled_from(["tuile", "moulin", "girafe", "encrier"]))
def test_another_word_never_makes_it_weaker(typed: str, word: str) -> None:
    assert judge(f"{typed} {word}").strength >= judge(typed).strength
