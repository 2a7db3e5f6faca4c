"""Let facts be read from the index of contacts alone.

SQLite takes a generated column from an index only where the index holds an expression too.
"""

from alembic import op
from sqlalchemy import text

revision = "0004"
down_revision = "0003"

NAME = "ix_touchpoint_client_id_counts_as"
COLUMNS = ("client_id", "counts_as", "on_day", "advisor_id", "project_id")


def upgrade() -> None:
    op.drop_index(NAME, "touchpoint")
    op.create_index(NAME, "touchpoint", [*COLUMNS, text("(project_id IS NOT NULL)")])
