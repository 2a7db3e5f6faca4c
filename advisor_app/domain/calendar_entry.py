"""An appointment as other calendars may see it: when and where, never why."""

from dataclasses import dataclass
from uuid import UUID

from advisor_app.domain.codes import AppointmentStatus
from advisor_app.domain.keys import Key
from advisor_app.domain.moments import Moment


@dataclass(frozen=True, slots=True)
class Addressee:
    """Somebody with an address; who has none by e-mail is known to calendars by `key`."""

    name: str
    email: str
    key: Key | None = None

    @property
    def uri(self) -> str:
        """The calendar address (RFC 5545, 3.3.3)."""
        if self.email or self.key is None:
            return f"mailto:{self.email}"
        return UUID(bytes=self.key).urn


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """One appointment for a calendar; `remind_minutes` before it begins the advisor gets ready.

    `uid` stays the same for ever, `sequence` grows with each change (RFC 5545, 3.8.4.7 and
    3.8.7.4). `location` is the branch's address; a client's home is told to no calendar. `invited`
    are asked to come; `along` are the bank's own who do.
    """

    uid: str
    sequence: int
    start: Moment
    end: Moment
    status: AppointmentStatus
    remind_minutes: int
    location: str | None = None
    organizer: Addressee | None = None
    invited: tuple[Addressee, ...] = ()
    along: tuple[Addressee, ...] = ()

    @property
    def is_shared(self) -> bool:
        """Whether it names anybody else."""
        return bool(self.invited or self.along)
