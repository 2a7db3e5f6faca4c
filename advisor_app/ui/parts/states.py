"""What a list shows when it has nothing, nothing yet, or could not be read."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from advisor_app.i18n import _
from advisor_app.ui.parts.buttons import Button, Kind
from advisor_app.ui.parts.card import Badge
from advisor_app.ui.parts.text import Text
from advisor_app.ui.theme import sizes
from advisor_app.ui.theme.application import colors
from advisor_app.ui.theme.draw import box
from advisor_app.ui.theme.tokens import Tone
from advisor_app.ui.theme.type_scale import Type

_WIDEST = 420


class Message(QWidget):
    """An icon, what is so, one action."""

    def __init__(self, icon: str, title: str, text: str, action: str = "") -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setSpacing(sizes.S)
        layout.addStretch(2)
        centre = Qt.AlignmentFlag.AlignHCenter
        layout.addWidget(Badge(icon, "sunken", "text2"), alignment=centre)
        self._title = Text(title, Type.H3, wrap=True, align=centre)
        self._text = Text(text, Type.SMALL, Tone.SECOND, wrap=True, align=centre)
        layout.addWidget(self._title)
        layout.addWidget(self._text)
        self.button = Button(action, Kind.SECONDARY, height=sizes.CONTROL_SMALL)
        self.button.setVisible(bool(action))
        layout.addWidget(self.button, alignment=centre)
        layout.addStretch(3)

    def say(self, title: str, text: str) -> None:
        """Say something else."""
        self._title.setText(title)
        self._text.setText(text)


class Skeleton(QWidget):
    """Grey bars where the rows will be."""

    def __init__(self, row_height: int) -> None:
        super().__init__()
        self._row = row_height

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a bar or two for each row that fits."""
        paint = colors()
        painter = QPainter(self)
        thick = sizes.S
        for top in range(0, self.height() - self._row + 1, self._row):
            middle = top + (self._row - thick) / 2
            for left, share in ((0.05, 0.3), (0.45, 0.2), (0.72, 0.15)):
                frame = QRectF(self.width() * left, middle, self.width() * share, thick)
                box(painter, frame, thick / 2, paint.sunken, None)
        painter.end()


class Stage(QWidget):
    """One place that shows the content, the skeleton, the empty message or the error."""

    def __init__(
        self,
        content: QWidget,
        empty: Message,
        retry: Callable[[], None],
        row_height: int | None = None,
    ) -> None:
        super().__init__()
        self._layout = QStackedLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._content, self._empty = content, empty
        self._skeleton = Skeleton(row_height or sizes.TABLE_ROW)
        self._error = Message("database", "", "", _("Try again"))
        self._error.button.clicked.connect(retry)
        for widget in (QWidget(), content, empty, self._skeleton, self._error):
            self._layout.addWidget(widget)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._be_patient)

    def wait(self) -> None:
        """Something was asked: after 300 ms without an answer, the skeleton shows."""
        self._timer.start(sizes.SKELETON_MS)

    def show_content(self) -> None:
        """The rows are here."""
        self._show(self._content)

    def show_empty(self) -> None:
        """There are none."""
        self._show(self._empty)

    def show_error(self, title: str, text: str) -> None:
        """They could not be read."""
        self._error.say(title, text)
        self._show(self._error)

    def _be_patient(self) -> None:
        self._layout.setCurrentWidget(self._skeleton)

    def _show(self, widget: QWidget) -> None:
        self._timer.stop()
        self._layout.setCurrentWidget(widget)
