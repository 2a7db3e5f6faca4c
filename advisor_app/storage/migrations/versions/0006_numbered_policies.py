"""Versions of the bank's rules by number, with their reason and moment.

Nothing ever wrote the two tables before, so they are made anew.
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

KEY = sa.LargeBinary(16).with_variant(sa.Uuid(), "postgresql")


def upgrade() -> None:
    op.drop_table("policy_threshold")
    op.drop_table("policy_version")
    op.create_table(
        "policy_version",
        sa.Column("id", KEY, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("made_utc", sa.BigInteger(), nullable=False),
        sa.Column("advisor_id", KEY, nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("restores", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["advisor_id"], ["advisor.id"], name=op.f("fk_policy_version_advisor_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_policy_version")),
        sa.UniqueConstraint("number", name=op.f("uq_policy_version_number")),
    )
    op.create_table(
        "policy_threshold",
        sa.Column("policy_version_id", KEY, nullable=False),
        sa.Column("segment", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("value", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["policy_version_id"],
            ["policy_version.id"],
            name=op.f("fk_policy_threshold_policy_version_id"),
        ),
        sa.PrimaryKeyConstraint(
            "policy_version_id", "segment", "name", name=op.f("pk_policy_threshold")
        ),
    )
