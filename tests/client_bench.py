"""The page of the story's couple in an open window, for tests that write on it."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel
from window_walk import at_work, settle

from advisor_app.domain.client_edits import ClientFile
from advisor_app.ui.pages.client.page import ClientPage
from advisor_app.ui.window.routes import Route


class Bench:
    """The page of the story's couple in an open window."""

    def __init__(self, opened: Any) -> None:
        self.opened = at_work(opened)
        self.key = self.ask(lambda services: services.search.find("fournier cam").clients[0].key)
        opened.desktop.go(Route("client", self.key))
        settle(opened)
        page = opened.desktop.page()
        assert isinstance(page, ClientPage)
        self.page = page

    def ask(self, work: Callable[[Any], Any]) -> Any:
        answers: list[Any] = []
        self.opened.desktop._ask(self.opened.shell, work, answers.append)
        self.opened.until(lambda: answers)
        return answers[0]

    def dialog(self, kind: type[QDialog]) -> Any:
        settle(self.opened)
        (found,) = [one for one in self.opened.shell.findChildren(kind) if one.isVisible()]
        return found

    def question(self, write: Callable[..., None], kind: type[QDialog], of: Any = "head") -> Any:
        """The dialog that an action of the page opens: about the head, somebody, or nobody."""
        whom = () if of is None else (self.person if of == "head" else of,)
        write(self.page._edits, self.page._shown, *whom)
        return self.dialog(kind)

    def refusal(self, dialog: Any) -> str:
        """Why a dialog says that it cannot be done."""
        return str(dialog.problem.findChild(QLabel).text())

    def file(self, ref: str | None = None) -> ClientFile:
        asked = ref or self.person.ref
        found = self.ask(lambda services: services.client_edits.find(asked))
        assert isinstance(found, ClientFile)
        return found

    def undo(self) -> None:
        settle(self.opened)
        self.opened.shell.toast.take_back()
        settle(self.opened)

    @property
    def person(self) -> Any:
        assert self.page._shown is not None
        return self.page._shown.people[0]


def press_return(dialog: Any) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_Return)
