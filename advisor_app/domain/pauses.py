"""Clients who are left in peace for a while."""

from datetime import date
from typing import NamedTuple

from advisor_app.domain.keys import Key


class Pause(NamedTuple):
    """A client to whom nothing is proposed; `until` is the last day, None where no day is set."""

    client: Key
    name: str
    until: date | None
