"""A client's tabs and editors: no word is cut, and every control says what it is."""

from collections.abc import Callable
from typing import Any

import pytest
from cut_text import speak_longer, watching
from PySide6.QtWidgets import QDialog
from window_walk import Window, at_work, faults, only_by_mouse, place_of, settle

from advisor_app.domain.attentions import AttentionDraft, AttentionStage
from advisor_app.domain.codes import ConsentUse, Party
from advisor_app.domain.commitments import CommitmentDraft
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


@pytest.mark.parametrize("tab", range(6))
def test_every_control_of_a_tab_says_what_it_is(window: Window, tab: int) -> None:
    opened = window("A01")
    page = opened_page(opened)
    write_something(opened, page)
    page._choose(tab)
    for part in page.findChildren(Tab):
        part.finish()
    settle(opened)
    found = [*faults(f"tab {tab}", page)]
    found += [f"tab {tab}: {place_of(widget)}" for widget in only_by_mouse(page)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("editor", EDITORS)
def test_every_control_of_an_editor_says_what_it_is(window: Window, editor: str) -> None:
    opened = window("A01")
    page = opened_page(opened)
    EDITORS[editor](page)
    settle(opened)
    (dialog,) = [one for one in opened.shell.findChildren(QDialog) if one.isVisible()]
    found = list(faults(editor, dialog))
    dialog.close()
    assert not found, "\n".join(found)


def write_something(opened: Any, page: ClientPage) -> None:
    """A promise, an attention and a reminder, so that their rows are looked at too."""
    ref = shown(page).people[0].ref
    today = shown(page).record.today

    def write(services: Any) -> None:
        services.commitments.add(ref, CommitmentDraft(Party.BANK, "Send it", today))
        services.attentions.add(ref, AttentionDraft(AttentionStage.IDEA, "A card", today))
        services.reminders.note(ref, "Tea", "coffee")

    opened.desktop._ask(opened.shell, write, lambda _nothing: page.reload())
    settle(opened)
