"""What only the agenda can do, for its menus, its keys, Ctrl+K and F1."""

from collections.abc import Callable
from typing import NamedTuple

from advisor_app.i18n import _
from advisor_app.ui.parts.actions import Action, Menu


class Ways(NamedTuple):
    """What the page does for each; `is_narrow` says whether one side hides the other."""

    step: Callable[[int], None]
    today: Callable[[], None]
    date: Callable[[], None]
    aside: Callable[[], None]
    is_narrow: Callable[[], bool]
    plan: Callable[[], None]


def actions(ways: Ways) -> tuple[Action, ...]:
    """The ways to other days, and a whole week at once."""
    view, group = Menu.VIEW, 1
    before = Action(
        _("Week or day before"),
        view,
        lambda: ways.step(-1),
        ("Alt+Up",),
        "chevron-left",
        group=group,
    )
    after = Action(
        _("Week or day after"),
        view,
        lambda: ways.step(1),
        ("Alt+Down",),
        "chevron-right",
        group=group,
    )
    aside = Action(
        _("Show the week, or who waits for a time"),
        view,
        ways.aside,
        (),
        "calendar-plus",
        ways.is_narrow,
        group=group,
    )
    return (
        before,
        after,
        Action(_("This week"), view, ways.today, ("Ctrl+T",), "calendar-days", group=group),
        Action(_("Go to a date"), view, ways.date, ("Ctrl+G",), "calendar", group=group),
        aside,
        Action(
            _("Plan a whole week…"),
            Menu.CLIENT,
            ways.plan,
            ("Ctrl+Shift+W",),
            "calendar-check",
            group=2,
        ),
    )
