"""Keeping a store sound: check, backup, restore."""

from dataclasses import dataclass
from pathlib import Path

from advisor_app.domain.trail import BrokenChain, Deed
from advisor_app.services.desk import Desk
from advisor_app.storage import facts, trail
from advisor_app.storage.backup import back_up, damage, insist, put_back
from advisor_app.storage.facts import Difference
from advisor_app.storage.store import key_of


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What a check found; the store is sound when nothing stands here."""

    damage: tuple[str, ...]
    broken_chain: BrokenChain | None
    entries: int
    differences: tuple[Difference, ...] = ()

    @property
    def sound(self) -> bool:
        """Whether the file, the facts and the trail are as they should be."""
        return not (self.damage or self.broken_chain or self.differences)


class Upkeep:
    """Check and backup of the open store."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def check(self) -> CheckReport:
        """Verify the file, the trail's chain, and the facts against the raw tables."""
        with self._desk.reading() as transaction:
            return CheckReport(
                damage=tuple(damage(transaction)),
                broken_chain=trail.verify(transaction),
                entries=trail.count_entries(transaction),
                differences=tuple(facts.differences(transaction)),
            )

    def repair(self) -> None:
        """Recompute everybody's facts."""
        with self._desk.writing() as transaction:
            facts.recompute(transaction, None)
            self._desk.record(transaction, Deed("facts mended"))

    def backup(self, target: Path) -> None:
        """Copy the store as it is now, encrypted with the same passphrase; StoreExists if taken."""
        back_up(self._desk.store, target)
        with self._desk.writing() as transaction:
            self._desk.record(transaction, Deed("backup made"))


def restore(backup: Path, path: Path, passphrase: str) -> Path:
    """Put a backup in a closed store's place, once the passphrase is known to open it.

    The file that it replaces is kept beside it, and its place is returned. Raises NoStore,
    WrongPassphrase, NewerStore where a later program made the backup, or StoreLocked while another
    program has the store open.
    """
    key = key_of(backup, passphrase)
    insist(backup, key)
    key.wipe()
    return put_back(backup, path)
