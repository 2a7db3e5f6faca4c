"""The passphrase of a paper saved from the window stands in no log, no report and no store."""

import faulthandler
import logging
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from stored_words import tables_with
from window_walk import Window, at_work, settle

from advisor_app.bootstrap import Services
from advisor_app.reports.protecting import protected
from advisor_app.ui.dialogs.lock_paper import LockPaperDialog
from advisor_app.ui.errors import Reporter
from advisor_app.ui.pages.portfolio.page import PortfolioPage
from advisor_app.ui.pages.sheets.page import SheetsPage
from advisor_app.ui.window.routes import Route

NOW = datetime(2026, 4, 23, 10, 18, tzinfo=UTC)
WORD = "dix-sept pélicans"


@pytest.fixture
def opened(window: Window, bank_path: Path, caplog: pytest.LogCaptureFixture) -> Any:
    caplog.set_level(logging.DEBUG)
    (bank_path.parent / "bank.toml").write_text("protect = true\n")
    return at_work(window("A01"))


def save_two_sheets(opened: Any, path: Path) -> None:
    """Ask for them, and type the passphrase."""
    opened.desktop.go(Route("portfolio"))
    settle(opened)
    portfolio = opened.desktop.page()
    assert isinstance(portfolio, PortfolioPage)
    portfolio._model.tick([0, 1])
    portfolio._ticked.count()
    portfolio._ticked.bar.printing.click()
    settle(opened)
    page = opened.desktop.page()
    assert isinstance(page, SheetsPage)
    page.save_to(path)
    opened.until(lambda: opened.find(LockPaperDialog) is not None)
    dialog = opened.find(LockPaperDialog)
    dialog.first.setText(WORD)
    dialog.second.setText(WORD)
    dialog.accept()
    assert dialog.first.text() == dialog.second.text() == ""


def tables(opened: Any) -> list[str]:
    found: list[list[str]] = []

    def work(services: Services) -> list[str]:
        return tables_with(services.sheets._desk.store, WORD)

    opened.desktop._ask(opened.shell, work, found.append)
    opened.until(lambda: found)
    return found[0]


def test_sheets_saved_with_a_passphrase_tell_it_to_nobody(
    opened: Any,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    path = tmp_path / "x.pdf"
    save_two_sheets(opened, path)
    opened.until(opened.shell.toast.isVisible)
    with pikepdf.open(path, password=WORD) as pdf:
        assert pdf.Root.MarkInfo.Marked is True
        assert len(list(pdf.Root.StructTreeRoot.K.K)) == 2
    said = capfd.readouterr()
    assert WORD not in said.out + said.err + caplog.text
    assert WORD not in opened.shell.toast.accessibleName()
    assert tables(opened) == []


def test_a_mistake_while_a_protected_paper_is_saved_is_reported_without_its_passphrase(
    opened: Any,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def wrong(*_words: object, **_more: object) -> None:
        raise RuntimeError(WORD) from ValueError(WORD)

    monkeypatch.setattr("pikepdf.Encryption", wrong)
    save_two_sheets(opened, tmp_path / "x.pdf")
    opened.until(lambda: opened.bugs)
    said = capfd.readouterr()
    assert "RuntimeError" in said.err
    assert WORD not in said.out + said.err + caplog.text
    assert "RuntimeError" in opened.bugs[0]
    assert WORD not in opened.bugs[0]
    assert not (tmp_path / "x.pdf").exists()
    assert tables(opened) == []
    opened.bugs.clear()


def test_the_crash_reports_file_has_places_and_no_passphrase(tmp_path: Path) -> None:
    path = tmp_path / "reports.txt"
    reporter = Reporter(path, lambda: NOW)
    reporter.install()
    try:
        protected(b"no paper", WORD)
    except pikepdf.PdfError as error:
        reporter.report(error)
        with path.open("a") as file:
            faulthandler.dump_traceback(file)
    finally:
        reporter.close()
    told = path.read_text(encoding="utf-8")
    assert "PdfError" in told
    assert "protecting.py" in told
    assert WORD not in told
