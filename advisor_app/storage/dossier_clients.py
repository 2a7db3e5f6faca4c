"""The clients of one part as the facts and the bank have them, with their states and flags."""

from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Select, func

from advisor_app.domain.keys import Key
from advisor_app.domain.policy import Policy
from advisor_app.storage.dossier_scope import scope
from advisor_app.storage.fact_day_queries import WIDTH
from advisor_app.storage.facts import FactTables
from advisor_app.storage.presence_rules import standing_query
from advisor_app.storage.schema.clients import client

# Four letters a month are as good as ten.
LETTERS_READ = 6


class ClientRow(NamedTuple):
    """A row of the query, column by column: reading a tuple is quicker than reading a row."""

    client_id: Key
    state: str
    restraint: str | None
    flags: int
    number: int
    served: bool
    # From here on as the facts have them.
    segment: str | None
    birth_date: date | None
    since: date | None
    no_contact_until: date | None
    advisor_id: Key | None
    assigned_from: date | None
    announced: str | None
    last_meeting: date | None
    last_meeting_with_advisor: date | None
    last_talk: date | None
    last_answer: date | None
    errand_days: str
    letter_days: str
    # From here on as the clients have them.
    ref: str
    kind: str
    title: str | None
    sort_name: str
    household_id: Key | None
    country: str | None
    no_profile: bool
    preferred_channel: str | None
    status: str
    latitude: float | None
    longitude: float | None
    # The latest days on which the client wrote, packed.
    written_in: str


_NAMES = ClientRow._fields
_FACTS = _NAMES[_NAMES.index("segment") : _NAMES.index("ref")]
_CLIENT = _NAMES[_NAMES.index("ref") : _NAMES.index("written_in")]


def client_query(part: int, tables: FactTables, on: date, policy: Policy) -> Select[Any]:
    """State, flags and facts, in the order of `ClientRow`."""
    facts = tables.facts.c
    return (
        standing_query(on, policy, tables.facts)
        .add_columns(
            scope.c.number,
            scope.c.served,
            *(facts[name] for name in _FACTS),
            *(client.c[name] for name in _CLIENT),
            func.substr(tables.days.c.written_in, 1, WIDTH * LETTERS_READ).label("written_in"),
        )
        .join(scope, scope.c.client_id == facts.client_id)
        .join(tables.days, tables.days.c.client_id == facts.client_id)
        .join(client, client.c.id == facts.client_id)
        .where(scope.c.part == part)
    )
