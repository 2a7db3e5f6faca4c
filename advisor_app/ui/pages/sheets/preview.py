"""The preview of a paper: one page or two, whole or close."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from advisor_app.i18n import _
from advisor_app.ui.parts.buttons import Button, Kind
from advisor_app.ui.parts.card import Card, Line
from advisor_app.ui.parts.scroll import Scroll
from advisor_app.ui.parts.tags import Segments
from advisor_app.ui.parts.text import Text
from advisor_app.ui.theme import sizes
from advisor_app.ui.theme.application import colors
from advisor_app.ui.theme.tokens import Tone
from advisor_app.ui.theme.type_scale import Type

_A4 = 297 / 210
_STEPS = (1.0, 1.5, 2.0, 3.0)


class PaperPreview(Card):
    """Shows pages; `wanted` asks for pictures: first page, how many, how wide in pixels."""

    wanted = Signal(int, int, int)

    def __init__(self) -> None:
        super().__init__(fill="sunken")
        self._pages = 0
        self._page = 0
        self._zoom = 0
        self._shape = _A4
        self._sheet = PageView()
        self._area = Scroll()
        self._area.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._area.setWidgetResizable(False)
        self._area.hold(self._sheet)
        self._area.resized.connect(self._ask)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        bar = Card(border="surface")
        bar.setLayout(self._bar())
        column.addWidget(bar)
        column.addWidget(Line())
        column.addWidget(self._area, 1)

    def _bar(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(sizes.M, sizes.XS, sizes.S, sizes.XS)
        row.setSpacing(sizes.XS)
        self._words = Text("", Type.SMALL, Tone.SECOND, wrap=True)
        self._size = Text(_("Whole page"), Type.SMALL, Tone.SECOND, wrap=True)
        self._sides = Segments([_("1 page"), _("2 pages")])
        self._sides.chosen.connect(self._two_pages)
        self._two = False
        for icon, name, step in (
            ("chevron-left", _("Previous page"), -1),
            ("chevron-right", _("Next page"), 1),
        ):
            button = Button("", Kind.GHOST, icon=icon, name=name)
            button.clicked.connect(lambda _on=False, by=step: self.turn(by))
            row.addWidget(button)
            if step < 0:
                row.addWidget(self._words, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(Line(standing=True))
        for icon, name, step in (
            ("zoom-out", _("Smaller"), -1),
            ("zoom-in", _("Larger"), 1),
        ):
            button = Button("", Kind.GHOST, icon=icon, name=name)
            button.clicked.connect(lambda _on=False, by=step: self.zoom(by))
            row.addWidget(button)
            if step < 0:
                row.addWidget(self._size, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        row.addWidget(self._sides)
        return row

    def show_paper(self, pages: int, *, wide: bool = False, again: bool = False) -> None:
        """Show a paper from its first page, from the present one where it is the same `again`.

        `wide` where its sheets lie on their side.
        """
        self._pages, self._page = pages, min(self._page, pages - 1) if again else 0
        self._shape = 1 / _A4 if wide else _A4
        self._ask()

    def show_images(self, images: list[QImage]) -> None:
        """The pictures that were asked for."""
        self._sheet.show_images(images, self.devicePixelRatioF())

    def clear(self) -> None:
        """Nothing to show."""
        self._pages = 0
        self._words.setText("")
        self._sheet.show_images([], 1.0)

    def turn(self, by: int) -> None:
        """Go to the next or the previous page."""
        self._page = min(max(self._page + by, 0), max(self._pages - 1, 0))
        self._ask()

    def zoom(self, by: int) -> None:
        """Larger or smaller, in steps."""
        self._zoom = min(max(self._zoom + by, 0), len(_STEPS) - 1)
        self._ask()

    def _two_pages(self, index: int) -> None:
        self._two = index == 1
        self._ask()

    def _ask(self) -> None:
        if not self._pages or not self.isVisible():
            return
        count = min(2 if self._two else 1, self._pages - self._page)
        place = _("Page {page} of {pages}").format(page=self._page + 1, pages=self._pages)
        self._words.setText(place)
        percent = _("Whole page") if self._zoom == 0 else f"{round(_STEPS[self._zoom] * 100)} %"
        self._size.setText(percent)
        room = self._area.viewport().size()
        high = (room.height() - 2 * sizes.M - 2) / self._shape
        wide = (room.width() - (count + 1) * sizes.M) / count
        width = max(min(high, wide), 60) * _STEPS[self._zoom]
        self.wanted.emit(self._page, count, round(width * self.devicePixelRatioF()))


class PageView(QWidget):
    """The pages side by side, each with a thin edge."""

    def __init__(self) -> None:
        super().__init__()
        self._images: list[QImage] = []
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_images(self, images: list[QImage], ratio: float) -> None:
        """Show these pictures."""
        for image in images:
            image.setDevicePixelRatio(ratio)
        self._images = images
        self.resize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        """The pages and the room between them."""
        sizes_of = [image.deviceIndependentSize() for image in self._images]
        width = sum(size.width() for size in sizes_of) + sizes.M * (len(sizes_of) + 1)
        height = max((size.height() for size in sizes_of), default=0) + 2 * sizes.M
        return QSize(round(width), round(height))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the pages."""
        paint = colors()
        painter = QPainter(self)
        x = float(sizes.M)
        for image in self._images:
            size = image.deviceIndependentSize()
            frame = QRectF(x, sizes.M, size.width(), size.height())
            painter.drawImage(frame.topLeft(), image)
            painter.setPen(paint.border_strong)
            painter.drawRect(frame)
            x += size.width() + sizes.M
        painter.end()
