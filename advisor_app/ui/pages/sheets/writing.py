"""The ticked papers as one file."""

from pathlib import Path

from advisor_app.i18n import language
from advisor_app.ui.pages.sheets.paper import Made


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
