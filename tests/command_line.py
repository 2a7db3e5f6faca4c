"""A store for the command line to open, and the options that name it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import cache
from pathlib import Path
from shutil import copy2
from tempfile import TemporaryDirectory

from passphrase_file import passphrase_file
from small_branch import NOW, settle

from advisor_app.services.desk import Desk
from advisor_app.services.setup import Setup
from advisor_app.storage import facts
from advisor_app.storage.store import Store, Transaction, create_store, open_store

PASSPHRASE = "a good passphrase"


def options_in(folder: Path) -> list[str]:
    """What names the store of a folder, which need not be there yet, in English."""
    secret = passphrase_file(folder)
    return ["--store", str(folder / "new.store"), "--passphrase-file", str(secret), "--lang=en"]


@cache
def _patterns() -> TemporaryDirectory[str]:
    """Where stores lie that tests copy: to make one, and to derive its key, takes a second."""
    return TemporaryDirectory(prefix="patterns")


@cache
def _empty() -> Path:
    path = Path(_patterns().name) / "empty.store"
    store = create_store(path, PASSPHRASE)
    setup = Setup(Desk(store, lambda: NOW))
    setup.initialise("Home", "FR")
    setup.live_at(NOW.replace(tzinfo=None))
    store.close()
    return path


@cache
def _small_branch() -> Path:
    folder = Path(_patterns().name)
    with small_branch_in(folder):
        pass
    return folder / "new.store"


@contextmanager
def new_store_in(folder: Path) -> Iterator[Store]:
    """An empty store that lives at NOW, closed in the end."""
    copy2(_empty(), folder / "new.store")
    with kept_store_in(folder) as store:
        yield store


def copy_small_branch(folder: Path) -> None:
    """Put a store with the small branch into a folder."""
    copy2(_small_branch(), folder / "new.store")


@contextmanager
def small_branch_in(folder: Path) -> Iterator[Transaction]:
    """A new store with the small branch, before its facts are made."""
    with new_store_in(folder) as store, store.writing() as transaction:
        settle(transaction)
        yield transaction
        facts.recompute(transaction, None)


@contextmanager
def kept_store_in(folder: Path) -> Iterator[Store]:
    """The store of a folder, opened again and closed in the end."""
    store = open_store(folder / "new.store", PASSPHRASE)
    yield store
    store.close()


def let_live_at(folder: Path, moment: datetime) -> None:
    """Let the store of a folder live at another wall time."""
    with kept_store_in(folder) as store:
        Setup(Desk(store, lambda: NOW)).live_at(moment)
