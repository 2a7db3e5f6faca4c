"""Keep calendars on servers in step."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    op.create_table(
        "calendar_account",
        sa.Column("id", sa.LargeBinary(16).with_variant(sa.Uuid(), "postgresql"), nullable=False),
        sa.Column(
            "advisor_id", sa.LargeBinary(16).with_variant(sa.Uuid(), "postgresql"), nullable=False
        ),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("account", sa.String(), nullable=False),
        sa.Column("calendar", sa.String(), nullable=False),
        sa.Column("token", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["advisor_id"], ["advisor.id"], name=op.f("fk_calendar_account_advisor_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calendar_account")),
        sa.UniqueConstraint("advisor_id", name=op.f("uq_calendar_account_advisor_id")),
    )
    op.create_table(
        "calendar_link",
        sa.Column(
            "appointment_id",
            sa.LargeBinary(16).with_variant(sa.Uuid(), "postgresql"),
            nullable=False,
        ),
        sa.Column("href", sa.String(), nullable=False),
        sa.Column("etag", sa.String(), nullable=True),
        sa.Column("sent", sa.String(), nullable=False),
        sa.Column("differs", sa.Boolean(), nullable=False),
        sa.Column("their_start", sa.BigInteger(), nullable=True),
        sa.Column("their_end", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["appointment_id"], ["appointment.id"], name=op.f("fk_calendar_link_appointment_id")
        ),
        sa.PrimaryKeyConstraint("appointment_id", name=op.f("pk_calendar_link")),
    )
