"""A mistake of the program: what is safe, and what can be copied for whoever mends it."""

from PySide6.QtWidgets import QMessageBox, QWidget

from advisor_app.i18n import _


def show_bug(parent: QWidget, report: str) -> None:
    """Tell it once at a time; the details hold no client's data."""
    if parent.findChild(QMessageBox, _NAME) is not None:
        return
    box = QMessageBox(parent)
    box.setObjectName(_NAME)
    box.setWindowTitle(_("Something went wrong"))
    box.setText(_("Something went wrong in the program."))
    said = _("Nothing was saved by the last action; what was saved before is safe.")
    box.setInformativeText(said)
    box.setDetailedText(report)
    box.setStandardButtons(QMessageBox.StandardButton.Close)
    box.finished.connect(box.deleteLater)
    box.open()


_NAME = "bug"
