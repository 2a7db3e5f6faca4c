"""Counts single digital events into months (FORMAT.md, `digital_events`)."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from advisor_app.domain.bank_import import ColumnBatch
from advisor_app.domain.bank_records import DigitalRecord
from advisor_app.exchange.rows import BATCH_ROWS

_PLACES = {"login": 0, "message": 1, "operation": 2}


class DigitalCount:
    """The months that one file's events touch."""

    def __init__(self) -> None:
        self._months: dict[tuple[str, str], list[int]] = {}

    def add(self, columns: Sequence[Sequence[Any]]) -> None:
        """Count events: client, day and kind."""
        for client, day, kind in zip(*columns, strict=True):
            counts = self._months.setdefault((client, day[:7]), [0, 0, 0])
            counts[_PLACES[kind]] += 1

    def batches(self) -> Iterator[ColumnBatch]:
        """The months, as rows of `digital`; they keep the name of the events' table."""
        rows = ((*month, *counts) for month, counts in self._months.items())
        while batch := list(islice(rows, BATCH_ROWS)):
            columns = list(zip(*batch, strict=True))
            yield ColumnBatch("digital_events", frozenset(DigitalRecord._fields), columns)
