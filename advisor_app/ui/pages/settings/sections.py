"""What stands in the list at the left of the settings: one line a pane."""

from collections.abc import Callable
from dataclasses import dataclass

from advisor_app.i18n import _
from advisor_app.ui.changes import Changes
from advisor_app.ui.pages.settings.about import AboutPane
from advisor_app.ui.pages.settings.appearance import AppearancePane
from advisor_app.ui.pages.settings.backups import BackupsPane
from advisor_app.ui.pages.settings.calendars import CalendarsPane
from advisor_app.ui.pages.settings.hours import HoursPane
from advisor_app.ui.pages.settings.imports import ImportsPane
from advisor_app.ui.pages.settings.pane import Pane
from advisor_app.ui.pages.settings.rules import RulesPane
from advisor_app.ui.pages.settings.security import SecurityPane
from advisor_app.ui.parts.page import Ask
from advisor_app.ui.parts.requests import Requests


@dataclass(frozen=True, slots=True)
class Section:
    """A pane: its name in the code, its label and icon, and what makes it when it first shows."""

    name: str
    label: str
    icon: str
    make: Callable[[Ask, Changes, Requests], Pane]


def sections() -> tuple[Section, ...]:
    """The panes, in order."""
    return (
        Section("rules", _("Rules of signals"), "sliders-horizontal", RulesPane),
        Section("hours", _("Hours and days away"), "clock", HoursPane),
        Section("calendars", _("Calendar"), "calendar-days", CalendarsPane),
        Section("appearance", _("Appearance and language"), "monitor", AppearancePane),
        Section("imports", _("The bank's files"), "upload", ImportsPane),
        Section("security", _("Security"), "lock", SecurityPane),
        Section("backups", _("Backups"), "database", BackupsPane),
        Section("about", _("About"), "info", AboutPane),
    )
