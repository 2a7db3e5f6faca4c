"""Small things to remember about a client ("À se rappeler")."""

from datetime import date

from advisor_app.domain.errors import NoSuchClient
from advisor_app.domain.trail import Deed
from advisor_app.services.desk import Desk
from advisor_app.storage.briefing import find_client
from advisor_app.storage.reminders import write_reminder


class Reminders:
    """What an advisor wants to remember about a client."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def note(
        self, client_ref: str, text: str, icon: str | None = None, noted_on: date | None = None
    ) -> None:
        """Keep one, noted today unless another day is said; NoSuchClient where unknown.

        `icon` is the name of a file of `resources/icons`.
        """
        advisor = self._desk.advisor
        with self._desk.writing() as transaction:
            client = find_client(transaction, client_ref)
            if client is None:
                raise NoSuchClient(client_ref)
            day = noted_on or self._desk.today()
            by = advisor.key if advisor else None
            write_reminder(transaction, client, text, icon, day, by)
            self._desk.record(transaction, Deed("reminder noted", client=client))
