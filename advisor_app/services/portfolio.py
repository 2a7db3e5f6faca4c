"""The portfolio of the advisor who works here, as a list."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING

from advisor_app.domain.errors import NoAdvisorYet
from advisor_app.domain.keys import Key
from advisor_app.domain.portfolio import (
    PortfolioList,
    PortfolioQuestion,
    PortfolioRow,
)
from advisor_app.domain.portfolio_index import PortfolioIndex
from advisor_app.domain.portfolio_words import words_of
from advisor_app.i18n import language
from advisor_app.playbooks.projects import life_projects
from advisor_app.services.desk import Desk
from advisor_app.storage.people import rows_of_clients
from advisor_app.storage.policies import policy_in_force
from advisor_app.storage.portfolio import count_served, rows_of
from advisor_app.storage.portfolio_entries import Asking, read_entries
from advisor_app.storage.store import Transaction
from advisor_app.storage.trail import newest_number, touched_since

if TYPE_CHECKING:
    from advisor_app.domain.codes import Language

_MANY_TOUCHED = 200
_MOST_ROWS = 2_000
# Deeds that change nobody.
_HARMLESS = frozenset(
    {
        "backup made",
        "day pack printed",
        "handover sheet printed",
        "labels printed",
        "letter printed",
        "portfolio export not written",
        "portfolio exported",
        "sheet printed",
        "suggestions given out",
        "why asked",
    }
)


@dataclass(frozen=True, slots=True)
class FirstRows:
    """What a search shows at once: the list, its first rows, and the day on which it is so."""

    found: PortfolioList
    rows: tuple[PortfolioRow, ...]
    today: date


@dataclass(slots=True)
class _Kept:
    """An index, what it was asked with, the newest deed that it knows of, and rows read since.

    `bare` are rows that were read without their threads.
    """

    asking: Asking
    deed: int
    index: PortfolioIndex
    rows: dict[Key, PortfolioRow] = field(default_factory=dict)
    bare: dict[Key, PortfolioRow] = field(default_factory=dict)

    def holds(self, now: datetime) -> bool:
        """Whether it is of this day, and no appointment has passed meanwhile."""
        return self.asking.today == now.date() and self.index.holds_until(now)


class Portfolio:
    """Finds households and tells their rows.

    What finding needs is kept in memory, and read again after any deed on the trail that may have
    changed it: the trail grows in the transaction of every write, whoever wrote.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._kept: _Kept | None = None
        self._names: dict[Language, Mapping[str, Sequence[str]]] = {}

    def size(self) -> int:
        """How many clients the advisor serves; NoAdvisorYet before the first choice."""
        with self._desk.reading() as transaction:
            return count_served(transaction, asking_in(self._desk, transaction))

    def keys(self, question: PortfolioQuestion) -> PortfolioList:
        """The rows' keys in order, and the counts; as `size`."""
        with self._desk.reading() as transaction:
            return self._up_to_date(transaction).index.find(question, self.project_words())

    def rows(self, keys: Sequence[Key], *, threads: bool = True) -> tuple[PortfolioRow, ...]:
        """Some rows, in the order of their keys, without those not served; as `size`.

        Without `threads` the rows are ready sooner, and their threads are empty.
        """
        with self._desk.reading() as transaction:
            return _rows(transaction, self._up_to_date(transaction), keys, threads=threads)

    def first(self, question: PortfolioQuestion, count: int) -> FirstRows:
        """The list and the rows that show at once, without their threads; as `size`."""
        with self._desk.reading() as transaction:
            kept = self._up_to_date(transaction)
            found = kept.index.find(question, self.project_words())
            rows = _rows(transaction, kept, found.keys[:count], threads=False)
        return FirstRows(found, rows, self._desk.today())

    def project_words(self) -> Mapping[str, Sequence[str]]:
        """The folded words of every project's name, in the present language."""
        spoken = language()
        if spoken not in self._names:
            self._names[spoken] = {
                code: words_of((one.label.in_language(spoken),))
                for code, one in life_projects().items()
            }
        return self._names[spoken]

    def _up_to_date(self, transaction: Transaction) -> _Kept:
        kept, deed, now = self._kept, newest_number(transaction), self._desk.now()
        if kept is not None and kept.deed == deed and kept.holds(now):
            return kept
        ask = asking_in(self._desk, transaction)
        if kept is None or not kept.holds(now) or not self._renewed(transaction, kept, ask):
            kept = _Kept(ask, deed, PortfolioIndex(read_entries(transaction, ask)))
        kept.asking, kept.deed = ask, deed
        kept.rows.clear()
        kept.bare.clear()
        self._kept = kept
        return kept

    def _renewed(self, transaction: Transaction, kept: _Kept, ask: Asking) -> bool:
        """Bring an index up to the present; False where too much has changed."""
        touched = touched_since(transaction, kept.deed, _HARMLESS)
        if touched is None or len(touched) > _MANY_TOUCHED or kept.asking.policy != ask.policy:
            return False
        if not touched:
            return True
        keys = rows_of_clients(transaction, touched)
        if len(keys) < len(touched):
            return False
        households = set(keys.values())
        return kept.index.renew(households, read_entries(transaction, ask, households))


def _rows(
    transaction: Transaction, kept: _Kept, keys: Sequence[Key], *, threads: bool
) -> tuple[PortfolioRow, ...]:
    """Rows are kept until the next deed: who refines a search sees them again."""
    known = kept.rows if threads else kept.bare | kept.rows
    wanted = (entry for key in keys if (entry := kept.index.entry(key)) is not None)
    missing = [entry for entry in wanted if entry.key not in known]
    read = {row.key: row for row in rows_of(transaction, kept.asking, missing, threads=threads)}
    into = kept.rows if threads else kept.bare
    if len(into) + len(read) <= _MOST_ROWS:
        into |= read
    known = known | read
    return tuple(known[key] for key in keys if key in known)


def asking(desk: Desk) -> Asking:
    """What the lists are asked with; NoAdvisorYet where nobody was chosen."""
    with desk.reading() as transaction:
        return asking_in(desk, transaction)


def asking_in(desk: Desk, transaction: Transaction) -> Asking:
    """As `asking`, in a transaction that is open already."""
    if desk.advisor is None:
        raise NoAdvisorYet
    return Asking(desk.advisor.key, desk.now(), policy_in_force(transaction))
