"""What protects the store while somebody works with it."""

from datetime import datetime, timedelta

from advisor_app.domain.locking import IDLE_CHOICES, idle_minutes
from advisor_app.domain.trail import Deed
from advisor_app.services.desk import Desk
from advisor_app.storage import trail
from advisor_app.storage.setting_names import LIVES_AT
from advisor_app.storage.settings import read_setting, write_setting

_TOLERANCE = timedelta(hours=1)
_LOCK_AFTER = "lock_after_minutes"


class Security:
    """When the window locks by itself."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def lock_after(self) -> int:
        """After how many minutes without activity."""
        with self._desk.reading() as transaction:
            return idle_minutes(read_setting(transaction, _LOCK_AFTER))

    def written_later(self) -> datetime | None:
        """When something was written that lies ahead of the clock; None where the clock is right.

        The trail is stamped by the clock, so a later entry means that it was set back. Not asked
        of a store that lives at a day of its own.
        """
        now = self._desk.now()
        with self._desk.reading() as transaction:
            if read_setting(transaction, LIVES_AT) is not None:
                return None
            last = trail.last_moment(transaction)
        return None if last is None or last - now < _TOLERANCE else last.astimezone(now.tzinfo)

    def choose_lock_after(self, minutes: int) -> None:
        """Lock after so many minutes, one of those offered; ValueError otherwise."""
        if minutes not in IDLE_CHOICES:
            raise ValueError(minutes)
        with self._desk.writing() as transaction:
            write_setting(transaction, _LOCK_AFTER, str(minutes))
            self._desk.record(transaction, Deed("lock changed", subject=str(minutes)))
