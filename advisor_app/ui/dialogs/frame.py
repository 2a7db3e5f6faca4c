"""The frame of every question: a title that asks, fields, and buttons that answer."""

from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from advisor_app.i18n import _
from advisor_app.ui.dialogs.body import AROUND, Body
from advisor_app.ui.dialogs.veil import veil_behind
from advisor_app.ui.parts.buttons import Button, Kind
from advisor_app.ui.parts.fields import Field
from advisor_app.ui.parts.notices import Mood, NoteBox, announce
from advisor_app.ui.parts.ring import Ring
from advisor_app.ui.parts.text import Text
from advisor_app.ui.theme import sizes
from advisor_app.ui.theme.text_size import scaled
from advisor_app.ui.theme.tokens import Tone
from advisor_app.ui.theme.type_scale import Type

_WIDTH = 460
_ROLE = QDialogButtonBox.ButtonRole


class HouseDialog(QDialog):
    """A question over the window; Esc answers no, and the focus returns to where it was.

    Subclasses fill `fields` and answer through `accept`.
    """

    def __init__(self, parent: QWidget, title: str, subtitle: str, action: str) -> None:
        super().__init__(parent)
        self._around = parent.window()
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.be_wide(_WIDTH)
        self.setModal(True)
        self.body = Body(self._around.width() - 2 * sizes.XXL)
        self.body.cramped.connect(self._grow)
        self.fields = self.body.fields
        self.subtitle = Text(subtitle, Type.SMALL, Tone.SECOND, wrap=True)
        self.subtitle.setVisible(bool(subtitle))
        self.body.begin_with(self.subtitle)
        self.problem = NoteBox(Mood.ERROR, "")
        self.problem.hide()
        self._last = QWidget(self)
        self._last.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._last.hide()
        column = QVBoxLayout(self)
        edge = sizes.XXL - AROUND
        column.setContentsMargins(edge, sizes.XL, edge, sizes.XL)
        column.setSpacing(sizes.M - AROUND)
        column.addLayout(_aligned(Text(title, Type.H2, wrap=True)))
        column.addWidget(self.body, 1)
        self._box = self._buttons(action)
        column.addLayout(_aligned(self.problem, self._box, above=sizes.XS))
        # Only a button that stands in its dialog becomes the one that Enter presses.
        self.action.setDefault(True)
        veil_behind(self, self._around)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self._press_action)
        self.ring = Ring(self)
        self.ring.reached.connect(self.body.follow)

    def showEvent(self, event: QShowEvent) -> None:
        """Take the height that wrapped lines need at this width; begin at the first field."""
        self.body.updateGeometry()
        self.take_size()
        super().showEvent(event)
        if self.focusWidget() is None:
            self._begin()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab reaches the fields, the filled button, then the other answers."""
        self._put_answers_last()
        return super().focusNextPrevChild(forward)

    def refuse_at(self, field: Field, sentence: str) -> None:
        """Say why it cannot be done, and point at the field that is to be changed."""
        field.mark_wrong()
        self.refuse(sentence)
        field.setFocus()

    def refuse(self, sentence: str) -> None:
        """Say why it cannot be done, and stay open."""
        self.problem.set_text(sentence)
        self.problem.show()
        announce(self, sentence)
        self.action.setEnabled(True)
        self.refit()

    def refit(self) -> None:
        """Take the height that the content needs now."""
        # What scrolls tells nobody that it grew: the layout around it would keep the old height.
        self.body.updateGeometry()
        self.take_size()

    def be_wide(self, pixels: int) -> None:
        """Be so wide at least, at the normal size of text, where the window around is."""
        self.setMinimumWidth(min(scaled(pixels), self._around.width()))

    def take_size(self) -> None:
        """All of a narrow window; of others what is wanted, as far as it is there."""
        around = self._around
        if fills_narrow(self, around):
            return
        wanted = self.full_size(around.size())
        self.resize(wanted.boundedTo(around.size()).expandedTo(self.minimumSize()))
        beyond = self.y() + self.height() - around.mapToGlobal(around.rect().bottomLeft()).y()
        if self.isVisible() and beyond > 0:
            self.move(self.x(), self.y() - beyond)

    def full_size(self, around: QSize) -> QSize:
        """The size at which nothing scrolls, with a margin left of the window around."""
        layout = self.layout()
        if layout is None:
            return self.size()
        least = layout.totalMinimumSize().width()
        wide = max(self.width(), min(least, around.width() - 2 * sizes.L))
        high = layout.totalHeightForWidth(wide)
        return QSize(wide, min(high, around.height() - 2 * sizes.L))

    def busy(self) -> None:
        """Wait for the answer; nothing can be asked twice."""
        self.problem.hide()
        self.action.setEnabled(False)

    def _press_action(self) -> None:
        """Ctrl+Enter presses the filled button from anywhere (DESIGN.md, section 4)."""
        if self.action.isVisible():
            self.action.click()

    def _grow(self) -> None:
        """Follow what was added while the question shows."""
        if self.isVisible():
            self.refit()

    def _begin(self) -> None:
        """Focus the first field, or the answer of a question that has none.

        Qt itself walks: PySide takes what `nextInFocusChain` gives back for a child of its own.
        """
        box = self.action.parentWidget()
        for _button in (*self.findChildren(QPushButton), None):
            self.focusNextChild()
            begun = self.focusWidget()
            if begun is None or begun.parentWidget() is not box:
                return
        self.action.setFocus()

    def _put_answers_last(self) -> None:
        """Qt goes by the platform's place of each button, and puts what is added later behind them.

        What is taken out of a window and put back stands last in it: the answers follow that.
        """
        self._last.setParent(None)
        self._last.setParent(self)
        first, last = self.action, self.cancel
        others = [one for one in self._box.buttons() if one not in {first, last}]
        for before, after in pairwise((self._last, first, *others, last)):
            self.setTabOrder(before, after)

    def _buttons(self, action: str) -> QDialogButtonBox:
        box = QDialogButtonBox()
        inside = box.layout()
        if inside is not None:
            # The ring of one button does not reach the next.
            inside.setSpacing(sizes.M)
        self.cancel = Button(_("Cancel"), Kind.SECONDARY)
        self.cancel.clicked.connect(self.reject)
        self.action = Button(action, Kind.PRIMARY)
        self.action.clicked.connect(self.accept)
        box.addButton(self.cancel, _ROLE.RejectRole)
        box.addButton(self.action, _ROLE.AcceptRole)
        return box


def fills_narrow(dialog: QDialog, window: QWidget) -> bool:
    """Give a dialog all of a narrow window (DESIGN.md, section 8); whether it is narrow."""
    if window.width() >= sizes.NARROW:
        return False
    dialog.setGeometry(QRect(window.mapToGlobal(QPoint()), window.size()))
    return True


def _aligned(*widgets: QWidget, above: int = 0) -> QVBoxLayout:
    """Below each other, in line with the fields."""
    column = QVBoxLayout()
    column.setContentsMargins(AROUND, above, AROUND, 0)
    column.setSpacing(sizes.L)
    for widget in widgets:
        column.addWidget(widget)
    return column
