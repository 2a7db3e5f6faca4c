"""Notes in place, and the message that passes with its way back."""

from collections.abc import Callable
from enum import Enum

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from advisor_app.i18n import _
from advisor_app.ui.parts.buttons import Button, Kind
from advisor_app.ui.parts.icons import IconMark, draw_icon
from advisor_app.ui.parts.motion import come_in
from advisor_app.ui.parts.text import Text
from advisor_app.ui.theme import sizes
from advisor_app.ui.theme.application import colors
from advisor_app.ui.theme.draw import box
from advisor_app.ui.theme.text_size import scaled
from advisor_app.ui.theme.tokens import Tone
from advisor_app.ui.theme.type_scale import Type

_WIDEST = 720


class Mood(Enum):
    """What a note is: its icon, and the tokens of ground, edge and ink."""

    INFO = ("info", "digital_tint", "digital_faint", Tone.DIGITAL)
    DONE = ("circle-check", "accent_tint", "accent_line", Tone.ACCENT)
    ATTENTION = ("triangle-alert", "warn_tint", "warn_line", Tone.WARN)
    ERROR = ("circle-x", "danger_tint", "danger_line", Tone.DANGER)


class NoteBox(QFrame):
    """An icon, a sentence and at most one link."""

    def __init__(self, mood: Mood, text: str, link: str = "") -> None:
        super().__init__()
        icon, self._fill, self._edge, tone = mood.value
        row = QHBoxLayout(self)
        row.setContentsMargins(sizes.M, sizes.S + 1, sizes.M, sizes.S + 1)
        row.setSpacing(sizes.S + 2)
        row.addWidget(IconMark(icon, sizes.ICON, tone), alignment=Qt.AlignmentFlag.AlignTop)
        self._text = Text(text, Type.SMALL, tone, wrap=True)
        row.addWidget(self._text, 1)
        self.link = Button(link, Kind.LINK, role=Type.SMALL_MEDIUM, height=sizes.XL)
        row.addWidget(self.link)
        self.link.setVisible(bool(link))
        self.setAccessibleName(text)

    def set_text(self, text: str) -> None:
        """Say something else."""
        self._text.setText(text)
        self.setAccessibleName(text)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground."""
        paint = colors()
        painter = QPainter(self)
        fill, edge = getattr(paint, self._fill), getattr(paint, self._edge)
        box(painter, QRectF(self.rect()), sizes.R_ROW, fill, edge)
        painter.end()


class Toast(QFrame):
    """A message at the bottom for 8 seconds, longer under the mouse; "Undo" takes it back."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon = "check"
        self._undo: Callable[[], None] | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(sizes.L + sizes.ICON + sizes.M, sizes.M, sizes.L, sizes.M)
        row.setSpacing(sizes.L)
        self._text = Text("", Type.BODY, Tone.SURFACE, wrap=True)
        row.addWidget(self._text, 1)
        self._back = UndoLink(_("Undo"), Kind.LINK, role=Type.BODY_STRONG, height=sizes.XL)
        self._back.clicked.connect(self.take_back)
        row.addWidget(self._back)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self._over = parent
        parent.installEventFilter(self)
        self.hide()

    def show_message(self, text: str, undo: Callable[[], None] | None) -> None:
        """Say that something is done; it replaces the message before, whose chance is then gone."""
        self._show("check", text, undo)

    def show_refusal(self, text: str) -> None:
        """Say why something is not done."""
        self._show("triangle-alert", text, None)

    def _show(self, icon: str, text: str, undo: Callable[[], None] | None) -> None:
        self._icon, self._undo = icon, undo
        self._text.setText(text)
        self.setAccessibleName(text)
        announce(self, text)
        self._back.setVisible(undo is not None)
        if self.isHidden():
            come_in(self)
        self.show()
        self._place()
        self.raise_()
        self._timer.start(sizes.TOAST_MS)

    def take_back(self) -> None:
        """Undo what the message tells, once."""
        undo, self._undo = self._undo, None
        self.hide()
        if undo is not None:
            undo()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the dark ground, and a tick or a warning."""
        paint = colors()
        painter = QPainter(self)
        box(painter, QRectF(self.rect()), sizes.R_ROW, paint.text, None)
        side = sizes.ICON
        frame = QRectF(sizes.L, (self.height() - side) / 2, side, side)
        draw_icon(painter, self._icon, frame, paint.surface)
        painter.end()

    def enterEvent(self, _event: QEnterEvent) -> None:
        """Wait while it is read."""
        self._timer.stop()

    def leaveEvent(self, _event: QEvent) -> None:
        """Go on counting."""
        self._timer.start(sizes.TOAST_MS)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the place when the window changes its size."""
        if event.type() is QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        """As wide as its sentence, or as is easily read and the window has: then it wraps."""
        row = self.layout()
        if row is None:
            return
        most = min(scaled(_WIDEST), self._over.width() - 2 * sizes.XL)
        wide = min(row.totalSizeHint().width(), most)
        self.resize(wide, row.totalHeightForWidth(wide))
        left = (self._over.width() - self.width()) // 2
        self.move(left, self._over.height() - self.height() - sizes.STATUS_BAR - sizes.L)


class UndoLink(Button):
    """The link on the dark ground of a message."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the word underlined in the ground's contrast."""
        paint = colors()
        painter = QPainter(self)
        self._draw_content(painter, paint.surface, paint)
        painter.end()


def announce(widget: QWidget, text: str) -> None:
    """Have a screen reader say it; what that needs is slow to import, and no window starts so."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))
