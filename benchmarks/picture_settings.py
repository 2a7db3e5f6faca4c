"""The scenes of the pictures in the settings: a rule that changes, and every question."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from advisor_app.ui.pages.settings.sections import sections
from advisor_app.ui.parts.requests import SettingsAt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from picture_stage import Named, Stage


def scenes() -> Iterator[Named]:
    """Every scene, with its name."""
    for section in sections():
        yield f"settings-{section.name}", partial(_pane, section.name)
    yield (
        "settings-rules-changed",
        lambda stage: _pane("rules", stage)._edit("online_only_months", 24),
    )
    yield "ask-reason", _reason
    for place, name in enumerate(("dated_hours", "absence", "room")):
        yield f"ask-{name}", partial(_add_to_plan, place)
    yield "ask-calendar_account", lambda stage: _pane("calendars", stage).main_action()
    yield "ask-calendar_password", _calendar_password
    yield "ask-change", lambda stage: _pane("security", stage)._ask_change()
    yield "ask-prove", lambda stage: _pane("security", stage)._ask_code()
    yield "ask-code", _code
    yield "ask-restore", _restore


def _pane(name: str, stage: Stage) -> Any:
    return stage.go("settings", SettingsAt(name))._pane(name)


def _add_to_plan(place: int, stage: Stage) -> None:
    _card, edits = _pane("hours", stage)._listed[place]
    edits.add()


def _reason(stage: Stage) -> None:
    pane = _pane("rules", stage)
    pane._edit("online_only_months", 24)
    pane.main_action()


def _calendar_password(stage: Stage) -> None:
    from advisor_app.ui.dialogs.calendar_account import CalendarPasswordDialog

    _pane("calendars", stage)
    CalendarPasswordDialog(stage.shell, "claire.morel", lambda _word: None).open()


def _code(stage: Stage) -> None:
    from advisor_app.ui.dialogs.recovery import CodeDialog

    _pane("security", stage)
    CodeDialog(stage.shell, "4KXT-9WQM-2PJC-7HRN-V8DZ-3FYB", stage.today).open()


def _restore(stage: Stage) -> None:
    from advisor_app.ui.dialogs.restore import RestoreDialog

    _pane("backups", stage)
    RestoreDialog(stage.shell, "…", lambda _dialog, _former: None, other_passphrase=True).open()
