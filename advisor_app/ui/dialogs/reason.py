"""Why: what is about to be done to everybody's rules, and the reason that is kept with it."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from advisor_app.domain.policy_version import REASON_AT_MOST
from advisor_app.i18n import _, ngettext
from advisor_app.ui.dialogs.frame import HouseDialog
from advisor_app.ui.parts.fields import Field, Labelled
from advisor_app.ui.parts.text import Text
from advisor_app.ui.theme.tokens import Tone
from advisor_app.ui.theme.type_scale import Type

_LINES = 14


class ReasonDialog(HouseDialog):
    """Lines that say what changes, and one field; it stays open until the reason was taken."""

    def __init__(
        self,
        parent: QWidget,
        title: str,
        lines: list[str],
        action: str,
        answer: Callable[["ReasonDialog", str], None],
    ) -> None:
        said = _("It holds for everybody at once, and stays on record with your name.")
        super().__init__(parent, title, said, action)
        self._answer = answer
        for line in shortened(lines):
            self.fields.addWidget(Text(line, Type.SMALL, Tone.SECOND, wrap=True))
        self.reason = Field()
        self.reason.setMaxLength(REASON_AT_MOST)
        self.fields.addWidget(Labelled(_("Why, in a few words"), self.reason))
        self.reason.setFocus()

    def accept(self) -> None:
        """Hand the reason over, and wait for what becomes of it."""
        self.busy()
        self._answer(self, self.reason.text())

    def done_well(self) -> None:
        """It was taken: close."""
        super().accept()


def shortened(lines: list[str]) -> list[str]:
    """So many lines that the dialog keeps its size, and how many more there are."""
    if len(lines) <= _LINES:
        return lines
    rest = len(lines) - _LINES + 1
    more = ngettext("and {count} more", "and {count} more", rest).format(count=rest)
    return [*lines[: _LINES - 1], more]
