"""Twelve months of contacts: in person above, digital below, each on its own scale, as it says."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.i18n import _, pgettext
from advisor_app.ui.pages.today.words import MonthWords
from advisor_app.ui.parts.card import Card
from advisor_app.ui.parts.text import Text
from advisor_app.ui.theme import sizes, today_sizes
from advisor_app.ui.theme.application import colors
from advisor_app.ui.theme.draw import box
from advisor_app.ui.theme.tokens import Tone
from advisor_app.ui.theme.type_scale import Type, font

_FADED = 0.45


class ChartCard(Card):
    """The card with the two rows of bars and their legend."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.L + 1, sizes.M, sizes.L + 1, sizes.S)
        column.setSpacing(sizes.TIGHT)
        column.addWidget(Text(_("Your contacts over 12 months"), Type.H3))
        legend = QHBoxLayout()
        legend.setSpacing(sizes.S - 2)
        for word, digital in (
            (pgettext("contacts", "In person"), False),
            (pgettext("contacts", "Digital"), True),
        ):
            legend.addWidget(Swatch(digital=digital))
            legend.addWidget(Text(word, Type.CAPTION_MEDIUM, Tone.SECOND))
            legend.addSpacing(sizes.M)
        legend.addStretch(1)
        legend.addWidget(Text(_("separate scales"), Type.CAPTION, Tone.HINT))
        column.addLayout(legend)
        self._bars = Bars()
        self.setMaximumHeight(today_sizes.CHART_MOST)
        column.addWidget(self._bars, 1)

    def show_months(self, months: tuple[MonthWords, ...]) -> None:
        """Show the months, oldest first."""
        self._bars.show_months(months)


class Swatch(QWidget):
    """The colour of one row of bars."""

    def __init__(self, *, digital: bool) -> None:
        super().__init__()
        self._digital = digital
        self.setFixedSize(sizes.S + 2, sizes.S + 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a small square."""
        painter = QPainter(self)
        paint = colors()
        fill = paint.digital_faint if self._digital else paint.accent
        box(painter, QRectF(self.rect()), sizes.TIGHT, fill, None)
        painter.end()


class Bars(QWidget):
    """The bars and the months' letters; the running month is fainter, for it is not over."""

    def __init__(self) -> None:
        super().__init__()
        self._months: tuple[MonthWords, ...] = ()
        self.setMinimumHeight(today_sizes.BARS)

    def show_months(self, months: tuple[MonthWords, ...]) -> None:
        """Show other months, and say them."""
        self._months = months
        self.setAccessibleName("; ".join(one.said for one in months))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw both rows and the letters."""
        if not self._months:
            return
        paint = colors()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = self.height() - today_sizes.BAR_LETTER - 2 * today_sizes.BAR_LABEL
        above = QRectF(0, today_sizes.BAR_LABEL, self.width(), room * 0.62)
        below = QRectF(0, above.bottom() + today_sizes.BAR_LABEL, self.width(), room * 0.38)
        meetings = [(one.in_person, one.in_person_words) for one in self._months]
        digital = [(one.digital, one.digital_words) for one in self._months]
        self._row(painter, above, meetings, paint.accent)
        self._row(painter, below, digital, paint.digital_faint)
        self._letters(painter)
        painter.end()

    def _row(
        self, painter: QPainter, frame: QRectF, numbers: list[tuple[int, str]], color: QColor
    ) -> None:
        counts = [count for count, _words in numbers]
        most = max(*counts, 1)
        step = (frame.width() + today_sizes.BAR_GAP) / len(counts)
        highest = counts.index(max(counts))
        for index, count in enumerate(counts):
            height = frame.height() * count / most
            bar = QRectF(index * step, frame.bottom() - height, step - today_sizes.BAR_GAP, height)
            fill = QColor(color)
            fill.setAlphaF(_FADED if index == len(counts) - 1 else 1.0)
            box(painter, bar, min(3.0, height / 2), fill, None)
            if index == highest and count:
                self._label(painter, bar, numbers[index][1])
        base = QRectF(0, frame.bottom(), frame.width(), sizes.HAIR)
        painter.fillRect(base, colors().border)

    def _label(self, painter: QPainter, bar: QRectF, text: str) -> None:
        painter.setPen(colors().text)
        painter.setFont(font(Type.CAPTION_STRONG))
        width = painter.fontMetrics().horizontalAdvance(text) / 2
        middle = min(max(bar.center().x(), width), self.width() - width)
        room = today_sizes.BAR_LABEL_WIDTH
        frame = QRectF(
            middle - room / 2,
            bar.top() - today_sizes.BAR_LABEL + 2,
            room,
            today_sizes.BAR_LABEL - 3,
        )
        painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, text)

    def _letters(self, painter: QPainter) -> None:
        painter.setPen(colors().text3)
        painter.setFont(font(Type.CAPTION))
        step = (self.width() + today_sizes.BAR_GAP) / len(self._months)
        for index, one in enumerate(self._months):
            frame = QRectF(
                index * step,
                self.height() - today_sizes.BAR_LETTER,
                step - today_sizes.BAR_GAP,
                today_sizes.BAR_LETTER,
            )
            painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, one.letter)
