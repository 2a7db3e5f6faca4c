"""A mistake of the program: what is safe, and what can be copied for whoever mends it."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from advisor_app.i18n import _
from advisor_app.ui.dialogs.frame import HouseDialog
from advisor_app.ui.parts.buttons import Button, Kind
from advisor_app.ui.parts.fields import Note
from advisor_app.ui.parts.text import Text
from advisor_app.ui.theme import sizes
from advisor_app.ui.theme.tokens import Tone
from advisor_app.ui.theme.type_scale import Type

_LINES = 8


class BugDialog(HouseDialog):
    """Nothing to answer; the details show when they are asked for, and are copied as they stand."""

    def __init__(self, parent: QWidget, report: str) -> None:
        safe = _("Nothing was saved by the last action; what was saved before is safe.")
        super().__init__(parent, _("Something went wrong in the program."), safe, _("Close"))
        self.cancel.hide()
        told = _(
            "You can go on working. If it happens again, give the details to whoever helps you: "
            "they name places in the program, and no client."
        )
        self.fields.addWidget(Text(told, Type.BODY, wrap=True))
        self.details = Note(name=_("What went wrong, in detail"), lines=_LINES)
        self.details.setReadOnly(True)
        self.details.setPlainText(report)
        self.details.hide()
        self.fields.addLayout(self._ways(report))
        self.fields.addWidget(self.details)
        self.action.setFocus()

    def _ways(self, report: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(sizes.M)
        self.copy = Button(_("Copy the details"), Kind.SECONDARY, height=sizes.CONTROL_SMALL)
        self.copy.clicked.connect(lambda: self._copy(report))
        self.show_details = Button(
            _("Show the details"), Kind.LINK, role=Type.SMALL_MEDIUM, height=sizes.CONTROL_SMALL
        )
        self.show_details.clicked.connect(self._unfold)
        self.copied = Text("", Type.SMALL, Tone.SECOND)
        for part in (self.copy, self.show_details, self.copied):
            row.addWidget(part)
        row.addStretch(1)
        return row

    def _copy(self, report: str) -> None:
        QGuiApplication.clipboard().setText(report)
        self.copied.setText(_("Copied."))

    def _unfold(self) -> None:
        self.details.show()
        self.show_details.hide()
        self.refit()
        self.details.setFocus()


def show_bug(parent: QWidget, report: str) -> None:
    """Tell it once at a time; the details hold no client's data."""
    if parent.findChild(BugDialog) is None:
        BugDialog(parent, report).open()
