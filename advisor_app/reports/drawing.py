"""Sheets drawn by processes of their own, while this one reads and words the next ones."""

import os
import signal
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context, parent_process
from threading import Thread

from advisor_app.reports.sheet import render
from advisor_app.reports.sheet_data import SheetData

# Each takes fifty megabytes, and one draws about as fast as another process can read.
_MOST = 3


class Drawers:
    """As many processes as this one leaves processors free; they end when nobody holds this."""

    def __init__(self) -> None:
        free = max((os.cpu_count() or 1) - 1, 1)
        self._pool = ProcessPoolExecutor(
            min(free, _MOST), get_context("spawn"), initializer=_belong_to_the_program
        )

    def begin(self, data: SheetData) -> Callable[[], bytes]:
        """Have a sheet drawn; gives what waits for its bytes, which are those of `sheet.render`.

        Where no process can be had the sheet is drawn here.
        """
        try:
            begun = self._pool.submit(render, data)
        except (BrokenExecutor, OSError):
            return partial(render, data)

        def wait() -> bytes:
            try:
                return begun.result()
            except BrokenExecutor:
                return render(data)

        return wait


def _belong_to_the_program() -> None:
    """Leave Ctrl+C to the program, which ends its drawers; and end with it where it is killed.

    A drawer waits for work on a pipe whose other end it holds as well: that end never closes.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_the_program, daemon=True).start()


def _end_with_the_program() -> None:
    program = parent_process()
    if program is not None:
        program.join()
        os._exit(1)
