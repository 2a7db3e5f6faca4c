"""What the advisor who works here was typing, kept until it is saved or given up."""

from collections.abc import Mapping

from advisor_app.domain.drafts import Draft, DraftPlace
from advisor_app.services.desk import Desk
from advisor_app.storage import drafts as keeping


class Drafts:
    """Keeps drafts; nothing of them is put on the trail, which nobody could erase."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def keep(self, place: DraftPlace, texts: Mapping[str, str]) -> None:
        """Keep what stands in a form now."""
        made = Draft(place, texts, self._desk.now())
        with self._desk.writing() as transaction:
            keeping.write_draft(transaction, self._who(), made)

    def find(self, place: DraftPlace) -> Draft | None:
        """What was being typed in a form when the program stopped, or None."""
        with self._desk.reading() as transaction:
            return keeping.read_draft(transaction, self._who(), place, self._desk.now())

    def forget(self, place: DraftPlace) -> None:
        """It is saved, or given up."""
        with self._desk.writing() as transaction:
            keeping.forget_draft(transaction, self._who(), place)

    def _who(self) -> str:
        return self._desk.advisor.ref if self._desk.advisor else ""
