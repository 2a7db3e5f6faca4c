"""Importing a bank's calendar into a store whose database refuses to be in two places at once."""

from collections.abc import Generator
from datetime import date, datetime
from pathlib import Path

import pytest
from bank.folders import write_folder
from small_branch import NOW
from sqlalchemy import select, update

from advisor_app.domain.bank_import import ImportEvent, ImportReport, KnownStore, Why
from advisor_app.domain.bank_records import AdvisorRecord, AppointmentRecord, ClientRecord
from advisor_app.domain.booking_refusals import Collision
from advisor_app.domain.codes import AppointmentStatus
from advisor_app.exchange.bank_files import Job, read_bank
from advisor_app.exchange.calendar_out import invitation_file
from advisor_app.services.booking import Appointments, BookingOrder
from advisor_app.services.calendar_entries import CalendarEntries
from advisor_app.services.desk import Desk
from advisor_app.services.importing import Importing, ImportOptions
from advisor_app.services.moving import MoveOrder, Moves
from advisor_app.storage.importing.calendar_guard import (
    UNGUARDED,
    CalendarOverlaps,
    guard_calendar,
    unguard_calendar,
)
from advisor_app.storage.schema.calendar import appointment, attendee
from advisor_app.storage.settings import read_setting
from advisor_app.storage.store import Store

HEADER = "ref,client,advisor,start,end\n"
DAY = "2026-04-28"


def bring(desk: Desk, folder: Path, appointments: str) -> ImportReport:
    write_folder(
        folder,
        clients="ref,last_name\nC1,Durand\nC2,Petit\n",
        advisors="ref,last_name\nA1,Martin\nA2,Roux\n",
        appointments=HEADER + appointments,
    )

    def read(known: KnownStore, today: date) -> Generator[ImportEvent, None, None]:
        yield from read_bank(Job(folder, None, known, today))

    return Importing(desk).write(read, ImportOptions(folder.name))


def row(ref: str, client: str, advisor: str, start: str, end: str) -> str:
    return f"{ref},{client},{advisor},{DAY}T{start},{DAY}T{end}\n"


def starts(desk: Desk) -> dict[str, str]:
    found = {}
    for ref in ("V1", "V2", "V3"):
        found[ref] = Appointments(desk).find(ref).start.text[11:]
    return found


def test_rows_that_overlap_are_refused_and_the_rest_is_written(desk: Desk, tmp_path: Path) -> None:
    told = bring(
        desk,
        tmp_path / "bank",
        row("V1", "C1", "A1", "10:00", "11:00")
        + row("V9", "C2", "A1", "10:30", "11:30")
        + row("V2", "C2", "A1", "11:00", "12:00")
        + row("V3", "C1", "A2", "11:30", "12:00"),
    )
    assert [one.why for one in told.refusals] == [Why.TAKEN]
    assert starts(desk) == {"V1": "10:00", "V2": "11:00", "V3": "11:30"}


def test_one_moves_into_a_time_that_another_has_left(desk: Desk, tmp_path: Path) -> None:
    bring(
        desk,
        tmp_path / "first",
        row("V1", "C1", "A1", "10:00", "11:00") + row("V2", "C2", "A1", "11:00", "12:00"),
    )
    told = bring(
        desk,
        tmp_path / "second",
        row("V2", "C2", "A1", "15:00", "16:00")
        + row("V1", "C1", "A1", "11:00", "12:00")
        + row("V3", "C2", "A1", "10:00", "11:00"),
    )
    assert told.refusals == ()
    assert starts(desk) == {"V1": "11:00", "V2": "15:00", "V3": "10:00"}
    with desk.reading() as transaction:
        assert read_setting(transaction, UNGUARDED) is None


def test_other_calendars_hear_of_what_a_file_moves_or_calls_off(desk: Desk, tmp_path: Path) -> None:
    three = [
        row("V1", "C1", "A1", "10:00", "11:00"),
        row("V2", "C2", "A1", "11:00", "12:00"),
        row("V3", "C2", "A1", "15:00", "16:00"),
    ]
    bring(desk, tmp_path / "first", "".join(three))
    with desk.writing() as transaction:
        transaction.execute(update(attendee).values(reminded_on=date(2026, 4, 23)))
    # The first moves, the second gets another client, the third is as it was.
    three[:2] = [
        row("V1", "C1", "A1", "09:00", "10:00"),
        row("V2", "C1", "A1", "11:00", "12:00"),
    ]
    bring(desk, tmp_path / "second", "".join(three))
    entries = CalendarEntries(desk).of_advisor("A1")
    assert [(one.start.text[11:], one.sequence) for one in entries] == [
        ("09:00", 1),
        ("11:00", 0),
        ("15:00", 0),
    ]
    with desk.reading() as transaction:
        query = select(appointment.c.ref, attendee.c.reminded_on).join_from(appointment, attendee)
        reminded = {ref: on is not None for ref, on in transaction.execute(query)}
    assert (reminded["V1"], reminded["V3"]) == (False, True)

    # Moved here it goes on counting, and a file that calls it off is heard too.
    Moves(desk).move(MoveOrder("V1", datetime.fromisoformat(f"{DAY}T16:30")))
    off = "ref,client,advisor,start,end,status\n" + row("V1", "C1", "A1", "16:30", "17:30").replace(
        "\n", ",cancelled\n"
    )
    folder = tmp_path / "third"
    write_folder(folder, clients="ref,last_name\nC1,Durand\n", appointments=off)

    def read(known: KnownStore, today: date) -> Generator[ImportEvent, None, None]:
        yield from read_bank(Job(folder, None, known, today))

    Importing(desk).write(read, ImportOptions("third"))
    called_off = CalendarEntries(desk).invitation("V1")
    assert (called_off.status, called_off.sequence) == (AppointmentStatus.CANCELLED, 3)
    sent = invitation_file(called_off, NOW)
    assert b"SEQUENCE:3" in sent
    assert b"STATUS:CANCELLED" in sent


def test_what_was_booked_here_keeps_its_time_and_its_buffer(desk: Desk, tmp_path: Path) -> None:
    bring(desk, tmp_path / "first", row("V1", "C1", "A1", "09:00", "09:30"))
    order = BookingOrder(("C1",), datetime.fromisoformat(f"{DAY}T10:00"), 60, advisor="A1")
    Appointments(desk).book(order)
    told = bring(
        desk,
        tmp_path / "second",
        row("V2", "C2", "A1", "11:10", "11:40") + row("V3", "C2", "A1", "11:15", "11:40"),
    )
    assert [(one.line, one.why) for one in told.refusals] == [(2, Why.TAKEN)]


def test_a_booking_collides_with_what_was_imported(desk: Desk, tmp_path: Path) -> None:
    bring(desk, tmp_path / "bank", row("V1", "C1", "A1", "10:00", "11:00"))
    order = BookingOrder(("C2",), datetime.fromisoformat(f"{DAY}T10:30"), 30, advisor="A1")
    with pytest.raises(Collision) as refused:
        Appointments(desk).book(order)
    assert refused.value.other.ref == "V1"


def test_records_that_overlap_unchecked_are_a_bug_and_leave_nothing(desk: Desk) -> None:
    times = (f"{DAY}T10:00", f"{DAY}T11:00")
    for clients, advisors in ((("C1", "C2"), ("A1", "A1")), (("C1", "C1"), ("A1", "A2"))):
        records = [
            AppointmentRecord(f"V{number}", client, advisor, *times)
            for number, (client, advisor) in enumerate(zip(clients, advisors, strict=True))
        ]
        with pytest.raises(CalendarOverlaps):
            Importing(desk).write_records(
                [
                    ("advisors", [AdvisorRecord("A1", None, "M"), AdvisorRecord("A2", None, "R")]),
                    ("clients", [ClientRecord("C1", last_name="D"), ClientRecord("C2")]),
                    ("appointments", records),
                ]
            )


def test_the_guard_is_back_even_where_it_finds_an_overlap(store: Store, tmp_path: Path) -> None:
    desk = Desk(store, lambda: NOW)
    bring(
        desk,
        tmp_path / "bank",
        row("V1", "C1", "A1", "10:00", "11:00") + row("V2", "C2", "A1", "11:00", "12:00"),
    )
    sooner = update(appointment).where(appointment.c.ref == "V2")
    earlier = appointment.c.busy_from - 60
    with store.writing() as transaction:
        unguard_calendar(transaction)
        transaction.execute(sooner.values(busy_from=earlier))
        with pytest.raises(CalendarOverlaps):
            guard_calendar(transaction)
    with store.reading() as transaction:
        assert read_setting(transaction, UNGUARDED) is None
