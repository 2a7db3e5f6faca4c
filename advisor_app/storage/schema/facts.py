"""What the rules ask of a client, kept so that they need not read the history."""

from sqlalchemy import Column, Date, ForeignKey, Integer, String, Table, Text

from advisor_app.storage.columns import KeyColumn
from advisor_app.storage.schema.base import branch, metadata, reference

facts = Table(
    "facts",
    metadata,
    Column("client_id", KeyColumn, ForeignKey("client.id"), primary_key=True),
    branch(),
    # The assignment open on the store's own day, merged over successive ones to one advisor.
    reference("advisor", required=False, indexed=True),
    Column("assigned_from", Date),
    Column("announced", String),
    Column("other_advisor_from", Date),
    Column("changes_without_meeting", Integer, nullable=False, default=0),
    Column("last_meeting", Date),
    Column("last_meeting_with_advisor", Date),
    Column("last_talk", Date),
    Column("last_written_in", Date),
    Column("last_digital_month", Date),
    # The latest days first, ten characters each, so that "the third latest" is one substring.
    Column("operation_days", Text, nullable=False, default=""),
    Column("unanswered_days", Text, nullable=False, default=""),
    Column("project_due", Date),
    Column("follow_up_due", Date),
    Column("commitment_due", Date),
    # The day on which time alone will change this row; the daily pass looks here.
    Column("changes_on", Date, index=True),
)
