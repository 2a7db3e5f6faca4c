"""The proof of an erasure: read, and kept as a text file."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QWidget

from advisor_app.i18n import _
from advisor_app.ui.dialogs.told import ToldDialog
from advisor_app.ui.parts.buttons import Button, Kind


class ProofDialog(ToldDialog):
    """Its lines, and a way to keep them: no other copy names the day, the hand and the reason."""

    def __init__(
        self,
        parent: QWidget,
        title: str,
        subtitle: str,
        lines: Sequence[str],
        keep: Callable[[Path, str], None],
    ) -> None:
        super().__init__(parent, title, subtitle, lines)
        self._text, self._keep = "\n".join([title, *lines, ""]), keep
        self.keeping = Button(_("Save the proof…"), Kind.SECONDARY)
        self.keeping.clicked.connect(self._save)
        self._box.addButton(self.keeping, QDialogButtonBox.ButtonRole.ActionRole)

    def ask_path(self) -> Path | None:
        """Where to; None where nowhere."""
        name, kinds = _("proof of erasure") + ".txt", _("Text files (*.txt)")
        path, _kind = QFileDialog.getSaveFileName(self, _("Save the proof"), name, kinds)
        return Path(path).with_suffix(".txt") if path else None

    def _save(self) -> None:
        path = self.ask_path()
        if path is not None:
            self._keep(path, self._text)
