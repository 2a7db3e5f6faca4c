"""The invented bank itself: branches, rooms, advisors, their hours and their absences."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from advisor_app.demo import texts
from advisor_app.demo.days import Days
from advisor_app.domain.bank_records import (
    AdvisorRecord,
    BranchRecord,
    ClosingDaysRecord,
    RoomRecord,
    WorkingHoursRecord,
)

# Three changes of advisor, in days before the story's day: 9 December 2019, presented in person;
# 5 September 2022, never announced; 6 October 2025.
FIRST_HANDOVER = 2327
SILENT_HANDOVER = 1326
LAST_HANDOVER = 199
# Some were with a colleague of today in between.
COLLEAGUE_CAME, COLLEAGUE_LEFT = 760, 120

_A_BRANCH = 5  # advisors, as many portfolios
_FEWEST_BRANCHES = 3
_WEEK = {
    2: (("09:00", "12:30"), ("14:00", "18:00")),
    3: (("09:00", "12:30"), ("14:00", "18:00")),
    4: (("09:00", "12:30"), ("14:00", "18:30")),
    5: (("09:00", "12:30"), ("14:00", "18:00")),
    6: (("09:00", "13:00"),),
}
_NAMED = (
    AdvisorRecord("A01", "Claire", "Morvan", "B1", "claire.morvan@banque-orme.example", "04 65 71 20 20", "advisor", 14),
    AdvisorRecord("A02", "Karim", "Benali", "B1", "karim.benali@banque-orme.example", "04 65 71 20 21", "advisor", 14),
    AdvisorRecord("A03", "Thomas", "Guérin", "B1", "thomas.guerin@banque-orme.example", "04 65 71 20 22", "advisor", 14),
    AdvisorRecord("A04", "Sophie", "Lemaire", "B1", "sophie.lemaire@banque-orme.example", "04 65 71 20 23", "advisor", 14),
    AdvisorRecord("A05", "Nadia", "Rossi", "B1", "nadia.rossi@banque-orme.example", "04 65 71 20 24", "advisor", 14),
    AdvisorRecord("M1", "Hélène", "Castaing", "B1", "helene.castaing@banque-orme.example", "04 65 71 20 25", "manager", 4),
    AdvisorRecord("F1-1", "S.", "Aubert", "B1", None, None, "advisor", None),
    AdvisorRecord("F1-2", "Jean-Marc", "Thibault", "B1", None, None, "advisor", None),
    AdvisorRecord("F1-3", "Paul", "Mercier", "B1", None, None, "advisor", None),
)  # fmt: skip


class Town(NamedTuple):
    """Where clients live."""

    name: str
    postal_code: str
    latitude: float
    longitude: float


def branch_of(portfolio: int) -> int:
    """The number of the branch of a portfolio's advisor, from 1."""
    return portfolio // _A_BRANCH + 1


def advisor_of(portfolio: int) -> str:
    """Who serves a portfolio now."""
    return f"A{portfolio + 1:02}"


def former_of(branch: int, which: int) -> str:
    """One of a branch's three former advisors: who left first, last, and without a word."""
    return f"F{branch}-{which}"


def branch_count(portfolios: int) -> int:
    """How many branches so many portfolios need."""
    return max(_FEWEST_BRANCHES, branch_of(portfolios - 1))


def towns_of(branch: int) -> list[Town]:
    """A hundred places around a branch, each town as often as it has clients."""
    if branch == 1:
        spread: list[Town] = []
        for one in texts.table("places")["branch"][0]["towns"]:
            town = Town(one["name"], one["postal_code"], one["latitude"], one["longitude"])
            spread += [town] * one["weight"]
        return spread
    names: dict[str, Any] = texts.table("places")["names"]
    first = names["first"][branch % 10]
    latitude, longitude = 46.2 + branch % 9 * 0.31, -0.9 + branch // 9 * 0.42
    return [
        Town(
            f"{first}{names['second'][(branch // 10 + turn) % 10]}",
            f"{36000 + branch * 10 + turn:05}",
            round(latitude + (turn - 1.5) * 0.05, 4),
            round(longitude + (turn % 2) * 0.07, 4),
        )
        for turn in range(4)
        for _ in range(25)
    ]


def branches(count: int) -> Iterator[BranchRecord]:
    """The branches, the story's first."""
    story = texts.table("places")["branch"][0]
    for number in range(1, count + 1):
        town = towns_of(number)[0]
        name = story["name"] if number == 1 else f"Agence de {town.name}"
        street = story["street"] if number == 1 else f"{number + 3} place de la Mairie"
        place = (street, town.postal_code, town.name, "FR", town.latitude, town.longitude)
        yield BranchRecord(f"B{number}", name, *place, "Europe/Paris", "FR_tue_sat")


def rooms(count: int) -> Iterator[RoomRecord]:
    """Three offices a branch, the first one step-free."""
    for branch in range(1, count + 1):
        for turn, name in enumerate(texts.table("places")["branch"][0]["rooms"]):
            yield RoomRecord(f"B{branch}-R{turn + 1}", f"B{branch}", name, 4 - turn % 2, turn == 0)


def advisors(portfolios: int) -> Iterator[AdvisorRecord]:
    """The story's people, then one advisor a portfolio, a manager and three formers a branch."""
    yield from _NAMED
    names = texts.names()
    for portfolio in range(_A_BRANCH, portfolios):
        last = names.surnames[portfolio * 7 % len(names.surnames)]
        first = names.first[1980, "FM"[portfolio % 2]][0][portfolio * 3 % 40]
        branch, mail = branch_of(portfolio), f"conseil{portfolio}@banque-orme.example"
        phone = f"04 65 71 {30 + portfolio // 100 % 60:02} {portfolio % 100:02}"
        yield AdvisorRecord(
            advisor_of(portfolio), first, last, f"B{branch}", mail, phone, "advisor", 14
        )
    for branch in range(2, branch_count(portfolios) + 1):
        yield AdvisorRecord(
            f"M{branch}", None, names.surnames[branch * 11 % 200], f"B{branch}", role="manager"
        )
        for which in (1, 2, 3):
            last = names.surnames[(branch * 13 + which * 29) % 200]
            yield AdvisorRecord(former_of(branch, which), None, last, f"B{branch}")


def present_advisors(portfolios: int) -> list[str]:
    """Everybody who receives clients today."""
    return [advisor_of(portfolio) for portfolio in range(max(portfolios, _A_BRANCH))]


def working_hours(portfolios: int) -> Iterator[WorkingHoursRecord]:
    """Tuesday to Saturday noon, a little more than the branch's own hours on Thursday."""
    for advisor in present_advisors(portfolios):
        for weekday, spans in _WEEK.items():
            for span in spans:
                yield WorkingHoursRecord(advisor, weekday, *span)


def closing_days(count: int, days: Days) -> Iterator[ClosingDaysRecord]:
    """A summer week of each branch, and a holiday of the story's advisor."""
    for branch in range(1, count + 1):
        until, first = days.from_now(116), days.from_now(112)
        yield ClosingDaysRecord(f"B{branch}", None, first, until, "Fermeture d\u2019été", None)
    leave = (days.from_now(82), days.from_now(100))
    yield ClosingDaysRecord(None, "A01", *leave, "Congés", "A02")
