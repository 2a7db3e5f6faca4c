"""The scenes of `pictures.py --every` in an open store: each page, tab, pane and question.

A scene sets something up on a stage, as the window itself would, and is photographed then.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import picture_agenda
import picture_client
import picture_portfolio
import picture_settings
import picture_sheets
import picture_today
from picture_stage import next_week

from advisor_app.i18n import _
from advisor_app.ui.parts.requests import SettingsAt
from advisor_app.ui.window.commands import explain_page, open_menus

if TYPE_CHECKING:
    from collections.abc import Iterator

    from picture_stage import Named, Stage

_NOUNS = (
    picture_today,
    picture_portfolio,
    picture_client,
    picture_agenda,
    picture_sheets,
    picture_settings,
)


def scenes() -> Iterator[Named]:
    """Every scene of a store that is open, with its name."""
    yield from _pages()
    for noun in _NOUNS:
        yield from noun.scenes()
    yield from _window()


def _pages() -> Iterator[Named]:
    for name in ("today", "portfolio", "agenda", "sheets"):
        yield name, partial(_go, name)
    for place, name in enumerate(
        ("client", "projects", "contacts", "household", "documents", "history")
    ):
        yield f"client-{name}" if place else name, partial(_tab, place)


def _go(name: str, stage: Stage) -> Any:
    return stage.go(name)


def _tab(place: int, stage: Stage) -> Any:
    stage.go("portfolio")
    page = stage.client()
    page._choose(place)
    return page


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
    WrongClock(stage.shell, stage.today, next_week(stage)).open()


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
