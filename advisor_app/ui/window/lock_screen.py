"""The locked window: the time, who locked it, and the passphrase; nothing of any client."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.domain.locking import Lock, LockedBy, seconds_to_wait
from advisor_app.i18n import _, ngettext
from advisor_app.i18n.formats import clock as clock_time
from advisor_app.i18n.formats import long_date
from advisor_app.ui.parts.buttons import Button, Kind
from advisor_app.ui.parts.card import Card
from advisor_app.ui.parts.icons import IconMark, Logo
from advisor_app.ui.parts.initials import Initials
from advisor_app.ui.parts.notices import Mood, NoteBox
from advisor_app.ui.parts.secret import Secret
from advisor_app.ui.parts.text import Text
from advisor_app.ui.theme import sizes
from advisor_app.ui.theme.application import colors
from advisor_app.ui.theme.text_size import scaled
from advisor_app.ui.theme.tokens import Tone
from advisor_app.ui.theme.type_scale import Type

_WIDTH = 400
_LOGO = 56
_SECOND = 1_000


class LockScreen(QWidget):
    """`typed` carries a passphrase; `forgotten` asks for the recovery code instead."""

    typed = Signal(str)
    forgotten = Signal()

    def __init__(self, lock: Lock, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._now, self._wrong, self._wait = now, 0, 0
        self._hour = Text("", Type.HERO, align=Qt.AlignmentFlag.AlignHCenter)
        self._day = Text("", Type.BODY, Tone.SECOND, align=Qt.AlignmentFlag.AlignHCenter)
        self.secret = Secret(name=_("Passphrase"))
        self.problem = NoteBox(Mood.ERROR, "")
        self.problem.hide()
        self.helps = Text("", Type.SMALL, Tone.SECOND, wrap=True)
        self.helps.hide()
        self.action = Button(_("Unlock"), Kind.PRIMARY, height=sizes.CONTROL_LARGE)
        self._lay_out(lock)
        self.action.clicked.connect(self._send)
        self.secret.returnPressed.connect(self._send)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._tick)
        self._timer.start(_SECOND)
        self._tick()
        self.setFocusProxy(self.secret)

    def refuse(self) -> None:
        """Say that the passphrase is wrong; from the third time on, wait before the next."""
        self._wrong += 1
        self._wait = seconds_to_wait(self._wrong)
        self._say_wrong()
        self._free()

    def hint(self, sentence: str) -> None:
        """Say what may help whoever stands before it."""
        self.helps.setText(sentence)
        self.helps.show()
        self._fit()

    def say(self, sentence: str) -> None:
        """Say what else stands in the way; the store can be tried again."""
        self._show_problem(sentence)
        self._free()

    def _say_wrong(self) -> None:
        words = _("This passphrase does not open the store. Nothing was changed.")
        if self._wait:
            told = ngettext(
                "This passphrase does not open the store. Try again in {count} second.",
                "This passphrase does not open the store. Try again in {count} seconds.",
                self._wait,
            )
            words = told.format(count=self._wait)
        self._show_problem(words)

    def _show_problem(self, words: str) -> None:
        # It is read out as soon as the field has the keyboard again.
        self.secret.setAccessibleDescription(words)
        self.problem.set_text(words)
        self.problem.show()
        self._fit()

    def _hide_problem(self) -> None:
        self.secret.setAccessibleDescription(_("Passphrase"))
        self.problem.hide()
        self._fit()

    def _fit(self) -> None:
        """Take the height that wrapped lines need: a centred card is not asked for it."""
        layout = self._whole.layout()
        if layout is not None:
            layout.activate()
            needed = max(layout.totalHeightForWidth(_WIDTH), layout.totalSizeHint().height())
            self._whole.setFixedHeight(needed)

    def _free(self) -> None:
        self.action.setText(_("Unlock"))
        for widget in (self.secret, self.action):
            widget.setEnabled(not self._wait)
        self.secret.setFocus()

    def _send(self) -> None:
        if not self.action.isEnabled() or not self.secret.text():
            return
        self._hide_problem()
        self.action.setText(_("Opening…"))
        for widget in (self.secret, self.action):
            widget.setEnabled(False)
        self.typed.emit(self.secret.take())

    def _tick(self) -> None:
        now = self._now()
        self._hour.setText(clock_time(now.time()))
        day = long_date(now.date())
        self._day.setText(day[:1].upper() + day[1:])
        if self._wait:
            self._wait -= 1
            self._say_wrong()
            if not self._wait:
                self._hide_problem()
                self._free()

    def _lay_out(self, lock: Lock) -> None:
        column = QVBoxLayout(self)
        centre = Qt.AlignmentFlag.AlignHCenter
        column.addStretch(5)
        column.addWidget(Logo(_LOGO), 0, centre)
        column.addSpacing(sizes.L)
        column.addWidget(self._hour)
        column.addSpacing(sizes.XS)
        column.addWidget(self._day)
        column.addSpacing(sizes.PAGE)
        self._whole = self._card(lock)
        self._fit()
        column.addWidget(self._whole, 0, centre)
        column.addSpacing(sizes.XL)
        column.addLayout(_promise())
        column.addStretch(5)

    def _card(self, lock: Lock) -> Card:
        card = Card()
        card.setFixedWidth(scaled(_WIDTH))
        column = QVBoxLayout(card)
        column.setContentsMargins(sizes.XXL, sizes.XL, sizes.XXL, sizes.XL)
        column.setSpacing(sizes.M)
        column.addLayout(_who(lock))
        column.addSpacing(sizes.XS)
        label = Text(_("Passphrase"), Type.SMALL_MEDIUM, Tone.SECOND)
        label.setBuddy(self.secret)
        column.addWidget(label)
        column.addWidget(self.secret)
        column.addWidget(self.helps)
        column.addWidget(self.problem)
        self.action.setMinimumWidth(scaled(_WIDTH) - 2 * sizes.XXL)
        column.addWidget(self.action)
        lost = Button(_("Passphrase forgotten"), Kind.LINK, role=Type.SMALL_MEDIUM)
        lost.clicked.connect(self.forgotten)
        column.addWidget(lost, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), colors().bg)
        painter.end()


def why_locked(lock: Lock) -> str:
    """The reason, in a sentence."""
    if lock.why is LockedBy.IDLE:
        told = ngettext(
            "Locked after {count} minute without activity",
            "Locked after {count} minutes without activity",
            lock.minutes,
        )
        return told.format(count=lock.minutes)
    if lock.why is LockedBy.COMPUTER:
        return _("Locked together with the computer")
    return _("Locked by you") if lock.why is LockedBy.HAND else _("Closed since the last time")


def _who(lock: Lock) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(sizes.M)
    row.addWidget(Initials(lock.who))
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(Text(lock.who or _("Your portfolio"), Type.H3))
    words.addWidget(Text(why_locked(lock), Type.SMALL, Tone.SECOND))
    row.addLayout(words, 1)
    return row


def _promise() -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(sizes.S)
    row.addStretch(1)
    row.addWidget(IconMark("shield", sizes.ICON, Tone.HINT))
    said = _("Nothing can be seen while the window is locked.")
    row.addWidget(Text(said, Type.SMALL, Tone.HINT))
    row.addStretch(1)
    return row
