"""Two files of one person: which one goes into the file that is kept."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from advisor_app.i18n import _
from advisor_app.ui.dialogs.form import FormDialog
from advisor_app.ui.parts.fields import Field
from advisor_app.ui.parts.notices import Mood, NoteBox


class MergeDialog(FormDialog):
    """The other file's reference."""

    def __init__(
        self, parent: QWidget, name: str, ref: str, save: Callable[["MergeDialog", str], None]
    ) -> None:
        asked = _("Which other file is {name}'s too?").format(name=name)
        told = _("{ref} is kept, and takes over all that was noted in the other one.")
        super().__init__(parent, asked, told.format(ref=ref), _("Merge the files"))
        self._save = save
        self.other = Field(hint=_("The bank's number of the other file"))
        self.lay([((_("The other file's reference"), self.other),)])
        kept = _("Both histories are kept, and the stricter of their wishes holds.")
        self.fields.addWidget(NoteBox(Mood.INFO, kept))
        self.other.setFocus()

    def save(self) -> None:
        """Give the other file."""
        if not self.other.text().strip():
            self.refuse(_("Write the reference of the other file."))
            return
        self._save(self, self.other.text().strip())
