"""Who is losing touch: states and flags of a day under a policy."""

from collections.abc import Mapping, Sequence
from datetime import date

from advisor_app.domain.errors import NoSuchAdvisor, NoSuchClient
from advisor_app.domain.keys import Key
from advisor_app.domain.policy_file import PRESENT
from advisor_app.domain.presence import Presence
from advisor_app.services.desk import Desk
from advisor_app.services.policies import policy_named
from advisor_app.storage.clients import find_client_key
from advisor_app.storage.organisation import find_advisor
from advisor_app.storage.presence import Scope, read_standings
from advisor_app.storage.presence_records import read_presence
from advisor_app.storage.presence_rules import Standing
from advisor_app.storage.store import Transaction


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
