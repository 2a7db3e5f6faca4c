"""Branches, rooms, advisors and their hours."""

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    Float,
    ForeignKey,
    Integer,
    SmallInteger,
    String,
    Table,
)

from advisor_app.storage.columns import KeyColumn
from advisor_app.storage.schema.base import key, metadata, reference

branch = Table(
    "branch",
    metadata,
    key(),
    Column("ref", String, nullable=False, unique=True),
    Column("name", String, nullable=False),
    Column("street", String),
    Column("postal_code", String),
    Column("city", String),
    Column("country", String(2)),
    Column("latitude", Float),
    Column("longitude", Float),
    Column("zone", String),
    Column("opening", String),
)

room = Table(
    "room",
    metadata,
    key(),
    Column("ref", String, nullable=False, unique=True),
    reference("branch", indexed=True),
    Column("name", String, nullable=False),
    Column("seats", Integer),
    Column("step_free", Boolean, nullable=False, default=False),
)

advisor = Table(
    "advisor",
    metadata,
    key(),
    Column("ref", String, nullable=False, unique=True),
    Column("first_name", String),
    Column("last_name", String, nullable=False),
    reference("branch"),
    Column("email", String),
    Column("phone", String),
    Column("role", String, nullable=False, default="advisor"),
    Column("capacity_week", Integer),
)

working_hours = Table(
    "working_hours",
    metadata,
    Column("advisor_id", KeyColumn, ForeignKey("advisor.id"), primary_key=True),
    Column("weekday", SmallInteger, primary_key=True),
    Column("from_time", String(5), primary_key=True),
    Column("until_time", String(5), nullable=False),
)

# Hours of some days in place of the week's; a row for each span.
dated_hours = Table(
    "dated_hours",
    metadata,
    key(),
    reference("branch", required=False, indexed=True),
    reference("advisor", required=False, indexed=True),
    Column("from_day", Date, nullable=False),
    Column("until_day", Date, nullable=False),
    Column("from_time", String(5), nullable=False),
    Column("until_time", String(5), nullable=False),
    CheckConstraint("(branch_id IS NULL) <> (advisor_id IS NULL)", name="one_owner"),
)

closing_days = Table(
    "closing_days",
    metadata,
    key(),
    reference("branch", required=False, indexed=True),
    reference("advisor", required=False, indexed=True),
    Column("from_day", Date, nullable=False),
    Column("until_day", Date, nullable=False),
    Column("reason", String),
    reference("advisor", "substitute_id", required=False),
    CheckConstraint("(branch_id IS NULL) <> (advisor_id IS NULL)", name="one_owner"),
)
