"""Advisors' calendars on servers: the account, and how each appointment stands in each of them."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, delete, insert, select, update

from advisor_app.domain.calendar_sync import CalendarAccount, TheirSide
from advisor_app.domain.keys import Key, new_key
from advisor_app.storage.schema.calendar import appointment
from advisor_app.storage.schema.own_calendar import (
    calendar_account,
    calendar_link,
    calendar_orphan,
    taken_off,
)


@dataclass(frozen=True, slots=True)
class Link:
    """An appointment's entry there: what was last sent, and what differs there, if anything."""

    appointment: Key
    ref: str
    href: str
    etag: str | None
    sent: str
    theirs: TheirSide | None


@dataclass(frozen=True, slots=True)
class Orphan:
    """An entry there whose appointment is gone from here."""

    key: Key
    href: str
    etag: str | None


def read_account(connection: Connection, advisor: Key) -> CalendarAccount | None:
    """The advisor's account."""
    its = select(calendar_account).where(calendar_account.c.advisor_id == advisor)
    row = connection.execute(its).one_or_none()
    if row is None:
        return None
    return CalendarAccount(row.address, row.account, row.calendar, row.token)


def write_account(connection: Connection, advisor: Key, made: CalendarAccount) -> None:
    """Keep an account instead of the one before; what stood there is no longer followed."""
    forget_account(connection, advisor)
    values = {name: getattr(made, name) for name in ("address", "account", "calendar", "token")}
    connection.execute(insert(calendar_account).values(id=new_key(), advisor_id=advisor, **values))


def write_token(connection: Connection, advisor: Key, token: str) -> None:
    """Keep up to where the calendar was read."""
    its = update(calendar_account).where(calendar_account.c.advisor_id == advisor)
    connection.execute(its.values(token=token))


def forget_account(connection: Connection, advisor: Key) -> bool:
    """Let go of an account and of how appointments stand there; whether there was one."""
    connection.execute(delete(calendar_link).where(calendar_link.c.advisor_id == advisor))
    connection.execute(delete(calendar_orphan).where(calendar_orphan.c.advisor_id == advisor))
    its = delete(calendar_account).where(calendar_account.c.advisor_id == advisor)
    return bool(connection.execute(its).rowcount)


def links_of(connection: Connection, advisor: Key) -> dict[Key, Link]:
    """How appointments stand in the advisor's calendar, by their keys."""
    query = _links().where(calendar_link.c.advisor_id == advisor).order_by(appointment.c.start_utc)
    return {row.appointment_id: _link(row) for row in connection.execute(query)}


def write_sent(
    connection: Connection, advisor: Key, key: Key, href: str, etag: str, sent: str
) -> None:
    """Keep that an appointment stands there now as it is here; no difference is left."""
    forget_link(connection, advisor, key)
    connection.execute(
        insert(calendar_link).values(
            appointment_id=key, advisor_id=advisor, href=href, etag=etag, sent=sent, differs=False
        )
    )


def write_differs(
    connection: Connection, advisor: Key, key: Key, href: str, sent: str, theirs: TheirSide
) -> None:
    """Keep that an appointment stands there otherwise, until the advisor chooses."""
    forget_link(connection, advisor, key)
    connection.execute(
        insert(calendar_link).values(
            appointment_id=key,
            advisor_id=advisor,
            href=href,
            etag=theirs.etag or None,
            sent=sent,
            differs=True,
            their_start=theirs.start,
            their_end=theirs.end,
        )
    )


def forget_link(connection: Connection, advisor: Key, key: Key) -> None:
    """An appointment stands in the advisor's calendar no longer."""
    connection.execute(delete(calendar_link).where(_its(advisor, key)))


def leave_orphans(connection: Connection, appointments: Collection[Key]) -> int:
    """Appointments are about to go: their entries there wait to be removed; how many there are."""
    going = calendar_link.c.appointment_id.in_(appointments)
    query = select(calendar_link.c.advisor_id, calendar_link.c.href, calendar_link.c.etag)
    found = connection.execute(query.where(going)).all()
    for advisor, href, etag in found:
        values = {"id": new_key(), "advisor_id": advisor, "href": href, "etag": etag}
        connection.execute(insert(calendar_orphan).values(values))
    connection.execute(delete(calendar_link).where(going))
    connection.execute(delete(taken_off).where(taken_off.c.appointment_id.in_(appointments)))
    return len(found)


def orphans_of(connection: Connection, advisor: Key) -> list[Orphan]:
    """What waits to be removed from the advisor's calendar, the oldest first."""
    columns = (calendar_orphan.c.id, calendar_orphan.c.href, calendar_orphan.c.etag)
    its = select(*columns).where(calendar_orphan.c.advisor_id == advisor)
    return [Orphan(*row) for row in connection.execute(its.order_by(calendar_orphan.c.id))]


def write_orphan(connection: Connection, key: Key, etag: str) -> bool:
    """Keep that an orphan is another one there by now; whether the key is an orphan's."""
    its = update(calendar_orphan).where(calendar_orphan.c.id == key)
    return bool(connection.execute(its.values(etag=etag)).rowcount)


def forget_orphan(connection: Connection, key: Key) -> bool:
    """It is there no longer; whether the key was an orphan's."""
    its = delete(calendar_orphan).where(calendar_orphan.c.id == key)
    return bool(connection.execute(its).rowcount)


def write_mine(connection: Connection, advisor: Key, key: Key) -> None:
    """What is here shall be sent over what is there, as a change of its own.

    Whoever moved it there counted that, and a lower number would be taken for an older state.
    """
    its = update(calendar_link).where(_its(advisor, key))
    connection.execute(its.values(differs=False, sent="", their_start=None, their_end=None))
    kept = update(appointment).where(appointment.c.id == key)
    connection.execute(kept.values(sequence=appointment.c.sequence + 1))


def _its(advisor: Key, key: Key) -> ColumnElement[bool]:
    return (calendar_link.c.appointment_id == key) & (calendar_link.c.advisor_id == advisor)


def _links() -> Select[Any]:
    return select(calendar_link, appointment.c.ref).join(
        appointment, appointment.c.id == calendar_link.c.appointment_id
    )


def _link(row: "Row[Any]") -> Link:
    theirs = TheirSide(row.etag or "", row.their_start, row.their_end) if row.differs else None
    return Link(row.appointment_id, row.ref, row.href, row.etag, row.sent, theirs)
