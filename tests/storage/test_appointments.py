"""The database refuses two appointments at once, on both engines."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from postgresql import find_programs, serve
from small_branch import BRANCH, PARIS, key, settle
from sqlalchemy import Connection, create_engine, insert, update
from sqlalchemy.exc import IntegrityError

from advisor_app.domain.appointments import Booking, Taken, Wish
from advisor_app.domain.booking_refusals import Collision
from advisor_app.domain.codes import AppointmentStatus, Place
from advisor_app.domain.moments import moment_of, parse_moment
from advisor_app.storage.appointments import (
    write_booking,
    write_follow_up,
    write_follow_up_sent,
    write_move,
    write_status,
)
from advisor_app.storage.kept_appointments import find_appointment
from advisor_app.storage.migrations import bring_up_to_date
from advisor_app.storage.schema.calendar import appointment
from advisor_app.storage.schema.organisation import advisor
from advisor_app.storage.store import Store

TEN = int(datetime(2026, 4, 28, 8, 0, tzinfo=UTC).timestamp())  # ten o'clock in Paris
CONFIRMED, PROPOSED = AppointmentStatus.CONFIRMED, AppointmentStatus.PROPOSED


numbers = count(1)


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    programs = find_programs()
    if programs is None:
        pytest.skip("PostgreSQL's server is not installed here")
    with serve(programs) as url:
        yield url


@pytest.fixture(params=["embedded", "shared"])
def connection(request: pytest.FixtureRequest, store: Store) -> Iterator[Connection]:
    """A writing transaction on each engine, rolled back at the end."""
    if request.param == "embedded":
        with (
            store.engine.connect() as embedded,
            embedded.execution_options(writing=True).begin() as transaction,
        ):
            settle(embedded)
            yield embedded
            transaction.rollback()
        return
    engine = create_engine(request.getfixturevalue("server"))
    bring_up_to_date(engine, Path("shared"))
    with engine.connect() as shared, shared.begin() as transaction:
        settle(shared)
        yield shared
        transaction.rollback()
    engine.dispose()


def booking(start: int = 0, end: int = 60, buffer: int = 15, **changes: object) -> Booking:
    """One of advisor A1 with client C1, from so many minutes after ten o'clock."""
    number = next(numbers)
    from_utc, until_utc = TEN + start * 60, TEN + end * 60
    made = Booking(
        key=key(f"b{number}"),
        ref=f"RV{number}",
        branch=BRANCH.key,
        advisor=key("A1"),
        clients=(key("C1"),),
        wished=Wish(moment_of(from_utc, PARIS), moment_of(until_utc, PARIS), Place.BRANCH),
        busy_from=from_utc,
        busy_until=until_utc + buffer * 60,
        status=CONFIRMED,
    )
    return replace(made, **changes)  # type: ignore[arg-type]  # fields by name


def apart(**changes: object) -> Booking:
    """Another advisor with another client, at the same time."""
    return booking(**{"advisor": key("A2"), "clients": (key("C2"),), **changes})  # type: ignore[arg-type]  # same


def test_an_appointment_comes_back_as_it_was_said(connection: Connection) -> None:
    made = booking(room=key("R1"), clients=(key("C2"), key("C1")))
    write_booking(connection, made)
    kept = find_appointment(connection, made.ref)
    assert kept is not None
    assert kept.appointment.start == parse_moment("2026-04-28T10:00", PARIS)
    assert kept.appointment.end == parse_moment("2026-04-28T11:00", PARIS)
    assert kept.appointment.clients == ("C1", "C2")
    assert (kept.appointment.advisor, kept.appointment.room) == ("A1", "R1")
    assert find_appointment(connection, "RV0") is None


def test_an_advisor_is_in_one_place(connection: Connection) -> None:
    first = booking()
    write_booking(connection, first)
    with pytest.raises(Collision) as refused:
        write_booking(connection, booking(30, 90, clients=(key("C2"),)))
    assert refused.value.taken is Taken.ADVISOR
    assert refused.value.name == "Camille A1"
    assert refused.value.other.ref == first.ref
    assert refused.value.free_from.text == "2026-04-28T11:15"


def test_a_room_holds_one_meeting(connection: Connection) -> None:
    write_booking(connection, booking(room=key("R1")))
    with pytest.raises(Collision) as refused:
        write_booking(connection, apart(room=key("R1")))
    assert (refused.value.taken, refused.value.name) == (Taken.ROOM, "Room R1")
    write_booking(connection, apart(room=key("R2")))


def test_a_client_is_in_one_place(connection: Connection) -> None:
    write_booking(connection, booking(clients=(key("C1"), key("C2"))))
    with pytest.raises(Collision) as refused:
        write_booking(connection, apart(clients=(key("C3"), key("C2"))))
    assert (refused.value.taken, refused.value.name) == (Taken.CLIENT, "Anne C2")
    write_booking(connection, apart(clients=(key("C3"),)))


def test_what_was_refused_leaves_nothing_behind(connection: Connection) -> None:
    write_booking(connection, booking(clients=(key("C1"), key("C2"))))
    refused = apart(clients=(key("C3"), key("C2")))
    with pytest.raises(Collision):
        write_booking(connection, refused)
    assert find_appointment(connection, refused.ref) is None
    write_booking(connection, apart(clients=(key("C3"),)))


def test_the_buffer_is_kept_and_its_end_is_free(connection: Connection) -> None:
    write_booking(connection, booking(0, 60, 15))
    with pytest.raises(Collision):
        write_booking(connection, booking(74, 104))
    write_booking(connection, booking(75, 105, 10))
    with pytest.raises(Collision):
        write_booking(connection, booking(-60, 0, 15))
    write_booking(connection, booking(-60, -15, 15))


@pytest.mark.parametrize("status", ["cancelled", "missed", "held"])
def test_what_is_over_takes_no_time(connection: Connection, status: str) -> None:
    first = booking()
    write_booking(connection, first)
    write_status(connection, first.key, AppointmentStatus(status))
    write_booking(connection, booking(status=PROPOSED))


def test_what_was_cancelled_does_not_come_back_into_a_taken_time(connection: Connection) -> None:
    first = booking()
    write_booking(connection, first)
    write_status(connection, first.key, AppointmentStatus.CANCELLED)
    write_booking(connection, apart(clients=(key("C1"),)))
    with pytest.raises(IntegrityError), connection.begin_nested():
        write_status(connection, first.key, CONFIRMED)


def test_an_appointment_does_not_move_into_a_taken_time(connection: Connection) -> None:
    write_booking(connection, booking())
    later = booking(120, 180, clients=(key("C2"),))
    write_booking(connection, later)
    sooner = update(appointment).where(appointment.c.id == later.key)
    with pytest.raises(IntegrityError), connection.begin_nested():
        connection.execute(sooner.values(start_utc=TEN, busy_from=TEN))


def test_a_follow_up_is_sent_once(connection: Connection) -> None:
    made = booking()
    write_booking(connection, made)
    kept = find_appointment(connection, made.ref)
    assert kept is not None
    write_follow_up(connection, kept, "summary", parse_moment("2026-04-30T11:00", PARIS))
    assert write_follow_up_sent(connection, made.key, date(2026, 4, 29)) == 1
    assert write_follow_up_sent(connection, made.key, date(2026, 4, 30)) == 0


times = st.tuples(st.integers(-120, 120), st.integers(1, 90), st.integers(0, 15))
who = st.tuples(
    st.sampled_from(["A1", "A2"]),
    st.sets(st.sampled_from(["C1", "C2", "C3"]), min_size=1, max_size=2),
    st.sampled_from(["R1", "R2", None]),
)


@settings(
    max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(st.lists(st.tuples(times, who), min_size=2, max_size=6))
def test_just_what_overlaps_is_refused(
    connection: Connection, wishes: list[tuple[tuple[int, int, int], tuple[str, set[str], str]]]
) -> None:
    kept: list[Booking] = []
    savepoint = connection.begin_nested()
    for (start, length, buffer), (met_by, met, in_room) in wishes:
        made = booking(
            start,
            start + length,
            buffer,
            advisor=key(met_by),
            clients=tuple(key(name) for name in sorted(met)),
            room=key(in_room) if in_room else None,
        )
        if any(overlap(made, other) for other in kept):
            with pytest.raises(Collision):
                write_booking(connection, made)
        else:
            write_booking(connection, made)
            kept.append(made)
    savepoint.rollback()


def overlap(one: Booking, other: Booking) -> bool:
    """Minute by minute: whether both need the advisor, the room or a client in the same one."""
    minutes = range(one.busy_from, one.busy_until, 60)
    if not set(minutes) & set(range(other.busy_from, other.busy_until, 60)):
        return False
    same_room = one.room is not None and one.room == other.room
    return one.advisor == other.advisor or same_room or bool(set(one.clients) & set(other.clients))


def with_colleague(**changes: object) -> Booking:
    """One of advisor A1 with client C1, to which A2 comes along."""
    return booking(**{"colleague": key("A2"), **changes})  # type: ignore[arg-type]  # fields by name


def test_a_colleague_comes_back_with_the_appointment(connection: Connection) -> None:
    made = with_colleague()
    write_booking(connection, made)
    kept = find_appointment(connection, made.ref)
    assert kept is not None
    assert (kept.appointment.colleague, kept.colleague) == ("A2", key("A2"))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        # He advises somebody else then, or comes along to two.
        ({"colleague": key("A2")}, {"advisor": key("A2")}),
        ({"advisor": key("A2")}, {"colleague": key("A2")}),
        ({"colleague": key("A2")}, {"advisor": key("A3"), "colleague": key("A2")}),
    ],
)
def test_a_colleague_is_in_one_place(
    connection: Connection, first: dict[str, object], second: dict[str, object]
) -> None:
    connection.execute(
        insert(advisor).values(
            id=key("A3"), ref="A3", first_name="Camille", last_name="A3", branch_id=BRANCH.key
        )
    )
    other = booking(clients=(key("C2"),), **first)
    write_booking(connection, other)
    with pytest.raises(Collision) as refused:
        write_booking(connection, booking(30, 90, **second))
    assert (refused.value.taken, refused.value.name) == (Taken.ADVISOR, "Camille A2")
    assert refused.value.other.ref == other.ref
    write_booking(connection, booking(75, 135, **second))


def test_a_move_takes_the_colleague_along(connection: Connection) -> None:
    moved, other = with_colleague(), apart(start=120, end=180)
    write_booking(connection, moved)
    write_booking(connection, other)
    later = replace(moved, **times(130, 190))
    with pytest.raises(Collision) as refused:
        write_move(connection, later)
    assert (refused.value.taken, refused.value.name) == (Taken.ADVISOR, "Camille A2")
    write_move(connection, replace(moved, **times(200, 260)))
    with pytest.raises(Collision):
        write_booking(connection, apart(start=210, end=240))


def test_a_cancelled_one_frees_the_colleague(connection: Connection) -> None:
    made = with_colleague()
    write_booking(connection, made)
    write_status(connection, made.key, AppointmentStatus.CANCELLED)
    write_booking(connection, apart())


def times(start: int, end: int) -> dict[str, Any]:
    """Another time of a booking."""
    made = booking(start, end)
    return {name: getattr(made, name) for name in ("wished", "busy_from", "busy_until")}
