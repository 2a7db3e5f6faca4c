"""The figures of the report: of an advisor or a branch, for a period and the one before it."""

from dataclasses import dataclass
from datetime import date

from advisor_app.domain.codes import Role
from advisor_app.domain.errors import NoAdvisorYet, NoSuchAdvisor
from advisor_app.domain.kpis.asked import ReportOf
from advisor_app.domain.kpis.measures import Measure
from advisor_app.domain.kpis.period import NoSuchBranch, Period, period_until
from advisor_app.domain.kpis.report import measures
from advisor_app.domain.organisation import Advisor, Branch
from advisor_app.domain.portfolio_view import ExportNeedsAPurpose
from advisor_app.domain.trail import Deed
from advisor_app.services.desk import Desk
from advisor_app.services.kpi_book import read_book
from advisor_app.storage.organisation import (
    find_advisor,
    find_branch,
    list_advisors,
    list_branches,
    read_branch,
)
from advisor_app.storage.store import Transaction


@dataclass(frozen=True, slots=True)
class ManagersReport:
    """The figures of a period, beside those of the period before it; of whom, and how many.

    `ref` is the advisor's or the branch's.
    """

    ref: str
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

    def whose(self) -> tuple[ReportOf, ...]:
        """Of whom who works here may ask a report: a manager of everybody in the branch.

        An advisor sees his own figures and those of the branch; without one, whoever looks after
        the program sees all. The branch comes first where a manager asks.
        """
        me = self._desk.advisor
        with self._desk.reading() as transaction:
            advisors = list_advisors(transaction)
            if me is None or me.branch is None:
                branches = list_branches(transaction)
                return (*map(_of_branch, branches), *map(_of_advisor, advisors))
            branch = _of_branch(read_branch(transaction, me.branch))
        if me.role is not Role.MANAGER:
            return (_of_advisor(me), branch)
        here = [one for one in advisors if one.branch == me.branch]
        return (branch, *map(_of_advisor, here))

    def of_advisor(self, ref: str, first: date, last: date) -> ManagersReport:
        """The figures of one advisor's portfolio; NoSuchAdvisor, NoPeriod."""
        period = period_until(first, last, self._desk.today())
        with self._desk.reading() as transaction:
            advisor = find_advisor(transaction, ref)
            if advisor is None:
                raise NoSuchAdvisor(ref)
            return _report(transaction, _of_advisor(advisor), (advisor,), period)

    def of_branch(self, ref: str | None, first: date, last: date) -> ManagersReport:
        """The figures of all the portfolios of a branch together; NoSuchBranch, NoPeriod.

        Without a reference: the branch of who works here, else NoAdvisorYet.
        """
        period = period_until(first, last, self._desk.today())
        with self._desk.reading() as transaction:
            branch = self._branch(transaction, ref)
            here = [one for one in list_advisors(transaction) if one.branch == branch.key]
            return _report(transaction, _of_branch(branch), tuple(here), period)

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

    def printed(self, report: ManagersReport, purpose: str) -> None:
        """Record that a report left the printer, or was saved to a file, and what for.

        `purpose` is a ReportPurpose or words; ExportNeedsAPurpose without.
        """
        why = purpose.strip()
        if not why:
            raise ExportNeedsAPurpose
        detail: dict[str, str | int | list[str]] = {
            "from": report.period.first.isoformat(),
            "households": report.households,
            "until": report.period.last.isoformat(),
        }
        with self._desk.writing() as transaction:
            deed = Deed("report printed", subject=report.ref, why=why, detail=detail)
            self._desk.record(transaction, deed)


def _of_advisor(advisor: Advisor) -> ReportOf:
    return ReportOf(advisor.ref, advisor.name, is_branch=False)


def _of_branch(branch: Branch) -> ReportOf:
    return ReportOf(branch.ref, branch.name, is_branch=True)


def _report(
    transaction: Transaction, whose: ReportOf, advisors: tuple[Advisor, ...], period: Period
) -> ManagersReport:
    book = read_book(transaction, advisors, period)
    return ManagersReport(
        ref=whose.ref,
        name=whose.name,
        period=period,
        households=len(book.households),
        clients=len(book.cared_for),
        measures=measures(book),
        before=measures(read_book(transaction, advisors, period.before())),
    )
