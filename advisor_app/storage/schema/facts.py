"""What the rules of presence ask of a client, kept so that they need not read the history.

Facts are those of the store's own day (the setting `facts_day`), and hold no threshold: any policy
is answered from them. `storage.facts` is the only writer.
"""

from sqlalchemy import Boolean, Column, Date, ForeignKey, String, Table, Text

from advisor_app.storage.columns import KeyColumn
from advisor_app.storage.schema.base import branch, metadata, reference


def _client() -> "Column[bytes]":
    return Column("client_id", KeyColumn, ForeignKey("client.id"), primary_key=True)


def _packed(name: str) -> "Column[str]":
    return Column(name, Text, nullable=False, default="")


# Narrow, because the statement over a whole bank reads every row.
facts = Table(
    "facts",
    metadata,
    _client(),
    branch(),
    Column("segment", String),
    Column("birth_date", Date),
    Column("since", Date),
    # Why no flag is carried: deceased, closed or no_contact; or until a day.
    Column("restraint", String),
    Column("no_contact_until", Date),
    # The assignment open on the day, merged over successive ones to one advisor.
    reference("advisor", required=False, indexed=True),
    Column("assigned_from", Date),
    Column("announced", String),
    Column("after_another", Boolean, nullable=False, default=False),
    Column("last_meeting", Date),
    Column("last_meeting_with_advisor", Date),
    Column("last_talk", Date),
    Column("last_written_in", Date),
    Column("last_answer", Date),
    Column("last_digital_month", Date),
    # The latest days first, ten characters each, so that "the third latest" is one substring;
    # errands only where the latest comes after every meeting, letters after every answer.
    _packed("errand_days"),
    _packed("letter_days"),
    # The first possible day of the nearest project that waits; day one where it has no target.
    Column("project_due", Date),
    # In wall time, as it was promised.
    Column("follow_up_due", String(16)),
    Column("commitment_due", Date),
    # The day on which time alone will change this row; the daily pass looks here.
    Column("changes_on", Date, index=True),
    sqlite_with_rowid=False,
)

# Wide: every day that tells since when a state or a flag holds. Latest first, ten characters each;
# a digital month is its first day, then ":" and its count, and they are joined by blanks.
fact_days = Table(
    "fact_days",
    metadata,
    _client(),
    branch(),
    _packed("meetings"),
    _packed("talks"),
    _packed("written_in"),
    _packed("errands"),
    _packed("letters"),
    _packed("digital_months"),
    # The last day on which the client met, talked or wrote.
    Column("last_answer", Date),
    # The first contact, and the first digital month, that the day has not seen yet.
    Column("next_contact", Date),
    Column("next_month", Date),
    sqlite_with_rowid=False,
)
