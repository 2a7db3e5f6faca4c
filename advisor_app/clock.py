"""The clock of a store: apart from the wiring, so that the first look needs none of it."""

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo


def clock_of(own_moment: datetime | None, zone: ZoneInfo) -> Callable[[], datetime]:
    """The store's own moment, standing still, or the real time in the bank's zone."""
    if own_moment is not None:
        fixed = own_moment.replace(tzinfo=zone)
        return lambda: fixed
    return lambda: datetime.now(zone)
