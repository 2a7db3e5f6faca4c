"""How much room a year has for meetings that the bank proposes, from `segments.toml`."""

from decimal import Decimal
from functools import cache
from typing import NamedTuple

from advisor_app.domain.codes import Segment
from advisor_app.playbooks.tables import read_toml


class CapacityRules(NamedTuple):
    """Weeks worked in a year, meetings a week by segment, and the share that the bank proposes."""

    weeks: int
    meetings: dict[Segment, int]
    proactive: Decimal


@cache
def capacity_rules() -> CapacityRules:
    """As the table says; a week of `mass` where a segment is not named."""
    row = read_toml("segments.toml", Decimal)["capacity"]
    meetings = {Segment(name): many for name, many in row["meetings_per_week"].items()}
    return CapacityRules(
        row["working_weeks_per_year"], meetings, row["share_of_slots_for_proactive"]
    )
