"""What one of many processes does that want the same half hour."""

from datetime import datetime
from multiprocessing.synchronize import Barrier
from pathlib import Path

from small_branch import NOW

from advisor_app.domain.booking_refusals import Collision
from advisor_app.services.booking import Appointments, BookingOrder
from advisor_app.services.desk import Desk
from advisor_app.storage.cipher import StoreKey
from advisor_app.storage.store import open_store_with_key


def book_at_once(path: Path, key: StoreKey, client: str, start: Barrier) -> tuple[str, str]:
    """Open the store, wait for the others, book; the outcome and the appointment's reference."""
    store = open_store_with_key(path, key)
    try:
        start.wait(timeout=120)
        half_hour = datetime.fromisoformat("2026-04-28T10:00")
        booked = Appointments(Desk(store, lambda: NOW)).book(
            BookingOrder((client,), half_hour, 30, advisor="A1")
        )
    except Collision as refused:
        return "told", refused.other.ref
    finally:
        store.close()
    return "won", booked.ref
