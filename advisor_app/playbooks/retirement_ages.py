"""Legal retirement ages, from `retirement_age.csv`."""

from collections.abc import Mapping
from datetime import date
from functools import cache

from advisor_app.domain.retirement import RetirementAge
from advisor_app.playbooks.tables import read_csv


@cache
def retirement_ages() -> tuple[RetirementAge, ...]:
    """Every row, in the table's order."""
    return tuple(map(_age, read_csv("retirement_age.csv")))


def _age(row: Mapping[str, str]) -> RetirementAge:
    quarters = row["quarters_full_rate"]
    return RetirementAge(
        country=row["country"],
        sex=row["sex"],
        birth_from=_day(row["birth_from"]),
        birth_to=_day(row["birth_to"]),
        age_years=int(row["age_years"]),
        age_months=int(row["age_months"]),
        quarters_full_rate=int(quarters) if quarters else None,
        status=row["status"],
    )


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
