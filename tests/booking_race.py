"""What one of many processes does in a race for the same hours, and the judge of what came of it."""

import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from multiprocessing.synchronize import Barrier
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from small_branch import BRANCH, NOW, PARIS, key
from sqlalchemy import Connection, create_engine, text

from advisor_app.domain.appointments import Appointment, Booking
from advisor_app.domain.booking import wish
from advisor_app.domain.booking_refusals import Collision
from advisor_app.domain.codes import AppointmentStatus
from advisor_app.domain.keys import Key, new_key, reference_of
from advisor_app.domain.moments import moment_at
from advisor_app.services.booking import Appointments, BookingOrder, done
from advisor_app.services.desk import Desk
from advisor_app.storage.appointments import write_booking
from advisor_app.storage.cipher import StoreKey
from advisor_app.storage.store import Store, open_store_with_key

PROCESSES = 24
ATTEMPTS = 20_000
# A server answers from processes of its own, beside the 24: fewer times, for the same two processors.
ATTEMPTS_ON_A_SERVER = 960
KEPT_FREE = 10 * 60  # after a meeting of up to 45 minutes at the branch
ADVISORS, ROOMS = ("A1", "A2"), ("R1", "R2", None)
CLIENTS = tuple(f"N{number}" for number in range(16))
# Half days of the usual week between two holidays; a start may lie on any quarter.
DAYS = tuple(datetime(2026, 6, day) for day in (2, 3, 5, 9, 10, 12, 16, 17, 19, 23))  # noqa: DTZ001 wall
QUARTERS = tuple(time(9 + n // 4, n % 4 * 15) for n in range(11)) + tuple(
    time(14 + n // 4, n % 4 * 15) for n in range(13)
)


@dataclass(frozen=True, slots=True)
class Ground:
    """Where the race is run: an embedded store's file and key, or the address of a server."""

    path: Path
    key: StoreKey
    attempts: int
    url: str | None = None

    def open(self) -> Store:
        """The store, on connections of this process's own."""
        if self.url is None:
            return open_store_with_key(self.path, self.key)
        return Store(create_engine(self.url, hide_parameters=True), self.path, self.key)


class Told(NamedTuple):
    """What one attempt came to: the appointment of its own, or the one that it collided with."""

    order: BookingOrder
    booked: str | None
    taken: str | None = None
    other: str | None = None


class Row(NamedTuple):
    """An appointment as it lies in the table, with its clients."""

    ref: str
    advisor: Key
    room: Key | None
    busy_from: int
    busy_until: int
    clients: frozenset[Key]


def book_many(ground: Ground, number: int, attempts: int, start: Barrier) -> list[Told]:
    """Open the store, wait for the others, then want one time after the other.

    Every twentieth goes the whole way of an advisor; the rest are planned before the start, so that
    two processors spend their time on colliding and not on asking the rules.
    """
    store = ground.open()
    try:
        desk = Desk(store, lambda: NOW)
        wanted = orders(number, attempts)
        planned = [planned_from(order) for order in wanted]
        start.wait(timeout=240)
        return [
            attempt(desk, order, None if position % 20 == 0 else booked)
            for position, (order, booked) in enumerate(zip(wanted, planned, strict=True))
        ]
    finally:
        store.close()


def planned_from(order: BookingOrder) -> Booking:
    """The booking of an order; at the branch ten minutes are kept free afterwards."""
    begins = moment_at(order.start, PARIS)
    wished = wish(begins, order.minutes, order.place)
    made = new_key()
    return Booking(
        key=made,
        ref=reference_of("RV", made),
        branch=BRANCH.key,
        advisor=key(order.advisor or ""),
        clients=tuple(key(name) for name in order.clients),
        wished=wished,
        busy_from=begins.utc,
        busy_until=wished.end.utc + KEPT_FREE,
        status=AppointmentStatus.CONFIRMED,
        room=order.room and key(order.room),  # type: ignore[arg-type]  # None stays None
    )


def orders(number: int, attempts: int) -> list[BookingOrder]:
    """What a process wants, the same at each run; two clients at a time for every fifth."""
    draw = random.Random(number)  # noqa: S311 a race needs no secret
    return [
        BookingOrder(
            clients=tuple(draw.sample(CLIENTS, 2 if draw.random() < 0.2 else 1)),
            start=datetime.combine(draw.choice(DAYS), draw.choice(QUARTERS)),
            minutes=draw.choice((15, 30, 45)),
            advisor=draw.choice(ADVISORS),
            room=draw.choice(ROOMS),
        )
        for _ in range(attempts)
    ]


def attempt(desk: Desk, order: BookingOrder, planned: Booking | None) -> Told:
    """Book, and keep what was said."""
    try:
        booked = write(desk, planned) if planned else Appointments(desk).book(order)
        return Told(order, booked.ref)
    except Collision as refused:
        return Told(order, None, refused.taken.value, refused.other.ref)


def write(desk: Desk, planned: Booking) -> Appointment:
    """What the service does with a booking that the rules allow."""
    with desk.writing() as transaction:
        write_booking(transaction, planned)
        return done(desk, transaction, "appointment booked", planned.ref)


def rows_of(connection: Connection) -> dict[str, Row]:
    """Every appointment of the store, by its reference; asked in plain SQL, not in the program's."""
    clients: dict[Key, set[Key]] = defaultdict(set)
    for one, client in connection.execute(text("SELECT appointment_id, client_id FROM attendee")):
        clients[plain(one)].add(plain(client))
    found = connection.execute(
        text("SELECT id, ref, advisor_id, room_id, busy_from, busy_until FROM appointment")
    )
    return {
        ref: Row(
            ref, plain(who), room and plain(room), since, until, frozenset(clients[plain(one)])
        )
        for one, ref, who, room, since, until in found
    }


def plain(told: UUID | bytes) -> Key:
    """A key as a driver gives it back."""
    return Key(told.bytes if isinstance(told, UUID) else bytes(told))


def doubles(rows: Iterable[Row]) -> list[tuple[str, str]]:
    """The pairs of appointments that take anybody or anything at the same time."""
    by_thing: dict[Key, list[Row]] = defaultdict(list)
    for row in rows:
        for thing in things(row):
            by_thing[thing].append(row)
    return [pair for taken in by_thing.values() for pair in overlapping(taken)]


def things(row: Row) -> Iterator[Key]:
    """Whom and what an appointment takes."""
    yield row.advisor
    if row.room is not None:
        yield row.room
    yield from row.clients


def overlapping(taken: Sequence[Row]) -> Iterator[tuple[str, str]]:
    """Every pair, compared with every other: an overlap hides between no neighbours."""
    for position, one in enumerate(taken):
        for other in taken[position + 1 :]:
            if one.busy_from < other.busy_until and other.busy_from < one.busy_until:
                yield one.ref, other.ref


def truly_collides(told: Told, other: Row) -> bool:
    """Whether what a loser was told is so: that thing, taken at that time by that appointment."""
    order = told.order
    since = int(order.start.replace(tzinfo=NOW.tzinfo).timestamp())
    until = since + order.minutes * 60 + KEPT_FREE
    same = {
        "advisor": other.advisor == key(order.advisor or ""),
        "room": order.room is not None and other.room == key(order.room),
        "client": bool(other.clients & {key(name) for name in order.clients}),
    }
    return same[told.taken or ""] and since < other.busy_until and other.busy_from < until
