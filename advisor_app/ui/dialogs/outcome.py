"""The outcome of a meeting: short questions, of which two are enough, and what they will change."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from advisor_app.domain.client_page import ProjectCard
from advisor_app.domain.codes import ConsentUse, Party
from advisor_app.domain.commitments import CommitmentDraft
from advisor_app.domain.companions import Companion
from advisor_app.domain.outcome import TOOK_PLACE, ConsentWord, Happened, Outcome, ProjectMove
from advisor_app.domain.project_edits import Stage
from advisor_app.i18n import _, pgettext
from advisor_app.i18n.channel_words import consent_label
from advisor_app.i18n.outcome_words import ChangeWords
from advisor_app.i18n.record_words import stage_label
from advisor_app.ui.dialogs.body import AROUND
from advisor_app.ui.dialogs.form import FormDialog, Named
from advisor_app.ui.dialogs.outcome_changes import ChangesCard
from advisor_app.ui.parts.choices import Check
from advisor_app.ui.parts.fields import Choice, Field, Note
from advisor_app.ui.parts.flow import Flow
from advisor_app.ui.parts.guarded import Guarded
from advisor_app.ui.parts.requests import Whom
from advisor_app.ui.parts.scroll import Scroll
from advisor_app.ui.parts.typed_fields import NumberField, OptionalDayField, PartialDateField
from advisor_app.ui.tasks import Asked
from advisor_app.ui.theme import sizes
from advisor_app.ui.theme.text_size import scaled

_PAUSE_MS = 400
_WIDTH, _FORM, _CHANGES = 940, 560, 300
# In a low window that has the width, four short answers stand beside each other.
_WIDE, _WIDE_FORM = 1240, 880
# What title, words and buttons take of the window's height, and the air around the question.
_AROUND = 200
# What is read again together, as the design draws it.
_USES = (ConsentUse.LETTER, ConsentUse.PHONE, ConsentUse.EMAIL, ConsentUse.SMS)


@dataclass(frozen=True, slots=True)
class OutcomeFacts:
    """What is known before: the household's projects, by name, and its last word on each use.

    `companion` was to come along of the bank.
    """

    projects: tuple[tuple[str, ProjectCard], ...]
    consents: Mapping[ConsentUse, bool]
    project: str | None = None
    companion: Companion | None = None


class OutcomeDialog(FormDialog):
    """Asks, and shows beside the answers what they will change; `look` asks a service for that."""

    def __init__(
        self,
        parent: QWidget,
        whom: Whom,
        today: date,
        facts: OutcomeFacts,
        save: Callable[["OutcomeDialog", Outcome], None],
        look: Callable[["OutcomeDialog", Outcome], Asked],
    ) -> None:
        safe = _("Write nothing that the client could not read: no health, religion or opinions.")
        super().__init__(parent, outcome_title(whom.title), safe, _("Save the meeting note"))
        self._facts, self._save, self._look = facts, save, look
        self._cards = {card.ref: card for _name, card in facts.projects}
        self._happened = Choice([(_happened_label(one), one) for one in Happened])
        self._present = [(person.ref, _ticked(person.name)) for person in whom.people if person.ref]
        self._company = [(one.ref, _ticked(one.name)) for one in (facts.companion,) if one]
        self._text = self.guard(Guarded(Note(hint=_("Two or three sentences are enough"))))
        self._project = Choice(
            [(_("No project"), None), *((name, card.ref) for name, card in facts.projects)]
        )
        self._stage = Choice([(stage_label(one), one) for one in Stage])
        self._amount, self._target = NumberField(), PartialDateField()
        self._promises = [
            (by, self.guard(Guarded(Field(hint=hint))), OptionalDayField(today=today))
            for by, hint in (
                (Party.BANK, _("What you promised")),
                (Party.CLIENT, _("What the client promised")),
            )
        ]
        self._consents = {use: _ticked(consent_label(use)) for use in _USES}
        self._next = OptionalDayField(today=today)
        self._remember = self.guard(Guarded(Field(hint=_("Optional"))))
        self.changes = ChangesCard()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._look_now)
        self.changes.retried.connect(self._look_now)
        self._start_from(facts)
        self._lay_out()
        self._listen()
        self._adapt()
        # The first question is answered already: most meetings take place as they were booked.
        self._text.field.setFocus()

    def outcome(self) -> Outcome:
        """What the fields say; what belongs to a meeting is left out where there was none."""
        happened = Happened(str(self._happened.value()))
        held = happened in TOOK_PLACE
        text = self._text.text() if happened is not Happened.MISSED else ""
        return Outcome(
            happened=happened,
            present=tuple(ref for ref, box in self._present if box.isChecked()) if held else None,
            text=text or None,
            colleagues=tuple(ref for ref, box in self._company if box.isChecked()),
            moves=self._moves() if held else (),
            promises=tuple(
                CommitmentDraft(by, what.text(), due.value())
                for by, what, due in self._promises
                if what.text()
            ),
            consents=self._words() if held else (),
            next_day=self._next.value(),
            remember=self._remember.text() or None,
        )

    def save(self) -> None:
        """Ask for the outcome to be kept."""
        self._timer.stop()
        self._save(self, self.outcome())

    def show_changes(self, words: Sequence[ChangeWords]) -> None:
        """Show what the answers will change."""
        self.changes.show_changes(words)

    def _look_now(self) -> None:
        if all(one.is_right() for one in self._typed()):
            self.changes.stage.wait(self._look(self, self.outcome()))

    def _moves(self) -> tuple[ProjectMove, ...]:
        """What differs from what was known of the chosen project; naming it is enough to attend it."""
        ref = self._project.value()
        if ref is None:
            return ()
        card = self._cards[str(ref)]
        chosen = Stage(int(str(self._stage.value())))
        amount, target = self._amount.value(), self._target.value()
        return (
            ProjectMove(
                card.ref,
                stage=chosen if chosen is not (card.stage or Stage.LISTEN) else None,
                amount=amount if amount != card.amount else None,
                target=target if target != card.target else None,
            ),
        )

    def _words(self) -> tuple[ConsentWord, ...]:
        """Only what was said anew."""
        return tuple(
            ConsentWord(use, box.isChecked())
            for use, box in self._consents.items()
            if box.isChecked() != self._facts.consents.get(use, False)
        )

    def _start_from(self, facts: OutcomeFacts) -> None:
        for use, box in self._consents.items():
            box.setChecked(facts.consents.get(use, False))
        self._project.choose(facts.project)
        self._show_project()

    def _show_project(self) -> None:
        """Put what is known of the chosen project into its fields."""
        ref = self._project.value()
        card = None if ref is None else self._cards[str(ref)]
        for field in (self._stage, self._amount, self._target):
            field.setEnabled(card is not None)
        self._stage.choose((card.stage if card else None) or Stage.LISTEN)
        self._amount.setText(NumberField(card.amount if card else None).text())
        self._target.setText(PartialDateField(card.target if card else None).text())

    def _adapt(self) -> None:
        """Close the questions that only a meeting answers."""
        happened = Happened(str(self._happened.value()))
        held = happened in TOOK_PLACE
        self._text.setEnabled(happened is not Happened.MISSED)
        boxes = (*(box for _ref, box in self._came()), *self._consents.values())
        for field in (self._project, *boxes):
            field.setEnabled(held)
        about = held and self._project.value() is not None
        for part in (self._stage, self._amount, self._target):
            part.setEnabled(about)
        self._timer.start(_PAUSE_MS)

    def _listen(self) -> None:
        self._happened.currentIndexChanged.connect(self._adapt)
        self._project.currentIndexChanged.connect(self._show_project)
        for field in self._named().values():
            match field:
                case QComboBox():
                    field.currentIndexChanged.connect(self._wait)
                case QLineEdit() | QPlainTextEdit():
                    field.textChanged.connect(self._wait)
                case QCheckBox():
                    field.toggled.connect(self._wait)

    def _wait(self) -> None:
        self._timer.start(_PAUSE_MS)

    def _lay_out(self) -> None:
        self.be_wide(_WIDE if self._is_flat() else _WIDTH)
        form = QWidget()
        column = QVBoxLayout(form)
        column.setContentsMargins(AROUND, AROUND, sizes.M, AROUND)
        column.setSpacing(sizes.M)
        self.lay([((_("Did the meeting take place?"), self._happened),)], column)
        if len(self._came()) > 1:
            column.addLayout(_beside(box for _ref, box in self._came()))
        self.lay(self._rows(), column)
        column.addLayout(_beside(self._consents.values()))
        last = ((_("Next meeting"), self._next), (_("One thing to remember"), self._remember))
        self.lay([last], column)
        column.addStretch(1)
        scroll = Scroll()
        scroll.hold(form)
        there = self._around.height() - scaled(_AROUND)
        scroll.setMinimumHeight(min(form.sizeHint().height(), there))
        across = QHBoxLayout()
        across.setSpacing(sizes.L)
        across.addWidget(scroll, _WIDE_FORM if self._is_flat() else _FORM)
        across.addWidget(self.changes, _CHANGES)
        self.fields.addLayout(across)
        self.body.fill()

    def _came(self) -> list[tuple[str, QCheckBox]]:
        """Who may have been there: of the household, then of the bank."""
        return [*self._present, *self._company]

    def _rows(self) -> list[list[Named]]:
        (_bank, ours, our_day), (_client, theirs, their_day) = self._promises
        project = [(_("Project"), self._project), (_("Step of the project"), self._stage)]
        aim = [(_("Amount aimed at"), self._amount), (_("Wished for"), self._target)]
        we = [(_("We will…"), ours), (_("We will, by"), our_day)]
        they = [(_("The client will…"), theirs), (_("The client will, by"), their_day)]
        said = [(_("What was said"), self._text)]
        about = [project + aim] if self._is_flat() else [project, aim]
        return [said, *about, we, they]

    def _is_flat(self) -> bool:
        around = self._around
        return around.height() < sizes.LOW and around.width() >= scaled(_WIDE) + 2 * sizes.XXL


def _happened_label(happened: Happened) -> str:
    return {
        Happened.IN_PERSON: pgettext("meeting", "Yes, in person"),
        Happened.BY_PHONE: pgettext("meeting", "Yes, by telephone"),
        Happened.POSTPONED: pgettext("meeting", "Put off"),
        Happened.MISSED: pgettext("meeting", "Nobody came"),
    }[happened]


def _ticked(words: str) -> QCheckBox:
    box = Check(words)
    box.setAccessibleName(words)
    box.setChecked(True)
    return box


def _beside(boxes: Iterable[QWidget]) -> Flow:
    row = Flow(None, sizes.L)
    for box in boxes:
        row.addWidget(box)
    return row


def outcome_title(name: str) -> str:
    """What the question asks, of clients of a name."""
    return _("How did it go with {name}?").format(name=name)
