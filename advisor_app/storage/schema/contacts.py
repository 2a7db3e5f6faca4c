"""What happened between the client and the bank."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Computed,
    Date,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    text,
)

from advisor_app.storage.columns import DecimalColumn, KeyColumn
from advisor_app.storage.schema.base import branch, key, metadata, reference

# What a contact counts as (PRODUCT.md, "The words"): the one place that says so. A meeting takes an
# advisor and twenty minutes, ten at an event; a talk takes fifteen; unknown minutes are enough.
COUNTS_AS = """CASE
WHEN nature = 'conversation' AND advisor_id IS NOT NULL AND (
    channel IN ('branch', 'home', 'workplace') AND coalesce(minutes, 20) >= 20
    OR channel = 'event' AND one_to_one AND coalesce(minutes, 10) >= 10) THEN 'meeting'
WHEN nature = 'conversation' AND channel IN ('video', 'phone') AND coalesce(minutes, 15) >= 15
    THEN 'talk'
WHEN nature = 'operation' AND channel IN ('branch', 'home', 'workplace', 'event', 'counter')
    THEN 'errand'
WHEN channel IN ('letter', 'card', 'email', 'message', 'sms') AND direction = 'in'
    THEN 'written_in'
WHEN channel IN ('letter', 'card', 'email', 'message', 'sms') AND nature <> 'automated'
    THEN 'letter'
END"""

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
    Column("counts_as", String, Computed(COUNTS_AS, persisted=True)),
    # Facts are computed from this index alone: it holds, with the key, all that the rules ask.
    # The expression at its end makes that so: without one, SQLite looks up every row that has a
    # generated column, the index notwithstanding, and so reads the whole table out of order.
    Index(
        "ix_touchpoint_client_id_counts_as",
        "client_id",
        "counts_as",
        "on_day",
        "advisor_id",
        "project_id",
        text("(project_id IS NOT NULL)"),
    ),
    sqlite_with_rowid=False,
)

further_advisor = Table(
    "further_advisor",
    metadata,
    Column("touchpoint_id", KeyColumn, ForeignKey("touchpoint.id"), primary_key=True),
    Column("advisor_id", KeyColumn, ForeignKey("advisor.id"), primary_key=True),
)

# A contact as it stood before a correction: who corrected it, when and why.
former_contact = Table(
    "former_contact",
    metadata,
    key(),
    branch(),
    reference("touchpoint", indexed=True),
    reference("client", indexed=True),
    Column("corrected_utc", BigInteger, nullable=False),
    reference("advisor", "corrected_by", required=False),
    Column("why", Text),
    Column("on_day", Date, nullable=False),
    Column("at_time", String(5)),
    Column("channel", String, nullable=False),
    Column("nature", String, nullable=False),
    Column("direction", String, nullable=False),
    Column("minutes", Integer),
    Column("one_to_one", Boolean, nullable=False),
    Column("subject", Text),
    reference("project", required=False),
    Column("note", Text),
)

# A small attention: thought of, offered by the bank, or received from the client (the register).
attention = Table(
    "attention",
    metadata,
    key(),
    branch(),
    reference("client", indexed=True),
    Column("stage", String, nullable=False),
    Column("what", Text, nullable=False),
    Column("on_day", Date, nullable=False),
    Column("amount", DecimalColumn),
    Column("agreed_by", String),
    reference("advisor", required=False),
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
