"""Sheets drawn by other processes."""

from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace

from paper.samples import fournier

from advisor_app.reports.drawing import Drawers
from advisor_app.reports.sheet import render


def test_sheets_drawn_elsewhere_have_the_same_bytes_in_their_order() -> None:
    sheets = [replace(fournier(), names=f"Ménage {number}") for number in range(4)]
    drawers = Drawers()
    waiting = [drawers.begin(one) for one in sheets]
    assert [wait() for wait in waiting] == [render(one) for one in sheets]


def test_a_sheet_is_drawn_here_where_the_others_are_gone() -> None:
    drawers = Drawers()
    begun = drawers.begin(fournier())
    for process in list(drawers._pool._processes.values()):
        process.kill()
    later = replace(fournier(), names="Odile Vasseur")
    assert begun() == render(fournier())
    assert drawers.begin(later)() == render(later)


def test_a_sheet_is_drawn_here_where_no_process_can_be_begun() -> None:
    drawers = Drawers()

    def refuse(*_work: object) -> None:
        raise BrokenProcessPool

    drawers._pool.submit = refuse  # type: ignore[assignment, method-assign] # as a full machine
    assert drawers.begin(fournier())() == render(fournier())
