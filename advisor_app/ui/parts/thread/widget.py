"""The thread on the client's page: tooltips on its marks, and a sentence for screen readers."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from advisor_app.domain.thread import MarkKind, ThreadData, last_meeting
from advisor_app.i18n import _, ngettext
from advisor_app.i18n.formats import plain_date
from advisor_app.ui.parts.text import plain_tooltip
from advisor_app.ui.parts.thread.full import HEIGHT
from advisor_app.ui.parts.thread.painter import Hit, ThreadPainter


class ThreadWidget(QWidget):
    """The full thread."""

    def __init__(self) -> None:
        super().__init__()
        self._thread: ThreadData | None = None
        self._names: Mapping[str, str] = {}
        self._hits: list[Hit] = []
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_thread(self, thread: ThreadData, names: Mapping[str, str]) -> None:
        """Show another thread."""
        self._thread, self._names = thread, names
        self.setAccessibleName(described(thread))
        self.update()

    def sizeHint(self) -> QSize:
        """As in the design."""
        return QSize(1144, HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the thread."""
        if self._thread is None:
            return
        painter = QPainter(self)
        drawn = ThreadPainter(self._thread, self._names)
        self._hits = drawn.full(painter, QRectF(self.rect()))
        painter.end()

    def event(self, event: QEvent) -> bool:
        """Show what the mark under the mouse says."""
        if isinstance(event, QHelpEvent):
            for rect, words in reversed(self._hits):
                if rect.contains(event.pos().toPointF()):
                    QToolTip.showText(event.globalPos(), plain_tooltip(words), self)
                    return True
        return super().event(event)


def described(thread: ThreadData) -> str:
    """The thread in one sentence."""
    meetings = sum(mark.kind is MarkKind.MEETING for mark in thread.marks)
    last = last_meeting(thread)
    if last is None:
        return _("The thread of the relation: no meeting yet.")
    return ngettext(
        "The thread of the relation: {count} meeting, the last one on {day}.",
        "The thread of the relation: {count} meetings, the last one on {day}.",
        meetings,
    ).format(count=meetings, day=plain_date(last.day))
