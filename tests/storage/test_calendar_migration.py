"""What stood in a calendar before colleagues had it in theirs stands in its advisor's."""

from datetime import datetime

from small_branch import NOW, key, settle
from sqlalchemy import text

from advisor_app.services.booking import Appointments, BookingOrder
from advisor_app.services.desk import Desk
from advisor_app.storage.calendar_sync import links_of
from advisor_app.storage.migrations import bring_up_to_date
from advisor_app.storage.store import Store

BEFORE = (
    "DROP TABLE taken_off",
    "DROP TABLE calendar_link",
    (
        "CREATE TABLE calendar_link (appointment_id BLOB NOT NULL PRIMARY KEY, href VARCHAR NOT NULL, "
        "etag VARCHAR, sent VARCHAR NOT NULL, differs BOOLEAN NOT NULL, their_start BIGINT, "
        "their_end BIGINT, FOREIGN KEY(appointment_id) REFERENCES appointment (id))"
    ),
    (
        "INSERT INTO calendar_link SELECT id, '/own/1.ics', '\"1\"', 'sent', 0, NULL, NULL "
        "FROM appointment"
    ),
    "UPDATE alembic_version SET version_num = '0016'",
)


def test_a_link_is_its_advisors(store: Store) -> None:
    with store.writing() as transaction:
        settle(transaction)
    start = datetime(2026, 4, 28, 10)  # noqa: DTZ001 a wall time
    Appointments(Desk(store, lambda: NOW)).book(BookingOrder(("C1",), start, 60))
    with store.writing() as transaction:
        for statement in BEFORE:
            transaction.execute(text(statement))
    bring_up_to_date(store.engine, store.path)
    with store.reading() as transaction:
        (link,) = links_of(transaction, key("A1")).values()
        assert links_of(transaction, key("A2")) == {}
    assert (link.href, link.etag, link.sent, link.theirs) == ("/own/1.ics", '"1"', "sent", None)
