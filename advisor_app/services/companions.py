"""Who of the bank may come along to a meeting: whoever served the clients before, a colleague."""

from collections.abc import Collection, Iterator, Sequence

from advisor_app.domain.companions import Companion, Company
from advisor_app.domain.keys import Key
from advisor_app.domain.organisation import Advisor
from advisor_app.services.booking import kept_appointment
from advisor_app.services.desk import Desk
from advisor_app.services.parties import client_named
from advisor_app.storage.introductions import read_introductions
from advisor_app.storage.organisation import list_advisors, read_advisor
from advisor_app.storage.store import Transaction


class Companions:
    """Reads who may come along; `Moves.come_along` says who does."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def possible(self, clients: Sequence[str]) -> tuple[Companion, ...]:
        """Who may come along when whoever works here meets clients, by reference; NoSuchClient.

        Nobody may before an advisor was chosen.
        """
        host = self._desk.advisor
        if host is None:
            return ()
        with self._desk.reading() as transaction:
            keys = [client_named(transaction, ref).key for ref in clients]
            return self._possible(transaction, host, keys)

    def at(self, ref: str) -> Company:
        """Who comes along to an appointment, and who may; NoSuchAppointment."""
        with self._desk.reading() as transaction:
            kept = kept_appointment(transaction, ref)
            host = read_advisor(transaction, kept.advisor)
            found = self._possible(transaction, host, kept.clients, kept.colleague)
            return Company(kept.appointment.colleague, found)

    def _possible(
        self,
        transaction: Transaction,
        host: Advisor,
        clients: Collection[Key],
        present: Key | None = None,
    ) -> tuple[Companion, ...]:
        """Who served the clients before comes first; of other branches nobody, unless he does."""
        steps = read_introductions(transaction, clients, self._desk.today()).values()
        before = dict.fromkeys(one.former_ref for one in steps if one.former_ref)
        everybody = list_advisors(transaction)
        served = [_companion(one, served=True) for one in _of(everybody, before)]
        others = [
            _companion(one)
            for one in everybody
            if one.ref not in before and (_is_near(one, host) or one.key == present)
        ]
        return tuple(one for one in (*served, *others) if one.ref != host.ref)


def _of(everybody: Sequence[Advisor], refs: Collection[str]) -> Iterator[Advisor]:
    by_ref = {one.ref: one for one in everybody}
    return (by_ref[ref] for ref in refs if ref in by_ref)


def _is_near(one: Advisor, host: Advisor) -> bool:
    return host.branch is not None and one.branch == host.branch


def _companion(one: Advisor, *, served: bool = False) -> Companion:
    return Companion(one.ref, one.name, served)
