"""The word of the day after in a real window: due at once, drafted, printed, mailed, marked sent."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog
from window_walk import Window, at_work, past_meeting, settle

from advisor_app.bootstrap import Services
from advisor_app.domain.outcome import Happened, Outcome
from advisor_app.ui.dialogs.follow_up import FollowUpDialog
from advisor_app.ui.pages.client.cards import FollowUpBox
from advisor_app.ui.pages.sheets.page import SheetsPage
from advisor_app.ui.pages.today.owed import OwedRow
from advisor_app.ui.pages.today.page import TodayPage
from advisor_app.ui.parts.buttons import Button
from advisor_app.ui.parts.papers_asked import LetterAsked
from advisor_app.ui.window.routes import Route

T = TypeVar("T")


def asked(opened: Any, work: Callable[[Services], T]) -> T:
    """What the services answer, asked as the window asks them."""
    found: list[T] = []
    opened.desktop._ask(opened.shell, work, found.append)
    opened.until(lambda: found)
    return found[0]


@pytest.fixture
def opened(window: Window) -> Any:
    """A window in which the meeting of this morning is written up."""
    opened = at_work(window("A01"))
    ref, whom = past_meeting(opened)
    outcome = Outcome(Happened.IN_PERSON, text="They compare.")
    asked(opened, lambda services: services.outcomes.tell(ref, outcome))
    opened.ref, opened.key = ref, whom.key
    today = opened.find(TodayPage)
    today.reload()
    settle(opened)
    return opened


def owed_refs(opened: Any) -> set[str]:
    return {one.ref for one in asked(opened, lambda services: services.owed.due())}


def on_client(opened: Any) -> FollowUpBox | None:
    opened.desktop.go(Route("client", opened.key))
    settle(opened)
    boxes = opened.desktop.page().findChildren(FollowUpBox)
    return next((one for one in boxes if one.isVisible()), None)


def word_from_client(opened: Any) -> FollowUpDialog:
    box = on_client(opened)
    assert box is not None
    button = box.findChild(Button)
    assert button is not None
    button.click()
    settle(opened)
    dialogs = [one for one in opened.shell.findChildren(FollowUpDialog) if one.isVisible()]
    assert isinstance(dialogs[0], FollowUpDialog)
    return dialogs[0]


def test_it_is_due_at_once_and_marking_it_sent_clears_it_everywhere(opened: Any) -> None:
    today = opened.find(TodayPage)
    today.board.show_owed(shown=True)
    today.board.owed._show_all()
    words = [one for one in today.board.owed._owed if one.ref == opened.ref]
    assert [one.asks_word for one in words] == [True]
    row = next(
        row
        for row in today.board.owed.findChildren(OwedRow)
        if row.tell and words[0].name in row.accessibleName() and "Send" in row.accessibleName()
    )
    row.tell.click()
    settle(opened)
    dialog = opened.find(FollowUpDialog)
    assert isinstance(dialog, FollowUpDialog)
    dialog.accept()
    opened.until(lambda: opened.ref not in owed_refs(opened))
    assert on_client(opened) is None
    opened.desktop.history.undo()
    opened.until(lambda: opened.ref in owed_refs(opened))
    settle(opened)
    assert on_client(opened) is not None


def test_what_was_changed_by_hand_is_what_is_printed(opened: Any) -> None:
    dialog = word_from_client(opened)
    dialog.subject.setText("Our meeting")
    dialog.text.setPlainText("Dear Ms Marchetti,\n\nIt was good to see you.\n\nKind regards")
    dialog.print.click()
    settle(opened)
    page = opened.desktop.page()
    assert isinstance(page, SheetsPage)
    about = opened.desktop.route().about
    assert isinstance(about, LetterAsked)
    assert (about.subject, about.appointment) == ("Our meeting", opened.ref)
    opened.until(lambda: page._press.made_of(0) is not None)
    made = page._press.made_of(0)
    assert made is not None
    assert made.pdf.startswith(b"%PDF")
    again = word_from_client(opened)
    opened.until(lambda: "good to see you" in again.text.toPlainText())
    again.reject()


def test_a_mail_is_saved_as_a_draft_and_opened(
    opened: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path, shown = tmp_path / "word.eml", []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_about: (str(path), ""))
    monkeypatch.setattr(QDesktopServices, "openUrl", shown.append)
    dialog = word_from_client(opened)
    assert dialog.mail.isEnabled()
    dialog.mail.click()
    opened.until(lambda: shown)
    mail = path.read_bytes()
    assert mail.startswith(b"X-Unsent: 1")
    assert b"calendar" not in mail
    assert opened.ref in owed_refs(opened)
    dialog.reject()


def test_the_draft_speaks_the_clients_language(opened: Any) -> None:
    dialog = word_from_client(opened)
    assert "Madame, Monsieur" in dialog.text.toPlainText()
    dialog.reject()
