"""That a paper left the printer: kept with its code, and on the trail of every client it is about."""

from collections.abc import Sequence
from dataclasses import replace

from advisor_app.domain.briefing import BriefedClient, Briefing
from advisor_app.domain.keys import Key
from advisor_app.domain.papers import PaperOwner, PrintedPaper, Purpose
from advisor_app.domain.trail import Deed
from advisor_app.services.desk import Desk
from advisor_app.storage.documents import free_code, keep_document
from advisor_app.storage.store import Transaction


def coded_paper(
    desk: Desk,
    transaction: Transaction,
    owner: PaperOwner,
    branch: Key,
    purpose: Purpose,
    pages: int,
) -> PrintedPaper:
    """A paper of this day under its owner's code."""
    code = free_code(transaction, owner, desk.today())
    return PrintedPaper(owner, code, branch, purpose, pages)


def record_printed(
    desk: Desk,
    transaction: Transaction,
    paper: PrintedPaper,
    clients: Sequence[BriefedClient],
    deed: Deed,
) -> None:
    """Keep the paper, and put the deed on the trail of each client, with what the paper was for.

    A deed without a subject is about the client himself.
    """
    keep_document(transaction, paper, desk.now())
    for client in clients:
        subject = deed.subject or client.ref
        about = replace(deed, subject=subject, client=client.key, why=paper.purpose)
        desk.record(transaction, about)


def visit_ref(briefing: Briefing) -> str | None:
    """The appointment that a paper is about; None where nothing is booked."""
    return briefing.visit.ref if briefing.visit else None
