"""Note a contact: two answers are enough to save."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from advisor_app.domain.codes import Channel, Direction
from advisor_app.domain.suggestions.suggestion import usual_channel
from advisor_app.i18n import _
from advisor_app.i18n.channel_words import channel_label
from advisor_app.ui.dialogs.booking_wish import minutes_label
from advisor_app.ui.dialogs.form import FormDialog
from advisor_app.ui.parts.fields import Choice, DayField, Field, Note
from advisor_app.ui.parts.guarded import Guarded
from advisor_app.ui.parts.requests import Whom
from advisor_app.ui.theme import sizes

_LENGTHS = (5, 10, 15, 20, 30, 45, 60, 90, 120)


@dataclass(frozen=True, slots=True)
class ContactNote:
    """The contact to record; `minutes` None where nobody counted."""

    whom: Whom
    day: date
    channel: Channel
    direction: Direction
    minutes: int | None
    project: str | None
    subject: str
    text: str
    present: tuple[str, ...]


class ContactDialog(FormDialog):
    """One short form for a meeting, a call, a letter."""

    def __init__(
        self,
        parent: QWidget,
        whom: Whom,
        today: date,
        projects: list[tuple[str, str]],
        save: Callable[["ContactDialog", ContactNote], None],
    ) -> None:
        safe = _("Write nothing that the client could not read: no health, religion or opinions.")
        super().__init__(parent, contact_title(whom.title), safe, _("Save the note"))
        self._whom, self._save = whom, save
        self._day = DayField(today)
        self._day.setMaximumDate(self._day.date())
        self._channel = Choice([(channel_label(one), one) for one in Channel])
        self._channel.choose(_expected(whom))
        self._direction = Choice(
            [(_("We did"), Direction.OUT), (_("The client did"), Direction.IN)]
        )
        self._minutes = Choice(
            [(_("Not counted"), None), *((minutes_label(count), count) for count in _LENGTHS)]
        )
        self._project = Choice([(_("No project"), None), *projects])
        self._project.choose(whom.project)
        self._subject = self.guard(Guarded(Field(hint=_("In a few words"))))
        self._text = self.guard(Guarded(Note(hint=_("What was said, what was promised"))))
        self._present = [(ref, _ticked(name)) for ref, name in _named(whom)]
        self._lay_out()

    def note(self) -> ContactNote:
        """What the fields say."""
        minutes = self._minutes.value()
        project = self._project.value()
        return ContactNote(
            whom=self._whom,
            day=self._day.day(),
            channel=Channel(str(self._channel.value())),
            direction=Direction(str(self._direction.value())),
            minutes=None if minutes is None else int(str(minutes)),
            project=None if project is None else str(project),
            subject=self._subject.text(),
            text=self._text.text(),
            present=tuple(ref for ref, box in self._present if box.isChecked()),
        )

    def save(self) -> None:
        """Ask for the note to be saved."""
        self._save(self, self.note())

    def _lay_out(self) -> None:
        if len(self._present) > 1:
            there = QHBoxLayout()
            there.setSpacing(sizes.L)
            for _ref, box in self._present:
                there.addWidget(box)
            there.addStretch(1)
            self.fields.addLayout(there)
        self.lay(
            [
                ((_("Channel"), self._channel), (_("Day"), self._day)),
                ((_("Length"), self._minutes), (_("Who began"), self._direction)),
                ((_("Project"), self._project),),
                ((_("Subject"), self._subject),),
                ((_("Note"), self._text),),
            ]
        )


def _expected(whom: Whom) -> Channel:
    """The way that the suggestion takes; a meeting at the branch where there is none."""
    return usual_channel(whom.suggestion.ritual) if whom.suggestion else Channel.BRANCH


def _named(whom: Whom) -> list[tuple[str, str]]:
    return [(person.ref, person.name) for person in whom.people if person.ref]


def _ticked(name: str) -> QCheckBox:
    box = QCheckBox(name.replace("&", "&&"))
    box.setChecked(True)
    return box


def contact_title(name: str) -> str:
    """What the question asks, of clients of a name."""
    return _("What happened with {name}?").format(name=name)
