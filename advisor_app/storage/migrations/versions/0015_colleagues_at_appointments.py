"""Keep which colleague is at an appointment, whose time the database guards as the advisor's own.

Whoever advises and whoever comes along are one kind of person: neither is in two places at once.
The guard is lifted for an import as the others are (0003).
"""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
_KEY = sa.LargeBinary(16).with_variant(sa.Uuid(), "postgresql")
TO_COME = "('proposed', 'confirmed')"
GUARDED = "NOT EXISTS (SELECT 1 FROM setting WHERE name = 'calendar_unguarded')"
SAME_TIME = (
    f"other.status IN {TO_COME} AND other.id <> NEW.id "
    "AND other.busy_from < NEW.busy_until AND other.busy_until > NEW.busy_from"
)


def upgrade() -> None:
    """Add the column and its guards; nobody came along before."""
    op.add_column("appointment", sa.Column("colleague_id", _KEY, nullable=True))
    op.create_index(
        "ix_appointment_colleague_id_busy_from", "appointment", ["colleague_id", "busy_from"]
    )
    if op.get_bind().dialect.name == "sqlite":
        refuse_on_sqlite()
    else:
        refuse_on_postgresql()


def refuse_on_sqlite() -> None:
    """Each question finds its answer through an index of its own."""
    questions = (
        "other.colleague_id = NEW.advisor_id",
        "other.advisor_id = NEW.colleague_id",
        "other.colleague_id = NEW.colleague_id",
    )
    refusals = " ".join(
        "SELECT RAISE(ABORT, 'taken: advisor') WHERE EXISTS "
        f"(SELECT 1 FROM appointment AS other WHERE {one} AND {SAME_TIME});"
        for one in questions
    )
    moments = {
        "takes_its_colleague": "INSERT",
        "moves_its_colleague": "UPDATE OF advisor_id, colleague_id, status, busy_from, busy_until",
    }
    for name, moment in moments.items():
        op.execute(
            f"CREATE TRIGGER appointment_{name} BEFORE {moment} ON appointment "
            f"WHEN NEW.status IN {TO_COME} AND {GUARDED} BEGIN {refusals} END"
        )


def refuse_on_postgresql() -> None:
    """A constraint among colleagues; between them and advisors a lock on each, in one order."""
    op.execute(
        "ALTER TABLE appointment ADD CONSTRAINT appointment_colleague_is_free EXCLUDE USING gist "
        "(colleague_id WITH =, int8range(busy_from, busy_until) WITH &&) "
        f"WHERE (status IN {TO_COME} AND colleague_id IS NOT NULL) "
        "DEFERRABLE INITIALLY IMMEDIATE"
    )
    op.execute(
        "CREATE FUNCTION refuse_colleague_twice() RETURNS trigger LANGUAGE plpgsql AS $$ "
        "DECLARE whose text; BEGIN "
        "FOR whose IN SELECT one::text FROM unnest(ARRAY[NEW.advisor_id, NEW.colleague_id]) AS one "
        "WHERE one IS NOT NULL ORDER BY 1 LOOP "
        "PERFORM pg_advisory_xact_lock(hashtextextended(whose, 1)); END LOOP; "
        f"IF NEW.status IN {TO_COME} AND {GUARDED} AND EXISTS "
        "(SELECT 1 FROM appointment AS other WHERE "
        "(other.colleague_id = NEW.advisor_id OR other.advisor_id = NEW.colleague_id) "
        f"AND {SAME_TIME}) "
        "THEN RAISE EXCEPTION 'taken: advisor' USING ERRCODE = 'exclusion_violation'; END IF; "
        "RETURN NULL; END $$"
    )
    op.execute(
        "CREATE TRIGGER appointment_colleague_is_one_person AFTER INSERT OR UPDATE OF "
        "advisor_id, colleague_id, status, busy_from, busy_until ON appointment "
        "FOR EACH ROW EXECUTE FUNCTION refuse_colleague_twice()"
    )
