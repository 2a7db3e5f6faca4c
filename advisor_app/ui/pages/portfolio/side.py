"""The preview's place: beside the list where there is room, over it where there is less."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from advisor_app.domain.client_page import ClientPage
from advisor_app.domain.keys import Key
from advisor_app.domain.suggestions.suggestion import Suggestion
from advisor_app.ui.parts.motion import come_in
from advisor_app.ui.parts.page import Ask
from advisor_app.ui.parts.preview import Preview
from advisor_app.ui.parts.reading import could_not_be_read
from advisor_app.ui.parts.requests import Requests
from advisor_app.ui.parts.suggested import why_words
from advisor_app.ui.theme import sizes

if TYPE_CHECKING:
    from advisor_app.bootstrap import Services

_Told = tuple[ClientPage, Suggestion | None, date]


class Side(QObject):
    """Shows one household, beside or over the list; whoever passes over many rows is not kept waiting by each."""

    opened = Signal(object)
    proposed = Signal()
    sheet_asked = Signal()
    left = Signal()

    def __init__(
        self, page: QWidget, over: QWidget, ask: Ask, requests: Requests, names: dict[str, str]
    ) -> None:
        super().__init__(page)
        self._page, self._list, self._ask = page, over, ask
        self._requests, self._names = requests, names
        self._key: Key | None = None
        self._closed = False
        self._over = False
        self.place = QHBoxLayout()
        self.preview = Preview()
        self.preview.setParent(page)
        self.preview.hide()
        self.preview.retried.connect(self._read)
        self.preview.stage.patient.connect(self._be_patient)
        self.preview.closed.connect(lambda: self.open(False))
        self.preview.opened.connect(lambda: self.opened.emit(self._key))
        self.preview.proposed.connect(self.proposed)
        self.preview.sheet_asked.connect(self.sheet_asked)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self.preview)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(lambda: self.open(False))
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(sizes.SEARCH_MS)
        self._waiting.timeout.connect(self._read)

    def show_household(self, key: Key | None) -> None:
        """Another row is chosen, or none."""
        self._key = key
        if key is None:
            self._waiting.stop()
            self.preview.hide()
        elif self._wanted():
            self._waiting.start()

    def open(self, wanted: bool) -> None:
        """Show the preview, even over the list; or close it, until it is asked for again."""
        self._closed = not wanted
        self._over = wanted and not self._has_room()
        if wanted and self._key is not None:
            self._read()
            return
        if self._has_focus():
            # Qt would give the keyboard to whatever comes first in the window.
            self.left.emit()
        self.preview.hide()

    def fit(self) -> None:
        """Take the place that the window leaves."""
        if self._has_room():
            self._over = False
            self.place.addWidget(self.preview)
            if not self._closed and self.preview.isHidden() and self._key is not None:
                self._waiting.start()
        elif self._over:
            self._lay_over()
        else:
            self.preview.hide()

    def _has_focus(self) -> bool:
        now = self._page.window().focusWidget()
        return now is not None and self.preview.isAncestorOf(now)

    def _has_room(self) -> bool:
        return self._page.window().width() >= sizes.MEDIUM

    def _wanted(self) -> bool:
        return self._over or (self._has_room() and not self._closed)

    def _lay_over(self) -> None:
        self.place.removeWidget(self.preview)
        width = self.preview.width()
        corner = self._list.mapTo(self._page, QPoint(self._list.width() - width, 0))
        self.preview.setGeometry(QRect(corner, QSize(width, self._list.height())))
        self.preview.raise_()

    def _read(self) -> None:
        key = self._key
        if key is None:
            return

        def work(services: "Services") -> _Told:
            page = services.client_page.page(key)
            return page, services.suggesting.best(page.clients[0].key or key), services.today()

        def done(told: _Told) -> None:
            if key == self._key and self._wanted():
                self._show(*told)

        def failed(error: Exception) -> None:
            could_not_be_read(self.preview.stage)
            self._be_patient()
            self._requests.failed.emit(error)

        self.preview.stage.wait(self._ask(self, work, done, failed))

    def _show(self, page: ClientPage, best: Suggestion | None, today: date) -> None:
        why = "" if best is None else why_words(best, page.clients, today)
        self.preview.show_client(page, why, today, self._names)
        self._come_in()

    def _be_patient(self) -> None:
        """Show what stands instead of a household, unless nobody wants the preview any more."""
        if self._key is not None and self._wanted():
            self._come_in()

    def _come_in(self) -> None:
        if self._over:
            self._lay_over()
        else:
            self.place.addWidget(self.preview)
        if self.preview.isHidden():
            come_in(self.preview)
        self.preview.show()
