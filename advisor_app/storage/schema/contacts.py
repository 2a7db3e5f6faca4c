"""What happened between the client and the bank."""

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
)

from advisor_app.storage.columns import KeyColumn
from advisor_app.storage.schema.base import branch, key, metadata, reference

# Facts are recomputed from this index alone wherever possible: it holds what the rules ask.
touchpoint = Table(
    "touchpoint",
    metadata,
    key(),
    branch(),
    Column("ref", String, nullable=False, unique=True),
    reference("client"),
    # The first or only advisor; several are rare, and the others stand in further_advisor.
    reference("advisor", required=False),
    Column("on_day", Date, nullable=False),
    Column("at_time", String(5)),
    Column("channel", String, nullable=False),
    Column("nature", String, nullable=False),
    Column("direction", String, nullable=False),
    Column("minutes", Integer),
    Column("one_to_one", Boolean, nullable=False, default=False),
    Column("subject", Text),
    reference("project", required=False),
    Column("note", Text),
    Index("ix_touchpoint_client_id_on_day", "client_id", "on_day"),
)

further_advisor = Table(
    "further_advisor",
    metadata,
    Column("touchpoint_id", KeyColumn, ForeignKey("touchpoint.id"), primary_key=True),
    Column("advisor_id", KeyColumn, ForeignKey("advisor.id"), primary_key=True),
)

digital_month = Table(
    "digital_month",
    metadata,
    Column("client_id", KeyColumn, ForeignKey("client.id"), primary_key=True),
    Column("month", Date, primary_key=True),
    branch(),
    Column("logins", Integer, nullable=False, default=0),
    Column("messages", Integer, nullable=False, default=0),
    Column("operations", Integer, nullable=False, default=0),
    sqlite_with_rowid=False,
)
