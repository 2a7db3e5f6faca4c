"""What a list shows when it has nothing, nothing yet, or could not be read."""

from collections.abc import Callable
from functools import cached_property

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from advisor_app.i18n import _
from advisor_app.ui.parts.buttons import Button, Kind
from advisor_app.ui.parts.card import Badge
from advisor_app.ui.parts.text import Text
from advisor_app.ui.tasks import Asked
from advisor_app.ui.theme import sizes
from advisor_app.ui.theme.application import colors
from advisor_app.ui.theme.draw import box
from advisor_app.ui.theme.text_size import scaled
from advisor_app.ui.theme.tokens import Tone
from advisor_app.ui.theme.type_scale import Type

_WIDEST = 420
# The words take their width before the room beside them does.
_NEARLY_ALL = 1_000


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
        for words in (self._title, self._text):
            words.setMaximumWidth(scaled(_WIDEST))
            row = QHBoxLayout()
            row.addStretch(1)
            row.addWidget(words, _NEARLY_ALL)
            row.addStretch(1)
            layout.addLayout(row)
        self.button = Button(action, Kind.SECONDARY, height=sizes.CONTROL_SMALL)
        layout.addWidget(self.button, alignment=centre)
        self.button.setVisible(bool(action))
        layout.addStretch(3)

    def say(self, title: str, text: str) -> None:
        """Say something else."""
        self._title.setText(title)
        self._text.setText(text)


class ShortMessage(QWidget):
    """What is so in one line, with its one action: for a list inside a question or a low card."""

    def __init__(self, action: str) -> None:
        super().__init__()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(sizes.M)
        self._words = Text("", Type.SMALL, Tone.SECOND, wrap=True)
        line.addWidget(self._words, 1)
        role = Type.SMALL_MEDIUM
        self.button = Button(action, Kind.LINK, role=role, height=sizes.CONTROL_SMALL)
        line.addWidget(self.button)

    def say(self, title: str, text: str) -> None:
        """Say something else: the title holds it all, the text is its description."""
        self._words.setText(title)
        self._words.setAccessibleDescription(text)


class Skeleton(QWidget):
    """Grey bars where the rows will be."""

    def __init__(self, row_height: int) -> None:
        super().__init__()
        self._row = row_height
        self.setMinimumHeight(row_height)
        self.setAccessibleName(_("Loading"))

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


class Slow(QWidget):
    """The skeleton of a list that takes long, with the way to stop; `short` leaves the bars away."""

    def __init__(self, row_height: int, *, short: bool) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        edges = (0, 0, 0, 0) if short else (sizes.L, sizes.M, sizes.L, 0)
        column.setContentsMargins(*edges)
        line = QHBoxLayout()
        line.setSpacing(sizes.M)
        told = Text(_("This takes longer than usual."), Type.SMALL, Tone.SECOND, wrap=True)
        line.addWidget(told, 1)
        self.stop = Button(_("Stop"), Kind.LINK, role=Type.SMALL_MEDIUM, height=sizes.CONTROL_SMALL)
        line.addWidget(self.stop)
        column.addLayout(line)
        if not short:
            column.addWidget(Skeleton(row_height), 1)


class Stage(QWidget):
    """One place that shows the content, the skeleton, the empty message or the error.

    What few lists ever show is made when it first shows, and goes once the list is there: the
    place is as large as its content. A list that says by itself that it is empty has no `empty`;
    one that is `short` stands inside a question or a low card, and says the rest in one line. `waits`
    is whether something was asked that did not come yet.
    """

    patient = Signal()
    given_up = Signal()

    def __init__(
        self,
        content: QWidget,
        empty: Message | None,
        retry: Callable[[], None],
        row_height: int | None = None,
        *,
        short: bool = False,
    ) -> None:
        super().__init__()
        self._short = short
        self._layout = QStackedLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._content, self._empty, self._retry = content, empty, retry
        self._row, self._stopped = row_height or sizes.TABLE_ROW, False
        self._asked: tuple[Asked, ...] = ()
        self.waits = False
        for widget in (QWidget(), content, empty):
            if widget is not None:
                self._layout.addWidget(widget)
        self._timer, self._long = self._later(self._be_patient), self._later(self._offer_to_stop)

    def wait(self, *asked: Asked) -> None:
        """Something was asked: the skeleton shows after 300 ms, and a way to stop after 2 s.

        What was answered on the spot needs no waiting.
        """
        if asked and all(one.answered for one in asked):
            return
        self._stopped, self._asked, self.waits = False, asked, True
        self._timer.start(sizes.SKELETON_MS)
        self._long.start(sizes.SLOW_MS)

    def be_patient(self, *asked: Asked) -> None:
        """As `wait`, of what was asked 300 ms ago: the skeleton shows at once."""
        self.wait(*asked)
        self._timer.stop()
        self._long.start(sizes.SLOW_MS - sizes.SKELETON_MS)
        self._be_patient()

    def stop(self) -> None:
        """Want it no longer, and let the worker go on with the rest, until it is asked again."""
        if self._stopped:
            return
        for one in self._asked:
            one.stop()
        self.show_error(_("Stopped"), _("Nothing was changed. You can ask again at any time."))
        self._stopped = True
        self.given_up.emit()

    def show_content(self) -> None:
        """The rows are here."""
        self._show(self._content)

    def show_empty(self) -> None:
        """There are none."""
        self._show(self._empty or self._content)

    def show_error(self, title: str, text: str) -> None:
        """They could not be read."""
        self._error.say(title, text)
        self._show(self._error)

    @cached_property
    def _skeleton(self) -> Skeleton:
        skeleton = Skeleton(self._row)
        self._layout.addWidget(skeleton)
        return skeleton

    @cached_property
    def _slow(self) -> Slow:
        slow = Slow(self._row, short=self._short)
        slow.stop.clicked.connect(self.stop)
        self._layout.addWidget(slow)
        return slow

    @cached_property
    def _error(self) -> Message | ShortMessage:
        words = _("Try again")
        error = ShortMessage(words) if self._short else Message("database", "", "", words)
        error.button.clicked.connect(self._retry)
        self._layout.addWidget(error)
        return error

    def _later(self, deed: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(deed)
        return timer

    def _be_patient(self) -> None:
        self._layout.setCurrentWidget(self._skeleton)
        self.patient.emit()

    def _offer_to_stop(self) -> None:
        self._layout.setCurrentWidget(self._slow)

    def _show(self, widget: QWidget) -> None:
        if self._stopped:
            return
        self.waits = False
        self._timer.stop()
        self._long.stop()
        self._layout.setCurrentWidget(widget)
        if widget in {self._content, self._empty}:
            self._forget()

    def _forget(self) -> None:
        for name in ("_skeleton", "_slow", "_error"):
            widget = vars(self).pop(name, None)
            if widget is not None:
                self._layout.removeWidget(widget)
                widget.hide()
                widget.deleteLater()


class Unknown(Stage):
    """One line below figures that are not known yet: there only while they are slow, or failed.

    `unknown` says that what the figures said before is not true any more.
    """

    unknown = Signal()

    def __init__(self, retry: Callable[[], None]) -> None:
        super().__init__(QWidget(), None, retry, sizes.CONTROL_SMALL, short=True)
        self.hide()
        self.patient.connect(self._come)

    def show_content(self) -> None:
        """The figures are here."""
        super().show_content()
        self.setVisible(self._layout.currentWidget() is not self._content)

    def show_error(self, title: str, text: str) -> None:
        """They could not be counted."""
        super().show_error(title, text)
        self._come()

    def _come(self) -> None:
        self.unknown.emit()
        self.show()
