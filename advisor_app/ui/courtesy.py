"""Lets the window come before the worker.

Python runs one thread at a time: while the window lays out and paints, a worker that goes on takes
every other turn from it, and what the user sees comes twice as late. Where the worker cannot wait,
as in the middle of a drawing, its turns are short.
"""

import sys
import threading

from PySide6.QtCore import QEvent, QObject, QTimer

# What a whole window is told before it is laid out and painted; Paint alone where it was uncovered.
_SHOWING = frozenset({QEvent.Type.LayoutRequest, QEvent.Type.UpdateRequest, QEvent.Type.Paint})
# The worker's patience with a window that never comes to rest.
_PATIENCE_S = 0.05
# How long a thread runs on while the other wants its turn.
_TURN_S = 0.000_1


def take_short_turns() -> None:
    """Let no thread run on for long while another wants its turn: once the start is over.

    Qt asks Python for a turn at each size, each line and each stroke of a page. With Python's own
    five milliseconds, a dozen of them while the worker draws are a gap that can be felt; during the
    start, when both threads are busy all along, short turns cost a tenth more than they give.
    """
    sys.setswitchinterval(_TURN_S)


class Courtesy(QObject):
    """The worker calls `give_way` between two steps; the window belongs to the other thread."""

    def __init__(self, window: QObject) -> None:
        super().__init__(window)
        self._at_rest = threading.Event()
        self._at_rest.set()
        # Without an interval it comes when what was asked for is laid out and painted.
        self._rest = QTimer(self, singleShot=True, interval=0)
        self._rest.timeout.connect(self._at_rest.set)
        window.installEventFilter(self)

    def come_first(self) -> None:
        """Let the worker wait until the window has shown what comes now."""
        self._at_rest.clear()
        self._rest.start()

    def give_way(self) -> None:
        """On the worker: wait until the window is at rest, though not for long."""
        self._at_rest.wait(_PATIENCE_S)

    def hold_nobody(self) -> None:
        """Let the worker go on: the window waits for it."""
        self._rest.stop()
        self._at_rest.set()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See the window about to be painted, and let it be."""
        if event.type() in _SHOWING:
            self.come_first()
        return super().eventFilter(watched, event)
