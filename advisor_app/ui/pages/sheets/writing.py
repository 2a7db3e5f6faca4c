"""The ticked papers as one file."""

from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from advisor_app.i18n import _, language
from advisor_app.i18n.formats import field_date
from advisor_app.ui.pages.sheets.paper import Made


def ask_where(owner: QWidget, day: date) -> Path | None:
    """Where the papers are to be saved; None where somebody thought better of it."""
    name = _("Sheets {day}").format(day=field_date(day).replace("/", "-"))
    path, _kind = QFileDialog.getSaveFileName(
        owner, _("Save as PDF"), f"{name}.pdf", _("PDF files (*.pdf)")
    )
    return Path(path) if path else None


def write_papers(path: Path, papers: list[Made], locked: str | None) -> None:
    """Save, whole or not at all; one paper stays as it was made, several are called as the file.

    `locked` is the passphrase that opens the file, where it has one.
    """
    from advisor_app.reports.joining import Leaf, joined
    from advisor_app.reports.protecting import protected
    from advisor_app.reports.saving import save

    if len(papers) == 1:
        pdf = papers[0].pdf
    else:
        pdf = joined([Leaf(one.title, one.pdf) for one in papers], path.stem, language())
    save(path, pdf if locked is None else protected(pdf, locked))
