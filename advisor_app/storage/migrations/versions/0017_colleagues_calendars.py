"""Keep how an appointment stands in each advisor's calendar, and who comes along no longer."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
_KEY = sa.LargeBinary(16).with_variant(sa.Uuid(), "postgresql")
_KEPT = "appointment_id, advisor_id, href, etag, sent, differs, their_start, their_end"


def upgrade() -> None:
    """What stood in a calendar stood in that of the advisor whose appointment it is."""
    op.execute(
        "CREATE TABLE link_before AS SELECT calendar_link.*, appointment.advisor_id "
        "FROM calendar_link JOIN appointment ON appointment.id = calendar_link.appointment_id"
    )
    op.drop_table("calendar_link")
    make_links()
    op.execute(f"INSERT INTO calendar_link ({_KEPT}) SELECT {_KEPT} FROM link_before")
    op.drop_table("link_before")
    make_taken_off()


def make_links() -> None:
    """The table anew, with a second column in its primary key."""
    op.create_table(
        "calendar_link",
        sa.Column("appointment_id", _KEY, nullable=False),
        sa.Column("advisor_id", _KEY, nullable=False),
        sa.Column("href", sa.String(), nullable=False),
        sa.Column("etag", sa.String(), nullable=True),
        sa.Column("sent", sa.String(), nullable=False),
        sa.Column("differs", sa.Boolean(), nullable=False),
        sa.Column("their_start", sa.BigInteger(), nullable=True),
        sa.Column("their_end", sa.BigInteger(), nullable=True),
        *_both("calendar_link"),
    )
    _index("calendar_link")


def make_taken_off() -> None:
    """Nobody was taken off before."""
    op.create_table(
        "taken_off",
        sa.Column("appointment_id", _KEY, nullable=False),
        sa.Column("advisor_id", _KEY, nullable=False),
        sa.Column("branch_id", _KEY, nullable=False),
        sa.ForeignKeyConstraint(["branch_id"], ["branch.id"], name=op.f("fk_taken_off_branch_id")),
        *_both("taken_off"),
    )
    _index("taken_off")


def _both(table: str) -> tuple[sa.ForeignKeyConstraint | sa.PrimaryKeyConstraint, ...]:
    """One row for each appointment and advisor."""
    return (
        sa.ForeignKeyConstraint(
            ["appointment_id"], ["appointment.id"], name=op.f(f"fk_{table}_appointment_id")
        ),
        sa.ForeignKeyConstraint(
            ["advisor_id"], ["advisor.id"], name=op.f(f"fk_{table}_advisor_id")
        ),
        sa.PrimaryKeyConstraint("appointment_id", "advisor_id", name=op.f(f"pk_{table}")),
    )


def _index(table: str) -> None:
    op.create_index(op.f(f"ix_{table}_advisor_id"), table, ["advisor_id"], unique=False)
