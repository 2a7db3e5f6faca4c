"""The reading that goes on, and how it is cut short from another thread."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection


class Reads:
    """The connections that only read now: what writes is never among them, and so never cut."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._going: list[Any] = []

    @contextmanager
    def of(self, connection: Connection) -> Iterator[None]:
        """Let this connection be cut short meanwhile, and by no means afterwards."""
        driver = connection.connection.driver_connection
        with self._lock:
            self._going.append(driver)
        try:
            yield
        finally:
            with self._lock:
                self._going.remove(driver)

    def cut_short(self) -> None:
        """End the statements that run now, on whatever thread: they fail as the driver says.

        A statement that is only about to begin goes on: whoever wants it ended asks again.
        """
        with self._lock:
            for driver in self._going:
                _cut(driver)


def _cut(driver: Any) -> None:
    """A server is asked over a connection of its own (psycopg, cancel_safe); a file's is told."""
    if hasattr(driver, "cancel_safe"):
        driver.cancel_safe()
    else:
        driver.interrupt()
