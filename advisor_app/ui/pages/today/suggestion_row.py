"""One suggestion in four zones: the ritual; who, why and tags; the action; later or dismiss."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from advisor_app.i18n import _
from advisor_app.ui.pages.today.words import SuggestionWords, TagWords
from advisor_app.ui.parts.buttons import Button, Kind
from advisor_app.ui.parts.card import Badge, RowButton
from advisor_app.ui.parts.project_icons import ritual_look
from advisor_app.ui.parts.tags import Tag
from advisor_app.ui.parts.text import Text
from advisor_app.ui.theme import sizes, today_sizes
from advisor_app.ui.theme.tokens import Tone
from advisor_app.ui.theme.type_scale import Type


class SuggestionRow(RowButton):
    """The row; it has the focus as one thing, and its buttons by Tab."""

    picked = Signal()
    opened = Signal()
    acted = Signal()
    later = Signal()
    dismissed = Signal()
    accepted = Signal()
    moved = Signal(int)

    def __init__(self, words: SuggestionWords, *, roomy: bool = True) -> None:
        super().__init__()
        self.words = words
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(sizes.S + 2, sizes.S - 2, sizes.L + 1, sizes.XS)
        row.setSpacing(sizes.M)
        self._badge = Badge(*ritual_look(words.ritual))
        self._zone = self._ritual(labelled=roomy)
        row.addWidget(self._zone)
        row.addLayout(self._middle(), 1)
        row.addLayout(self._right())
        self.setAccessibleName(f"{words.title}. {words.sentence}")

    def needed(self, width: int) -> int:
        """The height that the row's lines take at a width."""
        layout = self.layout()
        return 0 if layout is None else layout.totalHeightForWidth(width)

    def ritual_width(self) -> int:
        """What the first zone takes so that no word under its icon is broken."""
        words = self._zone.findChildren(Text)
        return max(self._zone.width(), *(one.longest_word() for one in words), 0)

    def set_ritual_width(self, width: int) -> None:
        """Make the first zone as wide as those of the rows around."""
        self._zone.setFixedWidth(width)

    def choose(self, chosen: bool) -> None:
        """The chosen row carries the filled button."""
        super().choose(chosen)
        ground = "surface" if chosen else ritual_look(self.words.ritual)[1]
        self._badge.set_fill(ground)
        self.action.set_kind(Kind.PRIMARY if chosen else Kind.SECONDARY)

    def _ritual(self, *, labelled: bool) -> QWidget:
        zone = QWidget()
        zone.setFixedWidth(today_sizes.RITUAL if labelled else sizes.BADGE + sizes.S)
        column = QVBoxLayout(zone)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.XS)
        centre = Qt.AlignmentFlag.AlignHCenter
        column.addStretch(1)
        column.addWidget(self._badge, 0, centre)
        if labelled:
            label = Text(
                self.words.ritual_label, Type.CAPTION, Tone.SECOND, wrap=True, align=centre
            )
            column.addWidget(label)
        column.addStretch(1)
        return zone

    def _middle(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(sizes.TIGHT)
        column.addStretch(1)
        line = QHBoxLayout()
        line.setSpacing(sizes.S)
        name = Text(self.words.title, Type.H3)
        line.addWidget(name)
        line.addWidget(Text(self.words.about, Type.SMALL, Tone.HINT), 1)
        column.addLayout(line)
        column.addWidget(Text(self.words.sentence, Type.BODY, wrap=True))
        column.addWidget(tag_line(self.words.tags))
        column.addStretch(1)
        return column

    def _right(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(sizes.S - 2)
        column.addStretch(1)
        self.action = Button(self.words.action, Kind.SECONDARY, icon=self.words.action_icon)
        self.action.setMinimumWidth(max(today_sizes.ACTION, self.action.sizeHint().width()))
        self.action.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.action.clicked.connect(self._act)
        column.addWidget(self.action)
        links = QHBoxLayout()
        links.setSpacing(sizes.XS)
        links.addStretch(1)
        for text, icon, signal in (
            (_("Later"), "alarm-clock", self.later),
            (_("Dismiss"), "x", self.dismissed),
        ):
            button = Button(
                text, Kind.GHOST, icon=icon, role=Type.SMALL_MEDIUM, height=sizes.CONTROL_SMALL
            )
            button.clicked.connect(signal)
            links.addWidget(button)
        links.addStretch(1)
        column.addLayout(links)
        column.addStretch(1)
        return column

    def _act(self) -> None:
        self.picked.emit()
        self.acted.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the row; the name opens with a second click."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.picked.emit()
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """Open the client's page."""
        self.opened.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Reaching the row chooses it."""
        self.picked.emit()
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move, Enter opens, Del dismisses, L puts off, Ctrl+Enter acts."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        match event.key():
            case Qt.Key.Key_Up:
                self.moved.emit(-1)
            case Qt.Key.Key_Down:
                self.moved.emit(1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                (self.acted if control else self.opened).emit()
            case Qt.Key.Key_Delete:
                self.dismissed.emit()
            case Qt.Key.Key_A if self.words.books:
                self.accepted.emit()
            case Qt.Key.Key_L:
                self.later.emit()
            case _:
                super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """All that the row can do."""
        menu = QMenu(self)
        menu.addAction(self.words.action, self._act)
        menu.addAction(_("Open the page"), self.opened.emit)
        menu.addSeparator()
        if self.words.books:
            menu.addAction(_("Choose the time later, in the agenda"), self.accepted.emit)
        menu.addAction(_("Later…"), self.later.emit)
        menu.addAction(_("Dismiss…"), self.dismissed.emit)
        menu.exec(event.globalPos())

    def minimumSizeHint(self) -> QSize:
        """Never narrower than its words can be read; the list gives the height."""
        return QSize(sizes.SEARCH_WIDTH, 0)


def tag_line(tags: tuple[TagWords, ...]) -> QWidget:
    """The tags side by side; the last one is cut where there is no room, the presence never."""
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(sizes.S - 2)
    for tag in tags:
        row.addWidget(Tag(tag.text, tag.tint, icon=tag.icon, presence=tag.presence))
    row.addStretch(1)
    return line
