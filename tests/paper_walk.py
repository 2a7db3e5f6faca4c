"""The page of papers, for tests that make, print and save what stands on it."""

from pathlib import Path
from typing import Any

import pypdfium2
from sqlalchemy import select
from window_walk import settle

from advisor_app.bootstrap import Services
from advisor_app.storage.schema.record import audit_entry
from advisor_app.ui.pages.sheets.page import SheetsPage


def asked(opened: Any, work: Any) -> Any:
    """What the worker answers."""
    found: list[Any] = []
    opened.desktop._ask(opened.shell, work, found.append)
    opened.until(lambda: found)
    return found[0]


def papers(opened: Any) -> SheetsPage:
    """The page of papers, once every paper on it is made."""
    settle(opened)
    page = opened.desktop.page()
    assert isinstance(page, SheetsPage)
    opened.until(lambda: page._papers and not page._press._waiting and not page._press._busy)
    return page


def printed(opened: Any) -> list[tuple[str, str | None]]:
    """Every line of the trail about something that left the printer, and the purpose."""

    def work(services: Services) -> list[tuple[str, str | None]]:
        with services.sheets._desk.reading() as transaction:
            rows = transaction.execute(select(audit_entry.c.action, audit_entry.c.why)).all()
        return [(row.action, row.why) for row in rows if "printed" in row.action]

    return asked(opened, work)  # type: ignore[no-any-return] # what the work gives back


def text_of(page: SheetsPage, place: int) -> str:
    """What stands on the first page of a paper that was made."""
    made = page._press.made_of(place)
    assert made is not None
    return str(pypdfium2.PdfDocument(made.pdf)[0].get_textpage().get_text_range())


def saved(opened: Any, page: SheetsPage, path: Path) -> None:
    """Save what is ticked, and wait until it is told."""
    page.save_to(path)
    opened.until(opened.shell.toast.isVisible)
    settle(opened)
