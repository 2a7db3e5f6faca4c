"""A store on its way to being open: what needs little of the program begins first.

Deriving the key takes longer than importing Qt, and Python's lock is free meanwhile; so it begins
before the window is imported. With the key, what the window showed last is looked up, in one
statement of the driver's. The store itself opens when it is asked for: what that imports would
keep the window from showing.
"""

import contextlib
import os
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from advisor_app.domain.errors import TeteATeteError

if TYPE_CHECKING:
    from advisor_app.bootstrap import Services
    from advisor_app.domain.kept_pages import FirstLook
    from advisor_app.storage.cipher import StoreKey

_NICE = 5


class Opening:
    """One opening of one store, begun when it is made; `passphrase` is asked on its thread.

    `services` can be entered again once it was left: it then begins anew.
    """

    def __init__(self, path: Path, passphrase: Callable[[], str], advisor: str | None) -> None:
        self._path, self._passphrase, self._advisor = path, passphrase, advisor
        self._key: StoreKey | None = None
        self._known: dict[str, str] = {}
        self._error: TeteATeteError | None = None
        self._thread: threading.Thread | None = None
        self._begin()

    def look(self) -> "FirstLook | None":
        """What the window showed last, where that is still true; waits for the key."""
        from advisor_app.clock import clock_of
        from advisor_app.services.first_look import first_look

        self._wait()
        return first_look(self._known, self._advisor, clock_of)

    @contextlib.contextmanager
    def services(self) -> "Iterator[Services]":
        """The services of the store; raises as `bootstrap.open_services`, or as `passphrase`."""
        from advisor_app.bootstrap import open_services, services_of
        from advisor_app.storage.store import open_store_with_key

        key = self._taken()
        if key is None:
            with open_services(self._path, self._passphrase(), self._advisor) as services:
                yield services
            return
        store = open_store_with_key(self._path, key)
        try:
            yield services_of(store, self._advisor)
        finally:
            store.close()
            store.key.wipe()

    def _begin(self) -> None:
        self._thread = threading.Thread(target=self._derive, name="opening", daemon=True)
        self._thread.start()

    def _wait(self) -> None:
        if self._thread is None:
            self._begin()
        if self._thread is not None:
            self._thread.join()

    def _taken(self) -> "StoreKey | None":
        """The key, which is not kept here any longer; None where opening will say what is wrong."""
        self._wait()
        key, error = self._key, self._error
        self._key, self._error, self._thread = None, None, None
        if error is not None:
            raise error
        return key

    def _derive(self) -> None:
        from advisor_app.storage.cipher import SALT_BYTES, derive_key, read_salt

        give_way()
        with contextlib.suppress(OSError):
            salt = read_salt(self._path)
            if len(salt) < SALT_BYTES:
                return
            try:
                self._key = derive_key(self._passphrase(), salt)
            except TeteATeteError as error:
                self._error = error
                return
            self._look_up(self._key)

    def _look_up(self, key: "StoreKey") -> None:
        from advisor_app.services.first_look import ASKED
        from advisor_app.storage.connection import look_up

        self._known = look_up(self._path, key, ASKED)


def give_way() -> None:
    """Let other threads go first: on Linux each has a niceness, and those that it starts inherit it.

    The key's four threads would otherwise take the processors from the window's one.
    """
    if sys.platform == "linux":
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), _NICE)
