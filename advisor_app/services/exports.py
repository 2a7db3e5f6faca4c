"""That clients' data left the program for a spreadsheet: why, how much, and of whom."""

from collections.abc import Sequence

from advisor_app.domain.export import Export
from advisor_app.domain.portfolio import PortfolioQuestion, PortfolioRow
from advisor_app.domain.portfolio_view import ExportNeedsAPurpose
from advisor_app.domain.trail import Deed
from advisor_app.services.desk import Desk

# Each client has a line of his own on the trail, up to so many; of more, the count is told.
MOST_TOLD_APART = 1_000
_EXPORTED = "portfolio exported"


class Exports:
    """Puts exports on the trail: before the file is written, so that none is ever untold."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def begin(self, export: Export, rows: Sequence[PortfolioRow]) -> None:
        """Record an export that is about to be written; ExportNeedsAPurpose without a purpose."""
        if not export.purpose.strip():
            raise ExportNeedsAPurpose
        detail: dict[str, str | int | list[str]] = {
            "clients": export.clients,
            "filter": list(export.narrowed),
            "form": export.form,
            "households": export.households,
        }
        purpose = export.purpose.strip()
        people = [person for row in rows for person in row.clients]
        with self._desk.writing() as transaction:
            self._desk.record(transaction, Deed(_EXPORTED, why=purpose, detail=detail))
            if len(people) > MOST_TOLD_APART:
                return
            for person in people:
                deed = Deed(_EXPORTED, subject=person.ref, client=person.key, why=purpose)
                self._desk.record(transaction, deed)

    def fail(self, export: Export) -> None:
        """Record that the file could not be written after all."""
        with self._desk.writing() as transaction:
            deed = Deed("portfolio export not written", why=export.purpose.strip())
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
