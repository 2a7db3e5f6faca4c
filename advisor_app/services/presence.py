"""Who is losing touch: states and flags of a day under a policy."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import NamedTuple

from advisor_app.domain.errors import NoSuchAdvisor, NoSuchClient
from advisor_app.domain.keys import Key
from advisor_app.domain.policy_file import PRESENT
from advisor_app.domain.presence import Presence
from advisor_app.services.desk import Desk
from advisor_app.services.policies import policy_named
from advisor_app.storage.clients import count_clients, find_client_key
from advisor_app.storage.organisation import find_advisor
from advisor_app.storage.presence import Scope, halves, read_standings
from advisor_app.storage.presence_records import read_presence
from advisor_app.storage.presence_rules import Standing
from advisor_app.storage.store import Transaction
from advisor_app.storage.trail import newest_entry


class Half(NamedTuple):
    """Half of a bank's clients, and what changes with every write: the state they were read from."""

    seen: str
    clients: Sequence[Presence]


class PresenceService:
    """Asks for presence; nothing here writes."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def flags(
        self,
        on: date | None = None,
        advisor: str | None = None,
        client: str | None = None,
        policy: str = PRESENT,
    ) -> Sequence[Presence]:
        """Clients with state, flags and evidence, by reference: closed and deceased ones too.

        `on` is today where absent; `advisor` and `client` are references, and narrow the answer.
        All is read at once, and each is explained when asked for. Raises NoSuchAdvisor,
        NoSuchClient or UnknownPolicy.
        """
        with self._desk.reading() as transaction:
            rules = policy_named(transaction, policy)
            scope = _scope(transaction, advisor, client)
            return read_presence(transaction, on or self._desk.today(), rules, scope)

    def count(self) -> int:
        """How many clients `flags` tells of where nothing narrows it."""
        with self._desk.reading() as transaction:
            return count_clients(transaction)

    def halves(
        self, on: date, policy: str = PRESENT
    ) -> tuple[Callable[[], Half], Callable[[], Half]]:
        """Everybody as `flags` gives them, in two halves, each read when it is called.

        The store's connections are closed, so that a copy of this process may call one of them.
        Raises UnknownPolicy.
        """
        with self._desk.reading() as transaction:
            rules = policy_named(transaction, policy)
            first, second = halves(transaction)
        self._desk.store.close()

        def read(scope: Scope) -> Half:
            with self._desk.reading() as transaction:
                clients = read_presence(transaction, on, rules, scope)
                return Half(newest_entry(transaction), clients)

        return partial(read, first), partial(read, second)

    def standings(
        self, on: date | None = None, advisor: str | None = None, policy: str = PRESENT
    ) -> Mapping[Key, Standing]:
        """States and flags alone, in no order; raises as `flags` does."""
        with self._desk.reading() as transaction:
            rules = policy_named(transaction, policy)
            scope = _scope(transaction, advisor, None)
            return read_standings(transaction, on or self._desk.today(), rules, scope)


def _scope(transaction: Transaction, advisor: str | None, client: str | None) -> Scope:
    serves = find_advisor(transaction, advisor) if advisor is not None else None
    if advisor is not None and serves is None:
        raise NoSuchAdvisor(advisor)
    key = find_client_key(transaction, client) if client is not None else None
    if client is not None and key is None:
        raise NoSuchClient(client)
    return Scope(advisor=serves.key if serves else None, client=key)
