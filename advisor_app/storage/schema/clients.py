"""Clients, their households, who serves them, and what they agreed to."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    Float,
    Index,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from advisor_app.storage.schema.base import branch, key, metadata, reference

household = Table(
    "household",
    metadata,
    key(),
    Column("ref", String, nullable=False, unique=True),
)

client = Table(
    "client",
    metadata,
    key(),
    branch(),
    Column("ref", String, nullable=False, unique=True),
    Column("kind", String, nullable=False, default="person"),
    Column("title", String),
    Column("first_name", String),
    Column("last_name", String),
    # Folded for search, and ordered as a reader expects: both made from the names by the program.
    Column("folded_name", String, nullable=False, default="", index=True),
    Column("sort_name", String, nullable=False, default=""),
    Column("birth_date", Date),
    Column("language", String(2)),
    Column("segment", String),
    reference("household", required=False, indexed=True),
    Column("since", Date),
    Column("email", String),
    Column("phone", String),
    Column("mobile", String),
    Column("street", String),
    Column("postal_code", String),
    Column("city", String),
    Column("country", String(2)),
    Column("latitude", Float),
    Column("longitude", Float),
    Column("occupation", String),
    Column("preferred_channel", String),
    Column("preferred_time", String),
    Column("no_contact", Boolean, nullable=False, default=False),
    Column("no_contact_until", Date),
    Column("no_profile", Boolean, nullable=False, default=False),
    Column("status", String, nullable=False, default="active"),
    # The few whom no figure counts: found without reading everybody.
    Index(
        "ix_client_no_profile",
        "id",
        sqlite_where=text("no_profile = 1"),
        postgresql_where=text("no_profile"),
    ),
)

# Two files of one person, made one: what was moved to the file that is kept, so that undoing puts
# exactly that back, and what could not stand there beside what stood already.
client_merge = Table(
    "client_merge",
    metadata,
    key(),
    branch(),
    reference("client", indexed=True),
    reference("client", "other_id", indexed=True),
    Column("made_utc", BigInteger, nullable=False),
    reference("advisor", "made_by", required=False),
    Column("moves", Text, nullable=False),
    Column("undone_utc", BigInteger),
)

# A person of a household who may be no client: then the names stand here.
member = Table(
    "member",
    metadata,
    key(),
    branch(),
    reference("household", indexed=True),
    reference("client", required=False, indexed=True),
    Column("first_name", String),
    Column("last_name", String),
    Column("birth_date", Date),
    Column("link", String, nullable=False, default="other"),
    Column("may_know", Boolean, nullable=False, default=False),
)

assignment = Table(
    "assignment",
    metadata,
    key(),
    branch(),
    reference("client"),
    reference("advisor", indexed=True),
    Column("from_day", Date, nullable=False),
    Column("until_day", Date),
    Column("announced", String),
    # The day on which the client was told, where the program itself noted it.
    Column("announced_on", Date),
    UniqueConstraint("client_id", "from_day"),
)

consent = Table(
    "consent",
    metadata,
    key(),
    branch(),
    reference("client"),
    Column("use", String, nullable=False),
    Column("given", Boolean, nullable=False),
    Column("on_day", Date, nullable=False),
    Column("source", String),
    UniqueConstraint("client_id", "use", "on_day"),
)

client_fact = Table(
    "client_fact",
    metadata,
    key(),
    branch(),
    reference("client"),
    Column("name", String, nullable=False),
    Column("value", String),
    Column("on_day", Date),
    Column("source", String),
    Index("ix_client_fact_client_id_name", "client_id", "name"),
)

# "À se rappeler": small things that make a client feel known.
reminder = Table(
    "reminder",
    metadata,
    key(),
    branch(),
    reference("client", indexed=True),
    Column("icon", String),
    Column("text", Text, nullable=False),
    Column("noted_on", Date, nullable=False),
    reference("advisor", required=False),
)
