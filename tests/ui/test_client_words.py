"""A language 40 % longer cuts nothing on a client's tabs and in its editors."""

from collections.abc import Callable
from typing import Any

import pytest
from cut_text import speak_longer, watching
from PySide6.QtWidgets import QDialog
from window_walk import Window, at_work, settle

from advisor_app.domain.codes import ConsentUse
from advisor_app.ui.pages.client.evidence import show_evidence
from advisor_app.ui.pages.client.file_editing import (
    correct_contact,
    say_consent,
    say_preferences,
    write_reminder,
)
from advisor_app.ui.pages.client.page import ClientPage
from advisor_app.ui.pages.client.project_editing import add_project
from advisor_app.ui.pages.client.promise_editing import write_attention, write_promise
from advisor_app.ui.pages.client.tab import Tab
from advisor_app.ui.window.routes import Route

SIZE = (1366, 768)

Ask = Callable[[ClientPage], None]
EDITORS: dict[str, Ask] = {
    "project": lambda page: add_project(page._edits, shown(page)),
    "promise": lambda page: write_promise(page._edits, shown(page)),
    "attention": lambda page: write_attention(page._edits, shown(page)),
    "reminder": lambda page: write_reminder(page._edits, shown(page)),
    "correction": lambda page: correct_contact(
        page._edits, shown(page), shown(page).record.entries[0]
    ),
    "consent": lambda page: say_consent(
        page._edits, shown(page), shown(page).record.identities[0], ConsentUse.PHONE
    ),
    "preferences": lambda page: say_preferences(page._edits, shown(page).record.identities[0]),
    "evidence": lambda page: show_evidence(page.window(), shown(page)),
}


def shown(page: ClientPage) -> Any:
    assert page._shown is not None
    return page._shown


def opened_page(opened: Any) -> ClientPage:
    at_work(opened)
    opened.shell.resize(*SIZE)
    found: list[Any] = []
    opened.desktop._ask(
        opened.shell, lambda services: services.search.find("fournier cam"), found.append
    )
    settle(opened)
    opened.desktop.go(Route("client", found[0].clients[0].key))
    settle(opened)
    page = opened.desktop.page()
    assert isinstance(page, ClientPage)
    return page


@pytest.mark.parametrize("tab", range(6))
def test_no_tab_cuts_its_words(window: Window, monkeypatch: pytest.MonkeyPatch, tab: int) -> None:
    speak_longer(monkeypatch)
    opened = window("A01")
    page = opened_page(opened)
    page._choose(tab)
    for part in page.findChildren(Tab):
        part.finish()
    settle(opened)
    with watching(monkeypatch) as watch:
        page.grab()
        watch.controls(page)
    assert not watch.cut, "\n".join(f"“{text}” {why}" for text, why in watch.cut.items())


@pytest.mark.parametrize("editor", EDITORS)
def test_no_editor_cuts_its_words(
    window: Window, monkeypatch: pytest.MonkeyPatch, editor: str
) -> None:
    speak_longer(monkeypatch)
    opened = window("A01")
    page = opened_page(opened)
    EDITORS[editor](page)
    settle(opened)
    (dialog,) = [one for one in opened.shell.findChildren(QDialog) if one.isVisible()]
    with watching(monkeypatch) as watch:
        dialog.grab()
        watch.controls(dialog)
    dialog.close()
    assert not watch.cut, "\n".join(f"“{text}” {why}" for text, why in watch.cut.items())
