"""A mail saved as a draft and opened in the user's mail program; nothing is sent by itself."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from advisor_app.i18n import _
from advisor_app.ui.parts.page import Ask
from advisor_app.ui.parts.requests import Requests

if TYPE_CHECKING:
    from advisor_app.bootstrap import Services


def draft_mail(
    over: QWidget,
    ask: Ask,
    requests: Requests,
    make: "Callable[[Services], bytes]",
    failed: Callable[[Exception], None],
) -> None:
    """Ask where to keep the draft, make it on the worker, and open it."""
    path, _kind = QFileDialog.getSaveFileName(
        over, _("Save the mail as a draft"), _("Mail.eml"), _("Mails (*.eml)")
    )
    if not path:
        return

    def work(services: "Services") -> None:
        from advisor_app.reports.saving import save

        save(Path(path), make(services))

    def done(_nothing: None) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(path))
        words = _("{file} opens in your mail program, which sends it when you say so.")
        requests.say(words.format(file=Path(path).name))

    ask(over, work, done, failed)
