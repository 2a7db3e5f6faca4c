"""Holidays, against the trade's table and two public collections."""

import csv
import json
from collections import defaultdict
from datetime import date, timedelta
from pathlib import Path

import pytest

from advisor_app.domain.easter import easter
from advisor_app.playbooks.holidays import (
    day_of_rule,
    holiday_area,
    holidays_near,
    holidays_of,
    table_names,
)
from advisor_app.playbooks.tables import read_csv

YEARS = (2026, 2027, 2028, 2029)
AREAS = {
    ("FR", ""): None,
    ("FR", "Alsace-Moselle"): "6AE",
    ("FR", "Guadeloupe"): "971",
    ("FR", "Martinique"): "972",
    ("FR", "Guyane"): "973",
    ("FR", "La Réunion"): "974",
    ("FR", "Mayotte"): "976",
    ("BE", "bank sector"): None,
    ("LU", "bank sector"): None,
    ("CH", "GE"): "GE",
    ("CH", "VD"): "VD",
    ("CH", "JU"): "JU",
    ("CH", "BE"): "BE",
    ("CH", "VS"): "VS",
    # What the table names for Fribourg are the days of its Catholic communes, which most are.
    ("CH", "FR"): "FR+catholic",
}
# From 2005 to 2007 Whit Monday was France's day of solidarity and no holiday of its own: the library
# leaves it out, the published list does not.
SOLIDARITY = [2006, 2007]
# The law of Neuchâtel (LDJF, article 3) makes 2 January a holiday only where the 1st is a Sunday;
# the shared table names it each year. Of 2026 to 2029, no 1st is one.
NEUCHATEL_2_JANUARY = {date(year, 1, 2) for year in YEARS}


def days_of_table(path: Path, country: str, area: str, year: int) -> set[date]:
    with path.open(encoding="utf-8", newline="") as file:
        return {
            date.fromisoformat(row[str(year)])
            for row in csv.DictReader(file)
            if row["country"] == country and (not row["area"] or area in row["area"].split(","))
        }


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize(("country", "area"), AREAS, ids=lambda part: part or "all")
def test_every_day_of_the_trades_table_is_found(
    shared: Path, country: str, area: str, year: int
) -> None:
    told = days_of_table(shared / "domain/holidays.csv", country, area, year)
    assert told <= set(holidays_of(country, AREAS[country, area], year))


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize(("country", "area"), AREAS, ids=lambda part: part or "all")
def test_no_day_is_found_that_our_table_does_not_name(country: str, area: str, year: int) -> None:
    path = Path(__file__).parents[2] / "resources/playbooks/holidays.csv"
    named = days_of_table(path, country, area, year)
    if (country, area) == ("CH", "FR"):
        # Of Good Friday in Fribourg the table speaks in the note of its row alone.
        named.add(easter(year) - timedelta(days=2))
    assert set(holidays_of(country, AREAS[country, area], year)) <= named


def test_the_table_and_its_rules_agree() -> None:
    for row in read_csv("holidays.csv"):
        for year in YEARS:
            assert day_of_rule(row["rule"], year) == date.fromisoformat(row[str(year)]), row["id"]


def test_a_rule_that_nobody_knows_is_refused() -> None:
    with pytest.raises(ValueError, match="full moon"):
        day_of_rule("full moon of May", 2027)


@pytest.mark.parametrize("year", YEARS)
def test_neuchatel_is_as_the_table_says_but_for_the_2nd_of_january(shared: Path, year: int) -> None:
    told = days_of_table(shared / "domain/holidays.csv", "CH", "NE", year)
    assert told - set(holidays_of("CH", "NE", year)) == NEUCHATEL_2_JANUARY & told
    assert set(holidays_of("CH", "NE", year)) <= told


def test_neuchatel_rests_once_more_after_a_sunday() -> None:
    assert date(2023, 1, 2) in holidays_of("CH", "NE", 2023)
    assert date(2022, 12, 26) in holidays_of("CH", "NE", 2022)


@pytest.mark.parametrize(
    ("postal_code", "keeps"),
    [
        ("2000", False),  # Neuchâtel
        ("2300", False),  # La Chaux-de-Fonds
        ("2525", True),  # Le Landeron alone of its canton
        ("1700", True),  # Fribourg
        ("1630", True),  # Bulle
        ("3186", True),  # Düdingen
        ("1784", True),  # Courtepin
        ("3280", False),  # Murten
        ("3210", False),  # Kerzers
        ("1789", False),  # Lugnorre
    ],
)
def test_corpus_christi_is_kept_where_the_commune_is_catholic(
    postal_code: str, *, keeps: bool
) -> None:
    for year in YEARS:
        day = easter(year) + timedelta(days=60)
        assert (day in holidays_near("CH", postal_code, day)) is keeps


@pytest.mark.parametrize(("month", "day"), [(8, 15), (11, 1), (12, 8)])
def test_the_reformed_communes_of_fribourg_keep_no_catholic_day(month: int, day: int) -> None:
    assert date(2027, month, day) in holidays_near("CH", "1700", date(2027, 1, 1))
    assert date(2027, month, day) not in holidays_near("CH", "3280", date(2027, 1, 1))
    # Good Friday and the Ascension are everybody's.
    for code in ("1700", "3280"):
        assert {date(2027, 3, 26), date(2027, 5, 6)} <= set(
            holidays_near("CH", code, date(2027, 1, 1))
        )


def test_metropolitan_france_as_the_state_publishes_it(shared: Path) -> None:
    folder = shared / "data/reference/etalab+jours-feries-france-data/data/csv"
    assert published(folder / "jours_feries_metropole.csv", None) == SOLIDARITY


def test_alsace_and_moselle_as_the_state_publishes_it(shared: Path) -> None:
    folder = shared / "data/reference/etalab+jours-feries-france-data/data/csv"
    assert published(folder / "jours_feries_alsace-moselle.csv", "6AE") == SOLIDARITY
    assert published(folder / "jours_feries_alsace-moselle.csv", "57") == SOLIDARITY


@pytest.mark.parametrize(
    ("zone", "postal_code"),
    [
        ("Guadeloupe", "97110"),
        ("Martinique", "97200"),
        ("Guyane", "97300"),
        ("La Réunion", "97400"),
        ("Mayotte", "97600"),
        ("Saint-Pierre-et-Miquelon", "97500"),
        ("Saint-Barthélémy", "97133"),
        ("Saint-Martin", "97150"),
        ("Nouvelle-Calédonie", "98800"),
        ("Polynésie Française", "98714"),
        ("Wallis-et-Futuna", "98600"),
    ],
)
def test_no_day_that_the_state_publishes_for_overseas_is_missing(
    shared: Path, zone: str, postal_code: str
) -> None:
    folder = shared / "data/reference/etalab+jours-feries-france-data/data/csv"
    with (folder / "jours_feries.csv").open(encoding="utf-8", newline="") as file:
        told = [row for row in csv.DictReader(file) if zone in row["zones"].split("|")]
    # Until 2012 Saint-Barthélemy and until 2017 Saint-Martin kept the day of Guadeloupe.
    days = {day for row in told if (day := date.fromisoformat(row["date"])).year >= 2018}
    ours = [
        set(holidays_of("FR", holiday_area("FR", postal_code), year)) for year in range(2018, 2032)
    ]
    assert len(days) > 150
    assert days <= set().union(*ours)


def published(path: Path, area: str | None) -> list[int]:
    """The years in which a published list differs from ours."""
    told: dict[int, set[date]] = defaultdict(set)
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            day = date.fromisoformat(row["date"])
            told[day.year].add(day)
    assert len(told) > 10
    return [year for year, days in told.items() if days != set(holidays_of("FR", area, year))]


@pytest.mark.parametrize("country", ["FR", "BE"])
def test_the_public_days_of_date_holidays(shared: Path, country: str) -> None:
    folder = shared / "data/reference/commenthol+date-holidays/test/fixtures"
    found = sorted(folder.glob(f"{country}-*.json"))
    assert len(found) == 10
    for path in found:
        rows = json.loads(path.read_text(encoding="utf-8"))
        public = {date.fromisoformat(row["date"][:10]) for row in rows if row["type"] == "public"}
        year = int(path.stem[-4:])
        ours = set(holidays_of(country, None, year))
        sundays = {day for day in public if day.isoweekday() == 7}
        assert public - sundays <= ours, path.name


@pytest.mark.parametrize(
    ("country", "postal_code", "area"),
    [
        ("FR", "57000", "57"),
        ("FR", "67000", "6AE"),
        ("FR", "68100", "6AE"),
        ("FR", "75011", None),
        ("FR", "97110", "971"),
        ("FR", "97133", "BL"),
        ("FR", "97400", "974"),
        ("FR", "98800", "NC"),
        ("FR", None, None),
        ("CH", "1204", "GE"),
        ("CH", "1290", None),
        ("CH", "8001", "ZH"),
        ("DE", "80331", "BY+catholic"),
        ("DE", "90402", "BY"),
        ("BE", "6700", None),
    ],
)
def test_the_postal_code_tells_the_part_of_the_country(
    country: str, postal_code: str | None, area: str | None
) -> None:
    assert holiday_area(country, postal_code) == area


@pytest.mark.parametrize("row", read_csv("holiday_areas.csv"), ids=lambda row: row["postal_prefix"])
def test_each_area_is_one_that_the_library_knows(row: dict[str, str]) -> None:
    assert holidays_of(row["country"], row["area"], 2027)


def test_good_friday_closes_strasbourg_and_not_paris() -> None:
    day = date(2027, 3, 26)
    assert holidays_near("FR", "67000", day)[day].fr == "Vendredi saint"
    assert day not in holidays_near("FR", "75001", day)


def test_the_year_after_is_there_too() -> None:
    assert date(2028, 1, 1) in holidays_near("LU", None, date(2027, 12, 31))


def test_the_afternoon_of_christmas_eve_closes_no_day() -> None:
    assert date(2027, 12, 24) not in holidays_of("LU", None, 2027)


def test_names_are_there_in_four_languages() -> None:
    names = holidays_of("DE", "BY", 2027)[date(2027, 12, 26)]
    assert (names.fr, names.de) == ("Lendemain de Noël", "Zweiter Weihnachtstag")
    assert table_names("CH", 2027)[date(2027, 9, 9)].en == "Geneva Fast"


def test_an_unknown_country_has_no_holidays() -> None:
    assert holidays_of("XX", None, 2027) == {}
