"""Which of the free times are proposed."""

from datetime import date, datetime, time

from advisor_app.domain.local_text import LocalText
from advisor_app.domain.moments import Moment, moment_at
from advisor_app.domain.offers import FreeDay, Offer, WhyOffered, is_bridge, offers
from advisor_app.domain.opening import Hours, Span
from advisor_app.domain.preferred_time import Alternative

AFTERNOON = (Alternative(frozenset(), (Span(time(14), time(18)),)),)
LABOUR = LocalText("Fête du Travail", "Labour Day", "Dag van de Arbeid", "Tag der Arbeit")
WEEKDAYS = {day: (Span(time(9), time(18)),) for day in (1, 2, 3, 4, 5)}


def at(day: int, hour: int) -> Moment:
    return moment_at(datetime(2026, 4, day, hour), "Europe/Paris")  # noqa: DTZ001 wall


def free(day: int, *hours: int, is_bridge: bool = False) -> FreeDay:
    return FreeDay(date(2026, 4, day), tuple(at(day, hour) for hour in hours), is_bridge)


def test_two_times_on_two_days_the_soonest_where_nothing_is_known() -> None:
    assert offers([free(27, 9, 15), free(28, 9), free(29, 9)], (), [], 2) == (
        Offer(at(27, 9), WhyOffered.SOONEST),
        Offer(at(28, 9), WhyOffered.SOONEST),
    )


def test_what_the_client_likes_comes_before_what_is_sooner() -> None:
    days = [free(27, 9), free(28, 9, 15), free(29, 9), free(30, 16)]

    assert offers(days, AFTERNOON, [], 2) == (
        Offer(at(28, 15), WhyOffered.PREFERRED),
        Offer(at(30, 16), WhyOffered.PREFERRED),
    )
    assert [one.start for one in offers(days[:3], AFTERNOON, [], 2)] == [at(27, 9), at(28, 15)]


def test_no_early_hour_after_two_missed_meetings() -> None:
    days = [free(27, 9), free(28, 9, 11)]
    missed = [at(1, 9), at(9, 9)]

    assert offers(days, (), missed, 2) == (Offer(at(28, 11), WhyOffered.NOT_AS_MISSED),)
    assert [one.start for one in offers(days, (), missed[:1], 2)] == [at(27, 9), at(28, 9)]


def test_the_hour_that_was_missed_is_no_hour_that_is_liked() -> None:
    missed = [at(6, 15)]  # a Monday too

    assert offers([free(27, 15, 16)], AFTERNOON, missed, 1)[0].start == at(27, 16)


def test_a_bridge_is_never_proposed() -> None:
    assert offers([free(27, 9, is_bridge=True)], (), [], 2) == ()


def test_the_day_between_a_holiday_and_a_closed_day_is_a_bridge() -> None:
    thursday_off = Hours(WEEKDAYS, holidays={date(2026, 4, 23): LABOUR})
    tuesday_off = Hours(WEEKDAYS, holidays={date(2026, 4, 21): LABOUR})

    assert is_bridge(thursday_off, date(2026, 4, 24))
    assert is_bridge(tuesday_off, date(2026, 4, 20))
    assert not is_bridge(thursday_off, date(2026, 4, 22))
    assert not is_bridge(Hours(WEEKDAYS), date(2026, 4, 24))
