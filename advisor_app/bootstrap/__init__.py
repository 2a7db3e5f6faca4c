"""The only wiring: an open store becomes the services of one advisor.

Each service is imported when it is first used, so that starting stays quick.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from advisor_app.bootstrap.day import DayServices
from advisor_app.bootstrap.papers import PaperServices
from advisor_app.bootstrap.portfolio import PortfolioServices
from advisor_app.bootstrap.store import StoreServices
from advisor_app.clock import clock_of

if TYPE_CHECKING:
    from advisor_app.storage.store import Store


class Services(DayServices, PortfolioServices, PaperServices, StoreServices):
    """What the window and the command line may ask; one property a feature."""

    def work_for(self, ref: str) -> None:
        """Work for another advisor from now on; NoSuchAdvisor where the reference is unknown."""
        advisor = self.setup.choose_advisor(ref)
        self._desk = replace(self._desk, advisor=advisor)
        for name in vars(self).keys() - {"_desk", "language"}:
            delattr(self, name)


@contextmanager
def open_services(path: Path, passphrase: str, advisor: str | None = None) -> Iterator[Services]:
    """Open an existing store for one advisor; raises as `storage.open_store`, or NoSuchAdvisor."""
    from advisor_app.storage.store import open_store

    with _until_closed(open_store(path, passphrase)) as store:
        yield services_of(store, advisor)


@contextmanager
def recovered_services(path: Path, code: str, advisor: str | None = None) -> Iterator[Services]:
    """Open a store with its recovery code; NotARecoveryCode, or as `open_services`."""
    from advisor_app.services.passphrases import open_with_code

    with _until_closed(open_with_code(path, code)) as store:
        yield services_of(store, advisor)


@contextmanager
def new_services(path: Path, passphrase: str) -> Iterator[Services]:
    """Make an empty store; StoreExists if anything stands there already."""
    from advisor_app.storage.store import create_store

    with _until_closed(create_store(path, passphrase)) as store:
        yield services_of(store, None)


@contextmanager
def _until_closed(store: "Store") -> "Iterator[Store]":
    """Close the store in the end, and leave no key of ours in memory."""
    try:
        yield store
    finally:
        store.close()
        store.key.wipe()


def services_of(store: "Store", advisor: str | None) -> Services:
    """The services over an open store, whose facts move on to the present day."""
    from advisor_app.services import setup
    from advisor_app.services.daily_pass import begin_day
    from advisor_app.services.desk import Desk

    with store.reading() as transaction:
        own_moment = setup.remembered_moment(transaction)
        zone = ZoneInfo(setup.remembered_zone(transaction))
        language = setup.remembered_language(transaction)
        works = setup.remembered_advisor(transaction, advisor)
    desk = Desk(store, clock_of(own_moment, zone), works)
    begin_day(desk)
    return Services(desk, language)
