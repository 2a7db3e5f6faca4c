"""The views of the portfolio that an advisor keeps, and how the page was left."""

from advisor_app.domain.keys import Key
from advisor_app.domain.portfolio_view import NoSuchView, PortfolioView, view_name
from advisor_app.services.desk import Desk
from advisor_app.services.portfolio import asking
from advisor_app.storage.portfolio_views import read_views, write_views

AS_LEFT = ""


class PortfolioViews:
    """Each advisor's own; NoAdvisorYet before the first choice."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def saved(self) -> tuple[PortfolioView, ...]:
        """The views with a name, in the order of names."""
        return tuple(view for view in self._read() if view.name != AS_LEFT)

    def named(self, name: str) -> PortfolioView:
        """One view; NoSuchView where the advisor keeps none of this name."""
        for view in self.saved():
            if view.name.casefold() == name.strip().casefold():
                return view
        raise NoSuchView(name)

    def as_left(self) -> PortfolioView | None:
        """How the page was left; None where it was never seen."""
        return next((view for view in self._read() if view.name == AS_LEFT), None)

    def save(self, view: PortfolioView) -> PortfolioView | None:
        """Keep a view under its name; the one that it replaces. ViewNeedsAName without a name."""
        view_name(view.name)
        return self._put(view)

    def leave(self, view: PortfolioView) -> None:
        """Remember how the page was left."""
        self._put(PortfolioView(AS_LEFT, view.question, view.columns))

    def delete(self, name: str) -> PortfolioView:
        """Forget a view, and give it back; NoSuchView where there is none."""
        gone = self.named(name)
        with self._desk.writing() as transaction:
            views = read_views(transaction, self._advisor())
            kept = tuple(view for view in views if view.name != gone.name)
            write_views(transaction, self._advisor(), kept)
        return gone

    def _read(self) -> tuple[PortfolioView, ...]:
        with self._desk.reading() as transaction:
            return read_views(transaction, self._advisor())

    def _put(self, view: PortfolioView) -> PortfolioView | None:
        with self._desk.writing() as transaction:
            views = read_views(transaction, self._advisor())
            same = [one for one in views if one.name.casefold() == view.name.casefold()]
            others = tuple(one for one in views if one not in same)
            write_views(transaction, self._advisor(), (*others, view))
        return same[0] if same else None

    def _advisor(self) -> Key:
        return asking(self._desk).advisor
