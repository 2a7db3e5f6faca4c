"""Keep what somebody is typing until it is saved."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    op.create_table(
        "draft",
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("form", sa.String(), nullable=False),
        sa.Column(
            "client_id", sa.LargeBinary(16).with_variant(sa.Uuid(), "postgresql"), nullable=True
        ),
        sa.Column("kept_utc", sa.BigInteger(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("who", "form", name=op.f("pk_draft")),
    )
    op.create_index(op.f("ix_draft_client_id"), "draft", ["client_id"], unique=False)
