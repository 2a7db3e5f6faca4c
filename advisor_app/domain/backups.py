"""Which backups are kept, by age, and when one outside the computer is wanted again."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

INTERVAL_MINUTES = 30
# All of the last hours of work, then one a day, one a week, one a month.
LATEST = 4
DAYS = 14
WEEKS = 8
MONTHS = 12
OUTSIDE_DAYS = 14
# What a restore or a new version of the program replaced is kept as long as an import's copy.
REPLACED_DAYS = 30


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy of the store: its file's name, when it was made, its size in bytes.

    `same_passphrase` says whether the passphrase of today opens it.
    """

    name: str
    made_at: datetime
    size: int
    same_passphrase: bool


@dataclass(frozen=True, slots=True)
class BackupState:
    """The backups beside the store, newest first, and when one was last put elsewhere."""

    folder: str
    backups: tuple[Backup, ...]
    outside_at: datetime | None
    remind: bool


@dataclass(frozen=True, slots=True)
class LastBackup:
    """When the newest backup was made, in this computer's zone, and whether that is today."""

    made_at: datetime
    is_today: bool


def kept_by_age(moments: Iterable[datetime], now: datetime) -> set[datetime]:
    """Which backups stay: the latest, and the newest of each day, week and month long enough."""
    newest_first = sorted(moments, reverse=True)
    kept = set(newest_first[:LATEST])
    for name, most in (("%Y-%j", DAYS), ("%G-%V", WEEKS), ("%Y-%m", MONTHS)):
        seen: dict[str, datetime] = {}
        for moment in newest_first:
            seen.setdefault(moment.strftime(name), moment)
        kept.update(list(seen.values())[:most])
    # A clock that was wrong for a while must not cost a backup.
    return kept | {moment for moment in newest_first if moment > now}


def is_outside_old(outside_at: datetime | None, first: datetime | None, now: datetime) -> bool:
    """Whether to remind: the last copy outside is old, or the first day here is and none exists."""
    since = outside_at or first
    return since is not None and now - since > timedelta(days=OUTSIDE_DAYS)
