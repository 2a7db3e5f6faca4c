"""What the database itself refuses: an advisor, a room or a client in two places at once.

Only what is still to come takes its time: proposed and confirmed appointments. Intervals are half
open and hold the buffers. An import, whose rows come in any order, lifts the guard inside its
transaction and answers for the whole calendar at its end (`calendar_unguarded`). A later migration that rebuilds one of these tables on SQLite must make
the triggers again.
"""

from alembic import op

revision = "0003"
down_revision = "0002"

TO_COME = "('proposed', 'confirmed')"
GUARDED = "NOT EXISTS (SELECT 1 FROM setting WHERE name = 'calendar_unguarded')"


def upgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        refuse_on_sqlite()
    else:
        refuse_on_postgresql()


def refuse_on_sqlite() -> None:
    """Sure because every writer holds the store from its first moment (BEGIN IMMEDIATE)."""
    same_time = (
        f"other.status IN {TO_COME} AND other.ref <> NEW.ref "
        "AND other.busy_from < NEW.busy_until AND other.busy_until > NEW.busy_from"
    )
    of_advisor = f"SELECT 1 FROM appointment AS other WHERE other.advisor_id = NEW.advisor_id AND {same_time}"
    of_room = (
        f"SELECT 1 FROM appointment AS other WHERE other.room_id = NEW.room_id AND {same_time}"
    )
    of_clients = (
        "SELECT 1 FROM attendee AS mine JOIN attendee AS theirs ON theirs.client_id = mine.client_id "
        "JOIN appointment AS other ON other.id = theirs.appointment_id "
        f"WHERE mine.appointment_id = NEW.id AND {same_time}"
    )
    op.execute(
        "CREATE TRIGGER appointment_takes_its_time BEFORE INSERT ON appointment "
        f"WHEN NEW.status IN {TO_COME} AND {GUARDED} BEGIN "
        f"{refusal('advisor', of_advisor)} {refusal('room', of_room)} END"
    )
    op.execute(
        "CREATE TRIGGER appointment_moves_to_its_time "
        "BEFORE UPDATE OF advisor_id, room_id, status, busy_from, busy_until ON appointment "
        f"WHEN NEW.status IN {TO_COME} AND {GUARDED} BEGIN "
        f"{refusal('advisor', of_advisor)} {refusal('room', of_room)} "
        f"{refusal('client', of_clients)} END"
    )
    of_client = (
        "SELECT 1 FROM appointment AS mine JOIN attendee AS theirs ON theirs.client_id = NEW.client_id "
        "JOIN appointment AS other ON other.id = theirs.appointment_id "
        f"WHERE mine.id = NEW.appointment_id AND mine.status IN {TO_COME} "
        f"AND other.status IN {TO_COME} AND other.id <> mine.id "
        "AND other.busy_from < mine.busy_until AND other.busy_until > mine.busy_from"
    )
    for verb in ("INSERT", "UPDATE"):
        op.execute(
            f"CREATE TRIGGER attendee_is_free_on_{verb.lower()} BEFORE {verb} ON attendee "
            f"WHEN {GUARDED} BEGIN {refusal('client', of_client)} END"
        )


def refusal(taken: str, exists: str) -> str:
    return f"SELECT RAISE(ABORT, 'taken: {taken}') WHERE EXISTS ({exists});"


def refuse_on_postgresql() -> None:
    """Exclusion constraints; for clients, who stand in a table of their own, a lock on each."""
    op.execute("CREATE EXTENSION IF NOT EXISTS btree_gist")
    for taken in ("advisor", "room"):
        op.execute(
            f"ALTER TABLE appointment ADD CONSTRAINT appointment_{taken}_is_free EXCLUDE USING gist "
            f"({taken}_id WITH =, int8range(busy_from, busy_until) WITH &&) "
            f"WHERE (status IN {TO_COME}) DEFERRABLE INITIALLY IMMEDIATE"
        )
    op.execute(
        "CREATE FUNCTION refuse_client_twice() RETURNS trigger LANGUAGE plpgsql AS $$ "
        "DECLARE met uuid; BEGIN "
        "FOR met IN SELECT client_id FROM attendee WHERE appointment_id = NEW.id "
        "ORDER BY client_id LOOP PERFORM refuse_client_at(met, NEW.id); END LOOP; "
        "RETURN NULL; END $$"
    )
    op.execute(
        "CREATE FUNCTION refuse_attendee_twice() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        "PERFORM refuse_client_at(NEW.client_id, NEW.appointment_id); RETURN NULL; END $$"
    )
    op.execute(
        "CREATE FUNCTION refuse_client_at(met uuid, booked uuid) RETURNS void LANGUAGE plpgsql AS $$ "
        "BEGIN PERFORM pg_advisory_xact_lock(hashtextextended(met::text, 0)); "
        f"IF {GUARDED} AND EXISTS (SELECT 1 FROM appointment AS mine "
        "JOIN attendee AS theirs ON theirs.client_id = met "
        "JOIN appointment AS other ON other.id = theirs.appointment_id "
        f"WHERE mine.id = booked AND mine.status IN {TO_COME} "
        f"AND other.status IN {TO_COME} AND other.id <> mine.id "
        "AND other.busy_from < mine.busy_until AND other.busy_until > mine.busy_from) "
        "THEN RAISE EXCEPTION 'taken: client' USING ERRCODE = 'exclusion_violation'; END IF; END $$"
    )
    op.execute(
        "CREATE TRIGGER appointment_clients_are_free "
        "AFTER UPDATE OF status, busy_from, busy_until ON appointment "
        "FOR EACH ROW EXECUTE FUNCTION refuse_client_twice()"
    )
    op.execute(
        "CREATE TRIGGER attendee_is_free AFTER INSERT OR UPDATE ON attendee "
        "FOR EACH ROW EXECUTE FUNCTION refuse_attendee_twice()"
    )
