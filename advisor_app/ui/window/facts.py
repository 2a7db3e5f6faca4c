"""What the frame of the window shows of a store: who works here, how many clients, which day."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from advisor_app.domain.codes import Language, Role
from advisor_app.domain.locking import IDLE_USUAL
from advisor_app.domain.organisation import Advisor
from advisor_app.i18n import _
from advisor_app.i18n.formats import plain_date
from advisor_app.ui.window.frame import FrameWords, packed, show_frame
from advisor_app.ui.window.shell import Shell

if TYPE_CHECKING:
    from advisor_app.bootstrap import Services


@dataclass(frozen=True, slots=True)
class WindowFacts:
    """`advisor` is None before the first choice; `lives_at` where the store has its own day."""

    today: date
    advisor: Advisor | None
    advisors: tuple[Advisor, ...]
    language: Language | None
    is_demonstration: bool
    lock_after: int = IDLE_USUAL
    written_later: datetime | None = None

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
    )


def about_data(facts: WindowFacts) -> str:
    """What the line at the bottom says of the data."""
    day = plain_date(facts.today)
    if facts.is_demonstration:
        return _("Demonstration: an invented bank, on {day}").format(day=day)
    return _("Today is {day}").format(day=day)


def show_facts(shell: Shell, facts: WindowFacts) -> None:
    """Show who works here and what is known of the data."""
    show_frame(shell, frame_words(facts))


def frame_words(facts: WindowFacts) -> FrameWords:
    """What the frame says."""
    return FrameWords(*facts.who, about_data(facts))


def keep_frame(services: "Services", facts: WindowFacts) -> None:
    """Keep what the frame says for the next start; on the worker."""
    mark = services.kept_pages.mark()
    services.kept_pages.keep_frame(mark, packed(frame_words(facts)))
