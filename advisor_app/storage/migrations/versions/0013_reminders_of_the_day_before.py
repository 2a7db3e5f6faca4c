"""Keep reminders of the day before."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    """Add what a client wished, and when he was reminded; old rows know nothing of it."""
    op.add_column("appointment", sa.Column("reminder_wish", sa.String(), nullable=True))
    op.add_column("attendee", sa.Column("reminded_on", sa.Date(), nullable=True))
