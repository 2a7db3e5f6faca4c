"""Where services work: one store, one advisor, one clock."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime

from advisor_app.domain.organisation import Advisor
from advisor_app.domain.trail import Deed
from advisor_app.storage import trail
from advisor_app.storage.store import Store, Transaction


@dataclass(frozen=True, slots=True)
class Desk:
    """What every service needs; `clock` gives aware times in the bank's zone.

    `advisor` is who works: `--as`, or the one chosen at first run; None before that.
    """

    store: Store
    clock: Callable[[], datetime]
    advisor: Advisor | None = None

    def now(self) -> datetime:
        """The present moment, in the bank's zone; the demonstration's own in its store."""
        return self.clock()

    def today(self) -> date:
        """The present day in the bank's zone."""
        return self.clock().date()

    @contextmanager
    def reading(self) -> Iterator[Transaction]:
        """A reading transaction."""
        with self.store.reading() as transaction:
            yield transaction

    @contextmanager
    def writing(self) -> Iterator[Transaction]:
        """A writing transaction."""
        with self.store.writing() as transaction:
            yield transaction

    def record(self, transaction: Transaction, deed: Deed) -> None:
        """Put a deed of this desk's advisor on the trail, in the transaction of the deed."""
        who = self.advisor.ref if self.advisor else ""
        trail.append(transaction, self.now(), who, deed)
