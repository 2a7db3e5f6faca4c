"""Appointments that stand, and could not be booked so any more: hours, days or rooms changed since."""

from dataclasses import dataclass

from advisor_app.domain.booking_refusals import ClosedThatDay, ColleagueNotThere, OutsideHours
from advisor_app.domain.keys import Key
from advisor_app.domain.moments import Moment
from advisor_app.domain.rooms import RoomTooSmall

WhyOutside = ClosedThatDay | OutsideHours | ColleagueNotThere | RoomTooSmall


@dataclass(frozen=True, slots=True)
class Outside:
    """An appointment to come and why it would be refused; `client` is the first whom it is with.

    It stays booked: whether it moves is agreed with the client.
    """

    ref: str
    client: Key
    advisor: str
    start: Moment
    end: Moment
    why: WhyOutside
