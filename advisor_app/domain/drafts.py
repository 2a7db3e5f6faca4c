"""What somebody was typing: kept every few seconds, offered again after a crash or a lock."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from advisor_app.domain.keys import Key


@dataclass(frozen=True, slots=True)
class DraftPlace:
    """The form that is being filled: its name, and the client whom it is about, where there is one.

    An erasure of the client takes his drafts along.
    """

    form: str
    client: Key | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """What stood in the fields of a form, by their names, and when it was kept."""

    place: DraftPlace
    texts: Mapping[str, str]
    kept_at: datetime
