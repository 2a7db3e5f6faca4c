"""What every pane of the settings is made of: cards, and rows with a control at the right."""

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from advisor_app.ui.changes import Changes
from advisor_app.ui.dialogs.coming import Read, ask_when_read
from advisor_app.ui.parts.card import Card, Line, column
from advisor_app.ui.parts.page import Ask, Page
from advisor_app.ui.parts.reading import read_into
from advisor_app.ui.parts.requests import Requests
from advisor_app.ui.parts.states import Stage
from advisor_app.ui.parts.text import Text
from advisor_app.ui.theme import settings_sizes, sizes
from advisor_app.ui.theme.tokens import Tone
from advisor_app.ui.theme.type_scale import Type

if TYPE_CHECKING:
    from collections.abc import Callable

    from advisor_app.bootstrap import Services

T = TypeVar("T")


class Pane(Page):
    """A column of cards; it loads as a page does, when it shows or when its topics change."""

    def __init__(self, ask: Ask, changes: Changes, requests: Requests) -> None:
        super().__init__(ask, changes, requests)
        self.setMaximumWidth(sizes.TEXT_COLUMN)
        inside = QWidget()
        self.stage = Stage(inside, None, self.reload, settings_sizes.ROW)
        column(self).addWidget(self.stage)
        self._cards = column(inside, gap=sizes.CARD_GAP - 1)
        self._cards.setContentsMargins(0, 0, sizes.S, sizes.XL)
        self._cards.addStretch(1)

    def add(self, card: QWidget) -> None:
        """Put a card below those that are there."""
        self._cards.insertWidget(self._cards.count() - 1, card)

    def read(
        self,
        work: "Callable[[Services], T]",
        show: "Callable[[T], None]",
        stage: Stage | None = None,
    ) -> None:
        """Ask for what the cards show, or for what shows on a stage of its own."""
        read_into(stage or self.stage, self.ask, self, work, show, self.requests.failed.emit)

    def read_first(
        self, title: str, work: "Callable[[Services], T]", then: "Callable[[T], None]"
    ) -> None:
        """Ask for what a question begins with; `then` opens it."""
        read = Read(work, then, self.requests.failed.emit)
        ask_when_read(self, self.window(), title, self.ask, read)


class SettingsCard(Card):
    """A title, and rows below it."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._rows = column(self, margin=sizes.HAIR)
        head = Text(title, Type.H2, wrap=True)
        head.setContentsMargins(0, 0, 0, 0)
        self._rows.addLayout(_padded(head))

    def add_row(self, row: QWidget) -> None:
        """Put a row below those that are there, with a line above it."""
        self._rows.addWidget(Line())
        self._rows.addWidget(row)


class SettingRow(QWidget):
    """What a setting is and what it does, in words; its control at the right.

    `told` may change as the setting does; a control without a name of its own takes the title's.
    """

    def __init__(self, title: str, told: str, control: QWidget | None = None) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(sizes.XL, sizes.M, sizes.XL, sizes.M)
        row.setSpacing(sizes.XL)
        words = QVBoxLayout()
        words.setSpacing(0)
        self._title = Text(title, Type.BODY_MEDIUM, wrap=True)
        self._told = Text(told, Type.SMALL, Tone.SECOND, wrap=True)
        words.addStretch(1)
        words.addWidget(self._title)
        words.addWidget(self._told)
        words.addStretch(1)
        row.addLayout(words, 1)
        self._told.setVisible(bool(told))
        if control is not None:
            if not control.accessibleName():
                control.setAccessibleName(title)
            control.setAccessibleDescription(told)
            row.addWidget(control, alignment=Qt.AlignmentFlag.AlignVCenter)

    def tell(self, told: str) -> None:
        """Say something else below the title."""
        self._told.setText(told)
        self._told.setVisible(bool(told))


def _padded(widget: QWidget) -> QLayout:
    around = QVBoxLayout()
    around.setContentsMargins(sizes.XL, sizes.M, sizes.XL, sizes.M)
    around.addWidget(widget)
    return around
