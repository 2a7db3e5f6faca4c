"""The portfolio of the advisor who works here, as a list."""

from collections.abc import Sequence

from advisor_app.domain.errors import NoAdvisorYet
from advisor_app.domain.keys import Key
from advisor_app.domain.portfolio import PortfolioList, PortfolioQuestion, PortfolioRow
from advisor_app.services.desk import Desk
from advisor_app.storage.policies import policy_in_force
from advisor_app.storage.portfolio import Asking, read_list, read_rows


class Portfolio:
    """Finds households and tells their rows."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def keys(self, question: PortfolioQuestion) -> PortfolioList:
        """The rows' keys in order, and the counts; NoAdvisorYet before the first choice."""
        with self._desk.reading() as transaction:
            return read_list(transaction, asking(self._desk), question)

    def rows(self, keys: Sequence[Key]) -> tuple[PortfolioRow, ...]:
        """Some rows, in the order of their keys; as `keys`."""
        with self._desk.reading() as transaction:
            return read_rows(transaction, asking(self._desk), keys)


def asking(desk: Desk) -> Asking:
    """What the lists are asked with; NoAdvisorYet where nobody was chosen."""
    if desk.advisor is None:
        raise NoAdvisorYet
    with desk.reading() as transaction:
        return Asking(desk.advisor.key, desk.now(), policy_in_force(transaction))
