"""What the program remembers of its own work: settings, policies, imports, papers, the trail."""

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
)

from advisor_app.storage.columns import KeyColumn
from advisor_app.storage.schema.base import branch, key, metadata, reference

setting = Table(
    "setting",
    metadata,
    Column("name", String, primary_key=True),
    Column("value", Text, nullable=False),
)

# Versions are only added; the one with the highest number is in force.
policy_version = Table(
    "policy_version",
    metadata,
    key(),
    Column("number", Integer, nullable=False, unique=True),
    Column("made_utc", BigInteger, nullable=False),
    reference("advisor", required=False),
    Column("reason", Text, nullable=False),
    Column("restores", Integer),
)

policy_threshold = Table(
    "policy_threshold",
    metadata,
    Column("policy_version_id", KeyColumn, ForeignKey("policy_version.id"), primary_key=True),
    Column("segment", String, primary_key=True),
    Column("name", String, primary_key=True),
    Column("value", Integer, nullable=False),
)

import_run = Table(
    "import_run",
    metadata,
    key(),
    Column("at_utc", BigInteger, nullable=False),
    reference("advisor", required=False),
    Column("source", String, nullable=False),
    Column("backup", String),
    Column("report", Text, nullable=False),
    Column("undone_utc", BigInteger),
)

# What somebody was typing, until it is saved or given up: one for each advisor and form.
draft = Table(
    "draft",
    metadata,
    Column("who", String, primary_key=True),
    Column("form", String, primary_key=True),
    Column("client_id", KeyColumn, index=True),
    Column("kept_utc", BigInteger, nullable=False),
    Column("body", Text, nullable=False),
)

# A paper that left the printer, or was saved: what, for whom, why; never its content.
document = Table(
    "document",
    metadata,
    key(),
    branch(),
    Column("kind", String, nullable=False),
    Column("code", String, nullable=False, unique=True),
    reference("client", required=False, indexed=True),
    reference("appointment", required=False, indexed=True),
    reference("advisor", required=False),
    Column("made_utc", BigInteger, nullable=False),
    Column("purpose", String, nullable=False),
    Column("pages", Integer, nullable=False),
)

# Append-only and chained: each entry's hash covers the one before it. Triggers refuse change.
audit_entry = Table(
    "audit_entry",
    metadata,
    Column("number", BigInteger().with_variant(Integer, "sqlite"), primary_key=True),
    Column("at_utc", String, nullable=False),
    Column("who", String, nullable=False),
    Column("action", String, nullable=False),
    Column("subject", String),
    Column("client_id", KeyColumn),
    Column("why", String),
    Column("detail", Text),
    Column("previous", LargeBinary(32), nullable=False),
    Column("hash", LargeBinary(32), nullable=False),
    Index("ix_audit_entry_client_id", "client_id"),
)
