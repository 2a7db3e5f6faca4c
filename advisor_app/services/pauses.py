"""Whom the day's list leaves in peace."""

from advisor_app.domain.codes import Role
from advisor_app.domain.pauses import Pause
from advisor_app.services.desk import Desk
from advisor_app.storage.pauses import read_pauses
from advisor_app.storage.suggestions import read_named


class Pauses:
    """Tells the pauses; each is set on the client's page."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def of_today(self) -> tuple[Pause, ...]:
        """Those of an advisor's own clients; of the whole bank for a manager."""
        advisor = self._desk.advisor
        own = advisor.key if advisor is not None and advisor.role is Role.ADVISOR else None
        with self._desk.reading() as transaction:
            found = read_pauses(transaction, own, self._desk.today())
            named = read_named(transaction, [key for key, _until in found])
        return tuple(Pause(key, named[key].name, until) for key, until in found)
