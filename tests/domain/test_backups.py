"""Backups thin out with age, and never to nothing."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.backups import DAYS, LATEST, MONTHS, WEEKS, is_outside_old, kept_by_age

NOW = datetime(2026, 4, 23, 17, 0, tzinfo=UTC)
AGES = st.lists(st.integers(0, 60 * 24 * 500), max_size=60, unique=True)


def moments(minutes: list[int]) -> list[datetime]:
    return [NOW - timedelta(minutes=age) for age in minutes]


@given(AGES)
def test_the_newest_always_stay_and_the_rest_is_bounded(ages: list[int]) -> None:
    made = moments(ages)
    kept = kept_by_age(made, NOW)
    assert kept <= set(made)
    assert set(sorted(made)[-LATEST:]) <= kept
    assert len(kept) <= LATEST + DAYS + WEEKS + MONTHS


@given(AGES)
def test_thinning_twice_takes_nothing_more(ages: list[int]) -> None:
    kept = kept_by_age(moments(ages), NOW)
    assert kept_by_age(kept, NOW) == kept


def test_a_year_of_half_hours_keeps_days_then_weeks_then_months() -> None:
    made = [
        NOW - timedelta(days=day, minutes=30 * half) for day in range(400) for half in range(16)
    ]
    kept = sorted(kept_by_age(made, NOW), reverse=True)
    assert sum(moment.date() == NOW.date() for moment in kept) == LATEST
    fortnight = {(NOW - timedelta(days=day)).date() for day in range(DAYS)}
    assert fortnight <= {moment.date() for moment in kept}
    assert min(kept) < NOW - timedelta(days=300)


def test_a_backup_of_the_future_stays() -> None:
    ahead = NOW + timedelta(days=700)
    assert ahead in kept_by_age([*moments(list(range(0, 6000, 30))), ahead], NOW)


def test_the_reminder_waits_a_fortnight() -> None:
    assert not is_outside_old(None, None, NOW)
    assert not is_outside_old(None, NOW - timedelta(days=14), NOW)
    assert is_outside_old(None, NOW - timedelta(days=15), NOW)
    assert is_outside_old(NOW - timedelta(days=15), NOW, NOW)
    assert not is_outside_old(NOW - timedelta(days=1), NOW - timedelta(days=90), NOW)
