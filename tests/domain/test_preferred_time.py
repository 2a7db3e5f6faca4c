"""When a client likes to come, as banks write it in four languages."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.moments import moment_at
from advisor_app.domain.preferred_time import preferred_time, suits
from advisor_app.playbooks.preferred_times import time_words

MONDAY, SATURDAY = 20, 25


def likes(text: str, day: int, hour: int, minute: int = 0) -> bool:
    start = moment_at(datetime(2026, 4, day, hour, minute), "Europe/Paris")  # noqa: DTZ001 wall
    return suits(preferred_time(text, time_words()), start)


@pytest.mark.parametrize(
    ("text", "good", "bad"),
    [
        ("le matin ou le samedi", [(MONDAY, 9), (SATURDAY, 15)], [(MONDAY, 15)]),
        ("le samedi matin", [(SATURDAY, 10)], [(SATURDAY, 15), (MONDAY, 10)]),
        ("Le soir", [(MONDAY, 18)], [(MONDAY, 14)]),
        ("en début d’après-midi", [(MONDAY, 14)], [(MONDAY, 9)]),
        ("EN FIN DE JOURNÉE", [(MONDAY, 17)], [(MONDAY, 11)]),
        ("après 17 h", [(MONDAY, 17), (SATURDAY, 18)], [(MONDAY, 16)]),
        ("before 10:30", [(MONDAY, 10)], [(MONDAY, 11)]),
        ("na het werk, of zaterdag", [(MONDAY, 18), (SATURDAY, 9)], [(MONDAY, 9)]),
        ("montags vormittags", [(MONDAY, 9)], [(MONDAY, 15), (SATURDAY, 9)]),
        ("after work", [(MONDAY, 18)], [(MONDAY, 9)]),
    ],
)
def test_words_are_understood(
    text: str, good: list[tuple[int, int]], bad: list[tuple[int, int]]
) -> None:
    assert [likes(text, *one) for one in good] == [True] * len(good)
    assert [likes(text, *one) for one in bad] == [False] * len(bad)


@pytest.mark.parametrize("text", ["", "sur rendez-vous", "99 h", "après 45 h", "matinal"])
def test_what_is_not_understood_is_no_preference(text: str) -> None:
    assert preferred_time(text, time_words()) == ()


@given(st.text())
def test_no_text_is_too_odd(text: str) -> None:
    preferred_time(text, time_words())
