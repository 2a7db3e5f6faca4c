"""Backups that make themselves while one works, are thinned by age, and are put back when asked."""

import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from advisor_app.domain.backups import (
    REPLACED_DAYS,
    Backup,
    BackupState,
    LastBackup,
    is_outside_old,
    kept_by_age,
)
from advisor_app.domain.errors import NoStore, WrongPassphrase
from advisor_app.domain.trail import Deed
from advisor_app.services.daily_pass import begin_day
from advisor_app.services.desk import Desk
from advisor_app.storage import trail
from advisor_app.storage.backup import BESIDE, back_up, insist, put_back
from advisor_app.storage.cipher import derive_key, read_salt
from advisor_app.storage.migrations import bring_up_to_date
from advisor_app.storage.rekey import alone, change_key
from advisor_app.storage.settings import read_setting, write_setting
from advisor_app.storage.store import Store, plain_errors

_MADE = "backup made"
_OUTSIDE_AT = "backup_outside_at"
_STAMP = "%Y-%m-%dT%H-%M-%SZ"
_ENDING = ".store"
_REPLACED = (".before-restore*", ".before-[0-9][0-9][0-9][0-9]")


class Backups:
    """The copies of this store; `clock` is the real one, even where the store has its own day."""

    def __init__(self, desk: Desk, clock: Callable[[], datetime]) -> None:
        self._desk, self._clock = desk, clock
        self._copying = threading.Lock()

    @property
    def folder(self) -> Path:
        """Where they lie: beside the store."""
        path = self._desk.store.path
        return path.with_name(f"{path.name}.backups")

    def make(self) -> str | None:
        """Make one and thin out the older ones; None where nothing was done since the last.

        Raises StoreUnusable where there is no room; what was there stays.
        """
        with self._copying:
            if not self.is_due():
                return None
            name = self._copy()
        self.keep(name)
        return name

    def is_due(self) -> bool:
        """Whether anything was done since the last one."""
        with self._desk.reading() as transaction:
            return trail.last_action(transaction) != _MADE or not self._names()

    def copy(self) -> str:
        """Only copy the store, on a thread of its own: others read and write meanwhile.

        Its name is returned, for `keep`.
        """
        with self._copying:
            return self._copy()

    def keep(self, name: str) -> None:
        """Put a copy on the trail, and thin out the older ones."""
        self._record("automatic", name)
        self._thin(self._clock())

    def _copy(self) -> str:
        with plain_errors(self.folder):
            self.folder.mkdir(mode=0o700, exist_ok=True)
        target = self.folder / f"{self._clock().astimezone(UTC):{_STAMP}}{_ENDING}"
        if not target.exists():
            back_up(self._desk.store, target)
        return target.name

    def write(self, target: Path) -> None:
        """Copy the store to a place of one's own; another drive counts as outside the computer.

        Raises StoreExists if something stands there, StoreUnusable if it cannot be written.
        """
        back_up(self._desk.store, target)
        if is_elsewhere(target, self._desk.store.path):
            with self._desk.writing() as transaction:
                write_setting(transaction, _OUTSIDE_AT, self._clock().isoformat())
        self._record("by hand")

    def state(self) -> BackupState:
        """What there is, and whether to remind of a copy outside the computer."""
        with self._desk.reading() as transaction:
            kept = read_setting(transaction, _OUTSIDE_AT)
            first = trail.first_moment(transaction)
        outside = datetime.fromisoformat(kept) if kept else None
        found = tuple(self._backup(name) for name in sorted(self._names(), reverse=True))
        remind = is_outside_old(outside, first, self._clock())
        return BackupState(str(self.folder), found, outside, remind)

    def last(self) -> LastBackup | None:
        """The newest one; None before the first."""
        moments = [moment for name in self._names() if (moment := _moment(name))]
        if not moments:
            return None
        made_at, now = max(moments).astimezone(), self._clock().astimezone()
        return LastBackup(made_at, made_at.date() == now.date())

    def restore(self, name: str, passphrase: str | None = None) -> str:
        """Put one back while the store stays open; where what it replaced is kept is returned.

        `passphrase` is that of the backup's day, where it has changed since; the one of today
        opens what is put back. Raises NoStore where the backup is gone, WrongPassphrase where it
        does not open the backup, NewerStore where a later program made it, StoreLocked while
        another program has the store open.
        """
        store, backup = self._desk.store, self.folder / name
        if not backup.is_file():
            raise NoStore(str(backup))
        with plain_errors(backup):
            same = read_salt(backup) == store.key.salt
        if same:
            return self._put(backup, name)
        if passphrase is None:
            raise WrongPassphrase(str(backup))
        with renewed(backup, passphrase, store) as copy:
            return self._put(copy, name)

    def _put(self, backup: Path, name: str) -> str:
        store = self._desk.store
        insist(backup, store.key)
        store.engine.dispose()
        with alone(store.path, store.key):
            pass
        kept = put_back(backup, store.path)
        bring_up_to_date(store.engine, store.path)
        with self._desk.writing() as transaction:
            self._desk.record(transaction, Deed("backup restored", subject=name))
        begin_day(self._desk)
        return str(kept)

    def _record(self, how: str, name: str | None = None) -> None:
        with self._desk.writing() as transaction:
            self._desk.record(transaction, Deed(_MADE, subject=name, why=how))

    def _names(self) -> list[str]:
        return [path.name for path in self.folder.glob(f"*{_ENDING}") if _moment(path.name)]

    def _backup(self, name: str) -> Backup:
        path = self.folder / name
        made_at = _moment(name) or datetime.min.replace(tzinfo=UTC)
        same = read_salt(path) == self._desk.store.key.salt
        return Backup(name, made_at, path.stat().st_size, same)

    def _thin(self, now: datetime) -> None:
        moments = {moment: name for name in self._names() if (moment := _moment(name))}
        for moment in moments.keys() - kept_by_age(moments, now):
            (self.folder / moments[moment]).unlink(missing_ok=True)
        for replaced in self._replaced():
            if now - _kept_since(replaced) > timedelta(days=REPLACED_DAYS):
                replaced.unlink(missing_ok=True)

    def _replaced(self) -> list[Path]:
        """What a restore, or a new version's migration, kept beside the store."""
        path = self._desk.store.path
        return [one for ending in _REPLACED for one in path.parent.glob(f"{path.name}{ending}")]


@contextmanager
def renewed(backup: Path, passphrase: str, store: Store) -> Iterator[Path]:
    """A copy of a backup that the present key opens, beside the store; gone afterwards.

    Raises WrongPassphrase where the passphrase of its day is another one, NewerStore.
    """
    copy = store.path.with_name(f"{store.path.name}.renewed")
    old = derive_key(passphrase, read_salt(backup))
    try:
        with plain_errors(copy):
            shutil.copy2(backup, copy)
            insist(copy, old)
            change_key(copy, old, store.key)
        yield copy
    finally:
        old.wipe()
        for leftover in (copy, *(copy.with_name(copy.name + end) for end in BESIDE)):
            leftover.unlink(missing_ok=True)
        for leftover in copy.parent.glob(f"{copy.name}.before-*"):
            leftover.unlink(missing_ok=True)


def is_elsewhere(target: Path, store: Path) -> bool:
    """Whether two files lie on different drives."""
    return target.stat().st_dev != store.stat().st_dev


def _kept_since(path: Path) -> datetime:
    """When a file came to stand where it stands; its content may be older."""
    told = path.stat()
    return datetime.fromtimestamp(max(told.st_ctime, told.st_mtime), UTC)


def _moment(name: str) -> datetime | None:
    """When a backup was made, by its name; None for files of somebody else."""
    try:
        return datetime.strptime(name.removesuffix(_ENDING), _STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None
