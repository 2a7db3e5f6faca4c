"""Who comes along has the appointment in his own calendar too; with a real Radicale."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from bank.folders import write_folder
from bank.importing import bring
from icalendar import Calendar, Event
from radicale_server import ACCOUNT, PASSWORD, Radicale, radicale
from small_branch import NOW, key, settle
from sqlalchemy import update

from advisor_app.bootstrap import Services
from advisor_app.domain.client_rights import ErasureReason
from advisor_app.domain.codes import AppointmentStatus, Language
from advisor_app.exchange.caldav_client import CalDavServer
from advisor_app.exchange.calendar_out import calendar_file
from advisor_app.exchange.calendar_sync import connect, synchronise
from advisor_app.i18n import speaking
from advisor_app.services.booking import BookingOrder
from advisor_app.services.desk import Desk
from advisor_app.services.importing import Importing
from advisor_app.services.moving import MoveOrder
from advisor_app.storage import facts
from advisor_app.storage.organisation import find_advisor
from advisor_app.storage.schema.organisation import advisor
from advisor_app.storage.store import Store

TEN = datetime(2026, 4, 28, 10, 0)  # noqa: DTZ001 a wall time
ADDRESSES = {"A1": "claire@banque.example", "A2": "jean@banque.example"}


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Radicale]:
    with radicale(tmp_path_factory.mktemp("radicale")) as server:
        server.make_calendar()
        yield server


@pytest.fixture
def server(running: Radicale) -> Radicale:
    for name in running.entries():
        running.ask("DELETE", f"{ACCOUNT}/own/{name}")
    return running


@pytest.fixture
def dav(server: Radicale) -> CalDavServer:
    return CalDavServer(server.address, ACCOUNT, PASSWORD)


@pytest.fixture
def branch(store: Store) -> Store:
    with store.writing() as transaction:
        settle(transaction)
        for ref, email in ADDRESSES.items():
            its = update(advisor).where(advisor.c.id == key(ref))
            transaction.execute(its.values(email=email))
        facts.recompute(transaction, None)
    return store


@pytest.fixture
def hers(branch: Store) -> Services:
    return work(branch, "A1")


@pytest.fixture
def his(branch: Store, dav: CalDavServer) -> Services:
    services = work(branch, "A2")
    connect(services.calendar_sync, dav)
    return services


def work(store: Store, ref: str) -> Services:
    with store.reading() as transaction:
        return Services(Desk(store, lambda: NOW, find_advisor(transaction, ref)), None)


def together(services: Services) -> str:
    order = BookingOrder(("C1",), TEN, 60, advisor="A1", colleague="A2")
    return services.appointments.book(order).ref


def sync(services: Services, dav: CalDavServer) -> tuple[int, int, int]:
    report = synchronise(services.calendar_sync, services.busy_times, dav, NOW)
    assert (report.reached, report.waiting) == (True, 0)
    return report.sent, report.removed, report.conflicts


def there(server: Radicale) -> Event:
    (text,) = server.entries().values()
    (event,) = Calendar.from_ical(text).events
    return event


def in_a_file(services: Services, ref: str) -> Calendar:
    return Calendar.from_ical(calendar_file(services.calendar_entries.of_advisor(ref), NOW))


def test_it_stands_in_his_calendar_with_him_as_attendee(
    hers: Services, his: Services, dav: CalDavServer, server: Radicale
) -> None:
    ref = together(hers)
    with speaking(Language.FR):
        assert sync(his, dav) == (1, 0, 0)
    event = there(server)
    assert event["ATTENDEE"] == "mailto:jean@banque.example"
    assert event["ATTENDEE"].params["PARTSTAT"] == "ACCEPTED"
    assert event["ORGANIZER"] == "mailto:claire@banque.example"
    assert event["ORGANIZER"].params["SCHEDULE-AGENT"] == "NONE"
    assert (event["SEQUENCE"], event["STATUS"], event["TRANSP"]) == (0, "CONFIRMED", "OPAQUE")
    uid = event["UID"]
    assert uid == in_a_file(hers, "A1").events[0]["UID"]
    assert "Anne" not in str(event["SUMMARY"])

    hers.moves.move(MoveOrder(ref, TEN + timedelta(hours=5)))
    assert sync(his, dav) == (1, 0, 0)
    event = there(server)
    assert (event["UID"], event["SEQUENCE"], event.start.hour) == (uid, 1, 15)
    assert sync(his, dav) == (0, 0, 0)

    hers.appointments.cancel(ref)
    assert sync(his, dav) == (0, 1, 0)
    assert server.entries() == {}


def test_taken_off_he_has_it_no_longer_and_back_on_again(
    hers: Services, his: Services, dav: CalDavServer, server: Radicale
) -> None:
    ref = together(hers)
    sync(his, dav)
    hers.moves.come_along(ref, None)
    assert sync(his, dav) == (0, 1, 0)
    assert server.entries() == {}
    assert sync(his, dav) == (0, 0, 0)
    assert hers.appointments.find(ref).status is AppointmentStatus.CONFIRMED

    hers.moves.come_along(ref, "A2")
    assert sync(his, dav) == (1, 0, 0)
    assert (there(server)["SEQUENCE"], there(server)["STATUS"]) == (2, "CONFIRMED")


def test_his_own_file_says_so_too_and_cancels_it_for_him_alone(
    hers: Services, his: Services
) -> None:
    ref = together(hers)
    shared = in_a_file(his, "A2")
    assert "METHOD" not in shared
    assert shared.events[0]["ATTENDEE"].params["CN"] == "Camille A2"
    assert in_a_file(hers, "A1")["METHOD"] == "PUBLISH"

    hers.moves.come_along(ref, None)
    (event,) = in_a_file(his, "A2").events
    assert (event["STATUS"], event["SEQUENCE"]) == ("CANCELLED", 1)
    assert event["UID"] == shared.events[0]["UID"]
    (event,) = in_a_file(hers, "A1").events
    assert (event["STATUS"], event["SEQUENCE"]) == ("CONFIRMED", 1)

    hers.moves.come_along(ref, "A2")
    hers.appointments.cancel(ref)
    for services, whose in ((hers, "A1"), (his, "A2")):
        (event,) = in_a_file(services, whose).events
        assert (event["STATUS"], event["SEQUENCE"]) == ("CANCELLED", 3)


def test_who_has_no_address_is_named_all_the_same(branch: Store, his: Services) -> None:
    with branch.writing() as transaction:
        transaction.execute(update(advisor).values(email=None))
    together(work(branch, "A1"))
    (event,) = in_a_file(his, "A2").events
    attendee, organizer = str(event["ATTENDEE"]), str(event["ORGANIZER"])
    assert attendee.startswith("urn:uuid:")
    assert organizer.startswith("urn:uuid:")
    assert attendee != organizer
    assert event["ATTENDEE"].params["CN"] == "Camille A2"


def test_each_has_a_calendar_of_his_own(
    hers: Services, his: Services, dav: CalDavServer, server: Radicale
) -> None:
    body = (
        '<c:mkcalendar xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"><d:set><d:prop>'
        "<d:displayname>Hers</d:displayname></d:prop></d:set></c:mkcalendar>"
    )
    server.ask("MKCALENDAR", f"{ACCOUNT}/hers/", body, "application/xml")
    try:
        hers.calendar_sync.connect(server.address, ACCOUNT, f"{server.address}{ACCOUNT}/hers/")
        ref = together(hers)
        assert (sync(hers, dav), sync(his, dav)) == ((1, 0, 0), (1, 0, 0))
        hers.moves.come_along(ref, None)
        assert (sync(hers, dav), sync(his, dav)) == ((0, 0, 0), (0, 1, 0))
        his.calendar_sync.disconnect()
        hers.appointments.cancel(ref)
        assert sync(hers, dav) == (0, 1, 0)
    finally:
        server.ask("DELETE", f"{ACCOUNT}/hers/")


def change_there(server: Radicale, old: str, new: str) -> None:
    ((name, text),) = server.entries().items()
    server.ask("PUT", f"{ACCOUNT}/own/{name}", text.replace(old, new))


def test_taken_off_it_goes_as_it_stands_there_by_then(
    hers: Services, his: Services, dav: CalDavServer, server: Radicale
) -> None:
    ref = together(hers)
    sync(his, dav)
    hers.moves.come_along(ref, None)
    change_there(server, "T100000", "T103000")
    assert sync(his, dav) == (0, 1, 0)
    assert server.entries() == {}


def test_what_he_takes_out_there_is_off_for_him_alone(
    hers: Services, his: Services, dav: CalDavServer, server: Radicale
) -> None:
    ref = together(hers)
    sync(his, dav)
    (name,) = server.entries()
    server.ask("DELETE", f"{ACCOUNT}/own/{name}")
    assert sync(his, dav) == (0, 0, 1)
    his.calendar_choices.keep_theirs(ref)
    booked = hers.appointments.find(ref)
    assert (booked.status, booked.colleague) == (AppointmentStatus.CONFIRMED, None)
    assert sync(his, dav) == (0, 0, 0)


def test_what_he_moves_there_moves_for_both_by_his_choice(
    hers: Services, his: Services, dav: CalDavServer, server: Radicale
) -> None:
    ref = together(hers)
    sync(his, dav)
    change_there(server, "T100000", "T103000")
    assert sync(his, dav) == (0, 0, 1)
    his.calendar_choices.keep_theirs(ref)
    assert hers.appointments.find(ref).start.wall == TEN + timedelta(minutes=30)
    assert sync(his, dav) == (0, 0, 0)


def test_an_erased_client_leaves_both_calendars(
    hers: Services, his: Services, dav: CalDavServer, server: Radicale
) -> None:
    hers.moves.come_along(together(hers), None)
    later = TEN + timedelta(days=1)
    hers.appointments.book(BookingOrder(("C1",), later, 60, advisor="A1", colleague="A2"))
    sync(his, dav)
    hers.client_rights.erase("C1", ErasureReason.ASKED)
    assert sync(his, dav) == (0, 1, 0)
    assert server.entries() == {}
    assert hers.upkeep.check().sound


def test_an_import_can_be_undone_beside_whom_came_along_and_was_taken_off(
    store: Store, dav: CalDavServer, server: Radicale, tmp_path: Path
) -> None:
    bank = write_folder(
        tmp_path / "bank",
        branches="ref,name\nB1,Centre\n",
        advisors="ref,last_name,branch\nA1,Martin,B1\nA2,Petit,B1\n",
        clients="ref,last_name\nC1,Durand\nC2,Petit\n",
    )
    header = "ref,client,advisor,start,end\n"
    first = write_folder(
        tmp_path / "first",
        appointments=f"{header}R1,C1,A1,2026-05-05T10:00,2026-05-05T11:00\n"
        "R2,C2,A1,2026-05-06T10:00,2026-05-06T11:00\n",
    )
    more = write_folder(
        tmp_path / "more",
        appointments=f"{header}R1,C1,A1,2026-05-05T15:00,2026-05-05T16:00\n"
        "R3,C1,A2,2026-05-07T10:00,2026-05-07T11:00\n",
    )
    desk = Desk(store, lambda: NOW)
    bring(desk, bank)
    hers, his = work(store, "A1"), work(store, "A2")
    connect(his.calendar_sync, dav)
    bring(desk, first)
    hers.moves.come_along("R1", "A2")
    hers.moves.come_along("R2", "A2")
    hers.moves.come_along("R2", None)
    bring(desk, more)
    assert sync(his, dav) == (2, 0, 0)
    assert Importing(desk).undo() == "more"
    assert hers.upkeep.check().sound
    assert sync(his, dav) == (1, 1, 0)
    assert there(server).start.hour == 10
