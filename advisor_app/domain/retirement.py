"""From when on somebody may retire, by country and birth (DOMAIN.md, section 11)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from advisor_app.domain.months import plus_months


@dataclass(frozen=True, slots=True)
class RetirementAge:
    """One row of the table: the age of those born within a period; `sex` all, men or women."""

    country: str
    sex: str
    birth_from: date | None
    birth_to: date | None
    age_years: int
    age_months: int
    quarters_full_rate: int | None
    status: str

    def holds_for(self, birth: date, country: str, sex: str) -> bool:
        """Whether the row speaks of this person."""
        return (
            self.country == country
            and self.sex in {"all", sex}
            and (self.birth_from is None or self.birth_from <= birth)
            and (self.birth_to is None or birth <= self.birth_to)
        )


def earliest_retirement(
    table: Iterable[RetirementAge], birth: date, country: str, sex: str = "all"
) -> date | None:
    """The day on which the legal age is reached, or None where the table does not say."""
    for row in table:
        if row.holds_for(birth, country, sex):
            return plus_months(birth, row.age_years * 12 + row.age_months)
    return None
