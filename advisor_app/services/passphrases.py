"""The passphrase of a store, changed at will, and the code that opens it without one."""

from pathlib import Path

from advisor_app.domain.errors import BlankPassphrase, NoStore, WrongPassphrase
from advisor_app.domain.recovery_code import read_code, write_code
from advisor_app.domain.trail import Deed
from advisor_app.services.desk import Desk
from advisor_app.storage.cipher import StoreKey, derive_key, fresh_salt, read_salt
from advisor_app.storage.rekey import change_key
from advisor_app.storage.store import Store, open_store_with_key, plain_errors


class Passphrases:
    """What opens this store."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def recovery_code(self) -> str:
        """The code to print: with the file it opens the store, until the passphrase changes."""
        with self._desk.writing() as transaction:
            self._desk.record(transaction, Deed("recovery code shown"))
        key = self._desk.store.key.copied()
        code = write_code(key)
        key[:] = bytes(len(key))
        return code

    def is_right(self, passphrase: str) -> bool:
        """Whether this passphrase opens the store; takes as long as opening it."""
        key = derive_key(passphrase, self._desk.store.key.salt)
        right = key.is_that_of(self._desk.store.key)
        key.wipe()
        return right

    def insist(self, passphrase: str) -> None:
        """Raise WrongPassphrase unless this passphrase opens the store."""
        if not self.is_right(passphrase):
            raise WrongPassphrase(str(self._desk.store.path))

    def change(self, present: str, wanted: str) -> str:
        """Take another passphrase; the new recovery code is returned, the one before is void.

        Raises WrongPassphrase, BlankPassphrase, and StoreLocked while another program has the
        store open.
        """
        self.insist(present)
        return self.replace(wanted)

    def replace(self, wanted: str) -> str:
        """Take another passphrase where the store was opened with its recovery code."""
        if not wanted:
            raise BlankPassphrase
        store = self._desk.store
        key = derive_key(wanted, fresh_salt())
        store.engine.dispose()
        change_key(store.path, store.key, key)
        store.key.become(key)
        key.wipe()
        with self._desk.writing() as transaction:
            self._desk.record(transaction, Deed("passphrase changed"))
        return self.recovery_code()


def open_with_code(path: Path, code: str) -> Store:
    """Open a store with its recovery code; NotARecoveryCode, or as `storage.open_store`."""
    raw = read_code(code)
    if not path.is_file():
        raise NoStore(str(path))
    with plain_errors(path):
        key = StoreKey(raw, read_salt(path))
    raw[:] = bytes(len(raw))
    return open_store_with_key(path, key)
