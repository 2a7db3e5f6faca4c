"""The moment that a booking tries first, before anybody has looked for free times."""

from datetime import date, datetime, time, timedelta

from advisor_app.domain.opening import Hours, open_spans
from advisor_app.domain.snooze_days import first_working_day

# Letters need time to arrive.
_AHEAD = timedelta(days=7)
_TEN = time(10)


def first_try(today: date, hours: Hours) -> datetime:
    """On the first day that the advisor works a week ahead: at ten, or when the hours begin.

    Wall time of the branch. Whoever works on no day of a year gets the day a week ahead, at ten.
    """
    day = first_working_day(hours, today + _AHEAD)
    spans = open_spans(hours, day)
    at_ten = not spans or any(span.start <= _TEN < span.end for span in spans)
    return datetime.combine(day, _TEN if at_ten else spans[0].start)
