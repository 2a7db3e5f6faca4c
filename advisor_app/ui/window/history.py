"""What was done and can be undone, and what was undone and can be done again."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

Deed = Callable[[], None]
# Older steps are forgotten: the store may have moved on far from them.
_KEPT = 50


@dataclass(frozen=True, slots=True, eq=False)
class Step:
    """One thing that was done: how it was told, how to undo it, and how to do it again."""

    told: str
    undo: Deed
    redo: Deed | None


class History(QObject):
    """Ctrl+Z and Ctrl+Y."""

    undone = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._again = False

    def did(self, step: Step) -> None:
        """Remember a step; a new one cuts off what was undone before it."""
        if not self._again:
            self._undone.clear()
        self._again = False
        self._done = [*self._done, step][-_KEPT:]

    def undo(self) -> None:
        """Undo the last step; nothing where there is none."""
        if self._done:
            self.undo_step(self._done[-1])

    def undo_step(self, step: Step) -> None:
        """Undo one step, once."""
        if step not in self._done:
            return
        self._done.remove(step)
        if step.redo is not None:
            self._undone.append(step)
        step.undo()
        self.undone.emit(step.told)

    def redo(self) -> None:
        """Do again what was undone last."""
        if self._undone:
            step = self._undone.pop()
            self._again = True
            if step.redo is not None:
                step.redo()

    def can_undo(self) -> bool:
        """Whether there is something to undo."""
        return bool(self._done)

    def can_redo(self) -> bool:
        """Whether something was undone."""
        return bool(self._undone)
