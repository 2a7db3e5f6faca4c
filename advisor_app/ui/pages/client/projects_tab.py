"""All the life projects: their cards, their figures, and how they end."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from advisor_app.domain.client_page import ProjectCard
from advisor_app.domain.codes import ProjectStatus
from advisor_app.i18n import _
from advisor_app.ui.dialogs.figures import add_figure, figure_lines, indicative
from advisor_app.ui.pages.client.edits import Edits, Shown
from advisor_app.ui.pages.client.project_card import project_button
from advisor_app.ui.pages.client.project_editing import add_project, edit_project, end_project
from advisor_app.ui.pages.client.tab import Tab, beside, column_of, empty, small, titled
from advisor_app.ui.parts.buttons import Kind
from advisor_app.ui.parts.card import Card
from advisor_app.ui.parts.text import Text
from advisor_app.ui.theme import sizes
from advisor_app.ui.theme.tokens import Tone
from advisor_app.ui.theme.type_scale import Type

_ALIVE = (ProjectStatus.HEARD, ProjectStatus.OPEN)


class ProjectsTab(Tab):
    """Each project with its figures beside it; those that ended below."""

    def __init__(self, edits: Edits) -> None:
        super().__init__()
        self._edits = edits

    def show_household(self, shown: Shown, *, narrow: bool) -> None:
        """Show one household's projects."""
        add = small(_("Add a life project"), "plus", kind=Kind.SOFT)
        add.clicked.connect(lambda: add_project(self._edits, shown))
        alive = [one for one in shown.record.projects if one.status in _ALIVE]
        ended = [one for one in shown.record.projects if one.status not in _ALIVE]
        head = QWidget()
        across = QHBoxLayout(head)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(Text(_("Life projects"), Type.H2), 1)
        across.addWidget(add)
        parts: list[QWidget] = [head]
        parts += [self._pair(shown, one, narrow=narrow) for one in alive]
        if not alive:
            parts.append(_nothing())
        if ended:
            parts.append(self._ended(shown, ended))
        self.renew(column_of(parts))

    def _pair(self, shown: Shown, one: ProjectCard, *, narrow: bool) -> QWidget:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.S)
        name = shown.names.get(one.code, one.code)
        button = project_button(one, name, shown.record.today)
        button.clicked.connect(partial(edit_project, self._edits, shown, one))
        column.addWidget(button)
        row = QHBoxLayout()
        row.setSpacing(sizes.S)
        for words, icon, status in (
            (_("It came true"), "check", ProjectStatus.DONE),
            (_("Given up"), "x", ProjectStatus.DROPPED),
        ):
            said = _("{action}: {project}").format(action=words, project=name)
            end = small(words, icon)
            end.setAccessibleName(said)
            end.clicked.connect(partial(end_project, self._edits, shown, one, status))
            row.addWidget(end)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)
        return beside(left, figures_card(shown, one), (1, 1), narrow=narrow)

    def _ended(self, shown: Shown, ended: list[ProjectCard]) -> QWidget:
        parts: list[QWidget] = [Text(_("Behind us"), Type.H2)]
        for one in ended:
            name = shown.names.get(one.code, one.code)
            button = project_button(one, name, shown.record.today)
            button.clicked.connect(partial(edit_project, self._edits, shown, one))
            parts.append(button)
        return column_of(parts, stretch=False)


def figures_card(shown: Shown, one: ProjectCard) -> Card:
    """What the figures of a project come to now."""
    name = shown.names.get(one.code, one.code)
    made, column = titled(_("Figures: {project}").format(project=name))
    lines = figure_lines(one.code, dict(one.inputs), shown.known)
    told = [line for line in lines if line.values]
    for line in told:
        add_figure(column, line)
    if told:
        column.addWidget(Text(indicative(shown.known.on), Type.CAPTION, Tone.HINT, wrap=True))
    else:
        empty(column, _("Nothing to compute yet: the project's editor asks for what is needed."))
    column.addStretch(1)
    return made


def _nothing() -> Card:
    made, column = titled(_("No project known yet"))
    empty(column, _("A good question finds one: what will change in the next two years?"))
    return made
