"""Two files of one person made one, and the few clients whom no figure counts."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Make the table of merges, and an index of those who object to being profiled."""
    op.create_table(
        "client_merge",
        sa.Column("id", sa.LargeBinary(16).with_variant(sa.Uuid(), "postgresql"), nullable=False),
        sa.Column(
            "branch_id", sa.LargeBinary(16).with_variant(sa.Uuid(), "postgresql"), nullable=False
        ),
        sa.Column(
            "client_id", sa.LargeBinary(16).with_variant(sa.Uuid(), "postgresql"), nullable=False
        ),
        sa.Column(
            "other_id", sa.LargeBinary(16).with_variant(sa.Uuid(), "postgresql"), nullable=False
        ),
        sa.Column("made_utc", sa.BigInteger(), nullable=False),
        sa.Column(
            "made_by", sa.LargeBinary(16).with_variant(sa.Uuid(), "postgresql"), nullable=True
        ),
        sa.Column("moves", sa.Text(), nullable=False),
        sa.Column("undone_utc", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["branch_id"], ["branch.id"], name=op.f("fk_client_merge_branch_id")
        ),
        sa.ForeignKeyConstraint(
            ["client_id"], ["client.id"], name=op.f("fk_client_merge_client_id")
        ),
        sa.ForeignKeyConstraint(["made_by"], ["advisor.id"], name=op.f("fk_client_merge_made_by")),
        sa.ForeignKeyConstraint(["other_id"], ["client.id"], name=op.f("fk_client_merge_other_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_client_merge")),
    )
    op.create_index(op.f("ix_client_merge_client_id"), "client_merge", ["client_id"], unique=False)
    op.create_index(op.f("ix_client_merge_other_id"), "client_merge", ["other_id"], unique=False)
    op.create_index(
        "ix_client_no_profile",
        "client",
        ["id"],
        unique=False,
        sqlite_where=sa.text("no_profile = 1"),
        postgresql_where=sa.text("no_profile"),
    )
