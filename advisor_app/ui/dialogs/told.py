"""Something to read, line by line, and nothing to decide."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialogButtonBox, QWidget

from advisor_app.domain.keys import Key
from advisor_app.i18n import _
from advisor_app.ui.dialogs.frame import HouseDialog
from advisor_app.ui.parts.buttons import Button, Kind
from advisor_app.ui.parts.card import column
from advisor_app.ui.parts.scroll import Scroll
from advisor_app.ui.parts.text import Text
from advisor_app.ui.theme import sizes
from advisor_app.ui.theme.type_scale import Type

_HIGH = 360


class ToldDialog(HouseDialog):
    """Lines that scroll where they are many."""

    def __init__(
        self, parent: QWidget, title: str, subtitle: str, lines: Sequence[str | QWidget]
    ) -> None:
        super().__init__(parent, title, subtitle, _("Close"))
        inside = QWidget()
        down = column(inside, gap=sizes.XS)
        for line in lines:
            down.addWidget(line if isinstance(line, QWidget) else Text(line, Type.SMALL, wrap=True))
        down.addStretch(1)
        scroll = Scroll()
        scroll.hold(inside)
        room = self.minimumWidth() - 2 * sizes.XXL - scroll.bar_width()
        most = max(_HIGH, parent.window().height() // 2)
        # Buttons alone wrap nothing, and have no height for a width.
        wraps = down.hasHeightForWidth()
        whole = down.totalHeightForWidth(room) if wraps else down.totalSizeHint().height()
        scroll.setMinimumHeight(min(most, whole))
        self.fields.addWidget(scroll)
        self.body.fill()
        for button in self.findChildren(QDialogButtonBox):
            for one in button.buttons():
                if one is not self.action:
                    one.hide()


class PeopleDialog(ToldDialog):
    """Names that open the pages of clients; `chosen` gives the key of the one that was pressed."""

    chosen = Signal(object)

    def __init__(
        self, parent: QWidget, title: str, subtitle: str, people: Sequence[tuple[str, Key]]
    ) -> None:
        super().__init__(parent, title, subtitle, [self._link(*one) for one in people])

    def _link(self, name: str, key: Key) -> QWidget:
        link = Button(name, Kind.LINK, role=Type.SMALL_MEDIUM, height=sizes.CONTROL_SMALL)
        link.clicked.connect(partial(self._choose, key))
        return link

    def _choose(self, key: Key) -> None:
        self.accept()
        self.chosen.emit(key)
