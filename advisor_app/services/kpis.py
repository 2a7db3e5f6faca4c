"""The figures of the report: of an advisor or a branch, for a period and the one before it."""

from dataclasses import dataclass
from datetime import date

from advisor_app.domain.errors import NoAdvisorYet, NoSuchAdvisor
from advisor_app.domain.kpis.measures import Measure
from advisor_app.domain.kpis.period import NoSuchBranch, Period, period_until
from advisor_app.domain.kpis.report import measures
from advisor_app.domain.organisation import Advisor, Branch
from advisor_app.domain.papers import Purpose
from advisor_app.domain.trail import Deed
from advisor_app.services.desk import Desk
from advisor_app.services.kpi_book import read_book
from advisor_app.storage.organisation import find_advisor, find_branch, list_advisors, read_branch
from advisor_app.storage.store import Transaction


@dataclass(frozen=True, slots=True)
class ManagersReport:
    """The figures of a period, beside those of the period before it; of whom, and how many."""

    name: str
    period: Period
    households: int
    clients: int
    measures: tuple[Measure, ...]
    before: tuple[Measure, ...]


class KpiReports:
    """Counts; no client's name leaves this room."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def of_advisor(self, ref: str, first: date, last: date) -> ManagersReport:
        """The figures of one advisor's portfolio; NoSuchAdvisor, NoPeriod."""
        period = period_until(first, last, self._desk.today())
        with self._desk.reading() as transaction:
            advisor = find_advisor(transaction, ref)
            if advisor is None:
                raise NoSuchAdvisor(ref)
            return _report(transaction, advisor.name, (advisor,), period)

    def of_branch(self, ref: str | None, first: date, last: date) -> ManagersReport:
        """The figures of all the portfolios of a branch together; NoSuchBranch, NoPeriod.

        Without a reference: the branch of who works here, else NoAdvisorYet.
        """
        period = period_until(first, last, self._desk.today())
        with self._desk.reading() as transaction:
            branch = self._branch(transaction, ref)
            here = [one for one in list_advisors(transaction) if one.branch == branch.key]
            return _report(transaction, branch.name, tuple(here), period)

    def _branch(self, transaction: Transaction, ref: str | None) -> Branch:
        if ref is not None:
            found = find_branch(transaction, ref)
            if found is None:
                raise NoSuchBranch(ref)
            return found
        me = self._desk.advisor
        if me is None or me.branch is None:
            raise NoAdvisorYet
        return read_branch(transaction, me.branch)

    def printed(self, report: ManagersReport) -> None:
        """Record that a report left the printer, or was saved to a file."""
        detail: dict[str, str | int | list[str]] = {
            "from": report.period.first.isoformat(),
            "households": report.households,
            "until": report.period.last.isoformat(),
        }
        with self._desk.writing() as transaction:
            self._desk.record(
                transaction, Deed("report printed", why=Purpose.REVIEW, detail=detail)
            )


def _report(
    transaction: Transaction, name: str, advisors: tuple[Advisor, ...], period: Period
) -> ManagersReport:
    book = read_book(transaction, advisors, period)
    return ManagersReport(
        name=name,
        period=period,
        households=len(book.households),
        clients=len(book.cared_for),
        measures=measures(book),
        before=measures(read_book(transaction, advisors, period.before())),
    )
