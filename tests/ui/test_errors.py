import faulthandler
import sys
import threading
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import qInstallMessageHandler, qWarning

from advisor_app.ui.errors import Reporter, described

NOON = datetime(2026, 4, 23, 12)  # noqa: DTZ001 - only its text is looked at


@pytest.fixture
def _hooks() -> Iterator[None]:
    before = sys.excepthook, threading.excepthook, sys.unraisablehook
    enabled = faulthandler.is_enabled()
    handler = qInstallMessageHandler(None)
    yield
    qInstallMessageHandler(handler)
    sys.excepthook, threading.excepthook, sys.unraisablehook = before
    if enabled:
        faulthandler.enable()


def failing() -> Exception:
    try:
        int("Madame Fournier, 04 65 71 20 20")
    except ValueError as error:
        return error
    raise AssertionError


def test_a_report_says_where_and_what_kind_but_never_the_message() -> None:
    text = described(failing())
    assert "builtins.ValueError" in text
    assert "test_errors.py" in text
    assert "Fournier" not in text


@pytest.mark.usefixtures("_hooks")
def test_every_hook_ends_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "logs" / "reports.txt"
    told: list[str] = []
    reporter = Reporter(path, lambda: NOON)
    reporter.tell = told.append
    reporter.install()
    error = failing()
    sys.excepthook(type(error), error, error.__traceback__)

    def fail() -> None:
        raise LookupError

    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    qWarning("a Qt warning")
    reporter.close()
    text = path.read_text(encoding="utf-8")
    assert "2026-04-23T12:00:00 builtins.ValueError" in text
    assert "builtins.LookupError" in text
    assert "a Qt warning" in text
    assert len(told) == 2


def test_reporting_never_fails(tmp_path: Path) -> None:
    def broken(_text: str) -> None:
        raise RuntimeError

    def no_clock() -> datetime:
        raise OSError

    reporter = Reporter(tmp_path, no_clock)
    reporter.tell = broken
    assert "ValueError" in reporter.report(failing())
    assert reporter.report(None) == "unknown error"


@pytest.mark.usefixtures("_hooks")
def test_a_folder_that_cannot_be_written_leaves_the_hooks_working(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").touch()
    reporter = Reporter(tmp_path / "file" / "reports.txt", lambda: NOON)
    reporter.install()
    reporter.report(failing())
    reporter.close()
    assert "ValueError" in capsys.readouterr().err
