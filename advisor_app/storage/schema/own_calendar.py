"""Advisors' own calendars: when they are busy, and past meetings that wait for an answer."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Integer,
    String,
    Table,
    UniqueConstraint,
)

from advisor_app.storage.columns import KeyColumn
from advisor_app.storage.schema.base import branch, key, metadata, reference

# One calendar that was read, under the name that the advisor gave it.
busy_source = Table(
    "busy_source",
    metadata,
    key(),
    reference("advisor"),
    Column("name", String, nullable=False),
    Column("read_utc", BigInteger, nullable=False),
    UniqueConstraint("advisor_id", "name"),
)

# A part is a file of a folder, or an entry of a calendar on a server: what is replaced as a whole.
busy_time = Table(
    "busy_time",
    metadata,
    Column("source_id", KeyColumn, ForeignKey("busy_source.id"), primary_key=True),
    Column("part", String, primary_key=True),
    Column("start_utc", BigInteger, primary_key=True),
    Column("end_utc", BigInteger, nullable=False),
)

# `mark` tells the same meeting when the calendar is read again; `answer` is the advisor's.
found_meeting = Table(
    "found_meeting",
    metadata,
    key(),
    branch(),
    Column("ref", String, nullable=False, unique=True),
    reference("advisor", indexed=True),
    reference("client", indexed=True),
    Column("mark", String(64), nullable=False),
    Column("zone", String, nullable=False),
    Column("start_utc", BigInteger, nullable=False),
    Column("minutes", Integer, nullable=False),
    Column("answer", String),
)

# Where an advisor's calendar is on a server; its password lies in the computer's keyring.
calendar_account = Table(
    "calendar_account",
    metadata,
    key(),
    Column("advisor_id", KeyColumn, ForeignKey("advisor.id"), nullable=False, unique=True),
    Column("address", String, nullable=False),
    Column("account", String, nullable=False),
    Column("calendar", String, nullable=False),
    # Up to where it was read (RFC 6578); blank: from the beginning.
    Column("token", String, nullable=False),
)

# How an appointment stands in an advisor's calendar there; who comes along has it in his own. What
# waits to be sent is what differs from `sent`; with `differs` it was changed there, to their times
# or to none, and the advisor chooses.
calendar_link = Table(
    "calendar_link",
    metadata,
    Column("appointment_id", KeyColumn, ForeignKey("appointment.id"), primary_key=True),
    Column("advisor_id", KeyColumn, ForeignKey("advisor.id"), primary_key=True, index=True),
    Column("href", String, nullable=False),
    Column("etag", String),
    Column("sent", String, nullable=False),
    Column("differs", Boolean, nullable=False),
    Column("their_start", BigInteger),
    Column("their_end", BigInteger),
)

# Entries there whose appointment is gone from here, erased or taken back: they wait to be removed.
calendar_orphan = Table(
    "calendar_orphan",
    metadata,
    key(),
    reference("advisor", indexed=True),
    Column("href", String, nullable=False),
    Column("etag", String),
)

# Who came along to an appointment and does so no longer: his calendar hears that it is off for him.
taken_off = Table(
    "taken_off",
    metadata,
    Column("appointment_id", KeyColumn, ForeignKey("appointment.id"), primary_key=True),
    Column("advisor_id", KeyColumn, ForeignKey("advisor.id"), primary_key=True, index=True),
    branch(),
)
