"""Saving an appointment for another calendar program: a file to send oneself, or to open."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from advisor_app.i18n import _
from advisor_app.ui.parts.page import Page

if TYPE_CHECKING:
    from advisor_app.bootstrap import Services


def save_invitation(page: Page, ref: str) -> None:
    """Ask where to save, and write the file on the worker; nothing is sent by itself."""
    path, _kind = QFileDialog.getSaveFileName(
        page, _("Save the invitation"), _("Invitation.ics"), _("Calendars (*.ics)")
    )
    if not path:
        return

    def done(_nothing: None) -> None:
        page.requests.say(_("The calendar was saved: {path}").format(path=path))

    page.ask(
        page,
        lambda services: _written(services, ref, Path(path)),
        done,
        page.requests.failed.emit,
    )


def _written(services: "Services", ref: str, path: Path) -> None:
    from advisor_app.exchange.calendar_out import invitation_file
    from advisor_app.reports.saving import save

    save(path, invitation_file(services.calendar_entries.invitation(ref), services.now()))
