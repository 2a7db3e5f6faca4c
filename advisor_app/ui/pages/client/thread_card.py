"""The card of the thread: its legend, how many years it shows, and the drawing."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.domain.thread import ThreadData
from advisor_app.i18n import _, ngettext, pgettext
from advisor_app.ui.parts.card import Card
from advisor_app.ui.parts.tags import Segments
from advisor_app.ui.parts.text import Text
from advisor_app.ui.parts.thread import ThreadWidget
from advisor_app.ui.parts.thread.shapes import circle, diamond
from advisor_app.ui.theme import client_sizes, sizes
from advisor_app.ui.theme.application import colors
from advisor_app.ui.theme.tokens import Tone
from advisor_app.ui.theme.type_scale import Type

_YEARS = (2, 7)


class ThreadCard(Card):
    """Two years, seven years, or all."""

    def __init__(self) -> None:
        super().__init__()
        self._range = 1
        self._drawing = ThreadWidget()
        self._title = Text(_("The thread of the relation"), Type.H2)
        self._legend = QWidget()
        labels = [
            ngettext("{count} year", "{count} years", years).format(count=years) for years in _YEARS
        ]
        self._ranges = Segments([*labels, pgettext("years", "All")])
        self._ranges.choose(self._range)
        self._ranges.chosen.connect(self._show_range)
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.CARD_PAD, sizes.M, sizes.CARD_PAD, sizes.S)
        column.setSpacing(sizes.XS)
        column.addLayout(self._header())
        column.addWidget(self._drawing)

    def _header(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(sizes.S - 2)
        row.addWidget(self._title)
        row.addSpacing(sizes.M)
        legend = QHBoxLayout(self._legend)
        legend.setContentsMargins(0, 0, 0, 0)
        legend.setSpacing(sizes.S - 2)
        for mark, words in (
            ("meeting", pgettext("legend", "meeting")),
            ("call", pgettext("legend", "call")),
            ("online", pgettext("legend", "online contacts by month")),
            ("project", pgettext("legend", "project")),
        ):
            legend.addWidget(LegendMark(mark))
            legend.addWidget(Text(words, Type.CAPTION_MEDIUM, Tone.SECOND))
            legend.addSpacing(sizes.S)
        row.addWidget(self._legend)
        row.addStretch(1)
        row.addWidget(self._ranges)
        return row

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The legend gives way to the title; the marks say themselves under the mouse."""
        super().resizeEvent(event)
        whole = (self._title, self._legend, self._ranges)
        needed = sum(one.sizeHint().width() for one in whole)
        self._legend.setVisible(needed + 2 * sizes.CARD_PAD + sizes.PAGE <= self.width())

    def show_thread(
        self, thread: ThreadData, names: dict[str, str], *, discreet: bool = False
    ) -> None:
        """Show another thread, in the same range; a discreet one reproaches nothing."""
        self._drawing.show_thread(thread, names, discreet=discreet)
        self._show_range(self._range)

    def _show_range(self, index: int) -> None:
        self._range = index
        self._drawing.zoom(_YEARS[index] if index < len(_YEARS) else None)


class LegendMark(QWidget):
    """One mark of the thread, small."""

    def __init__(self, mark: str) -> None:
        super().__init__()
        self._mark = mark
        self.setFixedSize(client_sizes.KEY, client_sizes.KEY)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the mark."""
        paint = colors()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # Drawn as at the normal size of text, and grown with it.
        painter.scale(self.width() / sizes.L, self.height() / sizes.L)
        centre = QPointF(sizes.S, sizes.S)
        match self._mark:
            case "meeting":
                circle(painter, centre, 5.5, paint.accent, QPen(Qt.PenStyle.NoPen))
            case "call":
                circle(painter, centre, 4.5, paint.surface, QPen(paint.accent, 2))
            case "online":
                for index, height in enumerate((6, 10, 8)):
                    bar = QRectF(
                        1 + index * client_sizes.KEY_STEP, client_sizes.KEY_BASE - height, 3, height
                    )
                    painter.fillRect(bar, paint.digital_faint)
            case _:
                painter.translate(centre)
                painter.scale(0.75, 0.75)
                diamond(painter, QPointF(0, 0), paint.project, paint.project)
        painter.end()
