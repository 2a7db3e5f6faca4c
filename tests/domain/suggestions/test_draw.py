from dataclasses import replace
from datetime import date, timedelta

import pytest
from dossiers import DAY, book, client

from advisor_app.domain.codes import State
from advisor_app.domain.suggestions.draw import chance, day_list
from advisor_app.domain.suggestions.listing import valid_suggestions
from advisor_app.domain.suggestions.suggestion import Suggestion


@pytest.fixture(scope="module")
def ranked() -> list[Suggestion]:
    (one,) = valid_suggestions([client(1, state=State.DRIFTING)], book())
    return [replace(one, ref=f"C{number:02}") for number in range(30)]


def test_a_place_in_ten_is_drawn_from_below_the_list(ranked: list[Suggestion]) -> None:
    shown = [
        suggestion
        for seed in range(400)
        for suggestion in day_list(ranked, 5, seed, DAY, "A1", 0.1)
    ]
    share = sum(suggestion.drawn for suggestion in shown) / len(shown)
    assert 0.08 < share < 0.12


def test_each_place_has_that_probability(ranked: list[Suggestion]) -> None:
    for place in range(5):
        drawn = [day_list(ranked, 5, seed, DAY, "A1", 0.1)[place].drawn for seed in range(800)]
        assert 0.065 < sum(drawn) / len(drawn) < 0.14


def test_who_is_drawn_ranks_below_and_comes_once(ranked: list[Suggestion]) -> None:
    for seed in range(200):
        shown = day_list(ranked, 5, seed, DAY, "A1", 0.5)
        refs = [suggestion.ref for suggestion in shown]
        assert len(shown) == 5
        assert len(set(refs)) == 5
        assert all((one.ref >= "C05") == one.drawn for one in shown)


def test_everybody_below_may_be_drawn(ranked: list[Suggestion]) -> None:
    drawn = {
        suggestion.ref
        for seed in range(600)
        for suggestion in day_list(ranked, 5, seed, DAY, "A1", 0.5)
        if suggestion.drawn
    }
    assert drawn == {f"C{number:02}" for number in range(5, 30)}


def test_without_anybody_below_the_list_is_the_order(ranked: list[Suggestion]) -> None:
    assert day_list(ranked, None, 1, DAY, "A1", 1.0) == ranked
    assert day_list(ranked, 30, 1, DAY, "A1", 1.0) == ranked


def test_day_advisor_seed_and_place_each_change_the_chance() -> None:
    usual = chance(1, DAY, "A1", 1)
    others = [
        chance(2, DAY, "A1", 1),
        chance(1, DAY + timedelta(days=1), "A1", 1),
        chance(1, DAY, "A2", 1),
        chance(1, DAY, "A1", 2),
    ]
    assert usual not in others
    assert len(set(others)) == 4


def test_the_chance_is_the_same_on_every_machine() -> None:
    assert chance(7, date(2026, 4, 23), "A1", 3) == pytest.approx(0.08122608621886213)
