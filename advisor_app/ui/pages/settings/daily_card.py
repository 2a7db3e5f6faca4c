"""The day's list and the small attentions: how many, how much; for the whole bank, at once."""

from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Any

from advisor_app.domain.errors import TeteATeteError
from advisor_app.domain.suggestions.daily_rules import DRAWN_PERCENTS, LENGTHS, DailyRules
from advisor_app.i18n import _
from advisor_app.i18n.formats import money
from advisor_app.i18n.wording import sentence
from advisor_app.i18n.working_plan_words import drawn_places, suggestions_a_day
from advisor_app.ui.changes import Changes, Topic
from advisor_app.ui.pages.settings.pane import SettingRow, SettingsCard
from advisor_app.ui.parts.fields import Choice
from advisor_app.ui.parts.page import Ask
from advisor_app.ui.parts.requests import Requests

if TYPE_CHECKING:
    from collections.abc import Callable

    from advisor_app.bootstrap import Services

    Work = Callable[[Services], Any]

# DOMAIN.md, section 6: banks cap gifts at 30 to 75 euros a person and year.
_CEILINGS = tuple(Decimal(one) for one in (0, 20, 30, 40, 50, 60, 75, 100, 150))


@dataclass(frozen=True, slots=True)
class Kept:
    """What holds now."""

    rules: DailyRules
    ceiling: Decimal


class DailyCard(SettingsCard):
    """Three choices, each kept as soon as it is made, and taken back at will."""

    def __init__(self, ask: Ask, changes: Changes, requests: Requests) -> None:
        super().__init__(_("Each day"))
        self._ask, self._changes, self._requests = ask, changes, requests
        self._kept: Kept | None = None
        self.length = Choice([(suggestions_a_day(one), one) for one in LENGTHS])
        self.drawn = Choice([(drawn_places(one), one) for one in DRAWN_PERCENTS])
        self.ceiling = Choice([(money(one), f"{one:f}") for one in _CEILINGS])
        self.length.activated.connect(self._choose_length)
        self.drawn.activated.connect(self._choose_drawn)
        self.ceiling.activated.connect(self._choose_ceiling)
        told = _("For the whole bank; beyond that the list becomes noise")
        self.add_row(SettingRow(_("Suggestions a day, at most"), told, self.length))
        told = _("Places that go to somebody outside the usual circle, drawn by lot")
        self.add_row(SettingRow(_("So that nobody is forgotten"), told, self.drawn))
        told = _("For one person and calendar year; above it somebody must agree")
        self.add_row(SettingRow(_("Small attentions, at most"), told, self.ceiling))

    def show_kept(self, kept: Kept) -> None:
        """Show what holds now."""
        self._kept = kept
        self.length.choose(kept.rules.length)
        self.drawn.choose(kept.rules.drawn_percent)
        ceiling = f"{kept.ceiling:f}"
        if self.ceiling.findData(ceiling) < 0:
            self.ceiling.addItem(money(kept.ceiling), ceiling)
        self.ceiling.choose(ceiling)

    def _choose_length(self, _index: int) -> None:
        if self._kept is not None:
            before, after = self._kept.rules.length, int(str(self.length.value()))
            said = _("The length of the day's list is kept.")
            self._keep(partial(_keep_length, after), said, partial(_keep_length, before))

    def _choose_drawn(self, _index: int) -> None:
        if self._kept is not None:
            before, after = self._kept.rules.drawn_percent, int(str(self.drawn.value()))
            said = _("The share of drawn places is kept.")
            self._keep(partial(_keep_drawn, after), said, partial(_keep_drawn, before))

    def _choose_ceiling(self, _index: int) -> None:
        if self._kept is not None:
            before, after = self._kept.ceiling, Decimal(str(self.ceiling.value()))
            said = _("The ceiling of small attentions is kept.")
            self._keep(partial(_keep_ceiling, after), said, partial(_keep_ceiling, before))

    def _keep(self, work: "Work", said: str, undo: "Work | None" = None) -> None:
        back = partial(self._keep, undo, _("Taken back.")) if undo is not None else None

        def done(_nothing: object) -> None:
            self._requests.say(said, back)
            self._changes.tell(Topic.SUGGESTIONS, Topic.CLIENTS)

        self._ask(self, work, done, self._refused)

    def _refused(self, error: Exception) -> None:
        if isinstance(error, TeteATeteError):
            self._requests.refused.emit(sentence(error))
        else:
            self._requests.bug.emit(error)


def gather_daily(services: "Services") -> Kept:
    """What holds now, asked on the worker."""
    return Kept(services.daily_lists.rules(), services.attentions.ceiling())


def _keep_length(length: int, services: "Services") -> None:
    services.daily_lists.choose_length(length)


def _keep_drawn(percent: int, services: "Services") -> None:
    services.daily_lists.choose_drawn(percent)


def _keep_ceiling(amount: Decimal, services: "Services") -> None:
    services.attentions.set_ceiling(amount)
