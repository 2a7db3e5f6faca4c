"""Both ways with a real Radicale, which runs as a process of its own."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest
from bank.folders import write_folder
from bank.importing import bring
from radicale_server import ACCOUNT, PASSWORD, Radicale, radicale
from small_branch import NOW, settle

from advisor_app.bootstrap import Services
from advisor_app.domain.busy_time import BusyElsewhere
from advisor_app.domain.calendar_sync import (
    CalendarRefused,
    CalendarUnreachable,
    ChoiceSinceSent,
    FoundCalendar,
    NoCalendarAccount,
    NoSuchConflict,
    NotOverHttps,
    SyncReport,
    WhyUnreachable,
)
from advisor_app.domain.client_rights import ErasureReason
from advisor_app.domain.codes import AppointmentStatus
from advisor_app.exchange.caldav_client import CalDavServer
from advisor_app.exchange.calendar_sync import connect, deliver, synchronise
from advisor_app.services.booking import BookingOrder
from advisor_app.services.desk import Desk
from advisor_app.services.importing import Importing
from advisor_app.services.moving import MoveOrder
from advisor_app.storage import facts
from advisor_app.storage.organisation import find_advisor
from advisor_app.storage.store import Store

TEN = datetime(2026, 4, 28, 10, 0)  # noqa: DTZ001 a wall time


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
def mine(store: Store) -> Services:
    with store.writing() as transaction:
        settle(transaction)
        facts.recompute(transaction, None)
        advisor = find_advisor(transaction, "A1")
    return Services(Desk(store, lambda: NOW, advisor), None)


@pytest.fixture
def connected(mine: Services, dav: CalDavServer) -> Services:
    connect(mine.calendar_sync, dav)
    return mine


def sync(services: Services, dav: CalDavServer) -> SyncReport:
    return synchronise(services.calendar_sync, services.busy_times, dav, NOW)


def book(services: Services, start: datetime = TEN) -> str:
    return services.appointments.book(BookingOrder(("C1",), start, 60)).ref


def move_there(server: Radicale, old: str, new: str) -> None:
    ((name, text),) = server.entries().items()
    server.ask("PUT", f"{ACCOUNT}/own/{name}", text.replace(old, new))


def test_the_calendar_is_found_from_the_servers_address(
    mine: Services, dav: CalDavServer, server: Radicale
) -> None:
    assert connect(mine.calendar_sync, dav) == server.calendar
    assert mine.calendar_sync.account().calendar == server.calendar
    own = CalDavServer(server.calendar, ACCOUNT, PASSWORD)
    assert own.find_calendars() == (FoundCalendar(server.calendar, "Own"),)


def test_the_calendars_of_an_account_are_named_and_lists_of_tasks_are_none(
    dav: CalDavServer, server: Radicale
) -> None:
    make(server, "team", "Team", "VEVENT")
    make(server, "tasks", "Tasks", "VTODO")
    try:
        found = {one.name: one.address for one in dav.find_calendars()}
    finally:
        for name in ("team", "tasks"):
            server.ask("DELETE", f"{ACCOUNT}/{name}/")
    assert found == {"Own": server.calendar, "Team": f"{server.address}{ACCOUNT}/team/"}


def make(server: Radicale, path: str, name: str, component: str) -> None:
    body = (
        '<c:mkcalendar xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"><d:set><d:prop>'
        f"<d:displayname>{name}</d:displayname><c:supported-calendar-component-set>"
        f'<c:comp name="{component}"/></c:supported-calendar-component-set>'
        "</d:prop></d:set></c:mkcalendar>"
    )
    server.ask("MKCALENDAR", f"{ACCOUNT}/{path}/", body, "application/xml")


def test_the_account_says_how_it_stands(
    mine: Services, dav: CalDavServer, server: Radicale
) -> None:
    assert mine.calendar_sync.standing() is None
    connect(mine.calendar_sync, dav)
    ref = book(mine)
    before = mine.calendar_sync.standing()
    assert before is not None
    assert (before.read_at, before.waiting, before.conflicts) == (None, 1, ())
    sync(mine, dav)
    move_there(server, "T100000", "T103000")
    sync(mine, dav)
    after = mine.calendar_sync.standing()
    assert after is not None
    assert (after.read_at, after.waiting) == (NOW, 0)
    assert [one.mine.ref for one in after.conflicts] == [ref]
    assert after.conflicts[0].people == ("Anne C1",)


def test_appointments_go_there_move_there_and_leave(
    connected: Services, dav: CalDavServer, server: Radicale
) -> None:
    ref = book(connected)
    assert (sync(connected, dav).sent, sync(connected, dav).sent) == (1, 0)
    (text,) = server.entries().values()
    assert "T100000" in text
    assert "METHOD" not in text
    assert "Anne" not in text

    connected.moves.move(MoveOrder(ref, TEN + timedelta(hours=5)))
    assert sync(connected, dav).sent == 1
    (text,) = server.entries().values()
    assert "T150000" in text

    connected.appointments.cancel(ref)
    assert sync(connected, dav).removed == 1
    assert server.entries() == {}
    assert sync(connected, dav) == SyncReport(0, 0, 0, 0, 0, reached=True)


def test_an_erased_clients_meeting_leaves_the_calendar(
    connected: Services, dav: CalDavServer, server: Radicale
) -> None:
    book(connected)
    sync(connected, dav)
    connected.client_rights.erase("C1", ErasureReason.ASKED)
    (name,) = server.entries()
    # Somebody changes it there before it is removed.
    move_there(server, "T100000", "T103000")
    assert sync(connected, dav).removed == 0
    assert sync(connected, dav).removed == 1
    assert name not in server.entries()
    assert sync(connected, dav) == SyncReport(0, 0, 0, 0, 0, reached=True)


def test_what_a_taken_back_import_brought_leaves_the_calendar(
    store: Store, dav: CalDavServer, server: Radicale, tmp_path: Path
) -> None:
    bank = write_folder(
        tmp_path / "bank",
        branches="ref,name\nB1,Centre\n",
        advisors="ref,last_name,branch\nA1,Martin,B1\n",
        clients="ref,last_name\nC1,Durand\nC2,Petit\n",
    )
    more = write_folder(
        tmp_path / "more",
        appointments="ref,client,advisor,start,end\nR1,C1,A1,2026-05-05T10:00,2026-05-05T11:00\n",
    )
    desk = Desk(store, lambda: NOW)
    bring(desk, bank)
    with store.reading() as transaction:
        services = Services(replace(desk, advisor=find_advisor(transaction, "A1")), None)
    connect(services.calendar_sync, dav)
    bring(desk, more)
    assert sync(services, dav).sent == 1
    assert Importing(desk).undo() == "more"
    assert services.upkeep.check().sound
    assert sync(services, dav).removed == 1
    assert server.entries() == {}


OTHER = """BEGIN:VCALENDAR\r
VERSION:2.0\r
PRODID:x\r
BEGIN:VEVENT\r
UID:dentist\r
DTSTAMP:20260101T000000Z\r
DTSTART:20260428T080000Z\r
DTEND:20260428T090000Z\r
SUMMARY:Dentist\r
END:VEVENT\r
END:VCALENDAR\r
"""


def test_what_else_stands_there_is_busy_time_and_goes_with_it(
    connected: Services, dav: CalDavServer, server: Radicale
) -> None:
    server.ask("PUT", f"{ACCOUNT}/own/dentist.ics", OTHER)
    assert sync(connected, dav).read == 1
    with pytest.raises(BusyElsewhere):
        book(connected)
    server.ask("DELETE", f"{ACCOUNT}/own/dentist.ics")
    sync(connected, dav)
    book(connected)


def test_a_change_there_waits_for_a_choice_and_mine_may_hold(
    connected: Services, dav: CalDavServer, server: Radicale
) -> None:
    ref = book(connected)
    sync(connected, dav)
    move_there(server, "T100000", "T103000")
    assert sync(connected, dav).conflicts == 1
    (found,) = connected.calendar_sync.conflicts()
    assert found.mine.start.wall == TEN
    assert found.their_start is not None
    assert found.their_start.wall == TEN + timedelta(minutes=30)
    assert connected.appointments.find(ref).start.wall == TEN

    connected.calendar_choices.keep_mine(ref)
    assert sync(connected, dav).sent == 1
    (text,) = server.entries().values()
    assert "T100000" in text
    with pytest.raises(NoSuchConflict):
        connected.calendar_choices.keep_mine(ref)


def test_theirs_may_hold_and_the_appointment_moves(
    connected: Services, dav: CalDavServer, server: Radicale
) -> None:
    ref = book(connected)
    sync(connected, dav)
    move_there(server, "T100000", "T103000")
    sync(connected, dav)
    connected.calendar_choices.keep_theirs(ref)
    moved = connected.appointments.find(ref)
    assert (moved.start.wall, moved.sequence) == (TEN + timedelta(minutes=30), 1)
    assert sync(connected, dav) == SyncReport(0, 0, 0, 0, 0, reached=True)


@pytest.mark.parametrize("side", ["mine", "theirs"])
def test_a_choice_is_taken_back_and_waits_again(
    connected: Services, dav: CalDavServer, server: Radicale, side: str
) -> None:
    ref = book(connected)
    sync(connected, dav)
    move_there(server, "T100000", "T103000")
    sync(connected, dav)
    before = connected.calendar_sync.conflicts()
    choices = connected.calendar_choices
    settled = choices.keep_mine(ref) if side == "mine" else choices.keep_theirs(ref)
    assert connected.calendar_sync.conflicts() == ()
    choices.take_back(settled)
    (again,) = connected.calendar_sync.conflicts()
    assert (again.their_start, again.their_end) == (before[0].their_start, before[0].their_end)
    assert connected.appointments.find(ref).start.wall == TEN
    choices.keep_theirs(ref)
    assert connected.appointments.find(ref).start.wall == TEN + timedelta(minutes=30)
    assert sync(connected, dav) == SyncReport(0, 0, 0, 0, 0, reached=True)


def test_a_cancelled_choice_is_taken_back(
    connected: Services, dav: CalDavServer, server: Radicale
) -> None:
    ref = book(connected)
    sync(connected, dav)
    ((name, _text),) = server.entries().items()
    server.ask("DELETE", f"{ACCOUNT}/own/{name}")
    sync(connected, dav)
    settled = connected.calendar_choices.keep_theirs(ref)
    assert connected.appointments.find(ref).status is AppointmentStatus.CANCELLED
    connected.calendar_choices.take_back(settled)
    assert connected.appointments.find(ref).status is AppointmentStatus.CONFIRMED
    (again,) = connected.calendar_sync.conflicts()
    assert again.their_start is None
    connected.calendar_choices.keep_mine(ref)
    assert sync(connected, dav).sent == 1


def test_a_choice_that_the_server_has_already_is_not_taken_back(
    connected: Services, dav: CalDavServer, server: Radicale
) -> None:
    ref = book(connected)
    sync(connected, dav)
    move_there(server, "T100000", "T103000")
    sync(connected, dav)
    settled = connected.calendar_choices.keep_mine(ref)
    sync(connected, dav)
    with pytest.raises(ChoiceSinceSent):
        connected.calendar_choices.take_back(settled)
    assert connected.calendar_sync.conflicts() == ()
    (text,) = server.entries().values()
    assert "T100000" in text


def test_what_was_removed_there_is_cancelled_only_by_choice(
    connected: Services, dav: CalDavServer, server: Radicale
) -> None:
    ref = book(connected)
    sync(connected, dav)
    (name,) = server.entries()
    server.ask("DELETE", f"{ACCOUNT}/own/{name}")
    assert sync(connected, dav).conflicts == 1
    (found,) = connected.calendar_sync.conflicts()
    assert found.their_start is None
    assert connected.appointments.find(ref).status is AppointmentStatus.CONFIRMED
    connected.calendar_choices.keep_theirs(ref)
    assert connected.appointments.find(ref).status is AppointmentStatus.CANCELLED
    assert sync(connected, dav).conflicts == 0


def test_what_was_removed_there_comes_back_by_choice(
    connected: Services, dav: CalDavServer, server: Radicale
) -> None:
    ref = book(connected)
    sync(connected, dav)
    (name,) = server.entries()
    server.ask("DELETE", f"{ACCOUNT}/own/{name}")
    sync(connected, dav)
    connected.calendar_choices.keep_mine(ref)
    assert sync(connected, dav).sent == 1
    assert list(server.entries()) == [name]


def test_both_sides_changed_and_neither_is_lost(
    connected: Services, dav: CalDavServer, server: Radicale
) -> None:
    ref = book(connected)
    sync(connected, dav)
    connected.moves.move(MoveOrder(ref, TEN + timedelta(hours=5)))
    move_there(server, "T100000", "T103000")
    report = sync(connected, dav)
    assert (report.sent, report.conflicts) == (0, 1)
    (found,) = connected.calendar_sync.conflicts()
    assert found.mine.start.wall == TEN + timedelta(hours=5)
    assert found.their_start is not None
    assert found.their_start.wall == TEN + timedelta(minutes=30)
    (text,) = server.entries().values()
    assert "T103000" in text


def test_a_reminder_changed_there_is_no_conflict(
    connected: Services, dav: CalDavServer, server: Radicale
) -> None:
    book(connected)
    sync(connected, dav)
    move_there(server, "SUMMARY:", "SUMMARY:My ")
    assert sync(connected, dav).conflicts == 0
    assert sync(connected, dav).sent == 0


def test_an_old_token_begins_anew(connected: Services, dav: CalDavServer, store: Store) -> None:
    from advisor_app.storage.calendar_sync import write_token

    book(connected)
    sync(connected, dav)
    with store.writing() as transaction:
        advisor = connected.advisor
        assert advisor is not None
        write_token(transaction, advisor.key, "http://radicale.org/ns/sync/" + "0" * 64)
    report = sync(connected, dav)
    assert (report.conflicts, report.sent, report.reached) == (0, 0, True)


def test_what_cannot_be_sent_waits(mine: Services, tmp_path: Path) -> None:
    with radicale(tmp_path) as server:
        server.make_calendar()
        dav = CalDavServer(server.address, ACCOUNT, PASSWORD)
        connect(mine.calendar_sync, dav)
        server.stop()
        book(mine)
        report = sync(mine, dav)
        assert (report.reached, report.waiting, report.sent) == (False, 1, 0)
        server.start()
        report = sync(mine, dav)
        assert (report.reached, report.waiting, report.sent) == (True, 0, 1)
        assert len(server.entries()) == 1


def test_a_wrong_password_and_a_wrong_address_are_refused(
    server: Radicale, connected: Services
) -> None:
    with pytest.raises(CalendarRefused):
        CalDavServer(server.address, ACCOUNT, "wrong").find_calendars()
    with pytest.raises(NotOverHttps):
        CalDavServer("http://calendar.example/", ACCOUNT, PASSWORD)
    with pytest.raises(CalendarUnreachable):
        CalDavServer(server.calendar + "nowhere/", ACCOUNT, PASSWORD).find_calendars()
    connected.calendar_sync.disconnect()
    with pytest.raises(NoCalendarAccount):
        connected.calendar_sync.account()


@pytest.mark.parametrize("address", ["https://cal.example:door/", "https://[cal.example/"])
def test_what_no_server_can_have_as_its_address_is_refused(address: str) -> None:
    with pytest.raises(CalendarUnreachable):
        CalDavServer(address, "claire", "secret")


@pytest.mark.parametrize(
    ("href", "asked"),
    [
        ("/cal/a%2Fb.ics", "/cal/a%2Fb.ics"),
        ("/cal/me%40home.ics", "/cal/me%40home.ics"),
        ("/cal/a b.ics", "/cal/a%20b.ics"),
        ("/cal/é.ics?v=1", "/cal/%C3%A9.ics?v=1"),
    ],
)
def test_an_entry_is_asked_for_by_the_name_that_the_server_gave_it(href: str, asked: str) -> None:
    paths: list[str] = []

    class Gone(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            paths.append(self.path)
            self.send_error(404)

        def log_message(self, *_about: object) -> None:
            """Say nothing on the terminal."""

    with HTTPServer(("127.0.0.1", 0), Gone) as listening:
        answering = Thread(target=listening.handle_request)
        answering.start()
        server = CalDavServer(f"http://127.0.0.1:{listening.server_port}/", ACCOUNT, PASSWORD)
        assert server.read(href) is None
        answering.join()
    assert paths == [asked]


def test_a_server_that_cannot_prove_itself_gets_no_password(tmp_path: Path) -> None:
    key, certificate = self_signed(tmp_path)
    more = ("--server-ssl", "--server-certificate", certificate, "--server-key", key)
    with radicale(tmp_path, *more, scheme="https") as server:
        with pytest.raises(CalendarUnreachable) as refused:
            CalDavServer(server.address, ACCOUNT, PASSWORD).find_calendars()
        assert refused.value.why is WhyUnreachable.CERTIFICATE


def self_signed(folder: Path) -> tuple[str, str]:
    """A key and a certificate for localhost that nobody else signed."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    secret = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(secret.public_key())
        .serial_number(1)
        .not_valid_before(datetime(2020, 1, 1))  # noqa: DTZ001 the library takes UTC
        .not_valid_after(datetime(2099, 1, 1))  # noqa: DTZ001 the library takes UTC
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .sign(secret, hashes.SHA256())
    )
    key, public = folder / "key.pem", folder / "certificate.pem"
    key.write_bytes(
        secret.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    public.write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    return str(key), str(public)


def test_another_calendar_takes_the_place_of_the_one_before_with_its_busy_time(
    connected: Services, dav: CalDavServer, server: Radicale
) -> None:
    server.ask("PUT", f"{ACCOUNT}/own/dentist.ics", OTHER)
    sync(connected, dav)
    assert len(connected.busy_times.sources()) == 1
    connected.calendar_sync.connect(server.address, ACCOUNT, f"{server.address}{ACCOUNT}/new/")
    assert connected.busy_times.sources() == ()
    book(connected)


def test_what_was_sent_and_not_written_down_is_no_conflict(
    connected: Services, dav: CalDavServer, server: Radicale
) -> None:
    ref = book(connected)
    (one,) = connected.calendar_sync.waiting()
    lost = deliver(dav, connected.calendar_sync.account().calendar, one, NOW)
    assert lost.etag
    report = sync(connected, dav)
    assert (report.conflicts, report.waiting) == (0, 0)
    connected.moves.move(MoveOrder(ref, TEN + timedelta(hours=5)))
    assert sync(connected, dav).sent == 1
    (text,) = server.entries().values()
    assert "T150000" in text
