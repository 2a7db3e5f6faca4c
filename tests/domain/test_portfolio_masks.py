"""Masks against plain sets of rows."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.portfolio_masks import RowCounts, kept, mask_of, rows_in

COUNTS = st.integers(1, 5_000)


@st.composite
def some_rows(draw: st.DrawFn) -> tuple[int, set[int]]:
    count = draw(COUNTS)
    if draw(st.booleans()):
        return count, set(range(0, count, draw(st.integers(1, 9))))
    return count, draw(st.sets(st.integers(0, count - 1), max_size=40))


@given(some_rows())
def test_a_mask_holds_the_rows_it_was_made_of(told: tuple[int, set[int]]) -> None:
    count, rows = told
    mask = mask_of(sorted(rows), count)
    assert mask == sum(1 << row for row in rows)
    assert rows_in(mask) == sorted(rows)


@given(some_rows(), st.randoms(use_true_random=False))
def test_rows_are_kept_in_the_order_in_which_they_come(
    told: tuple[int, set[int]], chance: Random
) -> None:
    count, rows = told
    order = list(range(count))
    chance.shuffle(order)
    found = list(kept(order, mask_of(sorted(rows), count), count))
    assert found == [row for row in order if row in rows]


@given(some_rows(), some_rows())
def test_rows_are_counted_beside_another_mask(
    one: tuple[int, set[int]], other: tuple[int, set[int]]
) -> None:
    masks = {"one": mask_of(sorted(one[1]), one[0]), "nobody": 0}
    beside = mask_of(sorted(other[1]), other[0])
    counts = RowCounts(masks, lambda _name: beside)
    masks.clear()
    assert dict(counts) == {"one": len(one[1] & other[1]), "nobody": 0}
    assert counts.get("somebody") is None
