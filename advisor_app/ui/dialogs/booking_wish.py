"""The appointment that is asked for."""

from dataclasses import dataclass
from datetime import datetime

from advisor_app.domain.appointments import ReminderWish
from advisor_app.domain.codes import Place
from advisor_app.i18n import ngettext
from advisor_app.ui.parts.requests import Whom


@dataclass(frozen=True, slots=True)
class Wish:
    """The appointment asked for, in wall time of the branch.

    `colleague` is the reference of an advisor who must be free too; with `until` it is proposed
    only, and holds its time until then. `step_free` says that one who comes cannot climb steps;
    `letter` and `mail` are to be drafted once it is booked.
    """

    whom: Whom
    start: datetime
    minutes: int
    place: Place
    room: str | None
    colleague: str | None = None
    until: datetime | None = None
    reminder: ReminderWish | None = None
    step_free: bool = False
    letter: bool = False
    mail: bool = False


def minutes_label(count: int) -> str:
    """A length in minutes."""
    return ngettext("{count} minute", "{count} minutes", count).format(count=count)
