"""The rooms where the advisor who works here can meet."""

from advisor_app.services.desk import Desk
from advisor_app.storage.rooms import list_rooms


class Rooms:
    """Tells the rooms of a branch."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def here(self) -> list[tuple[str, str]]:
        """The name and reference of each room of the advisor's branch; none without a branch."""
        advisor = self._desk.advisor
        if advisor is None or advisor.branch is None:
            return []
        with self._desk.reading() as transaction:
            return list_rooms(transaction, advisor.branch)
