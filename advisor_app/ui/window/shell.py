"""The window: its bare frame at once, then the rail, the bars and the pages inside it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QColor,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import QMainWindow, QWidget

from advisor_app.ui.theme import sizes
from advisor_app.ui.theme.application import colors

if TYPE_CHECKING:
    from advisor_app.ui.parts.notices import Toast
    from advisor_app.ui.parts.stack import Stack
    from advisor_app.ui.window.rail import Rail
    from advisor_app.ui.window.status_bar import StatusBar
    from advisor_app.ui.window.top_bar import TopBar


class Shell(QMainWindow):
    """Rail, top bar, a stack of pages, status bar, and the message that passes.

    Until `rebuild` is called there are only the grounds of them: painting those needs nothing
    that is slow to import, so the frame shows at once.
    """

    framed = Signal()
    resized = Signal(int, int)
    closing = Signal()
    rail: "Rail"
    top: "TopBar"
    status: "StatusBar"
    toast: "Toast"
    pages: "Stack"

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumSize(*sizes.WINDOW_MIN)
        self.resize(*sizes.WINDOW)
        self._built = False

    def rebuild(self) -> None:
        """Make the inside anew, in the present language, without any page."""
        from advisor_app.i18n import _
        from advisor_app.ui.window.inside import fill

        fill(self)
        self.setWindowTitle(_("Tête-à-tête"))
        self._built = True
        self.rail.fit(self.width())
        self.top.fit(self.width())

    def name_page(self, title: str) -> None:
        """Name the window after its page."""
        from advisor_app.i18n import _

        self.setWindowTitle(_("{page} — Tête-à-tête").format(page=title))

    def show_alone(self, page: QWidget) -> None:
        """Show something in place of the pages, with nowhere else to go."""
        self.rail.enable(works=False)
        self.pages.addWidget(page)
        self.pages.setCurrentWidget(page)

    def be_discreet(self, on: bool) -> None:
        """Fold what the frame tells of the portfolio, and say how to see it again."""
        self.rail.hide_counts(on)
        self.top.show_discreet(on)
        self.status.be_discreet(on)

    def leave(self) -> None:
        """Close the window: Ctrl+Q."""
        self.close()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the grounds; once the inside is there it covers them."""
        if self._built:
            super().paintEvent(event)
            return
        paint = colors()
        painter, top = QPainter(self), self.height() - sizes.STATUS_BAR
        _ground(painter, paint.bg, 0, 0, self.width(), self.height())
        _ground(painter, paint.rail, 0, 0, sizes.RAIL, self.height())
        _ground(painter, paint.rail, 0, top, self.width(), sizes.STATUS_BAR)
        _ground(painter, paint.border, sizes.RAIL - 1, 0, 1, top)
        _ground(painter, paint.border, 0, top, self.width(), 1)
        painter.end()
        self.framed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the rules of DESIGN.md section 8."""
        super().resizeEvent(event)
        if self._built:
            self.rail.fit(self.width())
            self.top.fit(self.width())
            self.resized.emit(self.width(), self.height())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Say that the window closes."""
        self.closing.emit()
        super().closeEvent(event)

    def uncover(self) -> None:
        """Be a bare frame again."""
        self._built = False
        self.drop_session()

    def drop_session(self) -> None:
        """Let go of what belonged to the pages before; its keys are free at once."""
        for old in self.children():
            if old.property("of_session"):
                if isinstance(old, QShortcut):
                    old.setEnabled(False)
                old.deleteLater()


def _ground(painter: QPainter, color: QColor, *place: int) -> None:
    """Fill a rectangle.

    The first use of anything that takes one of Qt's enumerations, as `fillRect` does, makes Python
    classes of all of them: a seventh of a bare window, which the frame need not wait for.
    """
    pen = QPen()
    pen.setColor(color)
    painter.setBackground(pen.brush())
    painter.eraseRect(*place)


def of_session(thing: QObject | QWidget) -> None:
    """Mark what goes when the inside of the window is made anew."""
    thing.setProperty("of_session", True)
