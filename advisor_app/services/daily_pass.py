"""The daily pass: the store's facts move on to the present day."""

from advisor_app.domain.trail import Deed
from advisor_app.services.desk import Desk
from advisor_app.storage import facts


def begin_day(desk: Desk) -> None:
    """Make today the store's own day, where it is not yet; only what time changes is touched."""
    today = desk.today()
    with desk.reading() as transaction:
        if facts.known_day(transaction) == today:
            return
    # Once a day; the other starts of the program must not wait for it.
    from advisor_app.services.booking import release_expired
    from advisor_app.services.import_undo import forget_old_copy

    with desk.writing() as transaction:
        facts.advance(transaction, today)
        release_expired(desk, transaction)
        desk.record(transaction, Deed("day begun", subject=today.isoformat()))
    forget_old_copy(desk)
