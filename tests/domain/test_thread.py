from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor_app.domain.codes import Introduction, ProjectStatus
from advisor_app.domain.months import plus_months
from advisor_app.domain.partial_date import PartialDate
from advisor_app.domain.thread import (
    MarkKind,
    ThreadData,
    ThreadMark,
    ThreadMonth,
    ThreadPeriod,
    ThreadProject,
    View,
    changes,
    gap,
    last_meeting,
    relation_began,
    since,
    view_of,
    whole_months,
)

TODAY = date(2026, 4, 23)
FOURNIER = ThreadData(
    from_day=date(2019, 3, 1),
    today=TODAY,
    periods=(
        ThreadPeriod("S. Aubert", date(2014, 5, 2), date(2019, 11, 30)),
        ThreadPeriod(
            "J.-M. Thibault",
            date(2019, 12, 1),
            date(2025, 10, 5),
            introduction=Introduction.PRESENTED,
        ),
        ThreadPeriod(
            "Claire Morvan",
            date(2025, 10, 6),
            is_reader=True,
            introduction=Introduction.ANNOUNCED,
        ),
    ),
    marks=(
        ThreadMark(date(2019, 12, 10), MarkKind.MEETING, "Présentation à trois"),
        ThreadMark(date(2024, 3, 12), MarkKind.MEETING, "Première idée d'achat"),
        ThreadMark(date(2024, 9, 1), MarkKind.TALK),
    ),
    months=(ThreadMonth(date(2024, 3, 1), 4), ThreadMonth(date(2026, 3, 1), 9)),
    projects=(ThreadProject("home_purchase", ProjectStatus.OPEN, PartialDate(2026, 9)),),
)


def test_each_new_advisor_is_a_change_and_the_first_is_none() -> None:
    assert [(change.day, change.introduced) for change in changes(FOURNIER)] == [
        (date(2019, 12, 1), True),
        (date(2025, 10, 6), False),
    ]
    assert changes(FOURNIER)[-1].is_reader


def test_two_periods_with_one_advisor_are_no_change() -> None:
    periods = (
        ThreadPeriod("A", date(2020, 1, 1), date(2021, 1, 1)),
        ThreadPeriod("A", date(2022, 1, 1)),
    )
    assert changes(ThreadData(date(2020, 1, 1), TODAY, periods)) == ()


def test_the_gap_counts_from_the_last_meeting_not_from_a_call() -> None:
    silence = gap(FOURNIER)
    assert silence is not None
    assert (silence.from_day, silence.months) == (date(2024, 3, 12), 25)


@pytest.mark.parametrize(("day", "shown"), [(date(2025, 4, 23), True), (date(2025, 4, 24), False)])
def test_a_gap_shows_from_twelve_whole_months(day: date, shown: bool) -> None:  # noqa: FBT001 - a table's column
    thread = ThreadData(day, TODAY, marks=(ThreadMark(day, MarkKind.MEETING),))
    assert (gap(thread) is not None) is shown


@pytest.mark.parametrize(
    ("served_from", "began"),
    [
        (TODAY, TODAY),
        (date(2015, 2, 1), date(2019, 1, 1)),
        (date(2021, 5, 4), date(2021, 5, 4)),
    ],
)
def test_nobody_could_be_met_before_he_was_served(served_from: date, began: date) -> None:
    period = ThreadPeriod("Claire Morvan", served_from)
    assert relation_began(ThreadData(date(2019, 1, 1), TODAY, periods=(period,))) == began
    assert relation_began(ThreadData(date(2019, 1, 1), TODAY)) == date(2019, 1, 1)


def test_who_was_never_met_has_no_gap() -> None:
    assert last_meeting(ThreadData(TODAY, TODAY)) is None
    assert gap(ThreadData(TODAY, TODAY)) is None


def test_a_shorter_window_leaves_out_what_was_over() -> None:
    short = since(FOURNIER, date(2024, 4, 23))
    assert [period.advisor for period in short.periods] == ["J.-M. Thibault", "Claire Morvan"]
    assert [mark.kind for mark in short.marks] == [MarkKind.TALK]
    assert [month.count for month in short.months] == [9]
    assert [project.code for project in short.projects] == ["home_purchase"]
    assert [change.day for change in changes(short)] == [date(2025, 10, 6)]


def test_a_window_before_the_first_day_changes_nothing() -> None:
    assert since(FOURNIER, date(2001, 1, 1)) is FOURNIER


@given(st.dates(date(1950, 1, 1), date(2050, 1, 1)), st.integers(0, 20_000))
def test_whole_months_are_the_most_that_fit(earlier: date, days: int) -> None:
    later = earlier + timedelta(days=days)
    months = whole_months(earlier, later)
    assert plus_months(earlier, months) <= later < plus_months(earlier, months + 1)


@given(
    st.dates(date(2000, 1, 1), date(2026, 4, 23)),
    st.integers(1, 9),
    st.dates(date(1990, 1, 1), date(2030, 1, 1)),
)
def test_a_view_keeps_its_length_and_stays_between_the_first_day_and_today(
    first: date, years: int, until: date
) -> None:
    thread = ThreadData(first, date(2026, 4, 23))
    view = view_of(thread, years, until)
    assert view.until_day <= thread.today
    assert view.from_day == plus_months(view.until_day, -12 * years)
    # It leaves the first day behind only where the whole thread is shorter than the view.
    if plus_months(first, 12 * years) <= thread.today:
        assert view.from_day >= first or view.until_day == plus_months(first, 12 * years)


def test_all_of_a_thread_is_a_view_too() -> None:
    view = view_of(FOURNIER, None, date(2020, 1, 1))
    assert view == View(FOURNIER.from_day, FOURNIER.today)
    assert view.holds(FOURNIER.today)
    assert not view.holds(date(2030, 1, 1))
    assert view.meets(date(1990, 1, 1), FOURNIER.from_day)
    assert not view.meets(date(1990, 1, 1), date(1991, 1, 1))
