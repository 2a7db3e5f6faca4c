"""The codes that a bank's files may use, by the names in `exchange.tables`."""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache

from advisor_app.domain import codes
from advisor_app.playbooks.tables import read_csv, read_toml

Vocabularies = Mapping[str, tuple[str, ...]]

_CLOSED: Mapping[str, type[StrEnum]] = {
    "role": codes.Role,
    "kind": codes.Kind,
    "title": codes.Title,
    "language": codes.Language,
    "channel": codes.Channel,
    "client_status": codes.ClientStatus,
    "link": codes.Link,
    "announced": codes.Announced,
    "project_status": codes.ProjectStatus,
    "project_source": codes.ProjectSource,
    "nature": codes.Nature,
    "direction": codes.Direction,
    "consent_use": codes.ConsentUse,
    "place": codes.Place,
    "appointment_status": codes.AppointmentStatus,
    "party": codes.Party,
}


@cache
def vocabularies() -> Vocabularies:
    """Every vocabulary: the closed ones of `domain.codes`, and those of the trade's tables."""
    stored_segments = (one.value for one in codes.Segment if one is not codes.Segment.SENIOR)
    return {
        **{name: tuple(one.value for one in known) for name, known in _CLOSED.items()},
        "segment": tuple(stored_segments),
        "digital_kind": ("login", "message", "operation"),
        "opening": tuple(row["id"] for row in read_toml("opening_hours.toml")["pattern"]),
        "signal": tuple(row["id"] for row in read_csv("signals.csv")),
        "project": tuple(row["code"] for row in read_toml("projects.toml")["project"]),
        "family": tuple(row["id"] for row in read_csv("product_families.csv")),
    }
