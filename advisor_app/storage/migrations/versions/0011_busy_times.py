"""Keep when advisors are busy in their own calendars."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    op.create_table(
        "busy_source",
        sa.Column("id", sa.LargeBinary(16).with_variant(sa.Uuid(), "postgresql"), nullable=False),
        sa.Column(
            "advisor_id", sa.LargeBinary(16).with_variant(sa.Uuid(), "postgresql"), nullable=False
        ),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("read_utc", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["advisor_id"], ["advisor.id"], name=op.f("fk_busy_source_advisor_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_busy_source")),
        sa.UniqueConstraint("advisor_id", "name", name=op.f("uq_busy_source_advisor_id_name")),
    )
    op.create_table(
        "found_meeting",
        sa.Column("id", sa.LargeBinary(16).with_variant(sa.Uuid(), "postgresql"), nullable=False),
        sa.Column(
            "branch_id", sa.LargeBinary(16).with_variant(sa.Uuid(), "postgresql"), nullable=False
        ),
        sa.Column("ref", sa.String(), nullable=False),
        sa.Column(
            "advisor_id", sa.LargeBinary(16).with_variant(sa.Uuid(), "postgresql"), nullable=False
        ),
        sa.Column(
            "client_id", sa.LargeBinary(16).with_variant(sa.Uuid(), "postgresql"), nullable=False
        ),
        sa.Column("mark", sa.String(length=64), nullable=False),
        sa.Column("zone", sa.String(), nullable=False),
        sa.Column("start_utc", sa.BigInteger(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("answer", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["advisor_id"], ["advisor.id"], name=op.f("fk_found_meeting_advisor_id")
        ),
        sa.ForeignKeyConstraint(
            ["branch_id"], ["branch.id"], name=op.f("fk_found_meeting_branch_id")
        ),
        sa.ForeignKeyConstraint(
            ["client_id"], ["client.id"], name=op.f("fk_found_meeting_client_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_found_meeting")),
        sa.UniqueConstraint("ref", name=op.f("uq_found_meeting_ref")),
    )
    op.create_index(
        op.f("ix_found_meeting_advisor_id"), "found_meeting", ["advisor_id"], unique=False
    )
    op.create_index(
        op.f("ix_found_meeting_client_id"), "found_meeting", ["client_id"], unique=False
    )
    op.create_table(
        "busy_time",
        sa.Column(
            "source_id", sa.LargeBinary(16).with_variant(sa.Uuid(), "postgresql"), nullable=False
        ),
        sa.Column("part", sa.String(), nullable=False),
        sa.Column("start_utc", sa.BigInteger(), nullable=False),
        sa.Column("end_utc", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["source_id"], ["busy_source.id"], name=op.f("fk_busy_time_source_id")
        ),
        sa.PrimaryKeyConstraint("source_id", "part", "start_utc", name=op.f("pk_busy_time")),
    )
