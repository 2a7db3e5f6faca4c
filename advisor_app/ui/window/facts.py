"""What the frame of the window shows of a store: who works here, how many clients, which day."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from advisor_app.domain.backups import LastBackup
from advisor_app.domain.codes import Language, Role
from advisor_app.domain.locking import IDLE_USUAL
from advisor_app.domain.organisation import Advisor
from advisor_app.i18n import _, ngettext
from advisor_app.i18n.formats import clock, plain_date
from advisor_app.ui.window.frame import FrameWords, packed, show_frame
from advisor_app.ui.window.shell import Shell

if TYPE_CHECKING:
    from advisor_app.bootstrap import Services


@dataclass(frozen=True, slots=True)
class WindowFacts:
    """`advisor` is None before the first choice, `imported` without any import of a bank's files.

    `lock_after` is in minutes.
    """

    today: date
    advisor: Advisor | None
    advisors: tuple[Advisor, ...]
    language: Language | None
    is_demonstration: bool
    lock_after: int = IDLE_USUAL
    written_later: datetime | None = None
    imported: date | None = None
    backup: LastBackup | None = None

    @property
    def who(self) -> tuple[str, str]:
        """The advisor's name and role."""
        if self.advisor is None:
            return ("", _("Nobody chosen yet"))
        manager = self.advisor.role is Role.MANAGER
        return (self.advisor.name, _("Branch manager") if manager else _("Advisor"))


def gather(services: "Services") -> WindowFacts:
    """Ask the store, on the worker."""
    return WindowFacts(
        today=services.today(),
        advisor=services.advisor,
        advisors=tuple(services.setup.advisors()),
        language=services.language,
        is_demonstration=services.setup.has_own_day(),
        lock_after=services.security.lock_after(),
        written_later=services.security.written_later(),
        imported=services.importing.last_day(),
        backup=services.backups.last(),
    )


def about_data(facts: WindowFacts) -> str:
    """What the line at the bottom says of the data."""
    day = plain_date(facts.today)
    if facts.is_demonstration:
        return _("Demonstration: an invented bank, on {day}").format(day=day)
    if facts.imported is not None:
        return _("Data of {day}").format(day=plain_date(facts.imported))
    return _("Today is {day}").format(day=day)


def about_backup(backup: LastBackup | None) -> str:
    """When the store was last copied; nothing before it ever was."""
    if backup is None:
        return ""
    if backup.is_today:
        return _("Backup made today at {time}").format(time=clock(backup.made_at.time()))
    return _("Backup made on {day}").format(day=plain_date(backup.made_at.date()))


def about_lock(minutes: int) -> str:
    """When the window locks by itself."""
    words = ngettext("Locks after {count} minute", "Locks after {count} min", minutes)
    return words.format(count=minutes)


def show_facts(shell: Shell, facts: WindowFacts) -> None:
    """Show who works here and what is known of the data."""
    show_frame(shell, frame_words(facts))


def frame_words(facts: WindowFacts) -> FrameWords:
    """What the frame says."""
    parts = (about_data(facts), about_backup(facts.backup), about_lock(facts.lock_after))
    return FrameWords(*facts.who, tuple(part for part in parts if part))


def keep_frame(services: "Services", facts: WindowFacts) -> None:
    """Keep what the frame says for the next start; on the worker."""
    mark = services.kept_pages.mark()
    services.kept_pages.keep_frame(mark, packed(frame_words(facts)))
