"""The rows of suggestions share their list's height, and it ends at the border of a row."""

from itertools import accumulate

from hypothesis import given
from hypothesis import strategies as st

from advisor_app.ui.pages.today.row_heights import heights

LEAST, MOST = 96, 124
needs = st.lists(st.integers(60, 160), min_size=1, max_size=12)
rooms = st.integers(40, 1_500)


@given(needs, rooms)
def test_no_row_is_lower_than_its_lines(needed: list[int], room: int) -> None:
    shared = heights(needed, room, LEAST, MOST)
    assert all(one >= least for one, least in zip(shared, needed, strict=True))


@given(needs, rooms)
def test_the_list_ends_at_the_border_of_a_row(needed: list[int], room: int) -> None:
    shared = heights(needed, room, LEAST, MOST)
    if sum(needed) <= room:
        assert sum(shared) <= room
    elif max(needed[0], LEAST) <= room:
        assert room in accumulate(shared)


@given(needs, rooms)
def test_rows_that_fit_grow_together_and_no_further_than_the_most(
    needed: list[int], room: int
) -> None:
    shared = heights(needed, room, LEAST, MOST)
    if sum(needed) <= room:
        grown = [one for one, least in zip(shared, needed, strict=True) if one > least]
        assert all(one <= MOST for one in grown)
        assert not grown or max(grown) - min(grown) <= 1
        assert sum(shared) == room or all(one >= MOST for one in shared)


def test_five_rows_as_drawn_fill_the_list_as_drawn() -> None:
    assert heights([98] * 5, 536, LEAST, MOST) == [108, 107, 107, 107, 107]


def test_a_long_sentence_takes_from_the_others_before_anything_is_cut() -> None:
    assert heights([98, 118, 118, 98, 98], 546, LEAST, MOST) == [104, 118, 118, 103, 103]
    assert heights([98, 118, 118, 98, 98], 518, LEAST, MOST)[:4] == [130, 130, 129, 129]


def test_a_list_lower_than_its_first_row_keeps_the_row_whole() -> None:
    assert heights([98, 98], 50, LEAST, MOST) == [98, 98]
