"""The hours of an advisor, from the store, the trade's tables and the holidays."""

from datetime import date

from advisor_app.domain.opening import Hours
from advisor_app.domain.organisation import Advisor, Branch
from advisor_app.playbooks.holidays import holidays_near
from advisor_app.playbooks.opening_hours import opening_week
from advisor_app.services.setup import HOME_BRANCH, remembered_zone
from advisor_app.storage.opening import (
    read_closing_days,
    read_dated_hours,
    read_working_week,
)
from advisor_app.storage.organisation import find_branch, read_branch
from advisor_app.storage.store import Transaction


def hours_of(transaction: Transaction, advisor: Advisor, day: date) -> Hours:
    """When an advisor can be met from a day on, until the end of the next year.

    The advisor's own hours, else those of the branch, else the first of its country, which is that
    of the home branch where none is told.
    """
    return hours_at(transaction, branch_of(transaction, advisor), advisor, day)


def hours_at(transaction: Transaction, branch: Branch | None, advisor: Advisor, day: date) -> Hours:
    """As `hours_of`, of an advisor whose branch is known already."""
    country = _country(transaction, branch)
    opening = branch.opening if branch else None
    own = read_working_week(transaction, advisor.key)
    return Hours(
        week=own or opening_week(opening, country),
        closings=read_closing_days(transaction, advisor.branch, advisor.key, day),
        holidays=holidays_near(country, branch.postal_code if branch else None, day),
        dated=read_dated_hours(transaction, advisor.branch, advisor.key, day),
    )


def zone_of_advisor(transaction: Transaction, advisor: Advisor) -> str:
    """The zone of the advisor's branch, else the bank's."""
    return zone_at(transaction, branch_of(transaction, advisor))


def zone_at(transaction: Transaction, branch: Branch | None) -> str:
    """The zone of a branch, else the bank's."""
    return (branch.zone if branch else None) or remembered_zone(transaction)


def branch_of(transaction: Transaction, advisor: Advisor) -> Branch | None:
    """The branch where the advisor works."""
    return read_branch(transaction, advisor.branch) if advisor.branch else None


def _country(transaction: Transaction, branch: Branch | None) -> str | None:
    if branch is not None and branch.country:
        return branch.country
    home = find_branch(transaction, HOME_BRANCH)
    return home.country if home else None
