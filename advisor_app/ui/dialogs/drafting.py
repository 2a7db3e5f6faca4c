"""Keeps what is typed in a question every few seconds, and puts it back after a crash or a lock."""

from PySide6.QtCore import QObject, QTimer

from advisor_app.domain.drafts import Draft, DraftPlace
from advisor_app.i18n import _
from advisor_app.i18n.formats import clock, plain_date
from advisor_app.ui.dialogs.form import FormDialog
from advisor_app.ui.parts.notices import Mood, NoteBox
from advisor_app.ui.parts.page import Ask

EVERY_MS = 3_000


class Drafting(QObject):
    """Watches one question from its opening to its end.

    What was saved or given up is forgotten; what the machine cut short stays, and is offered when
    the same question is asked again.
    """

    def __init__(self, dialog: FormDialog, ask: Ask, place: DraftPlace) -> None:
        super().__init__(dialog)
        self._dialog, self._ask, self._place = dialog, ask, place
        self._first = self._kept = dialog.typed()
        self._around = dialog.parentWidget() or dialog
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.keep)
        dialog.finished.connect(self._end)

    def open(self) -> None:
        """Open the question, with what was typed in it before where there is such a thing."""
        self._dialog.open()
        place = self._place
        self._ask(self, lambda services: services.drafts.find(place), self._offer)

    def keep(self) -> None:
        """Keep what stands in the fields, where it is not kept yet."""
        texts, place = self._dialog.typed(), self._place
        if texts == self._kept:
            return
        self._kept = texts
        self._ask(self._around, lambda services: services.drafts.keep(place, texts), _nothing)

    def _offer(self, draft: Draft | None) -> None:
        """Put a draft back, unless somebody typed faster than it came."""
        self._timer.start(EVERY_MS)
        if draft is None or self._dialog.typed() != self._first:
            return
        self._dialog.retype(draft.texts)
        self._kept = self._dialog.typed()
        day, time = plain_date(draft.kept_at.date()), clock(draft.kept_at.time())
        words = _("This is what you were typing on {day} at {time}.").format(day=day, time=time)
        note = NoteBox(Mood.INFO, words, _("Start afresh"))
        note.link.clicked.connect(lambda: self._start_afresh(note))
        self._dialog.fields.insertWidget(0, note)
        # A layout counts only what shows, and would show it later by itself.
        note.show()
        self._dialog.refit()

    def _start_afresh(self, note: NoteBox) -> None:
        self._dialog.retype(self._first)
        note.hide()
        self._dialog.refit()

    def _end(self, _result: int) -> None:
        """Saved or given up, the draft goes; where the window closed the question, it stays."""
        self._timer.stop()
        if not self._dialog.answered:
            self.keep()
        elif self._kept != self._first:
            place = self._place
            self._ask(self._around, lambda services: services.drafts.forget(place), _nothing)


def _nothing(_done: object) -> None:
    """Nobody waits for a draft."""
