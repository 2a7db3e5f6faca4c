"""That clients' data left the program for a spreadsheet: why, how much, and of whom."""

from collections.abc import Callable, Sequence

from advisor_app.domain.export import Export
from advisor_app.domain.portfolio import PortfolioQuestion, PortfolioRow
from advisor_app.domain.portfolio_view import ExportNeedsAPurpose
from advisor_app.domain.trail import Deed
from advisor_app.services.desk import Desk
from advisor_app.services.handing_out import unless_written

# Each client has a line of his own on the trail, up to so many; of more, the count is told.
MOST_TOLD_APART = 1_000
_EXPORTED, _NOT_WRITTEN = "portfolio exported", "portfolio export not written"


class Exports:
    """Puts exports on the trail: before the file is written, so that none is ever untold."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def hand_out(
        self, export: Export, rows: Sequence[PortfolioRow], write: Callable[[], None]
    ) -> None:
        """Record an export, then write it; that it failed, or was stopped, is recorded too.

        ExportNeedsAPurpose without a purpose; CannotSave from `write`.
        """
        purpose = export.purpose.strip()
        if not purpose:
            raise ExportNeedsAPurpose
        self._tell(export, rows, purpose)
        with unless_written(self._desk, Deed(_NOT_WRITTEN, why=purpose)):
            write()

    def _tell(self, export: Export, rows: Sequence[PortfolioRow], purpose: str) -> None:
        detail: dict[str, str | int | list[str]] = {
            "clients": export.clients,
            "filter": list(export.narrowed),
            "form": export.form,
            "households": export.households,
        }
        people = [person for row in rows for person in row.clients]
        with self._desk.writing() as transaction:
            self._desk.record(transaction, Deed(_EXPORTED, why=purpose, detail=detail))
            for person in people if len(people) <= MOST_TOLD_APART else ():
                deed = Deed(_EXPORTED, subject=person.ref, client=person.key, why=purpose)
                self._desk.record(transaction, deed)


def export_of(
    question: PortfolioQuestion, rows: Sequence[PortfolioRow], purpose: str, form: str
) -> Export:
    """What the trail keeps of an export: filters by their codes, never what was typed."""
    narrowed = [facet.value for facet in sorted(question.facets)]
    narrowed += [f"project:{question.project}"] if question.project else []
    narrowed += [f"segment:{question.segment}"] if question.segment else []
    narrowed += ["words"] if question.words.strip() else []
    clients = sum(len(row.clients) for row in rows)
    return Export(purpose, tuple(narrowed), form, len(rows), clients)
