"""A note that warns, while it is written, about words that do not belong in it."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from advisor_app.domain.watchwords import cautions
from advisor_app.i18n import language
from advisor_app.i18n.note_wording import caution_sentence
from advisor_app.playbooks.watchwords import watchwords
from advisor_app.ui.parts.fields import Field, Note
from advisor_app.ui.parts.notices import Mood, NoteBox
from advisor_app.ui.theme import sizes

_PAUSE_MS = 250


def warnings(text: str) -> list[str]:
    """What a text should not say, in whichever language it was written; nothing leaves this place."""
    return [caution_sentence(one) for one in cautions(text, watchwords(), language())]


class Guarded(QWidget):
    """A field over its warning; it never keeps anybody from saving.

    `heeded` says whether the warning that shows is the one that its text deserves: who saves
    asks first, so that nobody saves faster than the warning comes.
    """

    grown = Signal()

    def __init__(self, field: Field | Note) -> None:
        super().__init__()
        self.field = field
        self._warning = NoteBox(Mood.ATTENTION, "")
        self._warning.hide()
        self._shown: list[str] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.XS)
        column.addWidget(field)
        column.addWidget(self._warning)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.setFocusProxy(field)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)
        field.textChanged.connect(lambda: self._timer.start(_PAUSE_MS))

    def text(self) -> str:
        """What stands in the field, without blanks around it."""
        if isinstance(self.field, QPlainTextEdit):
            return self.field.toPlainText().strip()
        return self.field.text().strip()

    def set_text(self, text: str) -> None:
        """Write something into the field."""
        if isinstance(self.field, QPlainTextEdit):
            self.field.setPlainText(text)
        else:
            self.field.setText(text)
        self.look()

    def heeded(self) -> bool:
        """Show what is to be thought about again; whether it had been shown already."""
        before = self._shown
        return set(self.look()) <= set(before)

    def look(self) -> list[str]:
        """Warn, or stop warning."""
        self._timer.stop()
        found = warnings(self.text())
        if found != self._shown:
            self._shown = found
            self._warning.set_text("\n".join(found))
            self._warning.setVisible(bool(found))
            self.grown.emit()
        return found

    def setAccessibleName(self, name: str) -> None:
        """The field bears the name: it is what the keyboard reaches."""
        super().setAccessibleName(name)
        self.field.setAccessibleName(name)
