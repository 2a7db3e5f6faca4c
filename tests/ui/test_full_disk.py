"""What the window saves on a full disk, or on one that fails: said where it was asked, nothing half."""

import errno
from pathlib import Path
from typing import Any

import pytest
from small_disk import OLD, full_disk, listed
from sqlalchemy import select
from window_walk import Window, at_work, settle

from advisor_app.bootstrap import Services
from advisor_app.storage.schema.record import audit_entry
from advisor_app.ui.dialogs.export import ExportDialog
from advisor_app.ui.pages.portfolio.page import PortfolioPage
from advisor_app.ui.pages.sheets.page import SheetsPage
from advisor_app.ui.window.routes import Route

FAILURES = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the disk is full",
    errno.EFBIG: "it is larger than that disk or your account allows",
    errno.EROFS: "its folder is read-only",
    errno.EACCES: "it is protected, or open in another program",
    errno.ENOENT: "its folder does not exist",
    errno.EIO: "the disk reports a fault",
    errno.ESTALE: "its disk or network folder can no longer be reached",
}


@pytest.fixture
def opened(window: Window) -> Any:
    return at_work(window("A01"))


def portfolio(opened: Any, ticked: int) -> PortfolioPage:
    opened.desktop.go(Route("portfolio"))
    settle(opened)
    page = opened.desktop.page()
    assert isinstance(page, PortfolioPage)
    page._model.tick(list(range(ticked)))
    page._ticked.count()
    return page


def sheets(opened: Any) -> SheetsPage:
    """Three sheets, made and ticked."""
    portfolio(opened, 3)._ticked.bar.printing.click()
    settle(opened)
    page = opened.desktop.page()
    assert isinstance(page, SheetsPage)
    opened.until(lambda: page._papers and not page._press._waiting and not page._press._busy)
    return page


def actions(opened: Any) -> list[str]:
    found: list[list[str]] = []

    def work(services: Services) -> list[str]:
        with services.sheets._desk.reading() as transaction:
            return list(transaction.execute(select(audit_entry.c.action)).scalars())

    opened.desktop._ask(opened.shell, work, found.append)
    opened.until(lambda: found)
    return found[0]


def said(opened: Any) -> str:
    """What the window says at its foot, as a refusal."""
    opened.until(opened.shell.toast.isVisible)
    assert opened.shell.toast._icon == "triangle-alert"
    words = opened.shell.toast.accessibleName()
    opened.shell.toast.hide()
    return str(words)


def test_sheets_on_a_full_disk_are_refused_and_not_told_as_printed(
    opened: Any, tmp_path: Path
) -> None:
    page = sheets(opened)
    with full_disk(tmp_path / "disk", "old.pdf") as disk:
        for name in ("old.pdf", "new.pdf"):
            page.save_to(disk / name)
            words = said(opened)
            assert str(disk / name) in words
            assert "the disk is full" in words
    assert not any("printed" in one for one in actions(opened))


@pytest.mark.parametrize("code", FAILURES)
def test_a_disk_that_fails_is_said_in_a_sentence(
    opened: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    page = sheets(opened)
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "x.pdf").write_bytes(OLD)

    def fail(_path: Path, _data: bytes) -> None:
        raise OSError(code, "as told")

    monkeypatch.setattr("advisor_app.reports.saving._replace", fail)
    page.save_to(folder / "x.pdf")
    words = said(opened)
    assert FAILURES[code] in words
    assert str(folder / "x.pdf") in words
    assert listed(folder) == {"x.pdf": OLD}


def test_an_export_on_a_full_disk_is_said_where_it_was_asked(opened: Any, tmp_path: Path) -> None:
    page = portfolio(opened, 3)
    for form in ("csv", "xlsx"):
        page._ticked.bar.exporting.click()
        opened.until(lambda: opened.find(ExportDialog) is not None)
        (asked,) = (one for one in opened.shell.findChildren(ExportDialog) if one.isVisible())
        with full_disk(tmp_path / form, f"list.{form}") as disk:
            asked.ask_path = lambda form, disk=disk: disk / f"list.{form}"
            asked.form.choose(form)
            asked.purpose.choice.setCurrentIndex(1)
            asked.accept()
            opened.until(asked.problem.isVisible)
            assert "the disk is full" in asked.problem.accessibleName()
        asked.reject()
    assert actions(opened).count("portfolio export not written") == 2
