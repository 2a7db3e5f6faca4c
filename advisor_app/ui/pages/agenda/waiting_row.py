"""A row of «À placer»: dragged into the week, placed by Enter, or given back."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QPointF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu, QVBoxLayout

from advisor_app.i18n import _
from advisor_app.ui.parts.buttons import Button, Kind
from advisor_app.ui.parts.icons import IconMark
from advisor_app.ui.parts.presence import PresenceMark
from advisor_app.ui.parts.stepped_row import SteppedRow
from advisor_app.ui.parts.text import Text
from advisor_app.ui.parts.week import WAITING_TYPE
from advisor_app.ui.theme import sizes
from advisor_app.ui.theme.tokens import Tone
from advisor_app.ui.theme.type_scale import Type

if TYPE_CHECKING:
    from advisor_app.ui.pages.agenda.reading import Waiting


class WaitingRow(SteppedRow):
    """One who waits: it can be dragged; Enter and its button choose a time, arrows move.

    `unchosen` says that Escape left it. What was accepted is `given_back` by Delete, its cross or
    its menu.
    """

    unchosen = Signal()
    given_back = Signal()

    def __init__(self, waiting: "Waiting") -> None:
        super().__init__()
        self.waiting = waiting
        self.token = waiting.whom.key.hex()
        self._grip: QPointF | None = None
        self.button = Button(
            "",
            icon="calendar-plus",
            name=_("Choose a time for {name}").format(name=waiting.title),
            height=sizes.CONTROL_SMALL,
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(sizes.M, sizes.M - 2, sizes.M, sizes.M - 2)
        row.setSpacing(sizes.S)
        row.addWidget(IconMark("grip-vertical", sizes.ICON_SMALL, Tone.HINT))
        mark = PresenceMark(waiting.glyph, sizes.ICON_SMALL)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Text(waiting.title, Type.BODY_MEDIUM, wrap=True))
        words.addWidget(Text(waiting.about, Type.CAPTION, Tone.SECOND, wrap=True))
        row.addLayout(words, 1)
        row.addWidget(self.button)
        self.setAccessibleName(f"{waiting.title}. {waiting.about}")
        if waiting.accepted is not None:
            self._may_go_back(row)

    def takes(self, key: Qt.Key) -> bool:
        """Give back, or leave."""
        if key is Qt.Key.Key_Delete and self.waiting.accepted is not None:
            self.given_back.emit()
        elif key is Qt.Key.Key_Escape and self.is_chosen():
            self.unchosen.emit()
        else:
            return False
        return True

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """All that the row can do."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addAction(_("Choose a time…"), self.click)
        if self.waiting.accepted is not None:
            menu.addAction(_("Back to the suggestions"), self.given_back.emit)
        menu.popup(event.globalPos())

    def _may_go_back(self, row: QHBoxLayout) -> None:
        words = _("Back to the suggestions: {name}").format(name=self.waiting.title)
        self.back = Button("", Kind.GHOST, icon="x", name=words, height=sizes.CONTROL_SMALL)
        self.back.clicked.connect(self.given_back)
        row.addWidget(self.back)
        self.setAccessibleDescription(_("Delete puts it back among the suggestions."))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of it."""
        self._grip = event.position()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Carry it to the week."""
        grip = self._grip
        far = QPointF() if grip is None else event.position() - grip
        if grip is None or far.manhattanLength() < QApplication.startDragDistance():
            super().mouseMoveEvent(event)
            return
        self._grip = None
        self.setDown(False)
        drag = QDrag(self)
        carried = QMimeData()
        minutes = self.waiting.whom.minutes or 60
        carried.setData(WAITING_TYPE, f"{self.token} {minutes} {self.waiting.title}".encode())
        drag.setMimeData(carried)
        drag.exec(Qt.DropAction.CopyAction)
