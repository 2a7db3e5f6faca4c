"""What every page is: a widget with a name, that loads when it is shown or told to."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QWidget

from advisor_app.domain.keys import Key
from advisor_app.ui.changes import Changes, Topic
from advisor_app.ui.parts.actions import Action
from advisor_app.ui.parts.requests import About, Requests, Whom
from advisor_app.ui.theme import sizes

if TYPE_CHECKING:
    from advisor_app.bootstrap import Services
    from advisor_app.ui.tasks import Asked

T = TypeVar("T")


class Ask(Protocol):
    """`Tasks.run`, as pages see it."""

    def __call__(
        self,
        owner: QObject,
        work: "Callable[[Services], T]",
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> "Asked":
        """Do `work` on the worker and `done` here."""


class Page(QWidget):
    """A page of the window; `topics` are the changes after which it loads again."""

    titled = Signal(str)
    topics: frozenset[Topic] = frozenset()
    # How far from the window's edge it begins, where the window is not small.
    margin = sizes.PAGE

    def __init__(self, ask: Ask, changes: Changes, requests: Requests) -> None:
        super().__init__()
        self.ask, self.changes, self.requests = ask, changes, requests
        self._stale = True
        self._edged: list[tuple[QLayout, int, int]] = []
        changes.watch(self.topics, self._hear)

    @property
    def edge(self) -> int:
        """How far from the window's edge it begins now: the bar above stands in line with it."""
        return sizes.XL if self.window().width() < sizes.NARROW else self.margin

    def keep_edge(self, layout: QLayout, left: int = 0, right: int = 0) -> None:
        """Let a layout begin and end at the edge, so many pixels further out on either side."""
        self._edged.append((layout, left, right))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand nearer to the edge of a small window."""
        super().resizeEvent(event)
        for layout, left, right in self._edged:
            around = layout.contentsMargins()
            layout.setContentsMargins(
                self.edge - left, around.top(), self.edge - right, around.bottom()
            )

    def come_forward(self) -> None:
        """The page shows: load what is not loaded, or no longer true."""
        if self._stale:
            self._stale = False
            self.reload()

    def show_about(self, _about: About) -> None:
        """The page shows, and what it is to be about, where it can be about something."""
        self.come_forward()

    def about(self) -> About:
        """What the page is about now, where it moved on by itself since it was asked."""
        return None

    def take_focus(self) -> None:
        """Give the keyboard to what the page lists: the page came forward and nothing has it."""

    def narrow(self) -> None:
        """Go to the field that narrows the page: Ctrl+F."""

    def reload(self) -> None:
        """Ask for what the page shows."""
        raise NotImplementedError

    def show_kept(self, _text: str, *, current: bool, earlier: bool = False) -> None:
        """Show the page as the last start kept it; not `current` where time has moved on since.

        A page that nobody keeps waits for the store.
        """

    def whom(self) -> Whom | None:
        """The household that the window's actions are about now."""
        return None

    def order(self) -> Sequence[Key]:
        """The households that the page lists, in its order; a client's page says its place."""
        return ()

    def print_now(self) -> None:
        """Print what the page is about: Ctrl+P."""
        chosen = self.whom()
        if chosen is not None:
            self.requests.print_sheet.emit(chosen)

    def main_action(self) -> None:
        """Do what the page's one filled button does: Ctrl+Enter."""
        chosen = self.whom()
        if chosen is not None:
            self.requests.propose.emit(chosen)

    def page_actions(self) -> tuple[Action, ...]:
        """What only this page can do: its menus, its keys, and what Ctrl+K and F1 say of it."""
        return ()

    def page_help(self) -> tuple[str, ...]:
        """What the page is for and how one works with it, a sentence or two each: F1."""
        return ()

    def _hear(self) -> None:
        self._stale = True
        if self.isVisible():
            self.come_forward()
