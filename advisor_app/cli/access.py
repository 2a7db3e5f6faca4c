"""Reaching the store from the command line: where it is, and its passphrase."""

import getpass
import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from advisor_app.domain.codes import Language
from advisor_app.domain.errors import (
    BlankPassphrase,
    NoPassphrase,
    NoStore,
    PassphraseFileOpen,
    PassphraseFileUnreadable,
)
from advisor_app.i18n import _, set_language

if TYPE_CHECKING:
    from advisor_app.bootstrap import Services
    from advisor_app.opening import Opening

KEYRING_SERVICE = "tete-a-tete"
OTHERS_MAY_READ = stat.S_IRGRP | stat.S_IROTH


@dataclass(frozen=True, slots=True)
class Access:
    """What the options before the command say."""

    store: Path | None
    passphrase_file: Path | None
    advisor: str | None
    language: str | None

    def path(self) -> Path:
        """The store's file: the one named, else the one in the user's data folder."""
        return self.store or data_folder() / "portfolio.store"

    def passphrase(self) -> str:
        """The file's first line, else the keyring's word, else what the user types.

        Raises BlankPassphrase for an empty one, NoPassphrase where nobody can be asked.
        """
        found = self._found()
        if not found:
            raise BlankPassphrase
        return found

    def known_passphrase(self) -> str:
        """As `passphrase`, but nobody is asked: the window asks itself.

        Raises NoStore where there is none to open, and NoPassphrase where it is not known.
        """
        if not self.path().is_file():
            raise NoStore(str(self.path()))
        found = self._known()
        if not found:
            raise NoPassphrase
        return found

    def _found(self) -> str:
        kept = self._known()
        if kept is None and not sys.stdin.isatty():
            raise NoPassphrase
        return getpass.getpass(_("Passphrase: ")) if kept is None else kept

    def _known(self) -> str | None:
        if self.passphrase_file is not None:
            return read_passphrase(self.passphrase_file)
        return keyring_passphrase(self.path())

    @contextmanager
    def services(self) -> Iterator["Services"]:
        """The services of the store, in its own language unless another was asked for."""
        from advisor_app.bootstrap import open_services

        with open_services(self.path(), self.passphrase(), self.advisor) as services:
            if self.language is None and services.language is not None:
                set_language(services.language)
            yield services

    def opening(self) -> "Opening":
        """The store on its way to being open, for who shows something meanwhile."""
        from advisor_app.opening import Opening

        return Opening(self.path(), self.known_passphrase, self.advisor)

    def spoken(self) -> Language | None:
        """The language asked for on the command line."""
        return None if self.language is None else Language(self.language)


def data_folder() -> Path:
    """Where this system keeps a user's data."""
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home())) / "Tete-a-tete"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "Tete-a-tete"
    base = os.environ.get("XDG_DATA_HOME")
    return (Path(base) if base else Path.home() / ".local" / "share") / "tete-a-tete"


def read_passphrase(path: Path) -> str:
    """The first line without its end; a file that others may read is refused."""
    try:
        mode = path.stat().st_mode
        with path.open(encoding="utf-8") as file:
            line = file.readline()
    except (OSError, UnicodeDecodeError):
        raise PassphraseFileUnreadable(str(path)) from None
    if os.name == "posix" and mode & OTHERS_MAY_READ:
        raise PassphraseFileOpen(str(path))
    return line.rstrip("\r\n")


def keyring_passphrase(store: Path) -> str | None:
    """What the desktop's keyring keeps for this store; None on machines without one."""
    import keyring
    from keyring.errors import KeyringError

    try:
        return keyring.get_password(KEYRING_SERVICE, str(store.resolve()))
    except KeyringError:
        return None
