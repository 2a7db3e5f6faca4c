"""Keep other hours on some days."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
_KEY = sa.LargeBinary(16).with_variant(sa.Uuid(), "postgresql")


def upgrade() -> None:
    """Add the table."""
    op.create_table(
        "dated_hours",
        sa.Column("id", _KEY, nullable=False),
        sa.Column("branch_id", _KEY, nullable=True),
        sa.Column("advisor_id", _KEY, nullable=True),
        sa.Column("from_day", sa.Date(), nullable=False),
        sa.Column("until_day", sa.Date(), nullable=False),
        sa.Column("from_time", sa.String(length=5), nullable=False),
        sa.Column("until_time", sa.String(length=5), nullable=False),
        sa.CheckConstraint(
            "(branch_id IS NULL) <> (advisor_id IS NULL)", name=op.f("ck_dated_hours_one_owner")
        ),
        sa.ForeignKeyConstraint(
            ["advisor_id"], ["advisor.id"], name=op.f("fk_dated_hours_advisor_id")
        ),
        sa.ForeignKeyConstraint(
            ["branch_id"], ["branch.id"], name=op.f("fk_dated_hours_branch_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dated_hours")),
    )
    op.create_index(op.f("ix_dated_hours_advisor_id"), "dated_hours", ["advisor_id"], unique=False)
    op.create_index(op.f("ix_dated_hours_branch_id"), "dated_hours", ["branch_id"], unique=False)
