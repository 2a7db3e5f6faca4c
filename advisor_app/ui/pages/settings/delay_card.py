"""When a client counts as served online only: the slider, what it would flag, and applying it."""

from PySide6.QtCore import QRectF, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.domain.codes import Segment
from advisor_app.domain.policy_version import STOPS
from advisor_app.i18n import _, pgettext
from advisor_app.i18n.policy_words import months, segment_word
from advisor_app.ui.pages.settings.month_slider import MonthSlider
from advisor_app.ui.pages.settings.stops_chart import StopsChart
from advisor_app.ui.parts.buttons import Button, Kind
from advisor_app.ui.parts.card import Card, Line, column
from advisor_app.ui.parts.fields import Choice
from advisor_app.ui.parts.flow import Flow
from advisor_app.ui.parts.notices import Mood, NoteBox
from advisor_app.ui.parts.states import Unknown
from advisor_app.ui.parts.text import Text
from advisor_app.ui.theme import sizes
from advisor_app.ui.theme.application import colors
from advisor_app.ui.theme.tokens import Tone
from advisor_app.ui.theme.type_scale import Type

_MIDDLE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class DelayCard(Card):
    """The first card of the rules; it says what is asked for, and decides nothing."""

    moved = Signal(int)
    segment_chosen = Signal(object)
    recounted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.segment = Choice(
            [(segment_word(one), one and one.value) for one in (None, *Segment)],
            name=_("Whom the rules are for"),
        )
        self.segment.activated.connect(self._choose)
        self._months = Text("", Type.FIGURE)
        self.slider = MonthSlider(STOPS, name=_("Months without meeting"))
        self.slider.valueChanged.connect(self.moved)
        self._note = NoteBox(Mood.INFO, "")
        self._problem = NoteBox(Mood.ERROR, "")
        self._problem.hide()
        self.unknown = Unknown(self.recounted.emit)
        self.unknown.unknown.connect(self.forget)
        self.chart = StopsChart()
        self.foot = Foot()
        down = column(self, margin=sizes.HAIR)
        down.addLayout(self._head())
        down.addLayout(self._body())
        down.addWidget(Line())
        down.addWidget(self.foot)

    def show_months(self, value: int) -> None:
        """Put the slider somewhere without telling anybody."""
        with QSignalBlocker(self.slider):
            self.slider.reach(value)
        self._months.setText(months(value))

    def tell(self, note: str, problem: str) -> None:
        """Say what the draft would do, and why it cannot be applied where it cannot."""
        self._note.set_text(note)
        self._note.setVisible(bool(note))
        self._problem.set_text(problem)
        self._problem.setVisible(bool(problem))

    def forget(self) -> None:
        """Say no number: what the draft would do is not known."""
        self._note.hide()
        self.chart.show_stops((), (0, 0))

    def chosen_segment(self) -> Segment | None:
        """Whom the rules on show are for."""
        value = self.segment.value()
        return None if value is None else Segment(str(value))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The chart goes below where the card is narrow."""
        super().resizeEvent(event)
        wide = self.width() >= self.chart.sizeHint().width() + sizes.SEARCH_WIDTH
        way = QBoxLayout.Direction
        self._across.setDirection(way.LeftToRight if wide else way.TopToBottom)

    def _choose(self, _index: int) -> None:
        self.segment_chosen.emit(self.chosen_segment())

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setContentsMargins(sizes.XL, sizes.M, sizes.XL, 0)
        head.setSpacing(sizes.L)
        head.addWidget(Text(_("When is a client flagged as “online only”?"), Type.H2, wrap=True), 1)
        head.addWidget(self.segment)
        return head

    def _body(self) -> QBoxLayout:
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._across.setContentsMargins(sizes.XL, sizes.S, sizes.XL, sizes.XL)
        self._across.setSpacing(sizes.PAGE)
        left = QVBoxLayout()
        left.setSpacing(sizes.S)
        figure = QHBoxLayout()
        figure.setSpacing(sizes.M)
        base = Qt.AlignmentFlag.AlignBottom
        figure.addWidget(Text(pgettext("delay", "After"), Type.BODY, Tone.SECOND), alignment=base)
        figure.addWidget(self._months, alignment=base)
        words = Text(
            _("without meeting, with at least one contact online"),
            Type.BODY,
            Tone.SECOND,
            wrap=True,
        )
        figure.addWidget(words, 1, alignment=base)
        left.addLayout(figure)
        left.addWidget(self.slider)
        left.addWidget(self._note)
        left.addWidget(self.unknown)
        left.addWidget(self._problem)
        left.addStretch(1)
        self._across.addLayout(left, 1)
        self._across.addWidget(self.chart)
        return self._across


class Foot(QFrame):
    """What is not applied yet, and the buttons for it."""

    def __init__(self) -> None:
        super().__init__()
        gap = sizes.S + sizes.TIGHT
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(sizes.XL, gap, sizes.XL, gap)
        self._row.setSpacing(gap)
        self._words = Text("", Type.SMALL, Tone.SECOND, wrap=True, align=_MIDDLE)
        self._row.addWidget(self._words, 1)
        self._buttons = QWidget()
        buttons = Flow(self._buttons, gap=gap)
        self.see = Button("", Kind.LINK, role=Type.SMALL_MEDIUM, height=sizes.CONTROL_SMALL)
        self.back = Button("", role=Type.SMALL_MEDIUM, height=sizes.CONTROL_SMALL)
        self.apply = Button("", Kind.PRIMARY, role=Type.SMALL_MEDIUM, height=sizes.CONTROL_SMALL)
        for button in (self.see, self.back, self.apply):
            buttons.addWidget(button)
        self._row.addWidget(self._buttons)

    def tell(self, words: str) -> None:
        """Say how things stand."""
        self._words.setText(words)
        self._fit()

    def offer(self, button: Button, words: str, *, works: bool = True) -> None:
        """Word a button; without words it goes."""
        button.setText(words)
        button.updateGeometry()
        button.setVisible(bool(words))
        button.setEnabled(works)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where both do not fit beside each other, the buttons stand below the words."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        needed = self._words.sizeHint().width() + self._buttons.sizeHint().width()
        beside = needed + 2 * sizes.XL + sizes.L <= self.width()
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.LeftToRight if beside else ways.TopToBottom)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the sunken ground with the card's round corners below."""
        paint = colors()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(paint.sunken)
        radius = sizes.R_CARD - sizes.HAIR
        frame = QRectF(self.rect())
        painter.drawRoundedRect(frame, radius, radius)
        painter.drawRect(frame.adjusted(0, 0, 0, -radius))
        painter.end()
