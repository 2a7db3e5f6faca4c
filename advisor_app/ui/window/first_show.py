"""What the window shows first: what was kept of the last time, while the store still opens."""

from __future__ import annotations

import threading
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from advisor_app.i18n import language

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from advisor_app.domain.kept_pages import FirstLook
    from advisor_app.ui.tasks import Slices
    from advisor_app.ui.window.door import Looker
    from advisor_app.ui.window.facts import WindowFacts

    Piece = Callable[[], None]

# What was kept has certainly been painted by then; and painted again, where that was asked.
_PAINTED_MS = 100
_AGAIN_MS = 40


class FirstShow(QObject):
    """Lets the worker open the store only after that has been painted.

    Both threads would only wait for each other. `show` makes the page of what was kept, and gives
    what is left to do, each in a turn of its own, or nothing where it cannot; `painted` comes once
    it stands on the screen.
    """

    looked = Signal(object)
    painted = Signal()

    def __init__(
        self,
        parent: QObject,
        look: Looker,
        slices: Slices,
        show: Callable[[FirstLook], Sequence[Piece]],
    ) -> None:
        super().__init__(parent)
        self._look, self._slices, self._show = look, slices, show
        self._may_open = threading.Event()
        self._shown: FirstLook | None = None
        self.looked.connect(self._hear, Qt.ConnectionType.QueuedConnection)

    def begin(self) -> None:
        """Keep the worker waiting from now on."""
        self._may_open.clear()

    def tell(self) -> None:
        """On the worker: look at what was kept, the first time, and wait until it shows."""
        look, self._look = self._look, lambda: None
        self.looked.emit(look())
        self._may_open.wait()

    def wait_no_more(self) -> None:
        """Let the worker go on."""
        self._may_open.set()

    def forget(self) -> None:
        """What showed first shows no more."""
        self._shown = None

    def stands(self, facts: WindowFacts) -> bool:
        """Whether what showed first is the window of these facts; asked once."""
        shown, self._shown = self._shown, None
        return (
            shown is not None
            and facts.advisor is not None
            and (shown.language, shown.day) == (language(), facts.today)
        )

    def _hear(self, look: FirstLook | None) -> None:
        if look is None:
            self._may_open.set()
        else:
            self._slices.add(partial(self._show_first, look))

    def _show_first(self, look: FirstLook) -> None:
        if left := self._show(look):
            self._shown = look
        self._slices.add(*left, self._let_paint)

    def _let_paint(self) -> None:
        QTimer.singleShot(_PAINTED_MS, self, self._tell_painted)

    def _tell_painted(self) -> None:
        """Let the worker go on only after what follows, too: what it imports would slow it down."""
        self.painted.emit()
        QTimer.singleShot(_AGAIN_MS, self, self._may_open.set)
