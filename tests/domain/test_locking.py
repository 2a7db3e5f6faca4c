import pytest

from advisor_app.domain.locking import IDLE_CHOICES, idle_minutes, seconds_to_wait


@pytest.mark.parametrize(
    ("wrong", "seconds"), [(0, 0), (1, 0), (2, 0), (3, 5), (4, 10), (5, 20), (9, 300), (999, 300)]
)
def test_three_tries_are_free_and_each_further_one_costs_more(wrong: int, seconds: int) -> None:
    assert seconds_to_wait(wrong) == seconds


@pytest.mark.parametrize(
    ("kept", "minutes"), [(None, 10), ("5", 5), ("60", 60), ("0", 10), ("-1", 10), ("ten", 10)]
)
def test_a_store_cannot_say_that_it_never_locks(kept: str | None, minutes: int) -> None:
    assert idle_minutes(kept) == minutes
    assert minutes in IDLE_CHOICES
