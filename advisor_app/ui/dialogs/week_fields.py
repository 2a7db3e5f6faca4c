"""The fields of the planned meeting in front: when, in what form, or another week."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from advisor_app.i18n import _
from advisor_app.ui.dialogs.week_draft import WeekDraft
from advisor_app.ui.parts.fields import Choice, Labelled
from advisor_app.ui.parts.text import Text
from advisor_app.ui.theme import sizes
from advisor_app.ui.theme.tokens import Tone
from advisor_app.ui.theme.type_scale import Type

if TYPE_CHECKING:
    from advisor_app.domain.moments import Moment


class WeekFields(QWidget):
    """`timed` gives a start with the reference of who gives it up, `formed` a ritual's code."""

    timed = Signal(object, str)
    formed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._who = Text("", Type.BODY_STRONG, wrap=True)
        self._hint = Text(
            _("Choose a meeting to change it, or who should come instead."),
            Type.SMALL,
            Tone.SECOND,
            wrap=True,
        )
        self.time = Choice([], name=_("Time"))
        self.form = Choice([], name=_("Form"))
        for field in (self.time, self.form):
            field.setMinimumContentsLength(12)
            field.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.time.setPlaceholderText(_("Choose a time"))
        self._times: list[tuple[Moment, str]] = []
        self.time.activated.connect(lambda at: self.timed.emit(*self._times[at]))
        self.form.activated.connect(lambda _at: self.formed.emit(str(self.form.value())))
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.L, sizes.M, sizes.L, sizes.M)
        column.setSpacing(sizes.S)
        column.addWidget(self._hint)
        column.addWidget(self._who)
        self._fields = [Labelled(_("Time"), self.time), Labelled(_("Form"), self.form)]
        for labelled in self._fields:
            column.addWidget(labelled)
        self._fold(shown=False)

    def show_client(self, draft: WeekDraft, ref: str) -> None:
        """Show what can be chosen for a client, or nothing for nobody."""
        suggestion = draft.suggestion(ref)
        self._fold(shown=suggestion is not None)
        if suggestion is None:
            return
        self._who.setText(draft.name(suggestion))
        own = draft.find(ref)
        with QSignalBlocker(self.time), QSignalBlocker(self.form):
            self.time.clear()
            offered = list(draft.times(ref))
            self._times = [value for _words, value in offered]
            self.time.addItems([words for words, _value in offered])
            starts = [start.utc for start, _holder in self._times]
            self.time.setCurrentIndex(-1 if own is None else starts.index(own.start.utc))
            self.form.clear()
            for words, code in draft.forms(ref):
                self.form.addItem(words, code)
            self.form.choose(suggestion.ritual)

    def take_focus(self) -> None:
        """The keyboard begins with the time."""
        self.time.setFocus()

    def _fold(self, *, shown: bool) -> None:
        self._hint.setVisible(not shown)
        for widget in (self._who, *self._fields):
            widget.setVisible(shown)
