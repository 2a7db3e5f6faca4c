"""The scenes of `pictures.py --every` without an open store: first run, lock, and a store in use."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from advisor_app.domain.errors import StoreInUse
from advisor_app.domain.locking import Lock, LockedBy
from advisor_app.i18n import _
from advisor_app.i18n.wording import sentence
from advisor_app.ui.dialogs.first_run import FirstRun
from advisor_app.ui.dialogs.recovery import RecoveryDialog
from advisor_app.ui.dialogs.store_made import BackupPassphraseDialog, MakeDialog
from advisor_app.ui.dialogs.welcome import Welcome
from advisor_app.ui.parts.states import Message, Slow
from advisor_app.ui.theme import sizes
from advisor_app.ui.window.inside import cover
from advisor_app.ui.window.lock_screen import LockScreen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from picture_stage import Empty

    Scene = Callable[[Empty], object]

_MOMENT = datetime(2026, 4, 23, 12, 41, tzinfo=ZoneInfo("Europe/Paris"))
_WRONG_TRIES = 3


def scenes() -> Iterator[tuple[str, Scene]]:
    """Every scene before a store is open, with its name."""
    yield "first-run", _welcome
    yield "first-run-gone", lambda stage: _welcome(stage).warn(_gone())
    yield "first-run-make", lambda stage: _ask(stage, MakeDialog(stage.shell, print))
    yield "first-run-backup", lambda stage: _ask(stage, _backup(stage))
    yield "who-works", _who_works
    yield "lock", _locked
    yield "lock-start", lambda stage: _locked(stage, LockedBy.START)
    yield "lock-wrong", lambda stage: _wrong(_locked(stage))
    yield "lock-recovery", lambda stage: (_locked(stage), RecoveryDialog(stage.shell, print).open())
    yield "store-in-use", _in_use
    yield "store-not-opened", _not_opened
    yield "slow", lambda stage: stage.put(Slow(sizes.TABLE_ROW, short=False))


def _gone() -> str:
    return _(
        "The portfolio is not where it was: {path}. Connect the drive again and start "
        "anew, or restore its newest backup."
    ).format(path="/media/usb/portefeuille.store")


def _welcome(stage: Empty) -> Welcome:
    page = Welcome()
    stage.shell.status.say(_("No data yet"))
    stage.put(page)
    page.file.setFocus()
    return page


def _ask(stage: Empty, dialog: Any) -> None:
    _welcome(stage)
    dialog.open()


def _backup(stage: Empty) -> BackupPassphraseDialog:
    return BackupPassphraseDialog(stage.shell, "portefeuille-2026-04-22.store", print)


def _who_works(stage: Empty) -> None:
    page = FirstRun()
    page.show_advisors(list(stage.services.setup.advisors()))
    stage.put(page)


def _locked(stage: Empty, why: LockedBy = LockedBy.IDLE) -> LockScreen:
    screen = LockScreen(Lock(why, "Claire Morvan"), lambda: _MOMENT)
    cover(stage.shell, screen)
    screen.secret.setFocus()
    return screen


def _wrong(screen: LockScreen) -> None:
    for _try in range(_WRONG_TRIES):
        screen.refuse()


def _in_use(stage: Empty) -> None:
    told = sentence(StoreInUse("/home/claire/portefeuille.store", 4711, "POSTE-12"))
    title = _("This portfolio is already open")
    cover(stage.shell, Message("users", title, told, _("Show that window")))


def _not_opened(stage: Empty) -> None:
    title = _("The store could not be opened")
    stage.put(Message("database", title, _gone(), _("Try again")))
