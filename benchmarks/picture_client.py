"""The scenes of the pictures on a client's page: every question about a household or a person."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from advisor_app.domain.codes import ConsentUse
from advisor_app.i18n import _
from advisor_app.ui.pages.client import (
    evidence,
    file_editing,
    household_editing,
    introduction_card,
    paper_asking,
    project_editing,
    promise_editing,
    record_editing,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from picture_stage import Named, Stage


def scenes() -> Iterator[Named]:
    """Every scene, with its name."""
    yield "client-menu", _menu
    yield "ask-evidence", lambda stage: evidence.show_evidence(*_window_shown(stage))
    of_household: tuple[tuple[str, Callable[..., object]], ...] = (
        ("project", project_editing.add_project),
        ("promise", promise_editing.write_promise),
        ("attention", promise_editing.write_attention),
        ("reminder", file_editing.write_reminder),
        ("join", household_editing.let_join),
        ("person", household_editing.add_person),
    )
    for name, ask in of_household:
        yield f"ask-{name}", partial(_ask_of_household, ask)
    of_person: tuple[tuple[str, Callable[..., object]], ...] = (
        ("file", record_editing.correct_file),
        ("standing", record_editing.say_standing),
        ("merge", record_editing.merge_files),
        ("copy", record_editing.save_copy),
        ("erase", record_editing.erase_file),
    )
    for name, ask in of_person:
        yield f"ask-{name}", partial(_ask_of_person, ask)
    yield "ask-project-changed", _project
    yield "ask-merge-compared", _merge
    yield "ask-correction", _correction
    yield "ask-consent", _consent
    yield "ask-preferences", _preferences
    yield "ask-tie", _tie
    yield "ask-announcing", _announcing
    yield "ask-condolence", _condolence
    yield "ask-note-watched", _watched
    yield "client-gone", lambda stage: stage.go("client", bytes(16))


def _menu(stage: Stage) -> None:
    page = stage.client()
    page._choose(0)
    page._header.open_menu()


def _shown(stage: Stage) -> Any:
    page = stage.client()
    return page._edits, page._shown


def _window_shown(stage: Stage) -> Any:
    edits, shown = _shown(stage)
    return edits.page.window(), shown


def _ask_of_household(ask: Callable[..., object], stage: Stage) -> None:
    ask(*_shown(stage))


def _ask_of_person(ask: Callable[..., object], stage: Stage) -> None:
    edits, shown = _shown(stage)
    ask(edits, shown, shown.people[0])


def _project(stage: Stage) -> None:
    edits, shown = _shown(stage)
    project_editing.edit_project(edits, shown, shown.record.projects[0])


def _merge(stage: Stage) -> None:
    _ask_of_person(record_editing.merge_files, stage)
    dialog = stage.question()
    dialog.other.field.setText("lemoine")
    dialog._compare()


def _correction(stage: Stage) -> None:
    edits, shown = _shown(stage)
    entry = next(one for one in shown.record.entries if one.refs)
    file_editing.correct_contact(edits, shown, entry)


def _consent(stage: Stage) -> None:
    edits, shown = _shown(stage)
    file_editing.say_consent(edits, shown, shown.record.identities[0], ConsentUse.EMAIL)


def _preferences(stage: Stage) -> None:
    edits, shown = _shown(stage)
    file_editing.say_preferences(edits, shown.record.identities[0])


def _tie(stage: Stage) -> None:
    edits, shown = _shown(stage)
    household_editing.change_member(edits, shown, shown.record.members[-1])


def _announcing(stage: Stage) -> None:
    edits, shown = _shown(stage)
    for steps, people in introduction_card.together(shown.page):
        introduction_card.announce(edits, shown, steps, people)
        return


def _condolence(stage: Stage) -> None:
    edits, shown = _shown(stage)
    offered = paper_asking.paper_offers(edits, shown)
    next(one for one in offered if one.icon == "heart").ask()


def _watched(stage: Stage) -> None:
    """A note that the guard warns of, with a field that lacks something."""
    stage.go("today")
    stage.requests.note_contact.emit(stage.desktop.page().whom())
    dialog = stage.question()
    dialog._text.field.setPlainText("Il est malade, il a un cancer.")
    dialog.refuse(_("Something went wrong. Nothing was saved."))
