"""Appointments, what was promised, and what is owed the day after."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    SmallInteger,
    String,
    Table,
    Text,
    false,
)

from advisor_app.storage.columns import KeyColumn
from advisor_app.storage.schema.base import branch, key, metadata, reference

# Times: the wall time that was said, its zone and fold, and the instant in seconds since 1970 UTC.
# busy_from and busy_until add the buffers: what nobody else may overlap.
appointment = Table(
    "appointment",
    metadata,
    key(),
    branch(),
    Column("ref", String, nullable=False, unique=True),
    reference("advisor"),
    reference("room", required=False, indexed=True),
    reference("project", required=False),
    Column("place", String, nullable=False),
    Column("status", String, nullable=False),
    Column("zone", String, nullable=False),
    Column("start_wall", String(16), nullable=False),
    Column("start_fold", SmallInteger, nullable=False, default=0),
    Column("start_utc", BigInteger, nullable=False),
    Column("end_wall", String(16), nullable=False),
    Column("end_fold", SmallInteger, nullable=False, default=0),
    Column("end_utc", BigInteger, nullable=False),
    Column("busy_from", BigInteger, nullable=False),
    Column("busy_until", BigInteger, nullable=False),
    # Set where the program itself recorded that it was held: only these owe a follow-up.
    reference("touchpoint", "held_as", required=False),
    reference("suggestion", required=False),
    # How often it was moved or cancelled: what other calendars call SEQUENCE (RFC 5545, 3.8.7.4).
    Column("sequence", SmallInteger, nullable=False, server_default="0"),
    # Until when a proposed appointment holds its time.
    Column("expires_utc", BigInteger),
    Column("cancelled_by", String),
    Column("cancelled_because", Text),
    # The day agreed for the next meeting, when this one was written up.
    Column("next_day", Date),
    # How the client wished to be reminded, where that was asked when the time was agreed.
    Column("reminder_wish", String),
    # The advisor who comes along, whose time it takes as well.
    Column("colleague_id", KeyColumn),
    CheckConstraint("start_utc < end_utc", name="has_length"),
    CheckConstraint("busy_from <= start_utc AND end_utc <= busy_until", name="busy_while_it_lasts"),
    Index("ix_appointment_advisor_id_busy_from", "advisor_id", "busy_from"),
    Index("ix_appointment_colleague_id_busy_from", "colleague_id", "busy_from"),
)

attendee = Table(
    "attendee",
    metadata,
    Column("appointment_id", KeyColumn, ForeignKey("appointment.id"), primary_key=True),
    Column("client_id", KeyColumn, ForeignKey("client.id"), primary_key=True, index=True),
    branch(),
    # The day on which he was reminded of it; forgotten when it moves.
    Column("reminded_on", Date),
)

follow_up = Table(
    "follow_up",
    metadata,
    key(),
    branch(),
    reference("appointment", indexed=True),
    Column("kind", String, nullable=False),
    Column("due_wall", String(16), nullable=False),
    Column("due_utc", BigInteger, nullable=False),
    Column("sent_on", Date),
)

commitment = Table(
    "commitment",
    metadata,
    key(),
    branch(),
    Column("ref", String, nullable=False, unique=True),
    reference("client", indexed=True),
    # The meeting at which it was promised, where the program itself wrote that one up.
    Column("appointment_id", KeyColumn, index=True),
    Column("by", String, nullable=False),
    Column("what", Text, nullable=False),
    Column("due", Date),
    # The day on which it ended; `dropped` where it was given up instead of kept.
    Column("done_on", Date),
    Column("dropped", Boolean, nullable=False, server_default=false()),
)
