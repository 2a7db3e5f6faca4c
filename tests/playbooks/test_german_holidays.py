"""The holidays of the sixteen Länder against their laws, and the postal codes of their towns."""

from datetime import date, timedelta

import pytest

from advisor_app.domain.easter import easter
from advisor_app.playbooks.holidays import holiday_area, holidays_near, holidays_of

YEARS = range(2018, 2036)
BY_TWO_LETTERS = "BBBEBWBYHBHEHHMVNINWRPSHSLSNSTTH"
LAENDER = [BY_TWO_LETTERS[at : at + 2] for at in range(0, 32, 2)]
# By the laws of the Länder, as months and days or days after Easter, with the first year.
EVERYWHERE = ("01-01", "05-01", "10-03", "12-25", "12-26")
EASTER_EVERYWHERE = (-2, 1, 39, 50)
FIXED = {
    "01-06": ("BW", "BY", "ST"),
    "10-31": ("BB", "HB", "HH", "MV", "NI", "SH", "SN", "ST", "TH"),
    "11-01": ("BW", "BY", "NW", "RP", "SL"),
    "08-15": ("SL",),
}
SINCE = {("BE", "03-08"): 2019, ("MV", "03-08"): 2023, ("TH", "09-20"): 2019}
CORPUS_CHRISTI = ("BW", "BY", "HE", "NW", "RP", "SL")
# Of one year only: 75 and 80 years after the end of the war, 75 after the uprising of 17 June.
ONCE = {
    "BE": {date(2020, 5, 8), date(2025, 5, 8), date(2028, 6, 17)},
}
TOWNS = """
Aachen 52062 NW, Ahrensburg 22926 SH, Altenburg 04600 TH, Amrum 25946 SH, Aschaffenburg 63739 BY,
Bad Bentheim 48455 NI, Bad Mergentheim 97980 BW, Bad Neuenahr 53474 RP, Bad Salzungen 36433 TH,
Baden-Baden 76530 BW, Bautzen 02625 SN, Berlin-Mitte 10115 BE, Berlin-Wannsee 14109 BE,
Bielefeld 33602 NW, Bonn 53111 NW, Braunschweig 38100 NI, Bremen 28195 HB, Bremerhaven 27568 HB,
Chemnitz 09111 SN, Cottbus 03046 BB, Darmstadt 64283 HE, Diez 65582 RP, Dortmund 44135 NW,
Dresden 01067 SN, Duisburg 47051 NW, Eisenach 99817 TH, Emden 26721 NI, Erfurt 99084 TH,
Essen 45127 NW, Flensburg 24937 SH, Frankfurt 60311 HE, Frankfurt-Oder 15230 BB,
Freiburg 79098 BW, Friedrichshafen 88045 BW, Fulda 36037 HE, Gera 07545 TH, Giessen 35390 HE,
Goerlitz 02826 SN, Goettingen 37073 NI, Greifswald 17489 MV, Halberstadt 38820 ST,
Halle 06108 ST, Hamburg 20095 HH, Hamburg-Harburg 21073 HH, Hanau 63450 HE, Hannover 30159 NI,
Heidelberg 69117 BW, Heilbad Heiligenstadt 37308 TH, Heilbronn 74072 BW, Helgoland 27498 SH,
Hoexter 37671 NW, Homburg 66424 SL, Hoyerswerda 02977 SN, Ibbenbueren 49477 NW, Ingelheim 55218 RP,
Jena 07743 TH, Kaiserslautern 67655 RP, Karlsruhe 76133 BW, Kassel 34117 HE, Kiel 24103 SH,
Koblenz 56068 RP, Koeln 50667 NW, Konstanz 78462 BW, Landau 76829 RP, Landstuhl 66849 RP,
Leipzig 04109 SN, Lingen 49808 NI, Luebeck 23552 SH, Lueneburg 21335 NI, Magdeburg 39104 ST,
Mainz 55116 RP, Mainz-Kastel 55252 HE, Mannheim 68159 BW, Marburg 35037 HE, Meissen 01662 SN,
Muenster 48143 NW, Neu-Ulm 89231 BY, Neustrelitz 17235 MV, Norderstedt 22846 SH,
Nordhorn 48529 NI, Nuernberg 90402 BY, Oldenburg 26122 NI, Osnabrueck 49074 NI,
Paderborn 33098 NW, Perleberg 19348 BB, Pirmasens 66953 RP, Potsdam 14467 BB, Prenzlau 17291 BB,
Ratzeburg 23909 SH, Rostock 18055 MV, Saarbruecken 66111 SL, Saarlouis 66740 SL,
Salzwedel 29410 ST, Schwerin 19053 MV, Schoenefeld 12529 BB, Senftenberg 01968 BB,
Siegen 57072 NW, Stade 21680 NI, Stendal 39576 ST, Stuttgart 70173 BW, Suhl 98527 TH,
Torgau 04860 SN, Trier 54290 RP, Ulm 89073 BW, Weimar 99423 TH, Wertheim 97877 BW,
Wiesbaden 65183 HE, Wilhelmshaven 26382 NI, Wismar 23966 MV, Wittenberg 06886 ST,
Wittenberge 19322 BB, Wolfsburg 38440 NI, Wuerzburg 97070 BY, Zwickau 08056 SN, Zweibruecken 66482 RP
"""


def by_law(land: str, year: int) -> set[date]:
    """What the laws say; Sundays are left out, for no branch is open."""
    sunday = easter(year)
    days = {date.fromisoformat(f"{year}-{day}") for day in EVERYWHERE}
    days |= {sunday + timedelta(days=after) for after in EASTER_EVERYWHERE}
    days |= {date.fromisoformat(f"{year}-{day}") for day, where in FIXED.items() if land in where}
    for (where, day), since in SINCE.items():
        if where == land and year >= since:
            days.add(date.fromisoformat(f"{year}-{day}"))
    if land in CORPUS_CHRISTI:
        days.add(sunday + timedelta(days=60))
    if land == "SN":
        # The day of repentance: the Wednesday before the 23rd of November.
        last = date(year, 11, 22)
        days.add(last - timedelta(days=(last.weekday() - 2) % 7))
    days |= {day for day in ONCE.get(land, set()) if day.year == year}
    return {day for day in days if day.isoweekday() != 7}


@pytest.mark.parametrize("land", LAENDER)
def test_each_land_keeps_the_days_of_its_law(land: str) -> None:
    for year in YEARS:
        told = {day for day in holidays_of("DE", land, year) if day.isoweekday() != 7}
        assert told == by_law(land, year), year


def test_in_2017_the_whole_country_kept_the_reformation() -> None:
    assert all(date(2017, 10, 31) in holidays_of("DE", land, 2017) for land in LAENDER)


@pytest.mark.parametrize("town", [one.strip() for one in TOWNS.replace("\n", " ").split(",")])
def test_each_towns_postal_code_leads_to_its_land(town: str) -> None:
    _name, code, land = town.rsplit(" ", 2)
    assert (holiday_area("DE", code) or "").partition("+")[0] == land


@pytest.mark.parametrize(
    ("postal_code", "assumption", "peace"),
    [
        ("80331", True, False),  # München
        ("94032", True, False),  # Passau
        ("86150", True, True),  # Augsburg alone keeps its peace
        ("90402", False, False),  # Nürnberg
        ("95444", False, False),  # Bayreuth
        ("66111", True, False),  # Saarbrücken: the whole Land
        ("70173", False, False),  # Stuttgart
    ],
)
def test_bavaria_leaves_the_assumption_to_its_catholic_communes(
    postal_code: str, *, assumption: bool, peace: bool
) -> None:
    days = holidays_near("DE", postal_code, date(2028, 1, 1))
    assert (date(2028, 8, 15) in days) is assumption
    assert (date(2028, 8, 8) in days) is peace
    if assumption:
        assert days[date(2028, 8, 15)].fr == "Assomption"


def test_a_code_that_tells_nothing_leaves_the_days_of_the_whole_country() -> None:
    assert holiday_area("DE", None) is None
    assert set(holidays_of("DE", None, 2027)) == {
        date(2027, month, day)
        for month, day in (
            (1, 1),
            (3, 26),
            (3, 29),
            (5, 1),
            (5, 6),
            (5, 17),
            (10, 3),
            (12, 25),
            (12, 26),
        )
    }
