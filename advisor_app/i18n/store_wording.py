"""Sentences about the store and its surroundings."""

from collections.abc import Callable
from typing import Any

from advisor_app.domain import errors
from advisor_app.domain.recovery_code import NotARecoveryCode
from advisor_app.i18n import _


def _no_store(error: errors.NoStore) -> str:
    return _(
        "There is no store at {path}. Make one with `advisor-app init`, or open the "
        "demonstration with `advisor-app demo`."
    ).format(path=error.path)


def _store_exists(error: errors.StoreExists) -> str:
    return _("There is a file at {path} already. It was not touched: choose another place.").format(
        path=error.path
    )


def _wrong_passphrase(error: errors.WrongPassphrase) -> str:
    return _(
        "The passphrase does not open {path}, or the file is no store of this program. "
        "Nothing was changed: check the file and type the passphrase again."
    ).format(path=error.path)


def _newer_store(error: errors.NewerStore) -> str:
    return _(
        "A newer version of this program wrote {path} (schema {found}). Nothing was changed: "
        "update the program, then open it again."
    ).format(path=error.path, found=error.found)


def _store_locked(error: errors.StoreLocked) -> str:
    return _(
        "Another program is working in {path}. Nothing was changed: close it, or wait until it is "
        "done, then try again."
    ).format(path=error.path)


def _store_in_use(error: errors.StoreInUse) -> str:
    return _(
        "{path} is open in another window already: on the computer {host}, process {pid}. "
        "Nothing was changed: work there, or close that window and try again."
    ).format(path=error.path, host=error.host, pid=error.pid)


def _store_gone(error: errors.StoreGone) -> str:
    return _(
        "The file {path} is no longer there: moved, renamed, or on a drive that was taken out. "
        "This was not saved and still stands here: put the file back and save again."
    ).format(path=error.path)


def _store_unusable(error: errors.StoreUnusable) -> str:
    return _(
        "The store {path} cannot be used: {reason}. What was saved before is safe. Make room or "
        "mend the place, then try again."
    ).format(path=error.path, reason=_surroundings(error.reason))


def _surroundings(reason: str) -> str:
    """What fails, in the reader's language: the system and SQLite say it in their own."""
    told = reason.casefold()
    known = (
        (("full", "enospc", "edquot", "efbig"), _("the disk is full")),
        (("readonly", "read-only", "erofs", "eacces", "eperm"), _("it may only be read there")),
        (("malformed", "not encrypted", "read back"), _("the file is damaged")),
        (("i/o", "eio"), _("the disk answers with an error")),
        (("unable to open", "enoent", "enotdir"), _("it cannot be opened there")),
    )
    for signs, words in known:
        if any(sign in told for sign in signs):
            return words
    return _("the disk or the network does not answer as it should")


def _passphrase_file_open(error: errors.PassphraseFileOpen) -> str:
    return _(
        "Others may read the passphrase in {path}. Make the file yours alone (chmod 600), then "
        "try again."
    ).format(path=error.path)


def _passphrase_file_unreadable(error: errors.PassphraseFileUnreadable) -> str:
    return _("The passphrase file {path} cannot be read as text.").format(path=error.path)


def _blank_passphrase(_error: errors.BlankPassphrase) -> str:
    return _("The passphrase is blank, which would protect nothing: choose one.")


def _no_display(_error: errors.NoDisplay) -> str:
    return _("There is no display here to open a window on. `advisor-app today` prints the day.")


def _no_qt(error: errors.NoQt) -> str:
    return error.advice


def _no_passphrase(_error: errors.NoPassphrase) -> str:
    return _(
        "No passphrase was given, and there is no terminal to ask at: name a file with "
        "--passphrase-file."
    )


def _not_a_recovery_code(_error: NotARecoveryCode) -> str:
    return _(
        "This is not a recovery code: it has 14 groups of 4 letters and digits, and one of them "
        "is not as printed. Nothing was changed: compare it with the paper."
    )


STORE_SENTENCES: dict[type[errors.TeteATeteError], Callable[[Any], str]] = {
    errors.NoStore: _no_store,
    errors.StoreExists: _store_exists,
    errors.WrongPassphrase: _wrong_passphrase,
    errors.NewerStore: _newer_store,
    errors.StoreLocked: _store_locked,
    errors.StoreUnusable: _store_unusable,
    errors.StoreInUse: _store_in_use,
    errors.StoreGone: _store_gone,
    errors.PassphraseFileOpen: _passphrase_file_open,
    errors.PassphraseFileUnreadable: _passphrase_file_unreadable,
    errors.BlankPassphrase: _blank_passphrase,
    errors.NoDisplay: _no_display,
    errors.NoQt: _no_qt,
    errors.NoPassphrase: _no_passphrase,
    NotARecoveryCode: _not_a_recovery_code,
}
