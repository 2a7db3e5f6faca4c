"""Two files of one person: looked at beside each other before one goes into the other."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from advisor_app.domain.client_merging import MergePreview
from advisor_app.i18n import _
from advisor_app.i18n.client_merge_words import ComparedLine, compared_lines
from advisor_app.ui.dialogs.form import FormDialog
from advisor_app.ui.parts.client_choice import ClientChoice, Finder
from advisor_app.ui.parts.notices import Mood, NoteBox
from advisor_app.ui.parts.reading import could_not_be_read
from advisor_app.ui.parts.scroll import Scroll
from advisor_app.ui.parts.states import Stage
from advisor_app.ui.parts.text import Text
from advisor_app.ui.tasks import Asked
from advisor_app.ui.theme import sizes
from advisor_app.ui.theme.text_size import scaled
from advisor_app.ui.theme.tokens import Tone
from advisor_app.ui.theme.type_scale import Type

_WIDTH, _HEIGHT = 720, 360


class MergeDialog(FormDialog):
    """The other file, and what both say; nothing is merged that was not shown."""

    def __init__(
        self,
        parent: QWidget,
        name: str,
        ref: str,
        finder: Finder,
        look: Callable[["MergeDialog", str], Asked],
        save: Callable[["MergeDialog", str], None],
    ) -> None:
        asked = _("Which other file is {name}'s too?").format(name=name)
        told = _("{ref} is kept, and takes over all that was noted in the other one.")
        super().__init__(parent, asked, told.format(ref=ref), _("Merge the files"))
        self._look, self._save, self._ref = look, save, ref
        self._shown: str | None = None
        self.be_wide(_WIDTH)
        self.other = ClientChoice(_("The other file"), finder, [ref])
        self.fields.addWidget(self.other)
        self.both = Scroll()
        self.both.setFixedHeight(min(scaled(_HEIGHT), parent.height() * 2 // 5))
        self.both.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.both.setAccessibleName(_("Both files beside each other"))
        self.stage = Stage(self.both, None, self._compare, short=True)
        self.stage.hide()
        self.fields.addWidget(self.stage)
        kept = _("Both histories are kept, and the stricter of their wishes holds.")
        self.fields.addWidget(NoteBox(Mood.INFO, kept))
        self.other.chosen.connect(self._compare)
        self.stage.patient.connect(self._be_patient)
        self.other.setFocus()

    def save(self) -> None:
        """Give the other file, once both were shown."""
        ref = self.other.ref()
        if not ref:
            self.refuse(_("Choose the other file."))
        elif self.other.is_barred():
            same = _("This is the same file, {ref}: choose the other one.")
            self.refuse(same.format(ref=self._ref))
            self.other.field.setFocus()
        elif ref != self._shown:
            self._look(self, ref)
            self.action.setEnabled(True)
        else:
            self._save(self, ref)

    def show_both(self, ref: str, preview: MergePreview) -> None:
        """Show what each file says, and what will stand, unless somebody chose another since."""
        if ref != self.other.ref():
            return
        self._shown = ref
        self.problem.hide()
        self.both.hold(_table(preview))
        self.stage.show_content()
        self.stage.show()
        self.refit()

    def miss(self) -> None:
        """The other file could not be read: say so where both would stand."""
        could_not_be_read(self.stage)
        self._be_patient()

    def _compare(self) -> None:
        self._shown = None
        self.stage.hide()
        if self.other.found.value() is not None:
            self.stage.wait(self._look(self, self.other.ref()))
        self.refit()

    def _be_patient(self) -> None:
        """Show what stands instead of both, while somebody is chosen."""
        if self.other.found.value() is not None:
            self.stage.show()
            self.refit()


def _table(preview: MergePreview) -> QWidget:
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, sizes.S, 0)
    grid = QGridLayout()
    grid.setHorizontalSpacing(sizes.M)
    grid.setVerticalSpacing(sizes.XS)
    kept, other = preview.kept.ref, preview.other.ref
    heads = (_("{ref}, kept").format(ref=kept), other, _("Afterwards"))
    for place, words in enumerate(heads, 1):
        grid.addWidget(Text(words, Type.SMALL_MEDIUM, Tone.SECOND, wrap=True), 0, place)
        grid.setColumnStretch(place, 1)
    for row, line in enumerate(compared_lines(preview), 1):
        _add_line(grid, row, line)
    column.addLayout(grid)
    column.addStretch(1)
    return whole


def _add_line(grid: QGridLayout, row: int, line: ComparedLine) -> None:
    """What changes in the kept file stands out."""
    grid.addWidget(Text(line.label, Type.SMALL, Tone.HINT, wrap=True), row, 0)
    tone = Tone.ACCENT if line.after != line.kept else Tone.TEXT
    for place, (words, ink) in enumerate(
        ((line.kept, Tone.TEXT), (line.other, Tone.TEXT), (line.after, tone)), 1
    ):
        role = Type.SMALL_MEDIUM if ink is Tone.ACCENT else Type.SMALL
        grid.addWidget(Text(words or "—", role, ink, wrap=True), row, place)
