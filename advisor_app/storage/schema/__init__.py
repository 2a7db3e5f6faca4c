"""The tables; importing this package fills `metadata`."""

from advisor_app.storage.schema import (
    calendar,
    clients,
    contacts,
    facts,
    organisation,
    own_calendar,
    projects,
    record,
    suggestions,
)
from advisor_app.storage.schema.base import metadata

__all__ = [
    "calendar",
    "clients",
    "contacts",
    "facts",
    "metadata",
    "organisation",
    "own_calendar",
    "projects",
    "record",
    "suggestions",
]
