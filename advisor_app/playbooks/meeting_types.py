"""The kinds of meeting and their buffers, from `meeting_types.csv`."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from advisor_app.domain.appointments import MeetingKind
from advisor_app.playbooks.tables import read_csv


@cache
def meeting_kinds() -> Mapping[str, MeetingKind]:
    """Every kind by its code, in the table's order."""
    return MappingProxyType({row["id"]: _kind(row) for row in read_csv("meeting_types.csv")})


def _kind(row: Mapping[str, str]) -> MeetingKind:
    return MeetingKind(
        code=row["id"],
        minutes=int(row["duration_min"]),
        after=int(row["buffer_after_min"]),
        travel=int(row["travel_each_way_min"]),
        before=int(row["prep_min"]),
    )
