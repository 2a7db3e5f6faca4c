"""What protects the store while somebody works with it."""

from advisor_app.domain.locking import IDLE_CHOICES, idle_minutes
from advisor_app.domain.trail import Deed
from advisor_app.services.desk import Desk
from advisor_app.storage.settings import read_setting, write_setting

_LOCK_AFTER = "lock_after_minutes"


class Security:
    """When the window locks by itself."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def lock_after(self) -> int:
        """After how many minutes without activity."""
        with self._desk.reading() as transaction:
            return idle_minutes(read_setting(transaction, _LOCK_AFTER))

    def choose_lock_after(self, minutes: int) -> None:
        """Lock after so many minutes, one of those offered; ValueError otherwise."""
        if minutes not in IDLE_CHOICES:
            raise ValueError(minutes)
        with self._desk.writing() as transaction:
            write_setting(transaction, _LOCK_AFTER, str(minutes))
            self._desk.record(transaction, Deed("lock changed", subject=str(minutes)))
