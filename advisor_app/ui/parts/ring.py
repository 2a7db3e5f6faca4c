"""The ring around what the keyboard reached, one for each window; lists show their own row."""

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QFocusFrame, QWidget


class Ring(QObject):
    """Follows the focus in one window; `reached` carries what it came to.

    Qt hangs the frame beside what it surrounds, so it may go with a card that is made anew; then
    another one is drawn.
    """

    reached = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.frame = QFocusFrame(window)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        # The focus leaves a window that is being deleted while its children, the ring among
        # them, still hear of it.
        if not shiboken6.isValid(self._window):
            return
        here = now is not None and now.window() is self._window
        shown = here and now is not None and rings(now)
        if not shiboken6.isValid(self.frame):
            self.frame = QFocusFrame(self._window)
        self.frame.setWidget(now if shown and now is not None else None)  # type: ignore[arg-type] # None takes the ring away
        if here:
            self.reached.emit(now)


def rings(widget: QWidget) -> bool:
    """Whether the focus of this widget is shown by the ring."""
    reached = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return reached and not widget.property("own_ring")
