"""Keep what is to be removed from calendars because its appointment is gone."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
_KEY = sa.LargeBinary(16).with_variant(sa.Uuid(), "postgresql")


def upgrade() -> None:
    """Add the table; what was lost before it is not known any more."""
    op.create_table(
        "calendar_orphan",
        sa.Column("id", _KEY, nullable=False),
        sa.Column("advisor_id", _KEY, nullable=False),
        sa.Column("href", sa.String(), nullable=False),
        sa.Column("etag", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["advisor_id"], ["advisor.id"], name=op.f("fk_calendar_orphan_advisor_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calendar_orphan")),
    )
    op.create_index(
        op.f("ix_calendar_orphan_advisor_id"), "calendar_orphan", ["advisor_id"], unique=False
    )
