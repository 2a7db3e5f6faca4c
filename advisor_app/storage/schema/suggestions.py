"""What was suggested and what became of it."""

from sqlalchemy import Column, Date, Index, String, Table, Text

from advisor_app.storage.schema.base import branch, key, metadata, reference

# A suggestion is kept once it was answered, booked or printed: with the facts it stood on.
suggestion = Table(
    "suggestion",
    metadata,
    key(),
    branch(),
    reference("client"),
    reference("advisor"),
    Column("ritual", String, nullable=False),
    Column("subject", String, nullable=False),
    reference("project", required=False),
    Column("made_on", Date, nullable=False),
    Column("from_day", Date),
    Column("until_day", Date),
    Column("facts", Text, nullable=False),
    Index("ix_suggestion_client_id_made_on", "client_id", "made_on"),
)

suggestion_answer = Table(
    "suggestion_answer",
    metadata,
    key(),
    branch(),
    reference("suggestion", indexed=True),
    Column("answer", String, nullable=False),
    Column("on_day", Date, nullable=False),
    Column("until_day", Date),
    Column("reason", Text),
    Column("withdrawn_on", Date),
)
