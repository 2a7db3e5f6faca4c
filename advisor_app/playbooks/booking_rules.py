"""What the trade keeps free around meetings, from `booking_rules.toml`."""

from functools import cache

from advisor_app.domain.slots import BookingRules
from advisor_app.playbooks.tables import read_toml


@cache
def booking_rules() -> BookingRules:
    """The rules for every bank."""
    return BookingRules(**read_toml("booking_rules.toml"))
