"""What is said of a step that was undone, or that cannot be; what it did is quoted."""

from functools import partial
from typing import TYPE_CHECKING

from advisor_app.i18n import _
from advisor_app.ui.window.history import Step

if TYPE_CHECKING:
    from advisor_app.ui.parts.discreet import Discretion
    from advisor_app.ui.parts.notices import Toast
    from advisor_app.ui.window.history import Deed, History


class StepsTold:
    """Tells of every step in the message that passes; a discreet window quotes nothing."""

    def __init__(self, history: "History", toast: "Toast", discretion: "Discretion") -> None:
        self._history, self._toast, self._discretion = history, toast, discretion
        history.undone.connect(self._undone)
        history.for_good.connect(self._for_good)
        history.not_again.connect(self._not_again)

    def tell(self, text: str, undo: "Deed | None", redo: "Deed | None") -> None:
        """Say something in passing, with its way back where there is one."""
        if undo is None:
            self._toast.show_message(text, None)
            return
        step = Step(text, undo, redo)
        self._history.did(step)
        self._toast.show_message(text, partial(self._history.undo_step, step))

    def tell_final(self, text: str) -> None:
        """Say what was done and cannot be undone."""
        self._history.did(Step(text, None, None))
        self._toast.show_message(text, None)

    def _undone(self, told: str) -> None:
        whole = _("Undone. This no longer holds: “{what}”").format(what=told)
        self._toast.show_message(_("Undone.") if self._discretion.on else whole, None)

    def _for_good(self, told: str) -> None:
        whole = _("This cannot be undone: “{what}”").format(what=told)
        short = _("What was done last cannot be undone.")
        self._toast.show_refusal(short if self._discretion.on else whole)

    def _not_again(self, told: str) -> None:
        whole = _("This cannot be done again by itself: “{what}”").format(what=told)
        short = _("What was undone last cannot be done again by itself.")
        self._toast.show_refusal(short if self._discretion.on else whole)
