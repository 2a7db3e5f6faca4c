"""Appointments move, proposals expire, and who gave an appointment up is kept."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    count = sa.Column("sequence", sa.SmallInteger(), server_default="0", nullable=False)
    op.add_column("appointment", count)
    op.add_column("appointment", sa.Column("expires_utc", sa.BigInteger(), nullable=True))
    op.add_column("appointment", sa.Column("cancelled_by", sa.String(), nullable=True))
    op.add_column("appointment", sa.Column("cancelled_because", sa.Text(), nullable=True))
