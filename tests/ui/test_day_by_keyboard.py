"""The whole day, with the keyboard alone, in a real window on a real (virtual) screen."""

from pathlib import Path

import day_by_keyboard
import pypdfium2
from real_screen import PASSPHRASE, work_by_keys
from sqlalchemy import text

from advisor_app.storage.store import open_store


def counts(path: Path) -> dict[str, int]:
    asked = {
        "answers": "SELECT count(*) FROM suggestion_answer WHERE withdrawn_on IS NULL",
        "calls": "SELECT count(*) FROM touchpoint WHERE note LIKE '%talk in June%'",
        "steps": "SELECT count(*) FROM project WHERE next_step = 'Call the notary together'",
        "papers": "SELECT count(*) FROM document",
    }
    store = open_store(path, PASSPHRASE)
    try:
        with store.reading() as transaction:
            return {
                name: transaction.execute(text(sql)).scalar_one() for name, sql in asked.items()
            }
    finally:
        store.close()


def test_a_days_work_is_done_with_the_keyboard_alone(
    screen: str, closed: Path, tmp_path: Path
) -> None:
    before = counts(closed)
    work_by_keys(day_by_keyboard, screen, closed, PASSPHRASE, tmp_path)
    after = counts(closed)
    told = {name: after[name] - before[name] for name in after}
    assert told == {"answers": 3, "calls": 1, "steps": 1, "papers": 2}
    assert len(pypdfium2.PdfDocument(tmp_path / "two-sheets.pdf")) == 4
