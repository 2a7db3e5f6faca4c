"""What an outcome says beyond the contact: promises of a meeting, the next day."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Add what outcomes and introductions keep; old rows know nothing of it."""
    key = sa.LargeBinary(16).with_variant(sa.Uuid(), "postgresql")
    op.add_column("appointment", sa.Column("next_day", sa.Date(), nullable=True))
    op.add_column("assignment", sa.Column("announced_on", sa.Date(), nullable=True))
    op.add_column("commitment", sa.Column("appointment_id", key, nullable=True))
    op.create_index(op.f("ix_commitment_appointment_id"), "commitment", ["appointment_id"])
