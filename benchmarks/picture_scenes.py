"""The scenes of `pictures.py --every` in an open store: each page, tab, pane and question.

A scene sets something up on a stage, as the window itself would, and is photographed then.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from advisor_app.domain.codes import ConsentUse
from advisor_app.domain.letters import LetterKind
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
from advisor_app.ui.pages.settings.sections import sections
from advisor_app.ui.parts.papers_asked import LetterAsked
from advisor_app.ui.parts.requests import DaySheets, Filter, SettingsAt
from advisor_app.ui.window.commands import explain_page, open_menus

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from picture_stage import Stage

    Scene = Callable[[Stage], object]
    Named = tuple[str, Scene]

_TICKED = 3


def scenes() -> Iterator[Named]:
    """Every scene of a store that is open, with its name."""
    yield from _pages()
    yield from _today()
    yield from _portfolio()
    yield from _client()
    yield from _agenda()
    yield from _sheets()
    yield from _settings()
    yield from _window()


def _pages() -> Iterator[Named]:
    for name in ("today", "portfolio", "agenda", "sheets"):
        yield name, partial(_go, name)
    for place, name in enumerate(
        ("client", "projects", "contacts", "household", "documents", "history")
    ):
        yield f"client-{name}" if place else name, partial(_tab, place)
    for section in sections():
        yield f"settings-{section.name}", partial(_pane, section.name)


def _go(name: str, stage: Stage) -> Any:
    return stage.go(name)


def _tab(place: int, stage: Stage) -> Any:
    page = stage.client()
    page._choose(place)
    return page


def _pane(name: str, stage: Stage) -> Any:
    return stage.go("settings", SettingsAt(name))._pane(name)


def _today() -> Iterator[Named]:
    yield "today-due", lambda stage: stage.go("today")._show_owed()
    for question in ("propose", "note_contact", "later", "dismiss", "accept"):
        yield f"ask-{question}", partial(_ask_of_first, question)
    yield "ask-outcome", _write_up
    yield "ask-follow_up", _follow_up
    yield "ask-how", lambda stage: stage.go("today")._asked.explain()


def _ask_of_first(question: str, stage: Stage) -> None:
    page = stage.go("today")
    getattr(stage.requests, question).emit(page.whom())


def _write_up(stage: Stage) -> None:
    today = stage.go("today").answers.day.today
    past = next(one for one in today.appointments if one.end <= today.now)
    stage.desktop.page()._asked._write_up(past)


def _follow_up(stage: Stage) -> None:
    from advisor_app.domain.owed import Owing

    page = stage.go("today")
    owed = next(one for one in page.answers.owed.values() if one.owing is Owing.FOLLOW_UP)
    page._asked._tell_outcome(owed)


def _portfolio() -> Iterator[Named]:
    yield "portfolio-ticked", _tick
    yield "portfolio-papers", lambda stage: _tick(stage)._ticked.open_papers()
    yield "portfolio-filtered", lambda stage: stage.go("portfolio", Filter(online_only=True))
    yield "portfolio-nobody", lambda stage: _type(stage, "zzzz")
    yield "portfolio-found", lambda stage: _type(stage, "lemo")
    yield "ask-export", lambda stage: _tick(stage)._ticked.export()
    yield "ask-later-several", lambda stage: _tick(stage)._ticked.put_off()
    yield "ask-columns", lambda stage: _type(stage, "")._choose_columns()
    yield "ask-view_name", lambda stage: _type(stage, "lemo")._views.ask_name()
    yield "ask-labels", lambda stage: _papers(stage).labels(_keys(stage))
    yield (
        "ask-purpose",
        lambda stage: _papers(stage).listed(
            _keys(stage), stage.desktop.page()._filters.question, ()
        ),
    )


def _type(stage: Stage, words: str) -> Any:
    page = stage.go("portfolio")
    page._filters.clear()
    page._ticked.all(on=False)
    page._filters.words.setText(words)
    return page


def _tick(stage: Stage) -> Any:
    page = _type(stage, "")
    for place in range(_TICKED):
        page._table.tick(place)
    return page


def _papers(stage: Stage) -> Any:
    return _tick(stage)._ticked._papers


def _keys(stage: Stage) -> Any:
    return stage.desktop.page()._model.ticked()


def _client() -> Iterator[Named]:
    yield "client-menu", lambda stage: _tab(0, stage)._header.open_menu()
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
    _ask_of_first("note_contact", stage)
    dialog = stage.question()
    dialog._text.field.setPlainText("Il est malade, il a un cancer.")
    dialog.refuse(_("Something went wrong. Nothing was saved."))


def _agenda() -> Iterator[Named]:
    yield "agenda-day", lambda stage: _form(stage, 0)
    yield "agenda-menu", _meeting_menu
    yield "agenda-months", lambda stage: _form(stage, 1)._turn_aside()
    yield "ask-week", lambda stage: _form(stage, 1).plan_week()
    yield "ask-moving", _moving
    yield "ask-company", lambda stage: _form(stage, 1).doing.accompany(_meeting(stage))
    yield "ask-cancelling", lambda stage: _form(stage, 1).doing.cancel(_meeting(stage))
    yield "ask-who_comes", lambda stage: stage.requests.book_at.emit(_moment(stage))


def _form(stage: Stage, place: int) -> Any:
    page = stage.go("agenda")
    from advisor_app.ui.pages.agenda.header import DAY, WEEK

    page._form_as((DAY, WEEK)[place])
    return page


def _moment(stage: Stage) -> datetime:
    return datetime.combine(stage.today + timedelta(days=5), datetime.min.time()).replace(hour=15)


def _meeting(stage: Stage) -> Any:
    plan = stage.services.agenda.week(stage.today)
    meetings = [one for day in plan.days for one in day.meetings if one.to_come]
    return meetings[-1]


def _meeting_menu(stage: Stage) -> None:
    page, ref = _form(stage, 1), _meeting(stage).visit.ref
    page._open_menu(ref)


def _moving(stage: Stage) -> None:
    from advisor_app.domain.agenda import Depends
    from advisor_app.domain.papers import PaperKind
    from advisor_app.i18n.agenda_words import depends_lines, moved_words
    from advisor_app.i18n.people_words import joint_name
    from advisor_app.ui.dialogs.moving import MovingDialog

    page, one = _form(stage, 1), _meeting(stage)
    lines = depends_lines(Depends((PaperKind.SHEET, PaperKind.APPOINTMENT), invited=True))
    words = moved_words(joint_name(one.visit.people), _moment(stage))
    MovingDialog(page, words, lines, lambda _dialog: None).open()


def _sheets() -> Iterator[Named]:
    yield "sheets-one", _sheet_of_first
    yield "sheets-letter", _letter
    yield "ask-lock_paper", _lock_paper


def _sheet_of_first(stage: Stage) -> None:
    whom = stage.go("today").whom()
    stage.requests.print_sheet.emit(whom)


def _letter(stage: Stage) -> None:
    one = _meeting(stage)
    stage.go("sheets", LetterAsked(LetterKind.APPOINTMENT, one.visit.ref, "…"))


def _lock_paper(stage: Stage) -> None:
    from advisor_app.ui.dialogs.lock_paper import LockPaperDialog

    stage.go("sheets", DaySheets(stage.today))
    LockPaperDialog(stage.shell, lambda _word: None).open()


def _settings() -> Iterator[Named]:
    yield (
        "settings-rules-changed",
        lambda stage: _pane("rules", stage)._edit("online_only_months", 24),
    )
    yield "ask-reason", _reason
    for place, name in enumerate(("dated_hours", "absence", "room")):
        yield f"ask-{name}", partial(_add_to_plan, place)
    yield "ask-calendar_account", lambda stage: _pane("calendars", stage).main_action()
    yield "ask-calendar_password", _calendar_password
    yield "ask-change", lambda stage: _pane("security", stage)._ask_change()
    yield "ask-prove", lambda stage: _pane("security", stage)._ask_code()
    yield "ask-code", _code
    yield "ask-restore", _restore


def _add_to_plan(place: int, stage: Stage) -> None:
    _card, edits = _pane("hours", stage)._listed[place]
    edits.add()


def _reason(stage: Stage) -> None:
    pane = _pane("rules", stage)
    pane._edit("online_only_months", 24)
    pane.main_action()


def _calendar_password(stage: Stage) -> None:
    from advisor_app.ui.dialogs.calendar_account import CalendarPasswordDialog

    _pane("calendars", stage)
    CalendarPasswordDialog(stage.shell, "claire.morel", lambda _word: None).open()


def _code(stage: Stage) -> None:
    from advisor_app.ui.dialogs.recovery import CodeDialog

    _pane("security", stage)
    CodeDialog(stage.shell, "4KXT-9WQM-2PJC-7HRN-V8DZ-3FYB", stage.today).open()


def _restore(stage: Stage) -> None:
    from advisor_app.ui.dialogs.restore import RestoreDialog

    _pane("backups", stage)
    RestoreDialog(stage.shell, "…", lambda _dialog, _former: None, other_passphrase=True).open()


def _window() -> Iterator[Named]:
    yield "palette", lambda stage: _search(stage, "")
    yield "palette-found", lambda stage: _search(stage, "dup")
    yield "palette-nobody", lambda stage: _search(stage, "zzzz")
    for name in ("today", "portfolio", "agenda", "sheets"):
        yield f"help-{name}", partial(_help, name)
    yield "help-client", lambda stage: (stage.client(), explain_page(stage.desktop))
    yield "menus", lambda stage: (stage.go("today"), open_menus(stage.desktop))
    yield "ask-client", lambda stage: (stage.go("today"), stage.desktop.add_client())
    yield "toast", lambda stage: (stage.go("today"), _toast(stage))
    yield "toast-refused", lambda stage: (stage.go("today"), _refused(stage))
    yield "bug", _bug
    yield "wrong-clock", _wrong_clock
    yield "import-report", _import
    for name in ("today", "portfolio", "agenda", "sheets", "client"):
        yield f"discreet-{name}", partial(_discreet, name)


def _search(stage: Stage, words: str) -> None:
    stage.go("today")
    stage.desktop.search()
    palette = stage.question()
    palette.field.setText(words)
    palette._search()


def _help(name: str, stage: Stage) -> None:
    stage.go(name)
    explain_page(stage.desktop)


def _toast(stage: Stage) -> None:
    whom = stage.desktop.page().whom()
    stage.requests.say(_("{name} has left the list.").format(name=whom.title), lambda: None)


def _refused(stage: Stage) -> None:
    from advisor_app.domain.errors import StoreGone
    from advisor_app.i18n.wording import sentence

    stage.requests.refused.emit(sentence(StoreGone("/srv/tete-a-tete/portefeuille.store")))


def _bug(stage: Stage) -> None:
    from advisor_app.ui.dialogs.bug import show_bug

    stage.go("today")
    show_bug(stage.shell, "KeyError in advisor_app/services/today.py:42")


def _wrong_clock(stage: Stage) -> None:
    from advisor_app.ui.dialogs.wrong_clock import WrongClock

    stage.go("today")
    WrongClock(stage.shell, stage.today, _moment(stage)).open()


def _import(stage: Stage) -> None:
    from advisor_app.ui.dialogs.import_bank import ImportDialog

    stage.go("settings", SettingsAt("imports"))
    folder = Path(stage.folder) / "banque"
    folder.mkdir(exist_ok=True)
    rows = ["ref;last_name;first_name;birth_date", "B1;Durand;Anne;1980-02-30", "B2;Petit;Luc;"]
    (folder / "clients.csv").write_text("\n".join(rows), encoding="utf-8")
    ImportDialog(stage.shell, folder, stage.ask, lambda: None).open()


def _discreet(name: str, stage: Stage) -> None:
    stage.desktop.discretion.turn(on=True)
    if name == "client":
        stage.client()
    else:
        stage.go(name)
