"""The faces of paper, loaded at once or one by one."""

import subprocess
import sys
from pathlib import Path

from advisor_app.reports.fonts import Face, load, load_next

ROOT = Path(__file__).resolve().parents[2]
ONE_BY_ONE = """
from advisor_app.reports.fonts import Face, face_for, load_next
from reportlab.pdfbase.pdfmetrics import getRegisteredFontNames
counts = [len(set(Face) & set(getRegisteredFontNames()))]
while load_next():
    counts.append(len(set(Face) & set(getRegisteredFontNames())))
counts.append(len(set(Face) & set(getRegisteredFontNames())))
print(counts == list(range(len(Face) + 1)), all(face_for("a", face) is face for face in Face))
"""


def test_a_process_with_little_time_loads_one_face_after_the_other() -> None:
    done = subprocess.run(
        [sys.executable, "-c", ONE_BY_ONE], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["True", "True"]


def test_nothing_is_left_to_load_once_all_are() -> None:
    load()
    assert not load_next()
    assert len(Face) > 1
