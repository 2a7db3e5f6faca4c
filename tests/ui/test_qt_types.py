"""No two threads make types of Qt at once: PySide would crash."""

import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path

from conftest import ROOT

from advisor_app.ui.window.qt_types import pieces


def test_every_type_is_made_once_all_pieces_were_done() -> None:
    for piece in pieces():
        piece()
    for part in ("QtCore", "QtGui", "QtWidgets", "QtPrintSupport"):
        module = import_module(f"PySide6.{part}")
        assert {name for name in dir(module) if name.startswith("Q")} <= vars(module).keys()


def test_the_worker_imports_nothing_that_names_qt_before_that(bank_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, Path(__file__).with_name("worker_imports.py"), bank_path],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=300,
        check=True,
    )
    assert done.stdout.split() == []
