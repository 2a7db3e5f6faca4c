"""One tab of the page: what it shows is made anew after a change, the place stays."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.ui.parts.buttons import Button, Kind
from advisor_app.ui.parts.card import Card
from advisor_app.ui.parts.scroll import Scroll
from advisor_app.ui.parts.text import Text
from advisor_app.ui.theme import sizes
from advisor_app.ui.theme.tokens import Tone
from advisor_app.ui.theme.type_scale import Type

Step = Callable[[], object]
# A widget is known again by its class, its name and its words.
Identity = tuple[str, str, str]


class Tab(Scroll):
    """Scrolls its content, and keeps the keyboard and the place where they were.

    What is long is made in steps, one a turn of the event loop, so that the window never waits.
    """

    def __init__(self) -> None:
        super().__init__()
        self._steps: list[Step] = []
        self._place = 0
        self._named: Identity | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)

    def renew(self, content: QWidget, steps: Iterable[Step] = ()) -> None:
        """Show other content at the same place; the focus goes to what bears the same name."""
        self._place = self.verticalScrollBar().value()
        self._named = _name_of_focus(self)
        if self.widget() is not None:
            self.takeWidget().deleteLater()
        self.hold(content)
        self._steps = list(steps)
        self._timer.start(0)

    def finish(self) -> None:
        """Make at once what is still to be made."""
        while self._timer.isActive():
            self._go_on()

    def _go_on(self) -> None:
        if self._steps:
            self._steps.pop(0)()
        else:
            self._timer.stop()
        if self._named is not None and self._focus(self._named):
            self._named = None
        if self._place:
            self.verticalScrollBar().setValue(self._place)
            if self.verticalScrollBar().value() == self._place:
                self._place = 0

    def _focus(self, named: "Identity") -> bool:
        inside = self.viewport().findChildren(QWidget)
        found = next((one for one in inside if _identity(one) == named), None)
        if found is not None:
            found.setFocus()
        return found is not None


def _name_of_focus(around: QWidget) -> Identity | None:
    focused = around.window().focusWidget()
    if focused is None or not around.isAncestorOf(focused):
        return None
    return _identity(focused)


def _identity(widget: QWidget) -> Identity:
    text = widget.text() if isinstance(widget, Button) else ""
    return type(widget).__name__, widget.accessibleName(), text


def column_of(widgets: Sequence[QWidget], *, stretch: bool = True) -> QWidget:
    """Widgets below each other."""
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(sizes.M + 2)
    for widget in widgets:
        column.addWidget(widget)
    if stretch:
        column.addStretch(1)
    return whole


def beside(left: QWidget, right: QWidget, shares: tuple[int, int], *, narrow: bool) -> QWidget:
    """Two parts side by side, or below each other where the window is small."""
    if narrow:
        return column_of([left, right])
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(sizes.M + 2)
    row.addWidget(left, shares[0])
    row.addWidget(right, shares[1])
    return whole


def titled(title: str, *asides: QWidget, air: int = 0) -> tuple[Card, QVBoxLayout]:
    """A card with its title, and what stands at the right of it.

    `air` is what pressed rows in it have beside their words, so that these stand below the title.
    """
    made = Card()
    made.setAccessibleName(title)
    column = QVBoxLayout(made)
    column.setContentsMargins(sizes.CARD_PAD - air, sizes.M, sizes.CARD_PAD - air, sizes.M)
    column.setSpacing(sizes.S + 2)
    head = QHBoxLayout()
    head.setContentsMargins(air, 0, air, 0)
    head.addWidget(Text(title, Type.H2, wrap=True), 1)
    for aside in asides:
        head.addWidget(aside)
    column.addLayout(head)
    return made, column


def empty(column: QVBoxLayout, words: str) -> None:
    """Say that there is nothing yet, and what it would be good for."""
    column.addWidget(Text(words, Type.SMALL, Tone.HINT, wrap=True))


def small(text: str, icon: str = "", *, kind: Kind = Kind.GHOST, name: str = "") -> Button:
    """A small button of a card."""
    role = Type.SMALL_MEDIUM
    return Button(text, kind, icon=icon, role=role, height=sizes.CONTROL_SMALL, name=name)
