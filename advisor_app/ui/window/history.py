"""What was done and can be undone, and what was undone and can be done again."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

Deed = Callable[[], None]
# Older steps are forgotten: the store may have moved on far from them.
_KEPT = 50


@dataclass(frozen=True, slots=True, eq=False)
class Step:
    """One thing that was done: how it was told, how to undo it, and how to do it again.

    Without `undo` nothing older is undone either: it may rest on what is under it.
    """

    told: str
    undo: Deed | None
    redo: Deed | None


class History(QObject):
    """Ctrl+Z and Ctrl+Y."""

    undone = Signal(str)
    for_good = Signal(str)
    not_again = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._again = 0

    def did(self, step: Step) -> None:
        """Remember a step; a new one cuts off what was undone before it."""
        if self._again:
            self._again -= 1
        else:
            self._undone.clear()
        self._done = [*self._done, step][-_KEPT:]

    def undo(self) -> None:
        """Undo the last step, or tell that it cannot be undone; nothing where there is none."""
        if self._done:
            self.undo_step(self._done[-1])

    def undo_step(self, step: Step) -> None:
        """Undo one step, once."""
        if step not in self._done:
            return
        if step.undo is None:
            self.for_good.emit(step.told)
            return
        self._done.remove(step)
        self._undone.append(step)
        step.undo()
        self.undone.emit(step.told)

    def redo(self) -> None:
        """Do again what was undone last, or tell that this cannot be."""
        if not self._undone:
            return
        redo = self._undone[-1].redo
        if redo is None:
            self.not_again.emit(self._undone[-1].told)
            return
        self._undone.pop()
        self._again += 1
        redo()

    def refused(self) -> None:
        """What was to be done again was refused: what was undone before it may rest on it."""
        if self._again:
            self._again = 0
            self._undone.clear()

    def can_undo(self) -> bool:
        """Whether there is something to undo."""
        return bool(self._done)

    def can_redo(self) -> bool:
        """Whether something was undone."""
        return bool(self._undone)
