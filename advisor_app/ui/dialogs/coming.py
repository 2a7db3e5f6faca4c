"""A question that must read before it can be asked: nothing flickers, and nobody waits unseen."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from advisor_app.domain.errors import Refused, TeteATeteError
from advisor_app.i18n import _
from advisor_app.i18n.wording import sentence
from advisor_app.ui.dialogs.frame import HouseDialog
from advisor_app.ui.parts.page import Ask
from advisor_app.ui.parts.states import Stage
from advisor_app.ui.theme import sizes
from advisor_app.ui.theme.text_size import scaled

if TYPE_CHECKING:
    from advisor_app.bootstrap import Services

T = TypeVar("T")
_HEIGHT = 260


@dataclass(frozen=True, slots=True)
class Read(Generic[T]):
    """What a question reads on the worker, what opens with it, and who hears of what failed."""

    work: "Callable[[Services], T]"
    then: Callable[[T], None]
    failed: Callable[[Exception], None]


def ask_when_read(owner: QObject, around: QWidget, title: str, ask: Ask, read: Read[T]) -> None:
    """Read, then open the question over `around`; what is not there after 300 ms shows its frame.

    `title` is the question's; it comes no more when its `owner` goes. What a rule refuses goes to `failed`, as does what nobody expected;
    whatever else could not be read is said in the frame, with the way to try again.
    """
    _Coming(owner, around, title, ask, read)


class ComingFrame(HouseDialog):
    """The frame of a question with bars where its fields will be; Esc leaves it."""

    def __init__(self, around: QWidget, title: str, again: Callable[[], None]) -> None:
        super().__init__(around, title, "", "")
        self.action.hide()
        self.stage = Stage(QWidget(), None, again)
        self.body.setMinimumHeight(min(scaled(_HEIGHT), around.window().height() // 2))
        self.body.fill()
        self.fields.addWidget(self.stage)
        self.cancel.setFocus()


class _Coming(QObject):
    """One question on its way; it goes when the question is there, or is not wanted any more."""

    def __init__(
        self, owner: QObject, around: QWidget, title: str, ask: Ask, read: Read[Any]
    ) -> None:
        super().__init__(owner)
        self._around, self._title, self._ask, self._read = around, title, ask, read
        self._frame: ComingFrame | None = None
        self._slow = QTimer(self, singleShot=True, interval=sizes.SKELETON_MS)
        self._slow.timeout.connect(self._be_patient)
        self._slow.start()
        self._asked = ask(self, read.work, self._came, self._missed)

    def _be_patient(self) -> None:
        self._shown().stage.be_patient(self._asked)

    def _shown(self) -> ComingFrame:
        if self._frame is None:
            self._frame = ComingFrame(self._around, self._title, self._again)
            self._frame.rejected.connect(self._give_up)
            self._frame.open()
        return self._frame

    def _again(self) -> None:
        self._asked = self._ask(self, self._read.work, self._came, self._missed)
        self._shown().stage.wait(self._asked)

    def _give_up(self) -> None:
        self._asked.stop()
        self.deleteLater()

    def _came(self, found: Any) -> None:
        self._leave()
        self._read.then(found)

    def _missed(self, error: Exception) -> None:
        self._slow.stop()
        if isinstance(error, Refused) or not isinstance(error, TeteATeteError):
            self._leave()
            self._read.failed(error)
            return
        self._shown().stage.show_error(_("This could not be read"), sentence(error))

    def _leave(self) -> None:
        self._slow.stop()
        if self._frame is not None:
            self._frame.accept()
        self.deleteLater()
