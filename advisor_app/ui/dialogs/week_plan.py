"""A whole week at once: whom to propose which time, with the reasons; all of it can be changed.

Nothing is booked until the answer, and then all of it in one go.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.domain.agenda import minutes_of, monday_of
from advisor_app.domain.moments import Moment
from advisor_app.domain.week_proposal import WeekEdit
from advisor_app.i18n import _, ngettext
from advisor_app.i18n.agenda_words import week_title
from advisor_app.i18n.week_words import is_over, load_sentences, planned_sentence
from advisor_app.ui.dialogs.frame import HouseDialog
from advisor_app.ui.dialogs.week_draft import WeekDraft
from advisor_app.ui.dialogs.week_fields import WeekFields
from advisor_app.ui.dialogs.week_rows import WeekRows
from advisor_app.ui.parts.buttons import Button
from advisor_app.ui.parts.card import Card, Line
from advisor_app.ui.parts.states import Message, Stage
from advisor_app.ui.parts.text import Text
from advisor_app.ui.parts.week import WeekView
from advisor_app.ui.tasks import Asked
from advisor_app.ui.theme import sizes, week_sizes
from advisor_app.ui.theme.tokens import Tone
from advisor_app.ui.theme.type_scale import Type

if TYPE_CHECKING:
    from advisor_app.domain.week_proposal import WeekProposal

_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class WeekAsker:
    """What the dialog asks of the page: a week's plan, a change to it, and to keep it."""

    read: Callable[["WeekPlanDialog", date], Asked]
    edit: Callable[["WeekPlanDialog", "WeekDraft", WeekEdit], None]
    keep: Callable[["WeekPlanDialog", "WeekProposal"], None]


class WeekPlanDialog(HouseDialog):
    """The week at the left, the meetings with their reasons at the right, the fields below them."""

    def __init__(self, parent: QWidget, day: date, today: date, asker: WeekAsker) -> None:
        super().__init__(parent, _("Whom do you meet that week?"), "", _("Propose these meetings"))
        self._asker = asker
        self._today, self._day = today, max(monday_of(day), monday_of(today))
        self._draft: WeekDraft | None = None
        self._chosen, self._asking = "", False
        self._range = Text("", Type.BODY_STRONG)
        self.view = WeekView(_("The planned week"))
        self.view.movable = False
        self.rows, self.editor = WeekRows(), WeekFields()
        empty = Message("calendar-days", _("Nobody to meet that week"), "")
        empty.say(
            _("Nobody to meet that week"),
            _("No suggestion asks for an appointment then, or no time is free."),
        )
        self.stage = Stage(self.rows, empty, self._read)
        self._told = Text("", Type.SMALL, Tone.SECOND, wrap=True)
        self._lay_out()
        self._listen()
        self._read()

    def draft(self) -> WeekDraft | None:
        """What shows now; None before anything was read."""
        return self._draft

    def show_draft(self, draft: WeekDraft) -> None:
        """Show a plan, or what became of it; nothing where nobody waits for it any more."""
        self._asking = False
        self._draft = draft
        if draft.suggestion(self._chosen) is None:
            self._chosen = ""
        self._range.setText(week_title(draft.plan))
        self.view.show_plan(draft.plan, draft.names)
        met, left = draft.rows(), draft.left()
        self.rows.show_rows(met, left)
        if met or left:
            self.stage.show_content()
        else:
            self.stage.show_empty()
        self._tell(draft)
        self._look()

    def show_failed(self, sentence: str) -> None:
        """Say that the plan could not be made; it can be asked for again."""
        self._asking = False
        self.stage.show_error(_("The week could not be planned"), sentence)

    def refuse(self, sentence: str) -> None:
        """Say why it cannot be done, and stay open."""
        self._asking = False
        super().refuse(sentence)
        if self._draft is not None:
            self._tell(self._draft)

    def accept(self) -> None:
        """Ask for all of it; the window closes when it is done, and stays when it is refused."""
        draft = self._draft
        if draft is None or self._asking or not self.action.isEnabled():
            return
        self.busy()
        self._asker.keep(self, draft.proposal)

    def done_well(self) -> None:
        """The meetings are proposed."""
        super().accept()

    def refit(self) -> None:
        """Keep the size of the window around it: both sides scroll by themselves."""

    def take_size(self) -> None:
        """Leave the week away where there is no room for it beside the form."""
        wide = min(week_sizes.DIALOG, self._around.width() - 2 * sizes.L)
        self._left.setVisible(wide >= week_sizes.FORM + week_sizes.WEEK)
        super().take_size()

    def full_size(self, around: QSize) -> QSize:
        """As much of the window as the design has, and no more than there is."""
        wide = min(week_sizes.DIALOG, around.width() - 2 * sizes.L)
        high = min(week_sizes.DIALOG_HEIGHT, around.height() - 2 * sizes.L)
        return QSize(max(wide, self.minimumWidth()), high)

    def _begin(self) -> None:
        """The week itself is what is asked about, before the arrows to the weeks beside it."""
        if self._left.isVisible():
            self.view.setFocus()
        else:
            super()._begin()

    def _lay_out(self) -> None:
        self._left = QWidget()
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(sizes.S)
        card = Card()
        inside = QVBoxLayout(card)
        inside.setContentsMargins(sizes.TIGHT, sizes.XS, sizes.TIGHT, sizes.XS)
        inside.addWidget(self.view)
        left.addWidget(card, 1)
        right = Card()
        right.setFixedWidth(week_sizes.FORM + sizes.XXL)
        column = QVBoxLayout(right)
        column.setContentsMargins(sizes.HAIR, sizes.HAIR, sizes.HAIR, sizes.HAIR)
        column.setSpacing(0)
        column.addWidget(self.stage, 1)
        column.addWidget(Line())
        column.addWidget(self.editor)
        sides = QHBoxLayout()
        sides.setSpacing(sizes.L)
        sides.addWidget(self._left, 1)
        sides.addWidget(right)
        self.fields.addLayout(self._head())
        self.fields.addLayout(sides, 1)
        self.fields.addWidget(self._told)
        self.body.fill()

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(sizes.S)
        self.before = Button("", icon="chevron-left", name=_("Week before"))
        self.after = Button("", icon="chevron-right", name=_("Week after"))
        self.before.clicked.connect(lambda: self._step(-1))
        self.after.clicked.connect(lambda: self._step(1))
        for button in (self.before, self.after):
            row.addWidget(button)
        row.addWidget(self._range, 1)
        return row

    def _listen(self) -> None:
        self.stage.given_up.connect(self._give_up)
        self.rows.picked.connect(self._choose)
        self.rows.opened.connect(self._open)
        self.rows.turned.connect(self._turn)
        self.editor.timed.connect(self._give_time)
        self.editor.formed.connect(self._give_form)
        self.view.paged.connect(self._step)
        self.view.pointed.connect(self._point)
        self.view.taken.connect(self._point)

    def _read(self) -> None:
        self._draft, self._asking = None, True
        self.action.setEnabled(False)
        self.before.setEnabled(self._day > monday_of(self._today))
        self.stage.wait(self._asker.read(self, self._day))

    def _give_up(self) -> None:
        self._asking = False

    def _step(self, by: int) -> None:
        there = self._day + by * _WEEK
        if there >= monday_of(self._today):
            self._day = there
            self._read()

    def _choose(self, ref: str) -> None:
        if ref != self._chosen:
            self._chosen = ref
            self._look()

    def _open(self, ref: str) -> None:
        self._choose(ref)
        self.editor.take_focus()

    def _look(self) -> None:
        """Show who is in front everywhere."""
        draft = self._draft
        if draft is None:
            return
        self.rows.choose(self._chosen)
        self.editor.show_client(draft, self._chosen)
        self.view.show_free(draft.blocks(self._chosen))
        self.view.show_wished(draft.wished(self._chosen))

    def _turn(self, ref: str) -> None:
        """Take a client out of the week; or ask for the time of one who comes into it."""
        draft = self._draft
        if draft is None or draft.find(ref) is None:
            self._open(ref)
            return
        self._edit(WeekEdit(without=frozenset({ref})))

    def _give_time(self, start: Moment, holder: str) -> None:
        draft = self._draft
        if draft is None or not self._chosen:
            return
        own, at = draft.find(self._chosen), [(self._chosen, start.wall)]
        if own is not None and holder:
            self._edit(WeekEdit(at=(*at, (holder, own.start.wall))))
        else:
            self._edit(WeekEdit(without=frozenset({holder} - {""}), at=tuple(at)))

    def _give_form(self, ritual: str) -> None:
        self._edit(WeekEdit(forms=((self._chosen, ritual),)))

    def _point(self, at: datetime) -> None:
        """A place in the week: the meeting that is planned there, else a time for who is in front."""
        draft = self._draft
        if draft is None:
            return
        there = draft.at(at.date(), minutes_of(at.time()))
        if there and there != self._chosen:
            self._choose(there)
        elif self._chosen and not there:
            self._edit(WeekEdit(at=((self._chosen, at),)))

    def _edit(self, edit: WeekEdit) -> None:
        if self._draft is None or self._asking:
            return
        self._asking = True
        self.problem.hide()
        self.action.setEnabled(False)
        self._asker.edit(self, self._draft, edit)

    def _tell(self, draft: WeekDraft) -> None:
        """Say how full the week is, and what must change before it can be kept."""
        check, count = draft.check, len(draft.proposal.meetings)
        told = [planned_sentence(draft.proposal), *load_sentences(check)]
        if check.refused:
            words = ngettext(
                "{count} meeting cannot be booked as it stands: its row says why.",
                "{count} meetings cannot be booked as they stand: their rows say why.",
                len(check.refused),
            )
            told.append(words.format(count=len(check.refused)))
        self._told.setText(" ".join(told))
        self._told.set_tone(Tone.WARN if check.refused or is_over(check) else Tone.SECOND)
        words = ngettext("Propose {count} meeting", "Propose {count} meetings", count)
        self.action.setText(words.format(count=count) if count else _("Propose these meetings"))
        self.action.setEnabled(bool(count) and not check.refused)
