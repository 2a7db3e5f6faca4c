"""A worker that is held or fails, and what the lists of a window show meanwhile."""

import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLabel, QWidget
from window_walk import place_of, settle

from advisor_app.domain.errors import StoreUnusable
from advisor_app.ui import tasks
from advisor_app.ui.parts.page import Page
from advisor_app.ui.parts.states import Stage
from advisor_app.ui.parts.week import WeekView

Deed = Callable[[], object]


class Held:
    """Holds the worker at one job until it is let go; what is asked meanwhile waits behind it."""

    def __init__(self, run: Callable[..., None], owner: Any) -> None:
        self._reached, self._go = threading.Event(), threading.Event()
        run(owner, self._hold, lambda _nothing: None)

    def let_go(self) -> None:
        """Let the worker go on."""
        self._go.set()

    def _hold(self, _services: object) -> None:
        self._reached.set()
        self._go.wait()


class Failing:
    """Lets every job of the worker fail while it is on."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.on = False
        works = tasks._outcome

        def outcome(job: Any, services: Any) -> tasks.Outcome:
            if not self.on:
                return works(job, services)
            return tasks.Outcome(job, None, StoreUnusable("store", "no room"))

        monkeypatch.setattr(tasks, "_outcome", outcome)


def waiting(root: QWidget) -> list[Stage]:
    """The lists that show, or that would as soon as they are slow, and were asked for."""
    return [one for one in root.findChildren(Stage) if one._timer.isActive() and is_there(one)]


def shown(root: QWidget) -> list[Stage]:
    """The lists that show."""
    return [one for one in root.findChildren(Stage) if one.isVisible()]


def is_there(stage: Stage) -> bool:
    """Whether a list shows now; one that comes only when it is slow is shown by being slow."""
    stage._timer.timeout.emit()
    return stage.isVisible()


def live(opened: Any, root: QWidget, where: str, ask: Deed) -> list[str]:
    """What is wrong with the lists that a deed asks for: slow, stopped, asked for again."""
    held = Held(opened.desktop._ask, opened.shell)
    opened.until(held._reached.is_set)
    ask()
    opened.qtbot.wait(1)
    lists = waiting(root)
    faults = [] if lists else [f"{where}: no list waits"]
    faults += [fault for one in lists for fault in slow(where, one)]
    faults += [fault for one in lists for fault in stopped(where, one)]
    held.let_go()
    settle(opened)
    faults += [
        f"{where}: {place_of(one)} came though it was stopped" for one in lists if one_came(one)
    ]
    return [*faults, *again(opened, where, lists)]


def slow(where: str, stage: Stage) -> Iterator[str]:
    """What is wrong with a list that waits: the bars, then the way to stop."""
    if not stage._skeleton.isVisible():
        yield f"{where}: {place_of(stage)} shows no bars"
    stage._long.timeout.emit()
    if not stage._slow.stop.isVisible():
        yield f"{where}: {place_of(stage)} offers no way to stop"


def stopped(where: str, stage: Stage) -> Iterator[str]:
    """What is wrong with a list that is stopped; one that is read with others stops with them."""
    if stage._slow.isVisible():
        stage._slow.stop.click()
    if not stage._error.isVisible() or "Stopped" not in said(stage):
        yield f"{where}: {place_of(stage)} does not say that it was stopped"


def one_came(stage: Stage) -> bool:
    return not stage._error.isVisible() or "Stopped" not in said(stage)


def again(opened: Any, where: str, lists: list[Stage]) -> Iterator[str]:
    """Ask for each list again, by its own button; what is wrong with it then."""
    for one in lists:
        if "_error" in vars(one) and one._error.isVisible():
            one._error.button.click()
            settle(opened)
    for one in lists:
        if one._layout.currentWidget() not in {one._content, one._empty}:
            yield f"{where}: {place_of(one)} does not come when it is asked for again"


def failing(opened: Any, root: QWidget, where: str, ask: Deed, fails: Failing) -> list[str]:
    """What is wrong with the lists that a deed asks for in vain."""
    held = Held(opened.desktop._ask, opened.shell)
    opened.until(held._reached.is_set)
    ask()
    opened.qtbot.wait(1)
    lists = waiting(root)
    fails.on = True
    held.let_go()
    settled_in_vain(opened)
    fails.on = False
    silent = [one for one in lists if not one._error.button.isVisible()]
    faults = [f"{where}: {place_of(one)} does not say that it failed" for one in silent]
    return [*faults, *again(opened, where, lists)]


def settled_in_vain(opened: Any) -> None:
    """Wait until the worker has failed at all that was asked."""
    failed: list[Exception] = []
    opened.desktop._ask(opened.shell, lambda _services: None, lambda _nothing: None, failed.append)
    opened.until(lambda: failed)
    opened.qtbot.wait(1)


def said(root: QWidget) -> str:
    return "\n".join(one.text() for one in root.findChildren(QLabel) if one.isVisible())


def texts(root: QWidget) -> dict[QWidget, str]:
    """What labels and buttons say that show."""
    found = [*root.findChildren(QLabel), *root.findChildren(QAbstractButton)]
    return {one: one.text() for one in found if one.isVisible() and one.text()}


def loose(root: QWidget, before: dict[QWidget, str], known: tuple[type[QWidget], ...]) -> list[str]:
    """What came with the worker's answer and stands in no list that waits, nor in what is `known`.

    The title and the line below it stand on the page itself.
    """
    told = set(before.values())
    came = [one for one, words in texts(root).items() if words not in told]
    came += [one for one in root.findChildren(QAbstractItemView) if one.isVisible()]
    came += [one for one in root.findChildren(WeekView) if one.isVisible()]
    return [
        f"{place_of(one)} {words_of(one)!r}"
        for one in came
        if not stands_in(one, (Stage, *known)) and not isinstance(one.parentWidget(), Page)
    ]


def words_of(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""


def stands_in(widget: QWidget, kinds: tuple[type[QWidget], ...]) -> bool:
    here: QWidget | None = widget
    while here is not None and not isinstance(here, kinds):
        here = here.parentWidget()
    return here is not None
