"""The portfolio: who is losing touch, how it is looked at, found, exported and reported."""

from functools import cached_property
from typing import TYPE_CHECKING

from advisor_app.bootstrap.wiring import Wiring

if TYPE_CHECKING:
    from advisor_app.services.exports import Exports
    from advisor_app.services.kpis import KpiReports
    from advisor_app.services.portfolio import Portfolio
    from advisor_app.services.portfolio_views import PortfolioViews
    from advisor_app.services.presence import PresenceService
    from advisor_app.services.search import Search


class PortfolioServices(Wiring):
    """What an advisor may ask about the portfolio."""

    @cached_property
    def presence(self) -> "PresenceService":
        """States and flags."""
        from advisor_app.services.presence import PresenceService

        return PresenceService(self._desk)

    @cached_property
    def portfolio(self) -> "Portfolio":
        """The portfolio as a list."""
        from advisor_app.services.portfolio import Portfolio

        return Portfolio(self._desk)

    @cached_property
    def portfolio_views(self) -> "PortfolioViews":
        """How the advisor looks at the portfolio."""
        from advisor_app.services.portfolio_views import PortfolioViews

        return PortfolioViews(self._desk)

    @cached_property
    def search(self) -> "Search":
        """Finds clients and projects by words."""
        from advisor_app.services.search import Search

        return Search(self._desk, self.portfolio)

    @cached_property
    def exports(self) -> "Exports":
        """What leaves the program for a spreadsheet, and why."""
        from advisor_app.services.exports import Exports

        return Exports(self._desk)

    @cached_property
    def kpi_reports(self) -> "KpiReports":
        """The figures of an advisor or a branch."""
        from advisor_app.services.kpis import KpiReports

        return KpiReports(self._desk)
