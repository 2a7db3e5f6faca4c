"""A day's work with the keyboard alone, in the real program on a real screen.

Run by `tests/ui/test_day_by_keyboard.py` under Xvfb: `python day_by_keyboard.py STORE PASSPHRASE
FOLDER`. Keys come from outside, by xdotool, as a keyboard's would; this script only waits until
the window has done what was asked, and says which step it waited for in vain.
"""

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from advisor_app.bootstrap import open_services
from advisor_app.ui import app
from advisor_app.ui.dialogs.contact import ContactDialog
from advisor_app.ui.dialogs.dismiss import DismissDialog
from advisor_app.ui.dialogs.later import LaterDialog
from advisor_app.ui.dialogs.project import ProjectDialog
from advisor_app.ui.pages.client.page import ClientPage
from advisor_app.ui.pages.client.project_card import CardButton
from advisor_app.ui.pages.sheets.page import SheetsPage
from advisor_app.ui.pages.sheets.sheet_list import PaperRow
from advisor_app.ui.pages.today.page import TodayPage
from advisor_app.ui.pages.today.suggestion_row import SuggestionRow
from advisor_app.ui.window.desktop import Desktop
from advisor_app.ui.window.door import Door
from advisor_app.ui.window.lock_screen import LockScreen
from advisor_app.ui.window.palette import Palette
from advisor_app.ui.window.shell import Shell

Wait = tuple[str, Callable[[], object]]
Step = Iterator[Wait]
Q = TypeVar("Q", bound=QObject)
_BEAT_MS = 40
XDOTOOL = shutil.which("xdotool") or ""
_PATIENCE = 1_000
_MOST_TABS = 80


def press(*keys: str) -> Step:
    """Press keys, one after the other."""
    for key in keys:
        pressed = subprocess.Popen([XDOTOOL, "key", "--clearmodifiers", key])
        yield f"xdotool presses {key}", lambda done=pressed: done.poll() is not None
        yield from pause()


def type_in(text: str) -> Step:
    """Type a text."""
    typed = subprocess.Popen([XDOTOOL, "type", "--delay", "15", text])
    yield f"xdotool types {text!r}", lambda: typed.poll() is not None
    yield from pause()


def pause(beats: int = 2) -> Step:
    """Let the window take a breath: what was pressed is on its way to it."""
    left = [beats]

    def over() -> bool:
        left[0] -= 1
        return left[0] < 0

    yield "a breath", over


def press_until(key: str, reached: Callable[[], object], what: str) -> Step:
    """Press a key until something is reached."""
    for _press in range(_MOST_TABS):
        if reached():
            return
        yield from press(key)
    yield f"{key} reaches {what}", reached


class Advisor:
    """Does the day's work; what it sees is the window's own state."""

    def __init__(self, shell: Shell, passphrase: str, folder: Path) -> None:
        self._shell, self._passphrase, self._folder = shell, passphrase, folder

    def day(self) -> Step:
        """Open, find, read, answer, note, edit, print, lock, unlock, close."""
        yield from self.open()
        yield from self.find_and_read()
        yield from self.answer()
        yield from self.note_a_call()
        yield from self.edit_a_project()
        yield from self.print_two_sheets()
        yield from self.lock_and_unlock()
        yield from press("ctrl+q")
        yield "the window closes", lambda: not self._shell.isVisible()

    def open(self) -> Step:
        yield "the day shows whom to meet", lambda: self.today().whom() is not None
        yield "the window is active", self._shell.isActiveWindow
        yield "the keyboard is at the first suggestion", self.on_first_row

    def find_and_read(self) -> Step:
        yield from self.search("lemoine")
        yield "the client's page", lambda: "Lemoine" in self._shell.windowTitle()
        yield "the client is read", lambda: self.desktop().page().whom() is not None
        yield from press("alt+Left")
        yield "back to the day", lambda: isinstance(self.desktop().page(), TodayPage)
        yield "the keyboard is there again", self.on_row

    def answer(self) -> Step:
        for key, kind in (("l", LaterDialog), ("l", LaterDialog), ("Delete", DismissDialog)):
            yield "the keyboard is at a suggestion", self.on_row
            whom = self.today().whom()
            assert whom is not None
            yield from press(key)
            yield f"{kind.__name__} asks", lambda kind=kind: self.asking(kind)
            yield from press("Return")
            yield "the suggestion leaves the list", lambda gone=whom: gone.key not in self.listed()

    def note_a_call(self) -> Step:
        yield "somebody is chosen", lambda: self.today().whom() is not None
        yield from press("ctrl+r")
        yield "the note is asked", lambda: self.asking(ContactDialog)
        dialog = self.dialog(ContactDialog)
        yield from press_until("Tab", dialog._channel.hasFocus, "the channel")
        yield from type_in("Phone")
        yield "it is a call", lambda: str(dialog.note().channel) == "phone"
        yield from press_until("Tab", dialog._text.field.hasFocus, "the note")
        yield from type_in("Would like to talk in June.")
        yield from press_until("Tab", dialog.action.hasFocus, "the button")
        yield from press("Return")
        yield "the note is kept", lambda: not self.asking(ContactDialog)

    def edit_a_project(self) -> Step:
        yield from self.search("fournier")
        yield "the couple's page", lambda: "Fournier" in self._shell.windowTitle()
        yield "the couple is read", lambda: self.desktop().page().whom() is not None
        assert isinstance(self.desktop().page(), ClientPage)
        yield from press_until("Tab", lambda: self.focused(CardButton), "a project")
        yield from press("Return")
        yield "the project opens", lambda: self.asking(ProjectDialog)
        dialog = self.dialog(ProjectDialog)
        step = dialog._fields.step.field
        yield from press_until("Tab", step.hasFocus, "the next step")
        yield from press("ctrl+a")
        yield from type_in("Call the notary together")
        yield from press_until("Tab", dialog.action.hasFocus, "the button")
        yield from press("Return")
        yield "the project is kept", lambda: not self.asking(ProjectDialog)

    def print_two_sheets(self) -> Step:
        yield from press("alt+4")
        yield "the papers are there", lambda: bool(self.rows())
        yield from press_until("Tab", lambda: self.focused(PaperRow), "a paper")
        for place, row in enumerate(self.rows()):
            yield f"paper {place} is reached", lambda row=row: self.focused_row() is row
            wanted = place in {2, 3}
            if row.tick.isChecked() != wanted:
                yield from press("space")
            yield f"paper {place} is ticked or not", lambda r=row, w=wanted: r.tick.isChecked() == w
            if place + 1 < len(self.rows()):
                after = self.rows()[place + 1]
                yield from press_until("Down", lambda a=after: self.focused_row() is a, "the next")
        yield from press("ctrl+p")
        yield "where to is asked", lambda: isinstance(QApplication.activeWindow(), QFileDialog)
        yield from press("ctrl+a")
        yield from type_in(str(self._folder / "two-sheets.pdf"))
        yield from press("Return")
        yield "the papers are written", (self._folder / "two-sheets.pdf").exists

    def lock_and_unlock(self) -> Step:
        yield from press("ctrl+l")
        yield "the lock shows", lambda: self.find(LockScreen) is not None
        yield "the pages are gone", lambda: self.find(Desktop) is None
        yield "nothing is said of a client", lambda: "Fournier" not in self._shell.windowTitle()
        yield from press_until("Tab", self.lock().secret.hasFocus, "the passphrase")
        yield from type_in(self._passphrase)
        yield from press("Return")
        yield "the window is open again", lambda: self.find(Desktop) is not None
        yield from press("alt+1")
        yield "the keyboard is at the first suggestion again", self.on_first_row

    def search(self, words: str) -> Step:
        yield from press("ctrl+k")
        yield "the search opens", lambda: self.asking(Palette)
        palette = self.dialog(Palette)
        yield from type_in(words)
        yield (
            f"{words} is found",
            lambda: any(words in line.entry.text.lower() for line in palette._lines),
        )
        yield from press("Return")
        yield "the search closes", lambda: not self.asking(Palette)

    def desktop(self) -> Desktop:
        found = self.find(Desktop)
        assert found is not None
        return found

    def today(self) -> TodayPage:
        found = self.find(TodayPage)
        if found is None:
            raise LookupError
        return found

    def listed(self) -> set[object]:
        words = self.today()._listed
        return set() if words is None else {row.key for row in words.rows}

    def rows(self) -> list[PaperRow]:
        page = self.find(SheetsPage)
        return [] if page is None else list(page._list._rows)

    def lock(self) -> LockScreen:
        found = self.find(LockScreen)
        assert found is not None
        return found

    def find(self, kind: type[Q]) -> Q | None:
        found = self._shell.findChild(kind)
        return found if isinstance(found, kind) else None

    def asking(self, kind: type[QWidget]) -> bool:
        return isinstance(QApplication.activeWindow(), kind)

    def dialog(self, kind: type[Q]) -> Q:
        active = QApplication.activeWindow()
        assert isinstance(active, kind)
        return active

    def focused(self, kind: type[QWidget]) -> bool:
        return isinstance(QApplication.focusWidget(), kind)

    def focused_row(self) -> QWidget | None:
        return QApplication.focusWidget()

    def on_row(self) -> bool:
        return self.focused(SuggestionRow)

    def on_first_row(self) -> bool:
        rows = self.today().board.suggested._rows
        return bool(rows) and rows[0].hasFocus()


class Clock(QObject):
    """Goes on with the day as soon as the window has done what the step before asked."""

    def __init__(self, shell: Shell, steps: Step) -> None:
        super().__init__(shell)
        self._steps, self._shell = steps, shell
        self._wait: Wait = ("the beginning", lambda: True)
        self._left = _PATIENCE
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._beat)
        self._timer.start(_BEAT_MS)

    def _beat(self) -> None:
        what, ready = self._wait
        try:
            done = ready()
        except LookupError:
            done = False
        if done:
            self._go_on()
        elif self._left == 0:
            self._give_up(what)
        else:
            self._left -= 1

    def _go_on(self) -> None:
        try:
            self._wait = next(self._steps)
            self._left = _PATIENCE
        except StopIteration:
            self._timer.stop()
        except Exception as error:
            self._give_up(repr(error))
            raise

    def _give_up(self, what: str) -> None:
        self._timer.stop()
        focus = QApplication.focusWidget()
        sys.stderr.write(f"waited in vain until: {what}; focus on {type(focus).__name__}\n")
        QApplication.exit(1)


def work(store: Path, passphrase: str, folder: Path, steps: Callable[[Shell], Step]) -> int:
    """Open the program, and take the steps in its window."""

    class Watched(Shell):
        def __init__(self) -> None:
            super().__init__()
            Clock(self, steps(self))

    app.Shell = Watched  # type: ignore[misc] # the day begins with the window
    return app.run(Door(store, lambda: open_services(store, passphrase, "A01"), "A01"), folder)


def main(store: Path, passphrase: str, folder: Path) -> int:
    return work(store, passphrase, folder, lambda shell: Advisor(shell, passphrase, folder).day())


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3])))
