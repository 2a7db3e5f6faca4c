"""«À placer»: who waits for a time; dragged into the week, or placed by Enter."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.i18n import _, ngettext
from advisor_app.ui.pages.agenda.legend import Legend
from advisor_app.ui.pages.agenda.waiting_row import WaitingRow
from advisor_app.ui.parts.buttons import Button, Kind
from advisor_app.ui.parts.card import Card, Line
from advisor_app.ui.parts.scroll import RowScroll
from advisor_app.ui.parts.states import Stage
from advisor_app.ui.parts.text import Text
from advisor_app.ui.theme import sizes, week_sizes
from advisor_app.ui.theme.tokens import Tone
from advisor_app.ui.theme.type_scale import Type

if TYPE_CHECKING:
    from advisor_app.ui.pages.agenda.reading import Waiting, WaitingList


class WaitingCard(Card):
    """The list; `placing` asks for a time for a row.

    `picked` says which one is in front, `left` that none is any more; `given_back` that one should
    wait no longer. `planning_asked` asks for a whole week at once.
    """

    placing = Signal(object)
    picked = Signal(object)
    left = Signal()
    given_back = Signal(object)
    others_asked = Signal()
    planning_asked = Signal()
    retried = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[WaitingRow] = []
        self._area = RowScroll()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, sizes.M, 0, 0)
        column.setSpacing(sizes.TIGHT)
        head = QVBoxLayout()
        head.setContentsMargins(sizes.L, 0, sizes.L, sizes.S)
        head.setSpacing(sizes.TIGHT)
        head.addWidget(Text(_("To place"), Type.H2))
        words = _("Drag into the week, or press Enter to choose a time.")
        self._hint = Text(words, Type.SMALL, Tone.SECOND, wrap=True)
        head.addWidget(self._hint)
        column.addLayout(head)
        self.stage = Stage(self._area, None, self.retried.emit, week_sizes.WAITING)
        column.addWidget(self.stage, 1)
        column.addLayout(self._whole_week())
        column.addWidget(Line())
        self._legend = Legend()
        column.addWidget(self._legend)
        self.setAccessibleName(_("To place"))

    def fit(self, *, low: bool) -> None:
        """A low window gives its room to the rows: what can be done with them F1 says too."""
        self._hint.setVisible(not low)
        self._legend.fit(low=low)

    def show_waiting(self, found: "WaitingList") -> None:
        """Show who waits."""
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        before = self.chosen()
        focused = any(row.hasFocus() for row in self._rows)
        self._rows = [self._row(one) for one in found.rows]
        self._put(column)
        if not found.rows:
            column.addWidget(self._nothing())
        if found.others > 0:
            column.addLayout(self._foot(found.others))
        column.addStretch(1)
        self._area.hold(whole)
        self._come_back(before, focused=focused)

    def chosen(self) -> "Waiting | None":
        """The row in front."""
        return next((row.waiting for row in self._rows if row.is_chosen()), None)

    def choose(self, waiting: "Waiting | None") -> None:
        """Put a row in front, or none."""
        for row in self._rows:
            row.choose(row.waiting is waiting)
        if waiting is not None:
            self.picked.emit(waiting)
        else:
            self.left.emit()

    def dragged(self, token: str) -> "Waiting | None":
        """The row that was dragged."""
        return next((row.waiting for row in self._rows if row.token == token), None)

    def _put(self, column: QVBoxLayout) -> None:
        """The rows: who was accepted, then, under their own heading, who is suggested today."""
        accepted = sum(row.waiting.accepted is not None for row in self._rows)
        for row in self._rows[:accepted]:
            column.addWidget(row)
        if 0 < accepted < len(self._rows):
            column.addWidget(_heading(_("Suggested today")))
        for row in self._rows[accepted:]:
            column.addWidget(row)

    def _come_back(self, before: "Waiting | None", *, focused: bool) -> None:
        """The row that was in front stays there, and so does the keyboard."""
        keys = [row.waiting.whom.key for row in self._rows]
        row = None
        if before is not None and before.whom.key in keys:
            row = self._rows[keys.index(before.whom.key)]
            self.choose(row.waiting)
        elif before is not None:
            self.left.emit()
        if focused and self._rows:
            (row or self._rows[0]).setFocus()

    def _move(self, row: "WaitingRow", by: int) -> None:
        at = self._rows.index(row) + by
        if 0 <= at < len(self._rows):
            self._rows[at].setFocus()

    def _row(self, one: "Waiting") -> "WaitingRow":
        row = WaitingRow(one)
        row.pressed.connect(lambda: self.choose(one))
        row.reached.connect(lambda: self.choose(one))
        row.moved.connect(lambda by: self._move(row, by))
        row.given_back.connect(lambda: self.given_back.emit(one))
        row.unchosen.connect(lambda: self.choose(None))
        row.clicked.connect(lambda: self.placing.emit(one))
        row.button.clicked.connect(lambda: self.placing.emit(one))
        return row

    def _whole_week(self) -> QHBoxLayout:
        plan = Button(_("Plan a whole week…"), icon="calendar-check", height=sizes.CONTROL_SMALL)
        plan.clicked.connect(self.planning_asked)
        row = QHBoxLayout()
        row.setContentsMargins(sizes.L, sizes.S, sizes.L, sizes.S)
        row.addWidget(plan)
        row.addStretch(1)
        return row

    def _foot(self, count: int) -> QHBoxLayout:
        words = ngettext("{count} other suggestion", "{count} other suggestions", count)
        others = Button(
            words.format(count=count),
            Kind.LINK,
            role=Type.SMALL_MEDIUM,
            height=sizes.CONTROL_SMALL,
        )
        others.clicked.connect(self.others_asked)
        foot = QHBoxLayout()
        foot.setContentsMargins(sizes.L, sizes.S, sizes.L, sizes.S)
        foot.addWidget(others)
        foot.addStretch(1)
        return foot

    def _nothing(self) -> QWidget:
        words = Text(_("Nobody waits for a time."), Type.SMALL, Tone.SECOND, wrap=True)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(sizes.L, sizes.M, sizes.L, sizes.M)
        row.addWidget(words)
        return holder


def _heading(words: str) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(sizes.L, sizes.M, sizes.L, sizes.XS)
    row.addWidget(Text(words, Type.SMALL_STRONG, Tone.SECOND, wrap=True), 1)
    return holder
