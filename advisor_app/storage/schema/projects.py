"""What clients want to do with their lives, what announces it, and what they hold."""

from sqlalchemy import (
    Column,
    Date,
    ForeignKey,
    SmallInteger,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from advisor_app.storage.columns import DecimalColumn, KeyColumn
from advisor_app.storage.schema.base import branch, key, metadata, reference

project = Table(
    "project",
    metadata,
    key(),
    branch(),
    Column("ref", String, nullable=False, unique=True),
    reference("client", indexed=True),
    Column("code", String, nullable=False),
    Column("status", String, nullable=False),
    # As the client said it: YYYY, YYYY-MM or a day; target_from is the first day it may mean.
    Column("target", String(10)),
    Column("target_from", Date),
    Column("amount", DecimalColumn),
    Column("currency", String(3)),
    Column("noted_on", Date),
    Column("source", String),
    Column("note", Text),
    # How far an open project has come, and what comes next in the advisor's own words.
    Column("stage", SmallInteger),
    Column("next_step", Text),
    Column("next_step_on", Date),
)

project_input = Table(
    "project_input",
    metadata,
    Column("project_id", KeyColumn, ForeignKey("project.id"), primary_key=True),
    Column("name", String, primary_key=True),
    branch(),
    Column("value", String),
)

signal = Table(
    "signal",
    metadata,
    key(),
    branch(),
    reference("client"),
    Column("code", String, nullable=False),
    Column("on_day", Date, nullable=False),
    Column("value", String),
    UniqueConstraint("client_id", "code", "on_day"),
)

contract = Table(
    "contract",
    metadata,
    key(),
    branch(),
    Column("ref", String, nullable=False, unique=True),
    reference("client", indexed=True),
    Column("family", String, nullable=False),
    Column("opened_on", Date),
    Column("ends_on", Date),
    Column("amount", DecimalColumn),
    Column("rate", DecimalColumn),
    Column("currency", String(3)),
)
