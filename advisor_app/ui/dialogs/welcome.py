"""The first page of all: bring one's clients in, or look at an example."""

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.i18n import _, language
from advisor_app.i18n.formats import LANGUAGES
from advisor_app.ui.dialogs.greeting import FirstPage, greet, promise
from advisor_app.ui.parts.buttons import Button, Kind
from advisor_app.ui.parts.card import Badge, Card
from advisor_app.ui.parts.fields import Choice
from advisor_app.ui.parts.icons import IconMark
from advisor_app.ui.parts.notices import Mood, NoteBox
from advisor_app.ui.parts.scroll import Scroll
from advisor_app.ui.parts.text import Text
from advisor_app.ui.theme import sizes
from advisor_app.ui.theme.application import colors
from advisor_app.ui.theme.text_size import scaled
from advisor_app.ui.theme.tokens import Tone
from advisor_app.ui.theme.type_scale import Type

_CARD = 372
_PICTURE = (384, 90)
_EDGE = 44


class Welcome(FirstPage):
    """Two ways to begin; the rail waits."""

    file_asked = Signal()
    folder_asked = Signal()
    example_asked = Signal()
    restore_asked = Signal()
    spoken = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(sizes.PAGE, sizes.M, sizes.PAGE, 0)
        whole.addLayout(self._languages())
        self.warning = NoteBox(Mood.ATTENTION, "")
        self.warning.hide()
        whole.addWidget(self.warning)
        scroll = Scroll()
        scroll.hold(self._inside())
        whole.addWidget(scroll, 1)

    def _inside(self) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, sizes.XL)
        column.addStretch(3)
        self.picture = Picture()
        column.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(sizes.PAGE)
        greet(column, _("What would you like to begin with?"))
        column.addSpacing(sizes.XXL)
        self._cards = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._cards.setSpacing(sizes.XL)
        self._cards.addStretch(1)
        for card in (self._import_card(), self._example_card()):
            self._cards.addWidget(card, 0, Qt.AlignmentFlag.AlignHCenter)
        self._cards.addStretch(1)
        column.addLayout(self._cards)
        column.addSpacing(sizes.XL)
        self.restore = Button(_("Restore a backup"), Kind.LINK, role=Type.SMALL_MEDIUM)
        self.restore.clicked.connect(self.restore_asked)
        column.addLayout(promise([self.restore]))
        column.addStretch(4)
        return inside

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A low window has no room for the picture, a narrow one none for cards side by side."""
        super().resizeEvent(event)
        beside = self.width() >= 2 * scaled(_CARD) + sizes.XL + 2 * sizes.PAGE
        ways = QBoxLayout.Direction
        self._cards.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        self.picture.setVisible(self.window().height() >= sizes.VERY_LOW)

    def warn(self, sentence: str) -> None:
        """Say why this page shows though there was a portfolio."""
        self.warning.set_text(sentence)
        self.warning.show()

    def wait(self) -> None:
        """The portfolio is being prepared; nothing can be asked twice."""
        self.example.setText(_("One moment…"))
        for button in (self.file, self.folder, self.example, self.restore):
            button.setEnabled(False)

    def _languages(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(IconMark("languages", sizes.ICON, Tone.SECOND))
        self.language = Choice([(name, code) for code, name in LANGUAGES.items()])
        self.language.setAccessibleName(_("Language"))
        self.language.choose(language())
        self.language.activated.connect(lambda _at: self.spoken.emit(self.language.value()))
        row.addWidget(self.language)
        return row

    def _import_card(self) -> Card:
        told = _(
            "From your branch's file, CSV or Excel. You check everything before anything is "
            "written. Count on five minutes."
        )
        self.file = Button(
            _("Choose the file…"), Kind.PRIMARY, icon="folder-open", height=sizes.CONTROL_LARGE
        )
        self.file.clicked.connect(self.file_asked)
        self.folder = Button(_("Choose a folder…"), Kind.LINK, role=Type.SMALL_MEDIUM)
        self.folder.clicked.connect(self.folder_asked)
        badge = Badge("upload", "accent_tint", "accent_text", _EDGE)
        return _card(badge, _("Import my clients"), told, self.file, self.folder)

    def _example_card(self) -> Card:
        told = _(
            "Invented clients, meetings and projects of an invented bank, on a day of their own. "
            "Your own clients never mix with them."
        )
        self.example = Button(_("Open the example"), Kind.SECONDARY, height=sizes.CONTROL_LARGE)
        self.example.clicked.connect(self.example_asked)
        badge = Badge("eye", "sunken", "text2", _EDGE)
        return _card(badge, _("Try with an example"), told, self.example)


def _card(badge: Badge, title: str, told: str, *actions: Button) -> Card:
    card = Card()
    card.setFixedWidth(scaled(_CARD))
    column = QVBoxLayout(card)
    column.setContentsMargins(sizes.XXL, sizes.XXL, sizes.XXL, sizes.XXL)
    column.setSpacing(sizes.M)
    column.addWidget(badge)
    column.addSpacing(sizes.XS)
    column.addWidget(Text(title, Type.H2))
    words = Text(told, Type.BODY, Tone.SECOND, wrap=True)
    # A page that is too low scrolls, and cuts no sentence.
    words.setMinimumHeight(words.heightForWidth(scaled(_CARD) - 2 * sizes.XXL))
    column.addWidget(words, 1)
    row = QHBoxLayout()
    row.setSpacing(sizes.L)
    for action in actions:
        row.addWidget(action)
    row.addStretch(1)
    column.addLayout(row)
    return card


class Picture(QWidget):
    """Two people on the thread, between what was and what comes; it says nothing in words."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(*_PICTURE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the thread, its marks, and the two."""
        paint = colors()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, across = self.height() * 0.55, self.width()
        painter.setPen(QPen(paint.border_strong, 1.5, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(0, middle), QPointF(across, middle))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(paint.digital_faint)
        for place, high in enumerate((8, 16, 24, 12, 20, 8, 16)):
            painter.drawRoundedRect(QRectF(12 + 15 * place, 88 - high, 6, high), 2, 2)
        for place, high in enumerate((24, 16, 20, 8, 14)):
            painter.drawRoundedRect(QRectF(268 + 14 * place, 88 - high, 6, high), 2, 2)
        painter.setBrush(paint.accent)
        for left in (41, 113):
            painter.drawEllipse(QPointF(left, middle), 9, 9)
        self._draw_people(painter, middle)
        painter.end()

    def _draw_people(self, painter: QPainter, middle: float) -> None:
        paint = colors()
        painter.setPen(QPen(paint.accent, 3))
        painter.setBrush(paint.bg)
        painter.drawEllipse(QPointF(347, middle), 10, 10)
        painter.drawLine(QPointF(343, middle), QPointF(351, middle))
        painter.drawLine(QPointF(347, middle - 4), QPointF(347, middle + 4))
        pen = QPen(paint.accent, 5)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        for left in (161, 219):
            painter.drawEllipse(QPointF(left, 20), 18, 18)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for left in (133, 191):
            painter.drawArc(QRectF(left, 52, 57, 57), 20 * 16, 140 * 16)
