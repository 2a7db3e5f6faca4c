"""What was kept shows again only while it is true: same day, advisor, language, program, trail."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from small_branch import NOW, settle

from advisor_app.bootstrap import Services, services_of
from advisor_app.clock import clock_of
from advisor_app.domain.codes import Language
from advisor_app.domain.kept_pages import FirstLook
from advisor_app.domain.trail import Deed
from advisor_app.services import first_look as looking
from advisor_app.services import kept_pages
from advisor_app.services.desk import Desk
from advisor_app.storage.cipher import StoreKey
from advisor_app.storage.connection import look_up
from advisor_app.storage.setting_names import KEPT
from advisor_app.storage.store import Store

MOMENT = NOW.replace(tzinfo=None)
HOSTILE = '{"name": "Zoé <b>\\u0000\' OR 1=1"}'


@pytest.fixture
def working(store: Store) -> Services:
    """Advisor A1 in a store with a moment of its own."""
    with store.writing() as transaction:
        settle(transaction)
    services_of(store, None).setup.live_at(MOMENT)
    services_of(store, None).setup.choose_advisor("A1")
    return services_of(store, None)


def keep(services: Services) -> None:
    mark = services.kept_pages.mark()
    services.kept_pages.keep_frame(mark, "frame")
    services.kept_pages.keep_today(mark, HOSTILE)


def look(
    store: Store, advisor: str | None = None, later: timedelta = timedelta()
) -> FirstLook | None:
    def clock(own: datetime | None, zone: ZoneInfo) -> Callable[[], datetime]:
        moment = clock_of(own, zone)()
        return lambda: moment + later

    known = look_up(store.path, store.key, looking.ASKED)
    return looking.first_look(known, advisor, clock)


def test_what_was_kept_shows_again_as_it_was(store: Store, working: Services) -> None:
    keep(working)
    assert working.kept_pages.are_kept()
    assert look(store) == FirstLook(
        language=Language.FR,
        at=MOMENT,
        day=MOMENT.date(),
        current=True,
        frame="frame",
        today=HOSTILE,
    )
    assert look(store, "A1") == look(store)


def test_later_on_the_day_it_is_not_current(store: Store, working: Services) -> None:
    keep(working)
    found = look(store, later=timedelta(minutes=1))
    assert found is not None
    assert not found.current


@pytest.mark.parametrize(
    ("later", "days"),
    [
        (timedelta(hours=13, minutes=41), 0),
        (timedelta(hours=13, minutes=42), 1),
        (timedelta(days=7, hours=13, minutes=41), 7),
    ],
)
def test_on_a_later_day_it_is_of_an_earlier_one(
    store: Store, working: Services, later: timedelta, days: int
) -> None:
    keep(working)
    found = look(store, later=later)
    assert found is not None
    assert (found.at, found.day) == (MOMENT, MOMENT.date() + timedelta(days=days))
    assert found.earlier == (days > 0)
    assert not found.current


@pytest.mark.parametrize("later", [timedelta(days=7, hours=13, minutes=42), timedelta(days=-1)])
def test_what_is_old_or_to_come_is_not_shown(
    store: Store, working: Services, later: timedelta
) -> None:
    keep(working)
    assert look(store, later=later) is None


def test_nothing_kept_is_nothing_shown(store: Store, working: Services) -> None:
    assert not working.kept_pages.are_kept()
    assert look(store) is None
    working.kept_pages.keep_frame(working.kept_pages.mark(), "frame")
    assert look(store) is None


def test_another_advisor_does_not_see_it(store: Store, working: Services) -> None:
    keep(working)
    assert look(store, "A2") is None


def test_another_version_does_not_show_it(
    store: Store, working: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept_pages, "__version__", "0")
    keep(working)
    assert look(store) is None


def test_any_deed_on_the_trail_forgets_it(store: Store, working: Services) -> None:
    keep(working)
    desk = Desk(store, lambda: NOW)
    with store.writing() as transaction:
        desk.record(transaction, Deed("client erased"))
    assert look(store) is None
    assert look_up(store.path, store.key, KEPT) == {}


def test_what_is_older_than_the_last_deed_is_not_kept(store: Store, working: Services) -> None:
    mark = working.kept_pages.mark()
    working.setup.choose_language(Language.NL)
    working.kept_pages.keep_today(mark, "read before")
    assert not look_up(store.path, store.key, KEPT)


def test_another_language_is_not_shown(store: Store, working: Services) -> None:
    working.setup.choose_language(Language.NL)
    keep(working)
    assert look(store) is None


def test_nobodys_page_is_not_kept(store: Store) -> None:
    keep(services_of(store, None))
    assert look_up(store.path, store.key, KEPT) == {}


@pytest.mark.parametrize("other", ["key", "salt"])
def test_a_wrong_key_sees_nothing(store: Store, working: Services, other: str) -> None:
    keep(working)
    key = StoreKey(b"x" * 32, b"s" * 16) if other == "key" else StoreKey(b"k" * 32, b"x" * 16)
    assert look_up(store.path, key, looking.ASKED) == {}


def test_a_file_that_is_no_store_shows_nothing(tmp_path: Path, store: Store) -> None:
    path = tmp_path / "other"
    path.write_bytes(b"no store at all" * 1000)
    assert look_up(path, store.key, looking.ASKED) == {}


def test_what_another_program_kept_is_not_shown(store: Store, working: Services) -> None:
    keep(working)
    with store.writing() as transaction:
        transaction.exec_driver_sql("UPDATE setting SET value = '[1]' WHERE name = 'kept_frame'")
    assert look(store) is None
