"""The index that a first load makes at its end: there again whatever becomes of the load."""

from pathlib import Path

from bank.folders import write_folder
from bank.importing import bring
from sqlalchemy import text

from advisor_app.services.desk import Desk
from advisor_app.services.importing import Stopped

CLIENTS = "ref,last_name\nC1,Martin\nC2,Roche\n"
ADVISORS = "ref,last_name\nA1,Morvan\n"
TOUCHPOINTS = "ref,client,advisor,at,channel\nT1,C1,A1,2026-01-10,branch\n"
MORE = TOUCHPOINTS + "T2,C2,A1,2026-02-10,phone\n"
SIGNALS = "client,code,on\nC1,mortgage_simulator,2026-04-01\n"


class StoppingAt:
    """A watcher who stops the work when asked for the nth time."""

    def __init__(self, asked: int) -> None:
        self.asked = asked

    def report(self, done: int, total: int) -> None:
        assert 0 <= done <= total

    def cancelled(self) -> bool:
        self.asked -= 1
        return self.asked < 0


def indexes(desk: Desk) -> dict[str, str]:
    """The indexes of the contacts, with the statements that made them."""
    question = "SELECT name, sql FROM sqlite_master WHERE tbl_name = 'touchpoint' AND sql <> ''"
    with desk.reading() as transaction:
        found = transaction.execute(text(f"{question} AND type = 'index'"))
        return {name: " ".join(sql.split()) for name, sql in found}


def bank(folder: Path) -> Path:
    tables = {"clients": CLIENTS, "advisors": ADVISORS, "touchpoints": TOUCHPOINTS}
    return write_folder(folder, **tables, signals=SIGNALS)


def test_an_import_leaves_the_indexes_as_they_were(desk: Desk, tmp_path: Path) -> None:
    before = indexes(desk)
    assert "ix_touchpoint_client_id_counts_as" in before
    bring(desk, bank(tmp_path / "bank"))
    assert indexes(desk) == before
    bring(desk, write_folder(tmp_path / "more", touchpoints=MORE))
    assert indexes(desk) == before


def test_an_import_stopped_at_any_step_leaves_the_indexes_too(desk: Desk, tmp_path: Path) -> None:
    before, folder = indexes(desk), bank(tmp_path / "bank")
    stopped = 0
    while is_stopped(desk, folder, stopped):
        assert indexes(desk) == before
        stopped += 1
    assert stopped > 4
    assert indexes(desk) == before


def is_stopped(desk: Desk, folder: Path, at: int) -> bool:
    """Whether an import was stopped when its watcher was asked for this time."""
    try:
        bring(desk, folder, progress=StoppingAt(at))
    except Stopped:
        return True
    return False
