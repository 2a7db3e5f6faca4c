"""What is asked of a report: of whom it is, of which days, and what it is for."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from advisor_app.domain.kpis.period import Period
from advisor_app.domain.months import less_months

_QUARTER, _YEAR = 3, 12


class ReportPurpose(StrEnum):
    """What a report is made for; anything else is said in words."""

    REVIEW = "review"
    TALK = "talk_with_the_advisor"
    PLAN = "plan_time"
    ACCOUNT = "account_to_management"


@dataclass(frozen=True, slots=True)
class ReportOf:
    """Of whom a report can be: an advisor, or all portfolios of a branch; `ref` is the bank's."""

    ref: str
    name: str
    is_branch: bool


class UsualPeriod(StrEnum):
    """Days that are asked for again and again; one that is not over ends today."""

    TWELVE_MONTHS = "twelve_months"
    THIS_QUARTER = "this_quarter"
    LAST_QUARTER = "last_quarter"
    THIS_YEAR = "this_year"
    LAST_YEAR = "last_year"


def usual_period(which: UsualPeriod, today: date) -> Period:
    """Its days: "12 months" is ]today less 12 months; today], as in `kpis.toml`."""
    day, year = timedelta(days=1), today.replace(month=1, day=1)
    quarter = today.replace(month=today.month - (today.month - 1) % _QUARTER, day=1)
    return {
        UsualPeriod.TWELVE_MONTHS: Period(less_months(today, _YEAR) + day, today),
        UsualPeriod.THIS_QUARTER: Period(quarter, today),
        UsualPeriod.LAST_QUARTER: Period(less_months(quarter, _QUARTER), quarter - day),
        UsualPeriod.THIS_YEAR: Period(year, today),
        UsualPeriod.LAST_YEAR: Period(less_months(year, _YEAR), year - day),
    }[which]
