"""How a list is read: it waits, then shows what came, or says that it could not be read."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject

from advisor_app.i18n import _
from advisor_app.ui.parts.page import Ask
from advisor_app.ui.parts.states import Stage

if TYPE_CHECKING:
    from advisor_app.bootstrap import Services

T = TypeVar("T")


def read_into(
    stage: Stage,
    ask: Ask,
    owner: QObject,
    work: "Callable[[Services], T]",
    show: Callable[[T], None],
    failed: Callable[[Exception], None],
) -> None:
    """Ask for what stands on a stage; `show` fills it, `failed` tells why it could not be read."""

    def done(found: T) -> None:
        show(found)
        stage.show_content()

    def refused(error: Exception) -> None:
        could_not_be_read(stage)
        failed(error)

    stage.wait(ask(owner, work, done, refused))


def could_not_be_read(stage: Stage) -> None:
    """Say so on the stage, with the way to try again."""
    stage.show_error(_("This could not be read"), _("Nothing was changed. Try again in a moment."))
