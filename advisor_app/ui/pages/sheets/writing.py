"""The ticked papers as one file."""

from pathlib import Path

from advisor_app.ui.pages.sheets.paper import Made
from advisor_app.ui.parts.pdf import joined, page_count


def write_papers(path: Path, papers: list[Made], locked: str | None) -> None:
    """Save, whole or not at all; one paper stays as it was made, with its tags.

    `locked` is the passphrase that opens the file, where it has one.
    """
    from advisor_app.reports.protecting import protected
    from advisor_app.reports.saving import save

    whole = len(papers) == 1 and papers[0].count == page_count(papers[0].pdf)
    pdf = papers[0].pdf if whole else joined([(one.pdf, one.pages) for one in papers])
    save(path, pdf if locked is None else protected(pdf, locked))
