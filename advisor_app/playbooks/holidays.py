"""Public and bank holidays of a branch's place: days by the `holidays` library, names by our table.

Parts of a country (Alsace-Moselle, overseas, cantons, Länder) are found by the postal code in
`holiday_areas.csv`. Where it does not tell, the days of the whole country hold, and a branch adds
its own as closing days. Some laws keep a day in Catholic communes only: these rules stand in
`holiday_communes.csv`, and hold where the area ends with `+catholic`, whatever the library says of
the whole canton or Land.
"""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from types import MappingProxyType

from advisor_app.domain.easter import easter
from advisor_app.domain.local_text import LocalText
from advisor_app.playbooks.tables import local_text, read_csv

# Where the trade has days of its own beside the public ones.
BANK_CATEGORY = ("BE", "LU")
# The library's closing of an afternoon; a morning with hours is no closed day.
HALF_DAYS = frozenset({("LU", 12, 24)})
LANGUAGES = {"fr": "fr", "en": "en_US", "nl": "nl", "de": "de"}
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SEPTEMBER = re.compile(r"(\w+) after (\d)\w\w Sunday of September")


@cache
def holiday_area(country: str, postal_code: str | None) -> str | None:
    """The part of the country whose holidays hold at a postal code; None for the country's own."""
    found = [
        row
        for row in read_csv("holiday_areas.csv")
        if row["country"] == country and (postal_code or "").startswith(row["postal_prefix"])
    ]
    longest = max(found, key=lambda row: len(row["postal_prefix"]), default=None)
    return None if longest is None else longest["area"]


def holidays_near(
    country: str | None, postal_code: str | None, day: date
) -> Mapping[date, LocalText]:
    """The holidays of the day's year and the next one at a branch's place, with their names."""
    place = country or "FR"
    area = holiday_area(place, postal_code)
    return {**holidays_of(place, area, day.year), **holidays_of(place, area, day.year + 1)}


@cache
def holidays_of(country: str, area: str | None, year: int) -> Mapping[date, LocalText]:
    """The holidays of one year; none for a country that the library does not know."""
    part, _, faith = (area or "").partition("+")
    of_communes = _of_communes(country, part, year)
    days = _library_days(country, part or None, year, None).keys() - of_communes.keys()
    if faith:
        days |= of_communes.keys()
    named = {**of_communes, **table_names(country, year)}
    if not days <= named.keys():
        named = {**_library_names(country, part or None, year), **named}
    return MappingProxyType({day: named[day] for day in sorted(days)})


def _of_communes(country: str, part: str, year: int) -> dict[date, LocalText]:
    """The days that the law of a canton or Land leaves to its Catholic communes."""
    rows = [row for row in read_csv("holiday_communes.csv") if row["country"] == country]
    return {day_of_rule(row["rule"], year): local_text(row) for row in rows if row["area"] == part}


@cache
def table_names(country: str, year: int) -> Mapping[date, LocalText]:
    """The names in our own table, by the day on which each rule falls in a year."""
    rows = (row for row in read_csv("holidays.csv") if row["country"] == country)
    return {day_of_rule(row["rule"], year): local_text(row) for row in rows}


def day_of_rule(rule: str, year: int) -> date:
    """The day of `fixed 05-01`, `easter +39` or `Monday after 3rd Sunday of September`."""
    kind, _, rest = rule.partition(" ")
    if kind == "fixed":
        return date.fromisoformat(f"{year}-{rest}")
    if kind == "easter":
        return easter(year) + timedelta(days=int(rest))
    found = _SEPTEMBER.fullmatch(rule)
    if found is None:
        raise ValueError(rule)
    first = date(year, 9, 1)
    sunday = first + timedelta(days=(6 - first.weekday()) % 7 + 7 * (int(found[2]) - 1))
    return sunday + timedelta(days=_WEEKDAYS.index(found[1]) + 1)


def _library_names(country: str, area: str | None, year: int) -> dict[date, LocalText]:
    by_language = {
        code: _library_days(country, area, year, name) for code, name in LANGUAGES.items()
    }
    return {
        day: LocalText(**{code: days[day] for code, days in by_language.items()})
        for day in by_language["en"]
    }


def _library_days(
    country: str, area: str | None, year: int, language: str | None
) -> dict[date, str]:
    """The library's days; importing it costs a tenth of a second, so it is imported when asked."""
    import holidays

    if country not in holidays.list_supported_countries():
        return {}
    found = holidays.country_holidays(
        country,
        subdiv=area,
        years=year,
        language=language,
        categories=("public", "bank") if country in BANK_CATEGORY else None,
    )
    return {
        day: name for day, name in found.items() if (country, day.month, day.day) not in HALF_DAYS
    }
