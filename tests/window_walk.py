"""Visits every page and every question of a window, for tests that look at all of them."""

from collections.abc import Callable, Iterator
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QStackedLayout,
    QWidget,
)

from advisor_app.ui.pages.settings.sections import sections
from advisor_app.ui.parts.requests import SettingsAt
from advisor_app.ui.parts.states import Stage
from advisor_app.ui.window.nav_button import places
from advisor_app.ui.window.routes import Route

_ROUNDS = 4
# What the window asks of whom it is about, and what pages ask by themselves.
OF_PAGES = ("plan_week", "connect_calendar", "report", "event_invitation")
# What the page of the sheets offers beside the day's, by its icon.
_PAPERS = {"report": "building-2", "event_invitation": "ticket"}
QUESTIONS = ("propose", "note_contact", "write_up", "later", "dismiss", *OF_PAGES)


def settle(opened: Any) -> None:
    """Wait until the worker has answered all that the window asked, and what followed of it."""
    answered: list[None] = []
    for round_number in range(1, _ROUNDS + 1):
        opened.desktop._ask(opened.shell, lambda _services: None, answered.append)
        opened.until(lambda wanted=round_number: len(answered) == wanted)
    opened.qtbot.wait(1)


def at_work(opened: Any) -> Any:
    """The window once the first page shows whom to meet."""
    from advisor_app.ui.window.desktop import Desktop

    opened.until(lambda: opened.find(Desktop) is not None)
    settle(opened)
    assert opened.desktop.page().whom() is not None
    return opened


def visited(opened: Any) -> Iterator[tuple[str, QWidget]]:
    """Each page in turn, loaded and in front: those of the rail, one client's, the settings'."""
    whom = opened.desktop.page().whom()
    routes = {place.name: Route(place.name) for place in places()}
    routes["client"] = Route("client", whom.key)
    for section in sections():
        routes[f"settings, {section.name}"] = Route("settings", SettingsAt(section.name))
    for name, route in routes.items():
        opened.desktop.go(route)
        settle(opened)
        # Nothing would be found wrong with a page that shows nothing.
        assert not list(blank_stages(opened.shell)), name
        yield name, opened.shell


def blank_stages(root: QWidget) -> Iterator[Stage]:
    """What shows neither its content nor why there is none."""
    for stage in root.findChildren(Stage):
        layout = stage.layout()
        assert isinstance(layout, QStackedLayout)
        if stage.isVisibleTo(root) and not layout.currentWidget().children():
            yield stage


def asked(opened: Any, question: str) -> QWidget:
    """The dialog of a question about the client in front."""
    from PySide6.QtWidgets import QDialog

    before = set(opened.shell.findChildren(QDialog))
    if question == "plan_week":
        opened.desktop.go(Route("agenda"))
        settle(opened)
        opened.desktop.page().plan_week()
    elif question == "connect_calendar":
        opened.desktop.go(Route("settings", SettingsAt("calendars")))
        settle(opened)
        opened.desktop.page().main_action()
    elif question in _PAPERS:
        opened.desktop.go(Route("sheets"))
        settle(opened)
        offered = opened.desktop.page().page_actions()
        next(one for one in offered if one.icon == _PAPERS[question]).deed()
    else:
        about = past_meeting(opened) if question == "write_up" else (opened.desktop.page().whom(),)
        getattr(opened.desktop._requests, question).emit(*about)
    settle(opened)
    (dialog,) = set(opened.shell.findChildren(QDialog)) - before
    assert isinstance(dialog, QWidget)
    assert not list(blank_stages(dialog)), question
    return dialog


def past_meeting(opened: Any) -> tuple[str, Any]:
    """An appointment of today that is over and has no outcome, and the household that it was with."""
    from advisor_app.ui.pages.today.wording import visit_whom

    opened.until(lambda: opened.desktop.page().answers.day is not None)
    today = opened.desktop.page().answers.day.today
    past = next(one for one in today.appointments if one.end <= today.now)
    return past.ref, visit_whom(past)


def controls(root: QWidget) -> Iterator[QWidget]:
    """What can be reached or pressed and shows now; Qt's own innards of a control are left out."""
    for widget in root.findChildren(QWidget):
        reached = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        pressed = isinstance(widget, QAbstractButton)
        if widget.isVisibleTo(root.window()) and (reached or pressed) and not _inner(widget):
            yield widget


def _inner(widget: QWidget) -> bool:
    around = widget.parentWidget()
    return widget.objectName().startswith("qt_") or isinstance(
        around, QLineEdit | QComboBox | QAbstractSpinBox
    )


def only_by_mouse(root: QWidget) -> Iterator[QWidget]:
    """What shows the hand that presses, and yet cannot be reached by keyboard."""
    for widget in root.findChildren(QWidget):
        hand = (
            widget.testAttribute(Qt.WidgetAttribute.WA_SetCursor)
            and widget.cursor().shape() is Qt.CursorShape.PointingHandCursor
        )
        shows = widget.isVisibleTo(root.window()) and widget.isEnabled()
        if hand and shows and widget.focusPolicy() is Qt.FocusPolicy.NoFocus:
            yield widget


def place_of(widget: QWidget) -> str:
    """Where a widget is: its class and its parents' classes, for whoever must mend it."""
    names: list[str] = []
    here: QWidget | None = widget
    while here is not None and len(names) < 5:
        names.append(type(here).__name__)
        here = here.parentWidget()
    return " < ".join(names)


NAMELESS = {QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Border}


def faults(where: str, root: QWidget) -> Iterator[str]:
    """What a screen reader could not say of the controls that show."""
    for widget in controls(root):
        told = QAccessible.queryAccessibleInterface(widget)
        name = told.text(QAccessible.Text.Name).strip()
        about = told.text(QAccessible.Text.Description).strip()
        lacking = [
            what
            for what, there in (
                ("a name (setAccessibleName, or the text)", name),
                (
                    "a role (inherit a Qt control, not QWidget or QFrame)",
                    told.role() not in NAMELESS,
                ),
                ("a description (setAccessibleDescription, a tooltip, or a named card)", about),
            )
            if not there
        ]
        if lacking:
            yield f"{where}: {place_of(widget)} {name!r} lacks {' and '.join(lacking)}"


Window = Callable[[str | None], Any]
