"""Calendar months, as PRODUCT.md counts them: 31 August less six months is the last of February."""

import calendar
from datetime import date, timedelta
from functools import lru_cache

FEBRUARY = 2
SHORTEST = 28
_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def plus_months(day: date, months: int) -> date:
    """The same day of the month so many months later, or that month's last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if day.day <= SHORTEST:
        return date(year, month + 1, day.day)
    return date(year, month + 1, min(day.day, days_in_month(year, month + 1)))


def less_months(day: date, months: int) -> date:
    """The same day of the month so many months earlier, or that month's last day."""
    return plus_months(day, -months)


def days_in_month(year: int, month: int) -> int:
    """28 to 31."""
    return 29 if month == FEBRUARY and calendar.isleap(year) else _DAYS[month - 1]


@lru_cache(maxsize=1 << 12)
def last_day_of_month(day: date) -> date:
    """The last day of the month that holds this day."""
    return day.replace(day=days_in_month(day.year, day.month))


def age_on(birth: date, day: date) -> int:
    """Completed years; who was born on 29 February has the birthday on 1 March in common years."""
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))


@lru_cache(maxsize=1 << 15)
def last_day_within(day: date, months: int) -> date:
    """The last day of which this day is still within so many months: less them, it is not later."""
    ahead = plus_months(day, months)
    return last_day_of_month(ahead) if day == last_day_of_month(day) else ahead


def first_day_ahead(day: date, months: int) -> date:
    """The first day to which, plus so many months, this day is not later any more."""
    earlier = less_months(day, months)
    return earlier if plus_months(earlier, months) >= day else earlier + timedelta(days=1)
