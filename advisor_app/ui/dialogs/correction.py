"""Correct a contact that was noted: what it said before is kept."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from advisor_app.domain.client_record import TimelineEntry
from advisor_app.domain.codes import Channel, Direction, Nature
from advisor_app.i18n import _
from advisor_app.i18n.channel_words import channel_label
from advisor_app.services.corrections import Corrected
from advisor_app.ui.dialogs.booking_wish import minutes_label
from advisor_app.ui.dialogs.form import FormDialog
from advisor_app.ui.parts.fields import Choice, DayField, Field, Note
from advisor_app.ui.parts.guarded import Guarded

_LENGTHS = (5, 10, 15, 20, 30, 45, 60, 90, 120)


class CorrectionDialog(FormDialog):
    """The same fields as a note's, filled with what stands there."""

    def __init__(
        self,
        parent: QWidget,
        entry: TimelineEntry,
        projects: list[tuple[str, str]],
        save: Callable[["CorrectionDialog", Corrected], None],
    ) -> None:
        kept = _("What was written before is kept, with your name, the day and the reason.")
        super().__init__(parent, _("What is to be corrected?"), kept, _("Correct the note"))
        said = entry.exchange
        self._save = save
        self._day = DayField(said.day)
        self._channel = Choice([(channel_label(one), one) for one in Channel])
        self._nature = Choice(
            [
                (_("Conversation"), Nature.CONVERSATION),
                (_("Operation"), Nature.OPERATION),
                (_("Automatic message"), Nature.AUTOMATED),
            ]
        )
        self._direction = Choice(
            [(_("We did"), Direction.OUT), (_("The client did"), Direction.IN)]
        )
        lengths = sorted({*_LENGTHS, *([said.minutes] if said.minutes else [])})
        self._minutes = Choice(
            [(_("Not counted"), None), *((minutes_label(count), count) for count in lengths)]
        )
        self._project = Choice([(_("No project"), None), *projects])
        self._subject = self.guard(Guarded(Field(said.subject or "")))
        self._text = self.guard(Guarded(Note()))
        self._why = Field(hint=_("Wrong day, wrong client, a mistake of typing"))
        for choice, value in (
            (self._channel, said.channel),
            (self._nature, said.nature),
            (self._direction, said.direction),
            (self._minutes, said.minutes),
            (self._project, said.project),
        ):
            choice.choose(value)
        self._text.set_text(said.note or "")
        self._lay_out()

    def save(self) -> None:
        """Give the correction."""
        minutes, project = self._minutes.value(), self._project.value()
        corrected = Corrected(
            day=self._day.day(),
            channel=Channel(str(self._channel.value())),
            nature=Nature(str(self._nature.value())),
            direction=Direction(str(self._direction.value())),
            minutes=None if minutes is None else int(str(minutes)),
            subject=self._subject.text(),
            project=None if project is None else str(project),
            note=self._text.text(),
            why=self._why.text().strip() or None,
        )
        self._save(self, corrected)

    def _lay_out(self) -> None:
        self.lay(
            [
                ((_("Channel"), self._channel), (_("Day"), self._day)),
                ((_("What it was"), self._nature), (_("Who began"), self._direction)),
                ((_("Length"), self._minutes), (_("Project"), self._project)),
                ((_("Subject"), self._subject),),
                ((_("Note"), self._text),),
                ((_("Why it is corrected"), self._why),),
            ]
        )
