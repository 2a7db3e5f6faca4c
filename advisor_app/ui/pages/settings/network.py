"""Servers and foreign files are asked on a thread of their own: nobody else waits for them."""

from collections.abc import Callable
from contextlib import nullcontext
from functools import cached_property
from typing import TypeVar

from PySide6.QtCore import QObject

from advisor_app.ui.tasks import Tasks

T = TypeVar("T")


class Network(QObject):
    """Begins when it is first asked something, and ends with its owner; it knows no store."""

    def __init__(self, owner: QObject, unhandled: Callable[[Exception], None]) -> None:
        super().__init__(owner)
        self._unhandled = unhandled

    def run(
        self,
        owner: QObject,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Do `work` there, then `done` or `failed` here, unless `owner` is gone."""
        self._tasks.run(owner, lambda _nothing: work(), done, failed)

    @cached_property
    def _tasks(self) -> Tasks[None]:
        tasks: Tasks[None] = Tasks(nullcontext, self._unhandled)
        self.destroyed.connect(lambda: tasks.leave())  # noqa: PLW0108 holds it until then
        return tasks
