"""Series through a real store: every date checked, the chosen ones saved together."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from small_branch import NOW, add_closing, add_project, key, settle
from sqlalchemy import select, update

from advisor_app.domain.booking_refusals import BeyondHorizon, ClosedThatDay, Collision
from advisor_app.domain.codes import Place
from advisor_app.domain.series import rhythm
from advisor_app.playbooks.booking_rules import booking_rules
from advisor_app.services.booking import Appointments, BookingOrder
from advisor_app.services.desk import Desk
from advisor_app.services.series import SeriesBooking
from advisor_app.services.suggesting import Suggesting
from advisor_app.storage import facts
from advisor_app.storage.schema.calendar import appointment
from advisor_app.storage.schema.organisation import advisor
from advisor_app.storage.store import Store

TUESDAY = datetime(2026, 4, 28, 10)  # noqa: DTZ001 wall time
ORDER = BookingOrder(("C1",), TUESDAY, 60)


@pytest.fixture
def branch(store: Store) -> Desk:
    with store.writing() as transaction:
        settle(transaction)
    return Desk(store, lambda: NOW)


def reasons(desk: Desk, every: str, times: int) -> list[type | None]:
    dates = SeriesBooking(desk).check(ORDER, rhythm(every), times)
    return [one.why_not and type(one.why_not) for one in dates]


def test_three_tuesdays_are_booked_together(branch: Desk) -> None:
    series = SeriesBooking(branch)
    booked = series.book(series.check(ORDER, rhythm("1w"), 3))

    assert [one.start.text for one in booked] == [
        "2026-04-28T10:00",
        "2026-05-05T10:00",
        "2026-05-12T10:00",
    ]


def test_each_date_that_does_not_fit_says_why_before_anything_is_saved(branch: Desk) -> None:
    with branch.writing() as transaction:
        add_closing(transaction, date(2026, 5, 5), date(2026, 5, 5), "works", "A1")
    Appointments(branch).book(BookingOrder(("C2",), datetime(2026, 5, 12, 10, 30), 30, "A1"))  # noqa: DTZ001 wall time

    assert reasons(branch, "1w", 4) == [None, ClosedThatDay, Collision, None]
    assert reasons(branch, "6m", 5)[-1] is BeyondHorizon


def test_the_chosen_ones_are_saved_or_none(branch: Desk) -> None:
    series = SeriesBooking(branch)
    dates = series.check(ORDER, rhythm("1w"), 3)
    Appointments(branch).book(BookingOrder(("C2",), datetime(2026, 5, 12, 10, 30), 30, "A1"))  # noqa: DTZ001 wall time

    with pytest.raises(Collision):
        series.book(dates)
    fitting = [one for one in series.check(ORDER, rhythm("1w"), 3) if one.why_not is None]
    assert len(series.book(fitting)) == 2


def test_every_date_is_about_the_suggestions_project_and_the_first_answers_it(
    branch: Desk, store: Store
) -> None:
    with store.writing() as transaction:
        add_project(transaction, "C1", "PJ1", "first_home", "open")
        facts.recompute(transaction, None)
    best = replace(Suggesting(branch).best_for("C1"), project="PJ1")
    series = SeriesBooking(branch)
    first, second = series.book(series.check(replace(ORDER, suggestion=best), rhythm("1w"), 2))

    with store.reading() as transaction:
        kept = {
            row.ref: (row.project_id, row.suggestion_id is not None)
            for row in transaction.execute(select(appointment))
        }
    assert kept == {first.ref: (key("PJ1"), True), second.ref: (key("PJ1"), False)}


def test_a_date_says_which_day_or_week_it_makes_too_full(branch: Desk) -> None:
    most = booking_rules().most_a_day
    with branch.writing() as transaction:
        transaction.execute(update(advisor).values(capacity_week=most))
    for minutes in range(0, 20 * most, 20):
        start = datetime(2026, 4, 29, 14) + timedelta(minutes=minutes)  # noqa: DTZ001 wall time
        order = BookingOrder((f"C{2 + minutes // 20 % 2}",), start, 10, place=Place.PHONE)
        Appointments(branch).book(order)
    series = SeriesBooking(branch)
    dates = series.check(ORDER, rhythm("1d"), 3)

    assert [one.why_not for one in dates] == [None, None, None]
    loads = [one.loads for one in dates if one.loads]
    assert [(day.meetings, day.is_too_full) for day, _week in loads] == [
        (1, False),
        (most + 1, True),
        (1, False),
    ]
    assert [week.meetings for _day, week in loads] == [most + 1, most + 2, most + 3]
    assert all(week.is_too_full for _day, week in loads)
    series.book(dates)
    (later,) = series.check(replace(ORDER, start=TUESDAY + timedelta(days=7)), rhythm("1w"), 2)[:1]
    assert later.loads is not None
    assert [load.is_too_full for load in later.loads] == [False, False]
