"""Write a life project: when it is for, what it may cost, what comes next, and its figures."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.domain.codes import ProjectSource, ProjectStatus
from advisor_app.domain.people import Person
from advisor_app.domain.project_edits import KeptProject, ProjectDraft, Stage
from advisor_app.i18n import _
from advisor_app.i18n.portfolio_words import project_status_label
from advisor_app.i18n.record_words import source_label, stage_label
from advisor_app.ui.dialogs.figures import FiguresPanel, Known
from advisor_app.ui.dialogs.form import FormDialog, Named
from advisor_app.ui.parts.fields import Choice, Field, Note
from advisor_app.ui.parts.guarded import Guarded
from advisor_app.ui.parts.typed_fields import NumberField, OptionalDayField, PartialDateField
from advisor_app.ui.theme import sizes
from advisor_app.ui.theme.text_size import scaled

_WIDTH, _FIELDS, _HEIGHT, _AROUND = 1040, 440, 520, 260


@dataclass(frozen=True, slots=True)
class ProjectWish:
    """The project to keep; `client` and `source` count only for a new one."""

    client: str
    source: ProjectSource
    draft: ProjectDraft


@dataclass(frozen=True, slots=True)
class ProjectFields:
    """The fields that the editor is made of."""

    client: Choice
    kind: Choice
    status: Choice
    source: Choice
    target: PartialDateField
    amount: NumberField
    stage: Choice
    step: Guarded
    step_on: OptionalDayField
    note: Guarded


class ProjectDialog(FormDialog):
    """What the project is at the left, its figures at the right, computed as one types."""

    def __init__(
        self,
        parent: QWidget,
        people: Sequence[Person],
        names: Mapping[str, str],
        known: Known,
        save: Callable[["ProjectDialog", ProjectWish], None],
        before: KeptProject | None = None,
    ) -> None:
        asked = _("Which life project?") if before is None else project_title()
        safe = _("Write nothing that the client could not read: no health, religion or opinions.")
        super().__init__(parent, asked, safe, _("Keep the project"))
        self.be_wide(_WIDTH)
        self._people, self._save, self._before, self._known = people, save, before, known
        draft = before.draft if before else ProjectDraft(next(iter(names)), currency=known.currency)
        self._fields = self._make(draft, names)
        self._figures = FiguresPanel(known, draft.inputs)
        self._figures.setMinimumHeight(min(scaled(_HEIGHT), parent.window().height() - _AROUND))
        self._lay_out()
        self._fields.kind.currentIndexChanged.connect(self._kind_chosen)
        self._fields.status.currentIndexChanged.connect(self._status_chosen)
        self._kind_chosen()
        self._status_chosen()

    def draft(self) -> ProjectDraft:
        """What stands in the fields."""
        fields = self._fields
        stage = fields.stage.value()
        return ProjectDraft(
            code=str(fields.kind.value()),
            status=ProjectStatus(str(fields.status.value())),
            target=fields.target.value(),
            amount=fields.amount.value(),
            currency=self._known.currency,
            note=fields.note.text(),
            stage=None if stage is None else Stage(int(str(stage))),
            next_step=fields.step.text(),
            next_step_on=fields.step_on.value(),
            inputs=self._figures.texts(),
        )

    def save(self) -> None:
        """Give the project."""
        fields = self._fields
        source = ProjectSource(str(fields.source.value()))
        self._save(self, ProjectWish(str(fields.client.value()), source, self.draft()))

    def _make(self, draft: ProjectDraft, names: Mapping[str, str]) -> ProjectFields:
        statuses = [ProjectStatus.HEARD, ProjectStatus.OPEN, ProjectStatus.DONE]
        statuses += [ProjectStatus.DROPPED, ProjectStatus.EXPIRED]
        fields = ProjectFields(
            client=Choice([(one.name, one.ref) for one in self._people if one.ref]),
            kind=Choice(sorted((name, code) for code, name in names.items())),
            status=Choice([(project_status_label(one), one) for one in statuses]),
            source=Choice([(source_label(one), one) for one in ProjectSource]),
            target=PartialDateField(draft.target),
            amount=NumberField(draft.amount),
            stage=Choice([(_numbered(one), one.value) for one in Stage]),
            step=self.guard(Guarded(Field())),
            step_on=OptionalDayField(draft.next_step_on, today=self._known.on),
            note=self.guard(Guarded(Note(lines=3))),
        )
        fields.kind.choose(draft.code)
        fields.status.choose(draft.status)
        fields.stage.choose((draft.stage or Stage.LISTEN).value)
        fields.step.set_text(draft.next_step or "")
        fields.note.set_text(draft.note or "")
        return fields

    def _lay_out(self) -> None:
        fields = self._fields
        is_new = self._before is None
        rows: list[Sequence[Named]] = [((_("Life project"), fields.kind),)]
        if is_new and len(self._people) > 1:
            rows.append(((_("Whose"), fields.client), (_("How it is known"), fields.source)))
        elif is_new:
            rows.append(((_("How it is known"), fields.source),))
        rows += [
            (
                (_("Where it stands"), fields.status),
                (_("For when"), fields.target),
                (_("Amount"), fields.amount),
            ),
            ((_("Step"), fields.stage),),
            ((_("Next step"), fields.step),),
            ((_("By which day"), fields.step_on),),
            ((_("Note"), fields.note),),
        ]
        across = QHBoxLayout()
        across.setSpacing(sizes.XXL)
        left = QWidget()
        left.setFixedWidth(scaled(_FIELDS))
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.M)
        self.lay(rows, column)
        column.addStretch(1)
        across.addWidget(left)
        across.addWidget(self._figures, 1)
        self.fields.addLayout(across)
        self.body.fill()

    def _kind_chosen(self) -> None:
        self._figures.show_project(str(self._fields.kind.value()))

    def _status_chosen(self) -> None:
        """Only an open project is at a step; one that ended has no next step either."""
        status = ProjectStatus(str(self._fields.status.value()))
        self._fields.stage.setEnabled(status is ProjectStatus.OPEN)
        alive = status in (ProjectStatus.HEARD, ProjectStatus.OPEN)
        self._fields.step.setEnabled(alive)
        self._fields.step_on.setEnabled(alive)


def _numbered(stage: Stage) -> str:
    return _("{number}. {step}").format(number=stage.value, step=stage_label(stage))


def project_title() -> str:
    """What the question asks."""
    return _("What is this project now?")
